# SPDX-License-Identifier: MIT
"""Reads brat: a folder or a ZIP with ``DOC.txt`` and ``DOC.ann``, with or without a folder per coder.

CR LF becomes LF before offsets are applied; where the text columns prove that a program counted in
another way, that way is taken and said. Fragments that white space alone parts are one annotation; of
a true gap the caller decides. A text column that does not stand leaves its annotation unplaced.
Relations, events and the like are counted and dropped. What ``corpus.json`` adds, if we wrote it,
holds for every line that still says what it said then.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from annotator.domain.canonical import Json
from annotator.domain.errors import Refused
from annotator.domain.identifiers import CodeId, CoderId, DocumentId, derived_uuid
from annotator.domain.model import Certainty
from annotator.exchange.codings.brat_folders import BratFolders
from annotator.exchange.codings.brat_standoff import (
    ASK_LEAD,
    CERTAINTY,
    MEMO,
    OTHER_ATTRIBUTE,
    OTHER_LINES,
    Attached,
    Discontinuous,
    TextBound,
    fragments_of,
    joined,
    on_one_line,
    parsed_line,
    words_of,
)
from annotator.exchange.codings.corpus_header import Sidecar, read_sidecar
from annotator.exchange.codings.foreign_positions import (
    Counting,
    ForeignText,
    OffsetUnit,
    foreign_text,
    with_our_line_ends,
)
from annotator.exchange.codings.gathering import Claim, Gathering
from annotator.exchange.corpus import CorpusRead
from annotator.exchange.findings import FindingKind
from annotator.exchange.incoming_files import shown_name
from annotator.exchange.incoming_members import IncomingMembers, opened_members
from annotator.text import as_article_text, digest
from annotator.text.decode import How

GAP = "An annotation has pieces with other words between them; it was taken as one whole, from the first to the last."
GAP_AS_CHOSEN = "An annotation has pieces with other words between them; each piece was taken, with a common group."
_NO_UTF8 = "The file is not UTF-8, as brat wants it; it is left out."
_NO_TEXT = "There is no text file beside the annotations; they are left out."
_UNKNOWN_LINE = "The line is none of brat's; it is dropped."
_STRAY = "An attribute or a note belongs to something that is not taken; it is dropped."
_OTHER_NOTE = "A note of another kind than AnnotatorNotes is dropped."
_CHANGED_TEXT = "The text is not the one that its SHA-256 names; it was changed after it was written."
_LABEL = re.compile(r"(?P<type>[^\s|\[#]+) *\| *(?P<label>[^|\n]+)")
_UNITS = (OffsetUnit.CODE_POINT, OffsetUnit.UTF_16)
_GROUP = "group"


def read_brat(
    path: Path,
    *,
    discontinuous: Discontinuous | None = None,
    coder: str = "",
    coder_folders: bool | None = None,
) -> CorpusRead:
    """Read all of a folder or ZIP; raises Refused where there is no pair of text and annotations in it.

    ``discontinuous`` decides what becomes of true gaps; None takes them whole and says so as a guess.
    ``coder`` names the coder of files that lie in nobody's folder, else it is the name of the whole.
    ``coder_folders`` says whether folders are coders; None: they are if there is one only, or if
    several hold an article of the same name.
    """
    gathering = Gathering(path.stem)
    gathering.unsaid = frozenset({"round"})
    with opened_members(path) as members:
        folders = BratFolders(members.members, name=coder or path.stem, as_coders=coder_folders)
        if not folders.annotated:
            raise Refused(
                "There is no .ann file in it, so this is nothing that brat wrote; nothing was taken from it.",
                where=shown_name(path),
            )
        sidecar = read_sidecar(members.members, members.read, folder=folders.base, gathering=gathering)
        reader = _Reader(gathering, sidecar, members, folders, discontinuous)
        for name in folders.in_order(sidecar):
            reader.pair(name)
    if folders.guess and not sidecar.is_there:
        gathering.findings.add(FindingKind.GUESSED, folders.guess)
    read = gathering.read()
    if not read.corpus.documents:
        raise Refused(
            "None of its articles could be read: their texts are missing or not UTF-8; nothing was taken from it.",
            where=shown_name(path),
        )
    return read


@dataclass(frozen=True, slots=True)
class _File:
    """One pair of files while its lines are taken."""

    name: str
    document: DocumentId
    coder: CoderId
    text: str
    exact: Mapping[str, Json]


class _Reader:
    def __init__(
        self,
        gathering: Gathering,
        sidecar: Sidecar,
        members: IncomingMembers,
        folders: BratFolders,
        discontinuous: Discontinuous | None,
    ) -> None:
        self._gathering = gathering
        self._sidecar = sidecar
        self._members = members
        self._folders = folders
        self._discontinuous = discontinuous
        self._coders = {folder: coder for coder, folder in sidecar.more("coder_folders").items()}
        self._types = {name: CodeId(code) for code, name in sidecar.more("types").items()}
        self._attributes = {short: name for name, short in sidecar.more("attribute_names").items()}
        self._labels = self._read_labels()

    def pair(self, name: str) -> None:
        """Take one pair of text and annotations."""
        beside = self._folders.text_of(name)
        if beside is None:
            self._gathering.findings.add(FindingKind.DROPPED, _NO_TEXT, place=name)
            return
        original, lines = self._decoded(beside), self._decoded(name)
        if original is None or lines is None:
            return
        known = self._sidecar.document(PurePosixPath(name).stem)
        foreign = foreign_text(original, text_sha256=known.text_sha256 if known else "")
        try:
            as_article_text(foreign.body, data=b"", encoding="utf-8", how=How.STRICT)
        except Refused as refusal:
            self._gathering.findings.add(FindingKind.DROPPED, refusal.sentence, place=beside)
            return
        if known and known.text_sha256 != digest(foreign.body):
            self._gathering.findings.add(FindingKind.MISMATCH, _CHANGED_TEXT, place=beside)
        document = self._gathering.document(foreign.body, name=PurePosixPath(beside).name, known=known)
        exact = self._sidecar.more("brat").get(name.removeprefix(self._folders.base).removesuffix(".ann"))
        file = _File(name, document, self._coder(name), foreign.body, exact if isinstance(exact, dict) else {})
        self._lines(file, foreign, with_our_line_ends(lines).split("\n"))

    def _decoded(self, name: str) -> str | None:
        try:
            return self._members.read(name).decode()
        except UnicodeDecodeError:
            self._gathering.findings.add(FindingKind.DROPPED, _NO_UTF8, place=name)
            return None

    def _coder(self, name: str) -> CoderId:
        folder = self._folders.folder_of(name)
        identity = self._coders.get(folder)
        return CoderId(identity) if isinstance(identity, str) else self._gathering.coder(self._folders.coder_of(name))

    def _lines(self, file: _File, foreign: ForeignText, lines: Sequence[str]) -> None:
        bound: list[tuple[str, TextBound]] = []
        attached: dict[str, list[Attached]] = defaultdict(list)
        for number, line in enumerate(lines, start=1):
            where = f"{file.name}, line {number}"
            parsed = parsed_line(line)
            if isinstance(parsed, TextBound):
                bound.append((f"{where}, {parsed.id}", parsed))
            elif parsed:
                attached[parsed.target].append(parsed)
            elif line.strip():
                what = OTHER_LINES.get(line[0]) if "\t" in line else None
                sentence = f"A line is of a kind that is not taken ({what})." if what else _UNKNOWN_LINE
                self._gathering.findings.add(FindingKind.DROPPED, sentence, place=where)
        counting = self._counting(file, foreign, bound)
        for where, each in bound:
            self._annotation(file, _moved(each, foreign, counting), attached.pop(each.id, []), where)
        for each_target in attached.values():
            self._gathering.findings.add(FindingKind.DROPPED, _STRAY, place=file.name, count=len(each_target))

    def _counting(self, file: _File, foreign: ForeignText, bound: Sequence[tuple[str, TextBound]]) -> Counting:
        def proven(counting: Counting) -> int:
            return sum(_quote_stands(file.text, _moved(each, foreign, counting)) for _, each in bound)

        counting = foreign.best_by(proven, _UNITS)
        if counting != Counting():
            self._gathering.findings.add(
                FindingKind.GUESSED, f"By the words of the annotations, offsets count {counting}.", place=file.name
            )
        return counting

    def _annotation(self, file: _File, bound: TextBound, attached: Sequence[Attached], where: str) -> None:
        whole = joined(file.text, bound.fragments)
        claim = Claim(
            document=file.document,
            coder=file.coder,
            code=self._code(bound.type),
            start=whole[0][0],
            end=whole[-1][1],
            quote=_quote(file.text, bound),
            where=where,
        )
        claim = self._with_attached(claim, attached)
        exact = file.exact.get(bound.id)
        if isinstance(exact, dict) and _still_holds(exact, file.text, bound):
            self._gathering.annotation(_as_written(claim, exact, file.text))
        elif len(whole) == 1:
            self._gathering.annotation(claim)
        else:
            self._in_pieces(claim, whole, file, bound.id)

    def _in_pieces(self, claim: Claim, whole: Sequence[tuple[int, int]], file: _File, name: str) -> None:
        as_chosen = self._discontinuous is Discontinuous.FRAGMENTS
        kind = FindingKind.GUESSED if self._discontinuous is None else FindingKind.NOTED
        self._gathering.findings.add(kind, GAP_AS_CHOSEN if as_chosen else GAP, place=claim.where)
        stands = claim.quote == file.text[claim.start : claim.end]
        if not as_chosen or not stands:
            self._gathering.annotation(claim)
            return
        group = derived_uuid("foreign group", file.document, file.coder, name, *map(str, whole))
        for start, end in whole:
            piece = replace(claim, start=start, end=end, quote=file.text[start:end])
            self._gathering.annotation(replace(piece, attributes={**claim.attributes, _GROUP: group}))

    def _code(self, name: str) -> CodeId:
        if name not in self._types:
            self._types[name] = self._gathering.code(name, label=self._labels.get(name, ""))
        return self._types[name]

    def _with_attached(self, claim: Claim, attached: Sequence[Attached]) -> Claim:
        attributes: dict[str, str] = {}
        memos: list[str] = []
        for each in attached:
            value = each.value or ""
            if not each.is_note and each.name == CERTAINTY and value in tuple(Certainty):
                claim = replace(claim, certainty=Certainty(value))
            elif not each.is_note and each.name == ASK_LEAD and not value:
                claim = replace(claim, ask_lead=True)
            elif not each.is_note:
                attributes[self._attribute(each.name)] = value or "yes"
            elif each.name == OTHER_ATTRIBUTE and "=" in value:
                name, _, value = value.partition("=")
                attributes[self._attribute(name)] = value
            elif each.name == MEMO:
                memos.append(value)
            else:
                self._gathering.findings.add(FindingKind.DROPPED, _OTHER_NOTE, place=claim.where)
        return replace(claim, attributes=attributes, memo="\n".join(memos))

    def _attribute(self, name: str) -> str:
        return str(self._attributes.get(name, name))

    def _read_labels(self) -> Mapping[str, str]:
        name = f"{self._folders.base}visual.conf"
        if name not in self._members.members:
            return {}
        labels, _, _ = (self._decoded(name) or "").partition("[drawing]")
        return {found["type"]: found["label"].strip() for found in _LABEL.finditer(with_our_line_ends(labels))}


def _moved(bound: TextBound, foreign: ForeignText, counting: Counting) -> TextBound:
    """Give the line with its fragments in code points of the text as we keep it."""
    return replace(bound, fragments=tuple(foreign.span(start, end, counting) for start, end in bound.fragments))


def _quote_stands(text: str, bound: TextBound) -> bool:
    found = on_one_line(words_of(text, bound.fragments))
    return bool(found) and bound.text is not None and found == on_one_line(bound.text)


def _quote(text: str, bound: TextBound) -> str | None:
    """Give the quote that the text column proves, the column itself where it does not stand, None without one."""
    if bound.text is None:
        return None
    hull = text[min(start for start, _ in bound.fragments) : max(end for _, end in bound.fragments)]
    return hull if _quote_stands(text, bound) else bound.text


def _still_holds(exact: Mapping[str, Json], text: str, bound: TextBound) -> bool:
    start, end = exact.get("start"), exact.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        return False
    is_same = exact.get("type") == bound.type and fragments_of(text, start, end) == bound.fragments
    return is_same and (bound.text is None or bound.text == words_of(text, bound.fragments))


def _as_written(claim: Claim, exact: Mapping[str, Json], text: str) -> Claim:
    """Give the claim with what only corpus.json has; words that were changed in brat since then stay changed."""
    start, end = exact["start"], exact["end"]
    if not isinstance(start, int) or not isinstance(end, int):
        return claim
    attributes, memo = exact.get("attributes"), str(exact.get("memo", ""))
    longer = attributes if isinstance(attributes, dict) else {}
    return replace(
        claim,
        start=start,
        end=end,
        quote=text[start:end],
        identity=str(exact.get("id", "")),
        created=str(exact.get("created", "")),
        memo=memo if memo and on_one_line(memo) == claim.memo else claim.memo,
        attributes={
            name: str(longer[name]) if on_one_line(str(longer.get(name, ""))) == value else value
            for name, value in claim.attributes.items()
        },
    )
