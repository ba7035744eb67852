# SPDX-License-Identifier: MIT
"""What is known of an article, as variables of REFI-QDA and their values on the sources; both ways.

What every article has (title, outlet ...) and the project's own fields are variables alike; the name
of a variable is the name of the field, its description the label. A variable has the type of a date
or number only where each of its values is one as XML spells it: a partial date stays text.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from annotator.domain import Document
from annotator.domain.identifiers import derived_uuid
from annotator.domain.metadata import BUILT_IN, MetadataField, MetadataKind, is_date, metadata_field_id
from annotator.exchange.refi.refi_xml import element, leaf, listed, reference

TEXT_HASH = "text_sha256"
TEXT_HASH_LABEL = "SHA-256 of the text in UTF-8, with LF as line ends"
REMARK_FIELD = MetadataField("memo", "Memo")
"""Where what other programs note down of a whole source is kept."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_KINDS: Mapping[str, MetadataKind] = {
    "Integer": MetadataKind.NUMBER, "Float": MetadataKind.NUMBER, "Date": MetadataKind.DATE,
}  # fmt: skip


def _is_number(value: str) -> bool:
    return _NUMBER.fullmatch(value) is not None


def _is_whole_date(value: str) -> bool:
    return len(value) == len("2026-03-15") and is_date(value) and value > "0001"


class WrittenVariables:
    """The variables of one project that is being written."""

    def __init__(self, documents: Sequence[Document], fields: Sequence[MetadataField]) -> None:
        described = {name: MetadataField(name, label) for name, label in BUILT_IN.items()}
        described[TEXT_HASH] = MetadataField(TEXT_HASH, TEXT_HASH_LABEL)
        described |= {field.name: field for field in fields}
        values: dict[str, list[str]] = {}
        for document in documents:
            for name, value in known_of(document).items():
                values.setdefault(name, []).append(value)
                described.setdefault(name, MetadataField(name))
        self._described = {name: field for name, field in described.items() if name in values or field in fields}
        self._types = {name: _type_of(field, values.get(name, [])) for name, field in self._described.items()}

    def definitions(self) -> str:
        """Give the list of variables."""
        return listed("Variables", (self._definition(name) for name in self._described))

    def _definition(self, name: str) -> str:
        field = self._described[name]
        attributes = {"guid": variable_id(name), "name": name, "typeOfVariable": self._types[name]}
        return element("Variable", attributes, [leaf("Description", text=field.label)] if field.label else [])

    def values(self, document: Document) -> Iterator[str]:
        """Give the values of one document, as its source bears them."""
        known = known_of(document)
        for name in self._described:
            if name in known:
                value = leaf(f"{self._types[name]}Value", text=known[name])
                yield element("VariableValue", {}, [reference("VariableRef", variable_id(name)), value])


def _type_of(field: MetadataField, values: Sequence[str]) -> str:
    checks: Mapping[MetadataKind, tuple[str, Callable[[str], bool]]] = {
        MetadataKind.DATE: ("Date", _is_whole_date),
        MetadataKind.NUMBER: ("Float", _is_number),
    }
    kind, check = checks.get(field.kind, ("Text", bool))
    return kind if all(check(value) for value in values) else "Text"


def known_of(document: Document) -> dict[str, str]:
    """Give what is known of a document by the name of the field, and the hash of its text; nothing that is empty."""
    built_in = {name: str(getattr(document, name)) for name in BUILT_IN}
    known = built_in | {TEXT_HASH: document.text_sha256} | dict(document.metadata)
    return {name: value for name, value in known.items() if value}


def variable_id(name: str) -> str:
    """Give the identity of the variable of this name."""
    return metadata_field_id(name) if name not in BUILT_IN else derived_uuid("refi variable", name)


class ReadVariables:
    """The variables of a foreign project: what each of them is here."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._fields: dict[str, MetadataField] = {}

    def define(self, guid: str, name: str, *, kind: str, label: str) -> None:
        """Take a variable: one named like what every article has is that, all others become fields."""
        plain = " ".join(name.split()) or "variable"
        built_in = next((each for each in BUILT_IN if plain.casefold() == each), "")
        is_hash = plain == TEXT_HASH and guid == variable_id(TEXT_HASH)
        taken = set(self._names.values())
        if is_hash or (built_in and built_in not in taken):
            self._names[guid] = TEXT_HASH if is_hash else built_in
            return
        free, number = plain, 1
        folded = {each.casefold() for each in (*taken, *BUILT_IN)}
        while free.casefold() in folded:
            number += 1
            free = f"{plain}_{number}"
        self._names[guid] = free
        field_kind = _KINDS.get(kind, MetadataKind.TEXT)
        self._fields[free] = MetadataField(free, label, field_kind, position=len(self._fields))

    def name_of(self, guid: str) -> str:
        """Give the field of a variable, the empty string for one that is not defined."""
        return self._names.get(guid, "")

    def with_remarks(self) -> str:
        """Add the field for what is noted of whole sources, unless there is one; gives its name."""
        self._fields.setdefault(REMARK_FIELD.name, MetadataField("memo", "Memo", position=len(self._fields)))
        return REMARK_FIELD.name

    @property
    def fields(self) -> tuple[MetadataField, ...]:
        """The fields beside those that every article has."""
        return tuple(self._fields.values())
