# SPDX-License-Identifier: MIT
"""The verb that writes retrieved passages: as a table, or as a list to read with sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from annotator.domain import UsageError
from annotator.domain.tables import OFFSET_UNIT, Cell
from annotator.domain.variable_names import variable_names
from annotator.exchange.comma_separated import write_table
from annotator.exchange.documents.annotated_article import printable
from annotator.exchange.documents.quotes import Quote, QuoteList
from annotator.exchange.outgoing_files import replacing
from annotator.exchange.spreadsheet_csv import write_spreadsheet_table
from annotator.operations.export_report import ExportedFile, ExportReport, noted
from annotator.operations.projects import Project
from annotator.operations.retrieval import Retrieval, RetrievedPassage
from annotator.operations.selected_passages import Progress
from annotator.store import queries, statistics_queries

QUOTE_ENDINGS = (".csv", ".docx", ".html", ".md")
_COLUMNS: Mapping[str, str] = MappingProxyType({
    "number": "", "document": "name", "title": "title", "outlet": "outlet", "author": "author", "date": "date",
    "url": "url",
})  # fmt: skip
_FURTHER = (
    "coder", "round", "code", "code_name", "before", "quote", "after", "start_char", "end_char", "certainty", "memo",
    "annotation_id", "document_id", "text_sha256", "offset_unit",
)  # fmt: skip


def write_quotes(
    project: Project,
    *,
    retrieval: Retrieval,
    path: Path,
    for_spreadsheets: bool = False,
    progress: Progress | None = None,
) -> ExportReport:
    """Write all passages in the form that the ending of the file asks for, whole or not at all.

    ``for_spreadsheets`` writes CSV in which no cell is a formula. The same project and selection give the same
    bytes. Raises UsageError for another ending, NotSaved where the disk refuses.
    """
    ending = path.suffix.lower()
    if ending not in QUOTE_ENDINGS:
        raise UsageError(f"Quotes are written to a file that ends in {', '.join(QUOTE_ENDINGS)}, not “{path.name}”.")
    passages = _Numbered(retrieval.passages(progress=progress))
    if ending == ".csv":
        _write_csv(project, passages, path, for_spreadsheets=for_spreadsheets)
    else:
        name, _ = queries.project_name_and_lead(project.live, project.project_id)
        heading = f"Quotes from {name}" if name else "Quotes"
        _write_list(QuoteList(printable(heading), printable(retrieval.caption), map(_quote, passages)), path, ending)
    return noted(project, [ExportedFile(path, passages.number)])


class _Numbered:
    """Passages that know afterwards how many there were."""

    def __init__(self, passages: Iterable[RetrievedPassage]) -> None:
        self.number = 0
        self._passages = passages

    def __iter__(self) -> Iterator[RetrievedPassage]:
        for each in self._passages:
            self.number += 1
            yield each


def _write_csv(project: Project, passages: _Numbered, path: Path, *, for_spreadsheets: bool) -> None:
    fields = tuple(each.name for each in queries.metadata_fields(project.live))
    codes = queries.codebook(project.live).codes
    attributes = dict.fromkeys(each.name for code in codes for each in code.attributes)
    attributes.update(dict.fromkeys(sorted(statistics_queries.attribute_values(project.live))))
    fixed = (*_COLUMNS, *_FURTHER)
    columns = (*fixed, *variable_names((*fields, *attributes), taken=fixed))
    rows = (_row(passages.number, each, fields, tuple(attributes)) for each in passages)
    if for_spreadsheets:
        write_spreadsheet_table(path, columns=columns, rows=rows)
    else:
        write_table(path, columns=columns, rows=rows)


def _row(number: int, passage: RetrievedPassage, fields: Sequence[str], attributes: Sequence[str]) -> Sequence[Cell]:
    annotation, document = passage.annotation, passage.document
    return (
        number, *(getattr(document, name) or None for name in _COLUMNS.values() if name),
        passage.coder.name, annotation.round, passage.code.short_name, passage.code.name, passage.before or None,
        passage.quote, passage.after or None, passage.start, passage.end, annotation.certainty.value or None,
        annotation.memo or None, annotation.id, document.id, document.text_sha256, OFFSET_UNIT,
        *(document.metadata.get(each) or None for each in fields),
        *(annotation.attributes.get(each) or None for each in attributes),
    )  # fmt: skip


def _write_list(quotes: QuoteList, path: Path, ending: str) -> None:
    """Write a list to read; what sets it is loaded when it is first needed."""
    with replacing(path) as file:
        if ending == ".docx":
            from annotator.exchange.documents.quotes_docx import quotes_docx

            file.write(quotes_docx(quotes))
            return
        if ending == ".html":
            from annotator.exchange.documents.quotes_html import quotes_html as pieces
        else:
            from annotator.exchange.documents.quotes_markdown import quotes_markdown as pieces
        for piece in pieces(quotes):
            file.write(piece.encode())


def _quote(passage: RetrievedPassage) -> Quote:
    annotation, document = passage.annotation, passage.document
    certainty = (f"certainty: {annotation.certainty.value}",) if annotation.certainty else ()
    attributes = (f"{name}: {value}" for name, value in sorted(annotation.attributes.items()) if value)
    source = (document.heading, document.outlet, document.date, f"characters {passage.start}–{passage.end}")
    return Quote(
        code=printable(passage.code.name), coder=printable(passage.coder.name), before=printable(passage.before),
        words=printable(passage.quote), after=printable(passage.after),
        source=tuple(printable(each) for each in source if each),
        details=tuple(map(printable, (*attributes, *certainty))), memo=printable(annotation.memo),
    )  # fmt: skip
