# SPDX-License-Identifier: MIT
"""What a foreign REFI-QDA project says, put in its place: texts as documents, codings as annotations on them."""

from dataclasses import dataclass, replace

from annotator.domain import CodeId, Document, DocumentId
from annotator.domain.identifiers import document_id
from annotator.domain.metadata import BUILT_IN, is_date
from annotator.exchange.codings.gathering import Claim, Gathering
from annotator.exchange.corpus import CorpusRead
from annotator.exchange.findings import FindingKind
from annotator.exchange.refi.refi_extras import NOTHING_ADDED, Extras
from annotator.exchange.refi.refi_known import Known
from annotator.exchange.refi.refi_line_ends import Guess, begins_with_name, guess, is_exactly_named, is_ours
from annotator.exchange.refi.refi_parts import Coding, Project, Selection, Source
from annotator.exchange.refi.refi_remarks import Remarks
from annotator.exchange.refi.refi_texts import MissingText, SourceText, SourceTexts
from annotator.exchange.refi.refi_variables import TEXT_HASH
from annotator.exchange.refi.refi_words import CUT, folded, selection_id
from annotator.text import context, digest, stands

_SAME_TEXT = "Two sources have the very same text; they are one article."
_OTHER_TEXT = "The text of a source is not the one that the project was exported with."
_WHOLE = "A source as a whole is coded, without a passage; the annotation is of the whole text."
_NO_TIME = "A coding does not say when it was made; it has the time of the import."
_REMARK = "A passage bears a remark and no code; it was taken as an annotation with the code “Memo”."
_NEITHER = "A passage bears neither a code nor a remark; it was left out."
_NO_NUMBERS = "A selection has no positions that are numbers, nor words that stand in the text; it was left out."
_REGION = "The words of an excluded region do not stand at its place; it was left out."
_ONLY_IN_EXTRAS = frozenset({"attributes", "certainty", "ask_lead", "round"})


