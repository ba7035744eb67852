# SPDX-License-Identifier: MIT
"""What files say of their articles, as the fields of a project hold it: known fields met, unknown ones defined.

A value that its field cannot hold is never lost in silence: a date in other words than ISO 8601 goes to a
field of its own, what is too long is cut, and what a field of a kind does not take is left out; each is said.
"""

from collections.abc import Mapping, Sequence

from annotator.domain import Json
from annotator.domain.fields import LONGEST_ADDRESS, LONGEST_METADATA_NAME, LONGEST_NAME, LONGEST_TEXT
from annotator.domain.metadata import BUILT_IN, MetadataField, is_date
from annotator.exchange.findings import FindingKind, Findings
from annotator.operations.metadata_rules import field_called, field_fault, register_of, tidied, value_fault

DATE_AS_GIVEN = "date as given"
"""The field for dates that ISO 8601 does not know."""

_LONGEST = {"title": LONGEST_TEXT, "url": LONGEST_ADDRESS, "outlet": LONGEST_NAME, "author": LONGEST_NAME}
_DAY_CHARACTERS = len("2026-03-15")


class IncomingMetadata:
    """Gathers the fields of the articles of one import; ``new_fields`` are those that have to be defined for it."""

    def __init__(self, fields: Sequence[MetadataField], findings: Findings) -> None:
        self._fields = list(fields)
        self._known = len(self._fields)
        self._names: dict[str, str] = {}
        self._findings = findings

    @property
    def new_fields(self) -> tuple[MetadataField, ...]:
        """Give the fields that no project field was there for, in the order in which they came up."""
        return tuple(self._fields[self._known :])

    def registers(self, metadata: Mapping[str, str], *, article: str) -> dict[str, Json]:
        """Give what to write of an article into the journal: only what is set and can be stored."""
        found: dict[str, Json] = {}
        for word, given in metadata.items():
            value = _storable(tidied(given))
            if not value:
                continue
            name = self._names.get(word) or self._name_of(word)
            if name == "date":
                name, value = self._dated(value)
            value = self._fitting(name, value, article)
            if value and value_fault(self._fields, name, value):
                self._findings.add(
                    FindingKind.DROPPED, f"A value that the field “{name}” does not take was left out.", place=article
                )
            elif value:
                found[register_of(name)] = value
        return found

    def _name_of(self, word: str) -> str:
        """Give the field that a word names; one that there is not is made."""
        tidy = " ".join(_storable(word).split())[:LONGEST_METADATA_NAME].strip() or "field"
        name = word if word in BUILT_IN else field_called(self._fields, tidy)
        if name in BUILT_IN and name != word:
            name = ""  # a further column of that name: the field has its value from another one
        number = 2
        free = tidy
        while not name:
            made = MetadataField(free, position=self._next_position())
            if not field_fault(self._fields, made):
                self._fields.append(made)
                name = free
            free = f"{tidy[: LONGEST_METADATA_NAME - 5]} {number}"
            number += 1
        self._names[word] = name
        return name

    def _dated(self, value: str) -> tuple[str, str]:
        if is_date(value):
            return "date", value
        day = value[:_DAY_CHARACTERS]
        if len(day) == _DAY_CHARACTERS and is_date(day) and value[_DAY_CHARACTERS] in "T ":
            return "date", day
        return self._names.get(DATE_AS_GIVEN) or self._name_of(DATE_AS_GIVEN), value

    def _fitting(self, name: str, value: str, article: str) -> str:
        longest = _LONGEST.get(name, LONGEST_TEXT)
        if len(value) <= longest:
            return value
        heading = BUILT_IN.get(name, name)
        self._findings.add(FindingKind.DROPPED, f"The end of a value too long for “{heading}” was cut.", place=article)
        return value[: longest - 1] + "…"

    def _next_position(self) -> int:
        return 1 + max((field.position for field in self._fields), default=-1)


def _storable(value: str) -> str:
    """Give a value without NUL and without halves of characters."""
    return value.replace("\0", "").encode("utf-8", "replace").decode()
