# SPDX-License-Identifier: MIT
"""The article on screen as the screens know it: text, annotations, regions, what is on its way to the file.

Painting and lists read this, never the file. Pure values and look-ups; no Qt.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from annotator.domain import Annotation, CodeId, CodePoint, Coder, CoderId, Document, Region, Span

Entry: TypeAlias = Annotation | Region


@dataclass(slots=True)
class OpenArticle:
    """Entries by id; ``pending`` holds the ids that are painted but not yet stored."""

    document: Document
    text: str
    own: CoderId
    coders: Mapping[CoderId, Coder]
    entries: dict[str, Entry] = field(default_factory=dict)
    pending: set[str] = field(default_factory=set)

    def replace(self, entries: Iterable[Entry]) -> tuple[list[str], list[Entry]]:
        """Take what the file holds; give the ids that went or changed and the entries that came or changed."""
        fresh = {str(entry.id): entry for entry in entries}
        for waiting in self.pending:
            if waiting in self.entries:
                fresh.setdefault(waiting, self.entries[waiting])
        removed = [each for each, entry in self.entries.items() if fresh.get(each) != entry]
        added = [entry for each, entry in fresh.items() if self.entries.get(each) != entry]
        self.entries = fresh
        return removed, added

    def put(self, entry: Entry, *, pending: bool = False) -> None:
        """Add or change one entry."""
        self.entries[str(entry.id)] = entry
        if pending:
            self.pending.add(str(entry.id))
        else:
            self.pending.discard(str(entry.id))

    def drop(self, entry: str) -> None:
        """Forget one entry; an unknown one is fine."""
        self.entries.pop(entry, None)
        self.pending.discard(entry)

    def ordered(self) -> list[Entry]:
        """Give the entries in reading order: start, the longer first, id."""
        return sorted(self.entries.values(), key=lambda entry: (entry.span.start, -entry.span.end, entry.id))

    def at(self, position: CodePoint) -> list[Entry]:
        """Give what covers a position, smallest first."""
        covering = (entry for entry in self.entries.values() if entry.span.contains(position))
        return sorted(covering, key=lambda entry: (entry.span.length, entry.id))

    def is_own(self, entry: Entry) -> bool:
        """Whether the coder at work made it and may change it."""
        return entry.coder == self.own

    def coder_of(self, entry: Entry) -> Coder:
        """Give who made it; somebody unknown is named as such."""
        return self.coders.get(entry.coder) or Coder(entry.coder, "Unknown coder")

    def duplicate(self, *, span: Span, code: CodeId | None) -> Entry | None:
        """Give the coder's own entry with exactly this span and code (None: excluded region), if there is one."""
        for entry in self.entries.values():
            same_code = entry.code == code if isinstance(entry, Annotation) else code is None
            if entry.span == span and same_code and self.is_own(entry):
                return entry
        return None

    def around(self, entry: Entry) -> list[Entry]:
        """Give the other entries that cover all of this one, smallest first."""
        covering = (other for other in self.entries.values() if other.id != entry.id and other.span.covers(entry.span))
        return sorted(covering, key=lambda other: (other.span.length, other.id))
