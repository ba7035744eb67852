# SPDX-License-Identifier: MIT
"""A codebook from elsewhere held against ours: what is new, what differs, what is the same, what collides.

A code is the one with its identity; else the one with its name; else, where the file gives no identity,
the one with its short name. Only fields of which the file speaks are compared, never the place in the
order. Names, short names and keys are compared without regard to case, since no two codes may share one.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from annotator.domain import Code, Codebook, CodeId, Refused, new_uuid
from annotator.domain.canonical import Json
from annotator.domain.codebook import code_as_json
from annotator.exchange.codebooks.codebook_read import CODE_FIELDS, CodebookRead, CodeRead
from annotator.exchange.findings import Finding
from annotator.operations.code_rules import code_faults, proposed_short_name

_NEVER_COMPARED = frozenset({"position"})
_SETTLED = ("short_name", "shortcut")
"""Fields in which a collision is settled, as the preview says; any other fault refuses the file."""


@dataclass(frozen=True, slots=True)
class CodeFieldChange:
    """One field of a known code that the file has otherwise, in values of JSON."""

    field: str
    here: Json
    there: Json


@dataclass(frozen=True, slots=True)
class CodeChange:
    """A known code and how it would be, with what differs."""

    known: Code
    coming: Code
    fields: tuple[CodeFieldChange, ...]


@dataclass(frozen=True, slots=True)
class CodeCollision:
    """What two codes cannot both have: the place in the file, the field, and what is done about it."""

    where: str
    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CodebookPreview:
    """What a codebook file would do. ``new`` are the codes as they would be added."""

    new: tuple[Code, ...]
    changed: tuple[CodeChange, ...]
    same: tuple[Code, ...]
    collisions: tuple[CodeCollision, ...]
    findings: tuple[Finding, ...]


class CodebookMatching:
    """One file while it is held against a codebook, code by code.

    ``used`` are identities that a new code cannot have; ``updates`` says that known codes become what
    the file says, so that what they then hold is what new ones may collide with.
    """

    def __init__(self, codebook: Codebook, *, used: Container[str], updates: bool) -> None:
        self._book = codebook
        self._used = used
        self._updates = updates
        self._met: set[CodeId] = set()
        self._new: list[Code] = []
        self._changed: list[CodeChange] = []
        self._same: list[Code] = []
        self._collisions: list[CodeCollision] = []

    def preview(self, read: CodebookRead) -> CodebookPreview:
        """Hold every code of a file against the codebook; raises Refused for one that cannot be a code here."""
        for each in read.codes:
            known = self._known(each)
            if known is None:
                self._add(each)
            elif known.id in self._met:
                sentence = f"The code “{known.name}” stands in the file twice; the first one counts."
                self._collisions.append(CodeCollision(each.where, "name", sentence))
            else:
                self._met.add(known.id)
                self._compare(each, known)
        return CodebookPreview(
            tuple(self._new), tuple(self._changed), tuple(self._same), tuple(self._collisions), read.findings
        )

    def _known(self, read: CodeRead) -> Code | None:
        by_id = self._book.by_id(read.code.id) if read.code.id else None
        if by_id is not None:
            return by_id
        folded = read.code.name.casefold()
        named = (code for code in self._book.codes if code.name.casefold() == folded)
        found = next(named, None)
        if found is None and not read.code.id and "short_name" in read.fields:
            word = read.code.short_name.casefold()
            found = next((code for code in self._book.codes if code.short_name.casefold() == word), None)
        return found

    def _add(self, read: CodeRead) -> None:
        position = 1 + max((code.position for code in self._book.codes), default=-1)
        fresh = read.code.id and read.code.id not in self._used
        code = replace(read.code, id=read.code.id if fresh else CodeId(new_uuid()), position=position)
        for field in self._colliding(code, read):
            if field == "shortcut":
                code = replace(code, shortcut="")
                self._collide(read, field, f"The key {read.code.shortcut.upper()} is taken; “{code.name}” gets none.")
            else:
                word = proposed_short_name(code.name, codebook=self._book, code=code.id)
                code = replace(code, short_name=word)
                said = f"The short name “{read.code.short_name}” cannot be used; “{code.name}” gets “{word}”."
                if field in read.fields:
                    self._collide(read, field, said)
        self._require_sound(code, read)
        self._met.add(code.id)
        self._new.append(code)
        self._book = Codebook((*self._book.codes, code))

    def _compare(self, read: CodeRead, known: Code) -> None:
        wanted = {name: getattr(read.code, name) for name in read.fields - _NEVER_COMPARED if name in CODE_FIELDS}
        coming = replace(known, **wanted)
        for field in self._colliding(coming, read):
            coming = replace(coming, **{field: getattr(known, field)})
            said = (
                f"The {field.replace('_', ' ')} “{getattr(read.code, field)}” is taken; “{known.name}” keeps its own."
            )
            self._collide(read, field, said)
        here, there = code_as_json(known), code_as_json(coming)
        fields = tuple(
            CodeFieldChange(name, here[name], there[name])
            for name in CODE_FIELDS
            if _differ(name, here[name], there[name])
        )
        if not fields:
            self._same.append(known)
            return
        self._require_sound(coming, read)
        self._changed.append(CodeChange(known, coming, fields))
        if self._updates:
            self._book = Codebook(tuple(coming if code.id == coming.id else code for code in self._book.codes))

    def _colliding(self, code: Code, read: CodeRead) -> Iterator[str]:
        wrong = {fault.field for fault in code_faults(self._book, code=code)}
        return (field for field in _SETTLED if field in wrong and (field in read.fields or field == "short_name"))

    def _collide(self, read: CodeRead, field: str, sentence: str) -> None:
        self._collisions.append(CodeCollision(read.where, field, sentence))

    def _require_sound(self, code: Code, read: CodeRead) -> None:
        faults = code_faults(self._book, code=code)
        if faults:
            sentence = faults[0].sentence.rstrip(".")
            raise Refused(f"{sentence}; nothing was taken from the file.", where=read.where)


def _differ(field: str, here: Json, there: Json) -> bool:
    """Whether two values differ in more than white space around a text, or the case of a colour."""
    if not isinstance(here, str) or not isinstance(there, str):
        return here != there
    if field.startswith("colour"):
        return here.casefold() != there.casefold()
    return here.strip() != there.strip()
