# SPDX-License-Identifier: MIT
"""The project's own fields of an article beside title, outlet, author, date and address: what they may hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from annotator.domain.codebook import is_number
from annotator.domain.identifiers import derived_uuid

BUILT_IN: Mapping[str, str] = MappingProxyType({
    "title": "Title", "outlet": "Outlet", "author": "Author", "date": "Date", "url": "Address (URL)",
})  # fmt: skip
"""What every article has, and how it is labelled. No field of a project bears one of these names."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class MetadataKind(StrEnum):
    """What a field of an article may hold."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class MetadataField:
    """One field that a project keeps of its articles: its name in files, its label on screen, what it may hold.

    ``choices`` binds for CHOICE; for TEXT it is a vocabulary that is offered but not imposed.
    """

    name: str
    label: str = ""
    kind: MetadataKind = MetadataKind.TEXT
    choices: tuple[str, ...] = ()
    position: int = 0

    @property
    def heading(self) -> str:
        """What to call it on screen: its label, else its name."""
        return self.label or self.name

    def accepts(self, value: str) -> bool:
        """Whether a value may be stored; the empty string means "not set" and always may."""
        if value == "" or self.kind is MetadataKind.TEXT:
            return True
        if self.kind is MetadataKind.CHOICE:
            return value in self.choices
        return is_date(value) if self.kind is MetadataKind.DATE else is_number(value)


def is_date(value: str) -> bool:
    """Whether this is a date of ISO 8601, whole or partial: 2026, 2026-03 or 2026-03-15."""
    found = _DATE.match(value)
    if found is None:
        return False
    year, month, day = (int(part) if part else None for part in found.groups())
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    leap = year is not None and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = 28 if month == 2 and not leap else _DAYS[month - 1]
    return day is None or 1 <= day <= last


def metadata_field_id(name: str) -> str:
    """Give the identity of the field of this name, whatever its case: two projects begun apart meet."""
    return derived_uuid("metadata_field", name.casefold())
