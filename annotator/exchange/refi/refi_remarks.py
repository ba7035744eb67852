# SPDX-License-Identifier: MIT
"""The notes of a foreign REFI-QDA project, and what they are tied to: by reference, or by a link."""

from collections.abc import Iterable

from annotator.exchange.findings import FindingKind
from annotator.exchange.refi.refi_parts import Project, Source
from annotator.exchange.refi.refi_texts import MissingText, SourceTexts

_NO_TEXT = "A note has no text that can be read; it was left out."
_LOOSE = "A note belongs to nothing that was taken; it was left out."


class Remarks:
    """The texts of the notes of a project. What is asked for counts as taken."""

    def __init__(self, project: Project, texts: SourceTexts) -> None:
        self._project = project
        self._texts: dict[str, str] = {}
        self._taken: set[str] = set()
        self._linked: dict[str, list[str]] = {}
        for guid, note in project.notes.items():
            self._texts[guid] = _text_of(note, texts)
            if not self._texts[guid]:
                project.findings.add(FindingKind.DROPPED, _NO_TEXT, place=note.name[:80])
        for origin, targets in project.links.items():
            for target in targets:
                self._linked.setdefault(origin, []).append(target)
                self._linked.setdefault(target, []).append(origin)

    def of(self, references: Iterable[str], *, linked: str = "", also: str = "") -> str:
        """Give the notes referred to, those linked with an identity, and a further text, one after the other."""
        wanted = dict.fromkeys((*references, *(self._linked.get(linked, ()) if linked else ())))
        known = [guid for guid in wanted if self._texts.get(guid)]
        self._taken.update(known)
        texts = dict.fromkeys(text for text in (also, *(self._texts[guid] for guid in known)) if text)
        return "\n\n".join(texts)

    def tell_loose(self) -> None:
        """Report the notes that nothing asked for."""
        for guid, note in self._project.notes.items():
            if self._texts[guid] and guid not in self._taken:
                self._project.findings.add(FindingKind.DROPPED, _LOOSE, place=note.name[:80])


def _text_of(note: Source, texts: SourceTexts) -> str:
    """Give the text of a note as it is written, to the last blank."""
    if note.content is not None:
        return note.content
    try:
        return texts.text_of(note).text.body
    except MissingText:
        return note.description