class Placing:
    """One project while its sources are placed, one after the other."""

    def __init__(self, project: Project, extras: Extras | None, *, texts: SourceTexts, fallback_name: str) -> None:
        self._project = project
        self._extras = extras if extras is not None else Extras(is_of_archive=False)
        self._texts = texts
        self._is_ours = is_ours(project.origin)
        self._gathering = Gathering(project.name or fallback_name)
        self._gathering.findings = project.findings
        self._gathering.unsaid = _ONLY_IN_EXTRAS if extras is None else frozenset()
        self._remarks = Remarks(project, texts)
        self._known = Known(project, extras, self._gathering, self._remarks)

    def source(self, source: Source) -> None:
        """Take a source with all that is coded in it; one without a text is dropped and told."""
        try:
            text = self._texts.text_of(source)
        except MissingText as missing:
            sentence = f"A source has no text ({missing}); it was left out with all that is coded in it."
            self._project.findings.add(FindingKind.DROPPED, sentence, place=_called(source)[:80])
            return
        document = self._document(source, text)
        body = text.text.body
        standing = [each for each in source.selections if each.has_position]
        counted = guess(text.text, standing, origin="" if text.is_replaced else self._project.origin)
        self._tell_guess(source, counted)
        for selection in source.selections:
            if selection.has_position:
                self._take_selection(source, selection, document, text, counted)
            else:
                self._take_words(source, selection, document, text, counted)
        for coding in source.codings:
            self._project.findings.add(FindingKind.GUESSED, _WHOLE, place=_called(source)[:80])
            code = self._known.code(coding.code, place=_called(source)[:80])
            if code is not None:
                passage = _Passage(document, 0, len(body), body, _called(source)[:80])
                self._take(passage, code, coding, self._remarks.of(coding.notes, linked=coding.guid))

    def _document(self, source: Source, text: SourceText) -> DocumentId:
        sha256 = digest(text.text.body)
        identity = document_id(sha256)
        name = _called(source)
        values = {self._project.variables.name_of(guid): value for guid, value in source.values}
        exported = values.pop(TEXT_HASH, sha256)
        if exported != sha256:
            self._project.findings.add(FindingKind.MISMATCH, _OTHER_TEXT, place=name[:80])
        if self._gathering.text(identity) is not None:
            self._project.findings.add(FindingKind.NOTED, _SAME_TEXT, place=name[:80])
            return self._gathering.document(text.text.body, name=name)
        known = self._extras.documents.get(identity)
        if known is None or not self._extras.is_of_archive:
            said = self._said_of(source, values)
            raw = replace(said, id=identity, name=name, raw_sha256=text.raw_sha256, encoding=text.encoding)
            known = raw if known is None else _completed(raw, known)
        return self._gathering.document(text.text.body, name=name, known=known)

    def _said_of(self, source: Source, values: dict[str, str]) -> Document:
        """Give what the variables and notes of a source say, as a document without a text."""
        values.pop("", None)
        remark = self._remarks.of(source.notes, linked=source.guid, also=source.description)
        if remark:
            values.setdefault(self._project.variables.with_remarks(), remark)
        built_in = {name: values.pop(name) for name in BUILT_IN if name in values}
        if is_date(built_in.get("date", "")[:10]):
            built_in["date"] = built_in["date"][:10]
        return replace(_BLANK, metadata=values, **built_in)  # type: ignore[arg-type]  # each is a text

    def _tell_guess(self, source: Source, counted: Guess) -> None:
        other = counted.runner_up_score
        if other is None or not (counted.is_narrow or counted.score.named < 1):
            return
        sentence = f"How positions are counted was guessed ({counted.counting}; next best: {counted.runner_up})."
        shares = f"{round(100 * counted.score.named)} against {round(100 * other.named)} of 100 names fit"
        self._project.findings.add(FindingKind.GUESSED, sentence, place=f"{_called(source)[:80]}: {shares}")

    def _take_selection(
        self, source: Source, selection: Selection, document: DocumentId, text: SourceText, counted: Guess
    ) -> None:
        start, end = text.text.span(selection.start, selection.end, counted.counting)
        where = f"{_called(source)[:80]}, characters {selection.start} to {selection.end}"
        quote = self._quote(selection, document, text, (start, end), counted)
        self._take_codings(selection, _Passage(document, start, end, quote, where))

    def _take_words(
        self, source: Source, selection: Selection, document: DocumentId, text: SourceText, counted: Guess
    ) -> None:
        """Take a selection without positions for its words, if it has any: where they belong is to be asked."""
        words = folded(selection.name).removesuffix(CUT)
        is_quote = words and (counted.names_are_quotes or words in folded(text.text.body))
        if not is_quote:
            self._project.findings.add(FindingKind.DROPPED, _NO_NUMBERS, place=selection.name[:80])
            return
        where = f"{_called(source)[:80]}, “{words[:40]}”"
        self._take_codings(selection, _Passage(document, 0, 0, words, where))

    def _take_codings(self, selection: Selection, passage: "_Passage") -> None:
        where = passage.where
        said = "" if self._is_ours else selection.description
        remark = self._remarks.of(selection.notes, linked=selection.guid, also=said)
        is_taken = False
        for coding in selection.codings:
            code = self._known.code(coding.code, place=where)
            if code is not None:
                memo = self._remarks.of(coding.notes, linked=coding.guid, also="" if is_taken else remark)
                self._take(passage, code, coding, memo, created=selection.created)
                is_taken = True
        if remark and not is_taken:
            self._project.findings.add(FindingKind.GUESSED, _REMARK, place=where)
            coding = Coding(selection.guid, "", selection.user, selection.created, ())
            self._take(passage, self._known.remark_code(), coding, remark)
        elif not selection.codings:
            self._project.findings.add(FindingKind.DROPPED, _NEITHER, place=where)

    def _quote(
        self, selection: Selection, document: DocumentId, text: SourceText, span: tuple[int, int], counted: Guess
    ) -> str | None:
        """Give the words that prove the place: those of the text where the name fits, else those of the name."""
        start, end = span
        body, name = text.text.body, selection.name
        if text.is_replaced:
            return folded(name).removesuffix(CUT)
        if self._is_ours:
            fits = is_exactly_named(body, start, end, name) and selection.guid == selection_id(document, start, end)
        elif counted.names_are_quotes and folded(name):
            fits = begins_with_name(body, start, end, name)
        else:
            return None
        return body[start:end] if fits else folded(name).removesuffix(CUT)

    def _take(self, passage: "_Passage", code: CodeId, coding: Coding, memo: str, *, created: str = "") -> None:
        """Take an annotation with who made it and when, and with what the extras add."""
        created = coding.created or created
        if not created and not self._is_ours:
            self._project.findings.add(FindingKind.GUESSED, _NO_TIME, place=passage.where)
        added = self._extras.annotations.get(coding.guid, NOTHING_ADDED)
        quote = passage.quote
        if self._extras.is_of_archive:
            quote = quote if added.quote is None else added.quote
            memo = memo if added.memo is None else added.memo
            created = "" if added.has_no_time else created
        self._gathering.annotation(
            Claim(
                document=passage.document,
                coder=self._known.coder(coding.user, place=passage.where),
                code=code,
                start=passage.start,
                end=passage.end,
                quote=quote,
                where=passage.where,
                identity=coding.guid,
                attributes=added.attributes,
                memo=memo,
                certainty=added.certainty,
                ask_lead=added.ask_lead,
                round=added.round,
                codebook_revision=added.codebook_revision,
                created=created,
                original_coder=added.original_coder,
                original_code=added.original_code,
            )
        )

    def read(self) -> CorpusRead:
        """Give all that was placed, with the regions and completions that the extras keep."""
        self._remarks.tell_loose()
        gathering, extras = self._gathering, self._extras
        gathering.modified = extras.modified if extras.is_of_archive else self._project.modified
        gathering.digest = extras.digest if extras.is_of_archive else ""
        gathering.fields.extend(extras.fields if extras.is_of_archive else self._project.variables.fields)
        gathering.rounds.extend(extras.rounds)
        for region in extras.regions:
            text = gathering.text(region.document)
            if text is None or not stands(text, region.span, region.quote):
                self._project.findings.add(FindingKind.DROPPED, _REGION, place=region.quote[:80])
                continue
            before, after = context(text, region.span)
            gathering.regions.append(replace(region, before=before, after=after))
        there = (each for each in extras.completions if gathering.text(each.document) is not None)
        gathering.completions.extend(there)
        return gathering.read()


@dataclass(frozen=True, slots=True)
class _Passage:
    """A stretch of a document in code points of our text, and the words that prove it, None where there are none."""

    document: DocumentId
    start: int
    end: int
    quote: str | None
    where: str


_BLANK = Document(DocumentId(""), "", "", 0)


def _called(source: Source) -> str:
    return source.name.strip() or source.guid or "a source without a name"


def _completed(said: Document, known: Document) -> Document:
    """Give what an archive says of a document, with what only the extras know."""
    return replace(
        said,
        name=known.name if said.name == known.heading else said.name,
        other_names=known.other_names,
        raw_sha256=known.raw_sha256,
        encoding=known.encoding,
        duplicate_group=known.duplicate_group,
    )
