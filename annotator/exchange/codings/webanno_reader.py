# SPDX-License-Identifier: MIT
"""Reads W3C Web Annotations: collections, pages, lists or single annotations in JSON-LD; a file, a folder or a ZIP.

``@context`` and all other addresses are text; nothing is fetched. Texts are the .txt files beside the
annotations (found by identity, by name, or by the folder that the source names, as CATMA has them) and
what the caller hands over. A quote without a position is unplaced, as is one that does not stand.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from annotator.domain.errors import Refused
from annotator.domain.identifiers import CodeId, CoderId, DocumentId, derived_uuid, is_uuid
from annotator.domain.model import Certainty
from annotator.exchange.codings.brat_standoff import Discontinuous, joined
from annotator.exchange.codings.corpus_header import SIDECAR, Sidecar, read_sidecar
from annotator.exchange.codings.foreign_positions import (
    Counting,
    ForeignSpan,
    ForeignText,
    OffsetUnit,
    foreign_text,
    with_our_line_ends,
)
from annotator.exchange.codings.gathering import NAMELESS_CODE, Claim, Gathering
from annotator.exchange.codings.webanno_annotation import (
    Tag,
    Target,
    WebAnnotation,
    many,
    own_word,
    types_of,
    web_annotation,
)
from annotator.exchange.codings.webanno_terms import (
    ANNOTATION,
    ASK_LEAD,
    CERTAINTY,
    COLLECTION,
    ORIGINAL_CODE,
    ORIGINAL_CODER,
    PAGE,
    REVISION,
    ROUND,
)
from annotator.exchange.corpus import CorpusRead
from annotator.exchange.findings import FindingKind
from annotator.exchange.incoming_files import shown_name
from annotator.exchange.incoming_members import IncomingMembers, opened_members, without_common_folder
from annotator.exchange.json_objects import Fault, parsed_object
from annotator.text import as_article_text, digest
from annotator.text.decode import How

GAP = "An annotation has pieces with other words between them; it was taken as one whole, from the first to the last."
GAP_AS_CHOSEN = "An annotation has pieces with other words between them; each piece was taken, with a common group."
_NO_SOURCE = "The text that an annotation is about is neither beside it nor in the project; it is dropped."
_OTHER_SELECTOR = "A selector is of a kind that texts are not addressed by here; it is left out."
_NO_CREATOR = (
    "An annotation names nobody who made it; it was taken as made by the one who is named for all, or the file."
)
_UNSURE_UNIT = "Nothing tells whether offsets count code points or UTF-16 units; code points were taken."
_NOTHING_TAKEN = "nothing was taken from it"
_UNITS = (OffsetUnit.CODE_POINT, OffsetUnit.UTF_16)
_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


def read_webanno(
    path: Path,
    *,
    texts: Mapping[str, str] = _NO_TEXTS,
    discontinuous: Discontinuous | None = None,
    unit: OffsetUnit | None = None,
    coder: str = "",
) -> CorpusRead:
    """Read all annotations of a path; raises Refused for one without any, or with JSON that is none.

    ``texts`` are texts by what annotations may call them (an address, a name, ``urn:uuid:DOCUMENT``).
    ``discontinuous`` is as for brat. ``unit`` is what offsets count where neither quotes nor the file tell.
    """
    gathering = Gathering(path.stem)
    with opened_members(path) as members:
        common = without_common_folder(members.members)
        folder = common if f"{common}{SIDECAR}" in members.members else ""
        sidecar = read_sidecar(members.members, members.read, folder=folder, gathering=gathering)
        reader = _Reader(gathering, sidecar, texts, discontinuous, unit)
        reader.take_texts(members)
        for name in members.members:
            if PurePosixPath(name).suffix.casefold() in (".json", ".jsonld") and PurePosixPath(name).name != SIDECAR:
                reader.file(_parsed(members.read(name), name), name, coder)
    if not reader.has_any:
        raise Refused(f"There is no Web Annotation in it; {_NOTHING_TAKEN}.", where=shown_name(path))
    reader.finish()
    return gathering.read()


def _parsed(data: bytes, name: str) -> Mapping[str, object]:
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.lstrip().startswith(b"["):
        data = b'{"@graph":' + data + b"}"
    try:
        return parsed_object(data, what="The file")
    except Fault as fault:
        raise Refused(f"{fault}; {_NOTHING_TAKEN}.", where=name) from fault


def annotations_in(value: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """Give all annotations of a file in its order: of a collection, a page, a graph, or the one that it is."""
    waiting: list[object] = [value]
    while waiting:
        each = waiting.pop()
        if not isinstance(each, dict):
            continue
        kinds = types_of(each)
        if ANNOTATION in kinds or (not kinds and "target" in each):
            yield each
            continue
        within: list[object] = list(many(each.get("@graph")))
        if kinds & {COLLECTION, PAGE} or not kinds:
            within += [*many(each.get("items")), *many(each.get("first")), *many(each.get("next"))]
        waiting.extend(reversed(within))


@dataclass(frozen=True, slots=True)
class _Found:
    """One annotation on one source, until all on that source are known."""

    annotation: WebAnnotation
    target: Target
    value: Mapping[str, object]
    coder: str
    where: str


class _Reader:
    def __init__(
        self,
        gathering: Gathering,
        sidecar: Sidecar,
        texts: Mapping[str, str],
        discontinuous: Discontinuous | None,
        unit: OffsetUnit | None,
    ) -> None:
        self.has_any = False
        self._gathering = gathering
        self._sidecar = sidecar
        self._texts = texts
        self._discontinuous = discontinuous
        self._unit = unit
        self._documents: dict[str, tuple[DocumentId, ForeignText]] = {}
        self._by_source: dict[str, list[_Found]] = {}
        self._names: dict[str, str] = {}

    def take_texts(self, members: IncomingMembers) -> None:
        """Take the texts beside the annotations as documents."""
        names = [name for name in members.members if name.casefold().endswith(".txt")]
        folders = Counter(PurePosixPath(name).parent for name in names)
        for name in sorted(names, key=lambda each: (self._sidecar.position(PurePosixPath(each).stem), each)):
            try:
                original = members.read(name).decode()
            except UnicodeDecodeError:
                self._gathering.findings.add(FindingKind.DROPPED, "A text is not UTF-8; it is left out.", place=name)
                continue
            self._take_text(original, name, alone=folders[PurePosixPath(name).parent] == 1)

    def _take_text(self, original: str, name: str, *, alone: bool) -> None:
        """Take one text; where it is alone in its folder, the folder names it too."""
        path = PurePosixPath(name)
        known = self._sidecar.document(path.stem)
        foreign = foreign_text(original, text_sha256=known.text_sha256 if known else "")
        try:
            as_article_text(foreign.body, data=b"", encoding="utf-8", how=How.STRICT)
        except Refused as refusal:
            self._gathering.findings.add(FindingKind.DROPPED, refusal.sentence, place=name)
            return
        document = self._gathering.document(foreign.body, name=path.name, known=known)
        for key in (f"urn:uuid:{document}", name, path.name, path.stem, *([path.parent.name] if alone else [])):
            self._documents.setdefault(key, (document, foreign))

    def file(self, value: Mapping[str, object], name: str, coder: str) -> None:
        """Take the annotations of one file of JSON, or the name of a tag of CATMA."""
        if isinstance(value.get("uuid"), str) and isinstance(value.get("name"), str):
            self._names[str(value["uuid"])] = str(value["name"])
        self.has_any |= bool(types_of(value) & {COLLECTION, PAGE})
        for number, each in enumerate(annotations_in(value), start=1):
            self.has_any = True
            found = web_annotation(each)
            for target in found.targets:
                where = found.identity or f"{name}, {number}"
                self._by_source.setdefault(target.source, []).append(
                    _Found(found, target, each, coder or PurePosixPath(name).stem, where)
                )

    def finish(self) -> None:
        """Place all annotations, source by source: the quotes of one text tell how its positions are counted."""
        for source, found in self._by_source.items():
            document = self._document(source)
            if document is None:
                places = [each.where for each in found]
                for place in places:
                    self._gathering.findings.add(FindingKind.DROPPED, _NO_SOURCE, place=place)
                continue
            identity, foreign = document
            counting = self._counting(foreign, found)
            for each in found:
                self._annotation(each, identity, foreign, counting)

    def _document(self, source: str) -> tuple[DocumentId, ForeignText | None] | None:
        for key in (source, source.casefold(), source.rstrip("/").rpartition("/")[2]):
            if key not in self._documents and key in self._texts:
                self._hand_over(key, self._texts[key])
            if key in self._documents:
                return self._documents[key]
        plain = source.casefold().removeprefix("urn:uuid:")
        return (DocumentId(plain), None) if is_uuid(plain) else None

    def _hand_over(self, key: str, text: str) -> None:
        """Take a text that the caller has, once an annotation speaks of it."""
        foreign = foreign_text(text, text_sha256=digest(text))
        identity = self._gathering.document(foreign.body, name=key.removeprefix("urn:uuid:"))
        self._documents[key] = (identity, foreign)

    def _counting(self, foreign: ForeignText | None, found: Sequence[_Found]) -> Counting:
        if foreign is None:
            return Counting()
        stated = {each.target.unit for each in found} & set(OffsetUnit)
        units = (OffsetUnit(stated.pop()),) if len(stated) == 1 else _UNITS
        quoted = [
            ForeignSpan(*each.target.positions[0], each.target.quote)
            for each in found
            if len(each.target.positions) == 1 and each.target.quote
        ]
        if quoted:
            counting = foreign.best(quoted, units)
        else:
            counting = foreign.as_it_came(self._unit or units[0])
            if (
                len(units) > 1
                and self._unit is None
                and len(foreign.countings(_UNITS)) > len(foreign.countings(units[:1]))
            ):
                self._gathering.findings.add(FindingKind.GUESSED, _UNSURE_UNIT, place=found[0].where)
        if counting != Counting():
            self._gathering.findings.add(FindingKind.GUESSED, f"Offsets count {counting}.", place=found[0].where)
        return counting

    def _annotation(self, found: _Found, document: DocumentId, foreign: ForeignText | None, counting: Counting) -> None:
        findings = self._gathering.findings
        if found.target.others:
            findings.add(FindingKind.DROPPED, _OTHER_SELECTOR, place=found.where, count=found.target.others)
        if not found.annotation.tags:
            findings.add(FindingKind.DROPPED, NAMELESS_CODE, place=found.where)
        body = foreign.body if foreign else ""
        positions = [
            foreign.span(start, end, counting) if foreign else (start, end) for start, end in found.target.positions
        ]
        whole = joined(body, [each for each in positions if 0 <= each[0] < each[1]])
        coder = self._coder(found)
        for tag in found.annotation.tags:
            claim = self._claim(found, document, coder, self._code(tag))
            if not whole:
                self._without_place(claim, positions)
            elif len(whole) == 1 or foreign is None or claim.quote == body[whole[0][0] : whole[-1][1]]:
                self._gathering.annotation(_placed(claim, whole[0][0], whole[-1][1]))
            else:
                self._in_pieces(claim, whole, body)

    def _without_place(self, claim: Claim, positions: Sequence[tuple[int, int]]) -> None:
        """Take one without a stretch: one with a quote may still be found by it, by whoever asks for it."""
        if positions or not claim.quote:
            self._gathering.annotation(_placed(claim, *(positions[0] if positions else (0, 0))))
            return
        self._gathering.annotation(replace(claim, start=0, end=len(claim.quote), has_position=False))

    def _in_pieces(self, claim: Claim, whole: Sequence[tuple[int, int]], body: str) -> None:
        pieces = [body[start:end] for start, end in whole]
        as_chosen = self._discontinuous is Discontinuous.FRAGMENTS
        kind = FindingKind.GUESSED if self._discontinuous is None else FindingKind.NOTED
        self._gathering.findings.add(kind, GAP_AS_CHOSEN if as_chosen else GAP, place=claim.where)
        proven = claim.quote is None or claim.quote.split() == " ".join(pieces).split()
        start, end = whole[0][0], whole[-1][1]
        if not as_chosen or not proven:
            quote = body[start:end] if claim.quote and proven else claim.quote
            self._gathering.annotation(replace(claim, start=start, end=end, quote=quote))
            return
        group = derived_uuid("foreign group", claim.document, claim.coder, claim.where, *map(str, whole))
        for (first, last), words in zip(whole, pieces, strict=True):
            attributes = {**claim.attributes, "group": group}
            quote = words if claim.quote else None
            self._gathering.annotation(replace(claim, start=first, end=last, quote=quote, attributes=attributes))

    def _claim(self, found: _Found, document: DocumentId, coder: CoderId, code: CodeId) -> Claim:
        quote = found.target.quote
        certainty = own_word(found.value, CERTAINTY)
        return Claim(
            document=document,
            coder=coder,
            code=code,
            start=0,
            end=0,
            quote=None if quote is None else with_our_line_ends(quote),
            where=found.where,
            identity=found.annotation.identity
            if len(found.annotation.tags) * len(found.annotation.targets) == 1
            else "",
            before=with_our_line_ends(found.target.before),
            after=with_our_line_ends(found.target.after),
            attributes={self._names.get(name, name): word for name, word in found.annotation.attributes.items()},
            memo=found.annotation.memo,
            certainty=Certainty(certainty) if certainty in tuple(Certainty) else Certainty.NOT_SET,
            ask_lead=found.value.get(ASK_LEAD) is True,
            round=own_word(found.value, ROUND),
            codebook_revision=own_word(found.value, REVISION),
            created=found.annotation.created,
            original_coder=CoderId(_identity(own_word(found.value, ORIGINAL_CODER))),
            original_code=CodeId(_identity(own_word(found.value, ORIGINAL_CODE))),
        )

    def _coder(self, found: _Found) -> CoderId:
        name = found.annotation.creator
        if not name:
            self._gathering.findings.add(FindingKind.GUESSED, _NO_CREATOR, place=found.where)
        return self._gathering.coder(name or found.coder, identity=found.annotation.creator_iri)

    def _code(self, tag: Tag) -> CodeId:
        word = self._names.get(tag.word, tag.word)
        return self._gathering.code(word, identity=tag.iri, label=tag.label)


def _identity(word: str) -> str:
    return word if is_uuid(word) else ""


def _placed(claim: Claim, start: int, end: int) -> Claim:
    return replace(claim, start=start, end=end)
