# SPDX-License-Identifier: MIT
"""The codes and the people of a foreign REFI-QDA project, found by the identities that its codings name."""

from collections.abc import Iterator
from dataclasses import replace

from annotator.domain import Code, CodeId, Coder, CoderId
from annotator.domain.identifiers import derived_uuid
from annotator.domain.short_names import proposed_short_name_of
from annotator.exchange.codings.gathering import Gathering
from annotator.exchange.findings import FindingKind
from annotator.exchange.refi.refi_codebook import ReadCode
from annotator.exchange.refi.refi_extras import Extras
from annotator.exchange.refi.refi_parts import Project
from annotator.exchange.refi.refi_remarks import Remarks

NOBODY = "?"
REMARK_CODE = "Memo"
_REMARK_DEFINITION = "A remark on a passage that bears no code in the project it comes from."
_NO_USER = "A coding does not say who made it; it is taken to be the only user's, or of a coder called “?”."
_UNKNOWN_USER = "A coding names a user who is not listed; they are called by their identity."
_UNKNOWN_CODE = "A coding names a code that is not in the codebook; it is called by its identity."
_CASE = "A passage is coded with a case, not with a code; the coding was left out."
_CATEGORY = "A category that cannot be applied is applied in the project; it was taken as a code."


class Known:
    """Who and what the codings of a project name. ``extras`` say it all where they are of this very archive."""

    def __init__(self, project: Project, extras: Extras | None, gathering: Gathering, remarks: Remarks) -> None:
        self._project = project
        self._extras = extras if extras is not None else Extras(is_of_archive=False)
        self._gathering = gathering
        self._remarks = remarks
        self._coders: dict[str, CoderId] = {}
        self._codes: dict[str, Code] = {}
        self._remark_code: CodeId | None = None
        for coder in self._listed_coders():
            self._coders[coder.id] = coder.id
            gathering.known_coder(coder)
        for code in self._listed_codes():
            self._add(code)

    def _listed_coders(self) -> Iterator[Coder]:
        for guid, name in self._project.users.items():
            words = name.strip() or (f"user {guid[:8]}" if guid else NOBODY)
            known = self._extras.coders.get(CoderId(guid))
            if known is not None and self._extras.is_of_archive:
                yield known
            elif known is not None:
                yield replace(known, name=words)
            else:
                yield Coder(CoderId(guid or derived_uuid("foreign coder", words)), words)

    def _listed_codes(self) -> Iterator[Code]:
        if self._extras.is_of_archive:
            yield from self._extras.codes.values()
            return
        applied = {coding.code for source in self._project.sources for coding in source.codings}
        for source in self._project.sources:
            applied.update(coding.code for selection in source.selections for coding in selection.codings)
        for read in self._project.codes:
            if read.is_codable or read.code.id in applied:
                if not read.is_codable:
                    self._project.findings.add(FindingKind.NOTED, _CATEGORY, place=read.code.name[:80])
                yield self._completed(read)

    def _completed(self, read: ReadCode) -> Code:
        """Give a code with its notes, and with what the extras know beyond the archive."""
        definition = self._remarks.of(read.notes, linked=read.code.id, also=read.code.definition)
        code = replace(read.code, definition=definition)
        known = self._extras.codes.get(code.id)
        if known is None:
            return code
        return replace(
            code, short_name=known.short_name, shortcut=known.shortcut, pattern=known.pattern, retired=known.retired,
            colour_dark=known.colour_dark, attributes=known.attributes, counts_as=known.counts_as,
        )  # fmt: skip

    def _add(self, code: Code) -> CodeId:
        self._codes[code.id] = code
        self._gathering.known_code(code)
        return code.id

    def coder(self, user: str, *, place: str) -> CoderId:
        """Give the coder of an identity; who is not listed gets a name."""
        if user in self._coders and user:
            return self._coders[user]
        if user:
            self._project.findings.add(FindingKind.GUESSED, _UNKNOWN_USER, place=place)
            self._coders[user] = self._gathering.coder(f"user {user[:8]}", identity=user)
            return self._coders[user]
        self._project.findings.add(FindingKind.GUESSED, _NO_USER, place=place)
        if len(self._project.users) == 1:
            return next(iter(self._coders.values()))
        return self._gathering.coder(NOBODY)

    def code(self, guid: str, *, place: str) -> CodeId | None:
        """Give the code of an identity; None where it is a case or names nothing."""
        if guid in self._codes:
            return CodeId(guid)
        if guid in self._project.cases or not guid:
            self._project.findings.add(FindingKind.DROPPED, _CASE, place=place)
            return None
        self._project.findings.add(FindingKind.GUESSED, _UNKNOWN_CODE, place=place)
        return self._new_code(guid, f"Code {guid[:8]}", "")

    def remark_code(self) -> CodeId:
        """Give the code for remarks without a code: the one of that name, else a new one."""
        if self._remark_code is None:
            same = (code.id for code in self._codes.values() if code.name.casefold() == REMARK_CODE.casefold())
            self._remark_code = next(same, None) or self._new_code(
                derived_uuid("refi code", REMARK_CODE), REMARK_CODE, _REMARK_DEFINITION
            )
        return self._remark_code

    def _new_code(self, guid: str, name: str, definition: str) -> CodeId:
        short_name = proposed_short_name_of(name, taken={code.short_name.casefold() for code in self._codes.values()})
        return self._add(Code(CodeId(guid), name, short_name, definition=definition, position=len(self._codes)))
