# SPDX-License-Identifier: MIT
"""The flat form as a corpus: articles and codes are the project's, so that it can be previewed and placed anew."""

from pathlib import Path

from annotator.domain import (
    MAIN_ROUND,
    Annotation,
    AnnotationId,
    Coder,
    Document,
    DocumentId,
    Refused,
    Region,
    RegionId,
    UsageError,
)
from annotator.exchange.codings.json_lines import AnnotationRow, read_annotations
from annotator.exchange.corpus import Corpus, CorpusRead, Unplaced
from annotator.exchange.findings import FindingKind, Findings
from annotator.operations.corpus_entities import BEYOND
from annotator.operations.corpus_import_choice import CorpusImportChoice
from annotator.operations.importing import EXCLUDE
from annotator.operations.projects import Project, acting_person
from annotator.operations.row_words import RowWords
from annotator.text.quotation import context, stands


def read_flat(project: Project, path: Path, choice: CorpusImportChoice) -> CorpusRead:
    """Read the flat form about articles of this project; ``choice.coder`` says whose annotations they are.

    Raises Refused at the first row whose article or code the project does not have, and, unless the rest may be
    left out (``choice.reanchor``), at the first excluded passage that does not stand.
    """
    if not choice.coder:
        raise UsageError("This form does not say whose annotations it holds: add --coder NAME.")
    rows = read_annotations(path)
    coder = acting_person(choice.coder, project=project)
    flat = _Flat(project, path.name, coder, choice.round_name or MAIN_ROUND, leaves_out=choice.reanchor)
    return flat.read(rows)


class _Flat:
    """One file of rows, each looked up in the project."""

    def __init__(self, project: Project, name: str, coder: Coder, round_name: str, *, leaves_out: bool) -> None:
        self._project = project
        self._name = name
        self._coder = coder
        self._round = round_name
        self._leaves_out = leaves_out
        self._findings = Findings()
        self._words = RowWords(project, round_name=round_name)
        self._documents: dict[DocumentId, Document] = {}
        self._annotations: dict[DocumentId, list[Annotation]] = {}
        self._regions: list[Region] = []
        self._unplaced: list[Unplaced] = []

    def read(self, rows: tuple[AnnotationRow, ...]) -> CorpusRead:
        for row in rows:
            self._take(row)
        texts = {each.id: self._project.texts.body(each.text_sha256) for each in self._documents.values()}
        corpus = Corpus(
            self._name, tuple(self._documents.values()), texts, self._words.codebook, (self._coder,),
            {document: tuple(found) for document, found in self._annotations.items()}, tuple(self._regions),
        )  # fmt: skip
        placed = (each.id for found in self._annotations.values() for each in found)
        nameless = frozenset((*placed, *(each.annotation.id for each in self._unplaced)))
        return CorpusRead(corpus, tuple(self._unplaced), tuple(self._findings), nameless=nameless)

    def _take(self, row: AnnotationRow) -> None:
        where = f"{self._name}, line {row.line}"
        document = self._words.document(row.document, where)
        self._documents.setdefault(document.id, document)
        text = self._project.texts.body(document.text_sha256)
        stays = stands(text, row.span, row.quote)
        before, after = context(text, row.span) if stays else ("", "")
        if row.code == EXCLUDE:
            if not stays and self._leaves_out:
                self._findings.add(FindingKind.DROPPED, BEYOND, place=f"line {row.line}")
                return
            if not stays:
                raise _not_there(document, row, where)
            identity = self._words.identity("region", self._coder.id, document.id, "", str(row.start), str(row.end))
            self._regions.append(
                Region(
                    RegionId(identity), document.id, self._coder.id, row.span, row.quote, before, after, row.memo,
                    row.certainty,
                )
            )  # fmt: skip
            return
        code = self._words.code(row.code, where)
        identity = self._words.identity(
            "annotation", self._coder.id, document.id, code.id, str(row.start), str(row.end)
        )
        annotation = Annotation(
            AnnotationId(identity), document.id, self._coder.id, code.id,
            row.span, row.quote, before, after, row.attributes, row.memo, row.certainty, row.ask_lead, self._round,
            self._words.codebook.revision,
        )  # fmt: skip
        if stays:
            self._annotations.setdefault(document.id, []).append(annotation)
        else:
            self._unplaced.append(Unplaced(annotation, f"line {row.line}"))


def _not_there(document: Document, row: AnnotationRow, where: str) -> Refused:
    return Refused(
        f"The quote does not stand at characters {row.start} to {row.end} of {document.name}; nothing was written: "
        "correct the line, or leave out what does not stand with --reanchor.",
        where=where,
    )
