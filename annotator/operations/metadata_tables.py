# SPDX-License-Identifier: MIT
"""What is known of articles as a table, out to a spreadsheet and back: looked at first, then taken in as one action.

One column names the article: by its identity, the SHA-256 of its text, its name or its title. Every
other column is a field, by its name or label. An empty cell leaves a value as it is unless empty cells
are to clear values, so that a table of a few articles or fields does no harm to the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import CoderId, Document, DocumentId, Refused
from annotator.domain.metadata import BUILT_IN, MetadataField
from annotator.exchange.articles.foreign_tables import ForeignRow, ForeignTable
from annotator.exchange.findings import Finding, FindingKind
from annotator.exchange.spreadsheet_csv import write_spreadsheet_table
from annotator.operations.article_metadata import (
    MetadataChange,
    changes_to,
    metadata_fields,
    value_of,
    write_changes,
    write_field,
)
from annotator.operations.export_report import ExportedFile
from annotator.operations.metadata_columns import Columns, LeftOut, columns_of
from annotator.operations.metadata_keys import Key, Words, articles_named, chosen_key, words_of
from annotator.operations.metadata_rules import IDENTIFYING, shortened, tidied, value_fault
from annotator.operations.outcome import EVERYTHING, Outcome
from annotator.operations.passages import require_lead
from annotator.operations.projects import Project
from annotator.operations.table_files import read_table_file
from annotator.store import queries
from annotator.text import How

_VERB = "import metadata"


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row, or one cell of it, that is not taken: its line in the file, the heading ("" for the row), and why."""

    line: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class MetadataPreview:
    """What a table of values would change. ``matched`` are the articles it names, in the order of its rows.

    ``unmatched`` are rows that name no article, or no single one; ``refused`` are values that a field
    does not take; ``unnamed`` counts the articles of the project that the table does not name.
    """

    name: str
    key: Key
    columns: Columns
    matched: tuple[DocumentId, ...]
    unmatched: tuple[RowFault, ...]
    unnamed: int
    changes: tuple[MetadataChange, ...]
    refused: tuple[RowFault, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def new_fields(self) -> tuple[MetadataField, ...]:
        """The fields that would be added."""
        return self.columns.new

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The columns that are not taken, each with the reason."""
        return self.columns.left_out


def preview_metadata(
    project: Project, *, path: Path, key: str | None = None, define: bool = True, clears: bool = False
) -> MetadataPreview:
    """Say what a table (CSV or XLSX) would change; nothing is written.

    ``key`` is the heading of the column that names the articles, None lets it be found. With ``define``
    an unknown column becomes a field of text; with ``clears`` an empty cell takes a value away. Raises
    Refused or UsageError for what is no table, or one that names no article.
    """
    table = read_table_file(path)
    documents = queries.documents(project.live)
    words = words_of(documents)
    found_key = chosen_key(table, words, heading=key)
    rows, unmatched = _matched(table, words, found_key)
    columns = columns_of(
        table, key=found_key, rows=rows, words=words, fields=metadata_fields(project), define=define
    )  # fmt: skip
    changes: list[MetadataChange] = []
    refused: list[RowFault] = []
    for row, document in rows:
        values: dict[str, str] = {}
        for column in columns.taken:
            value = tidied(row.cells[column.place])
            if not value and not clears:
                continue
            if fault := value_fault(columns.fields, column.field, value):
                refused.append(RowFault(row.line, column.heading, f"“{shortened(document.heading)}”: {fault}"))
            else:
                values[column.field] = value
        changes += changes_to(document, values)
    return MetadataPreview(
        name=table.name, key=found_key, columns=columns, matched=tuple(document.id for _, document in rows),
        unmatched=tuple(unmatched), unnamed=len(documents) - len(rows), changes=tuple(changes),
        refused=tuple(refused), findings=(*table.findings, *_guessed(table)),
    )  # fmt: skip


def _guessed(table: ForeignTable) -> tuple[Finding, ...]:
    if table.how is not How.GUESSED:
        return ()
    return (Finding(FindingKind.GUESSED, f"The table does not tell its encoding; it was read as {table.encoding}.", 1),)


def _matched(table: ForeignTable, words: Words, key: Key) -> tuple[list[tuple[ForeignRow, Document]], list[RowFault]]:
    """Give the rows whose article was found, each article once, and what is wrong with the others."""
    rows: dict[DocumentId, tuple[ForeignRow, Document]] = {}
    unmatched = []
    for row in table.rows:
        cell = row.cells[key.place]
        found = articles_named(words, key.kind, cell)
        called = f"“{shortened(cell)}”" if cell.strip() else "nothing at all"
        if not found:
            unmatched.append(RowFault(row.line, "", f"no article of the project is called {called}"))
        elif len(found) > 1:
            unmatched.append(RowFault(row.line, "", f"{len(found)} articles of the project are called {called}"))
        elif found[0].id in rows:
            first = rows[found[0].id][0].line
            unmatched.append(RowFault(row.line, "", f"{called} is the article of line {first}, which is taken"))
        else:
            rows[found[0].id] = row, found[0]
    return list(rows.values()), unmatched


def import_metadata(
    project: Project,
    *,
    author: CoderId,
    path: Path,
    key: str | None = None,
    define: bool = True,
    clears: bool = False,
    skip_refused: bool = False,
) -> Outcome[MetadataPreview]:
    """Take in what :func:`preview_metadata` says, as the lead and one action; the same table again changes nothing.

    Rows whose article is not found are left aside. Raises Refused with the line for the first value that
    a field does not take, unless ``skip_refused`` is set; nothing is then written.
    """
    require_lead(project, author, what="says what is known of the articles")
    preview = preview_metadata(project, path=path, key=key, define=define, clears=clears)
    if preview.refused and not skip_refused:
        first, more = preview.refused[0], len(preview.refused) - 1
        others = f", and {more:,} further {'value is' if more == 1 else 'values are'} not right" if more else ""
        raise Refused(f"{first.sentence}{others}; nothing was written.", where=f"{preview.name}, line {first.line}")
    if not preview.changes and not preview.new_fields:
        return Outcome(preview)
    with project.action(author=author, verb=_VERB) as action:
        write_changes(project, action, preview.changes)
        for each in preview.new_fields:
            write_field(project, action, each)
    return Outcome(preview, EVERYTHING, _VERB)


def export_metadata(project: Project, *, path: Path) -> ExportedFile:
    """Write what is known of all articles as a table that a spreadsheet opens and :func:`import_metadata` takes back.

    It begins with the mark of UTF-8 and guards cells against being computed. The table for statistics
    is another one. The same project gives the same bytes.
    """
    names = (*BUILT_IN, *(each.name for each in metadata_fields(project)))
    documents = queries.documents(project.live)
    rows = write_spreadsheet_table(
        path, columns=(*IDENTIFYING, *names), rows=(_row(document, names) for document in documents)
    )
    with project.transaction():
        project.note_event("export", {"files": [path.name], "author": project.state().active_coder})
    return ExportedFile(path, rows)


def _row(document: Document, names: Sequence[str]) -> list[str]:
    return [document.id, document.name, *(tidied(value_of(document, name)) for name in names)]
