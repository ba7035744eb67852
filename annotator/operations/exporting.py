# SPDX-License-Identifier: MIT
"""Exports: tables that open in R, Python, Stata or a spreadsheet without a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import Refused
from annotator.exchange.comma_separated import write_table
from annotator.operations.agreement import AgreementAnswer, measure_agreement
from annotator.operations.consensus_tables import Table, consensus_tables
from annotator.operations.decisions import decisions_of
from annotator.operations.projects import Project
from annotator.reports import agreement_table, annotations_long, excluded_regions
from annotator.store import queries


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written, and how many rows it has below its header."""

    path: Path
    rows: int


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote, in the order it was written."""

    written: tuple[ExportedFile, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """The paths of the files."""
        return tuple(each.path for each in self.written)


def export_csv(project: Project, *, directory: Path) -> ExportReport:
    """Write annotations, excluded regions and agreement as CSV into a folder, made if need be.

    Where anything was decided, the consensus is written too. The same project gives the same bytes.
    Each file is written whole or not at all; a file of that name is replaced. Raises Refused for a
    folder that cannot be used, NotSaved where the disk refuses.
    """
    require_folder(directory)
    written: tuple[ExportedFile, ...] = (
        export_annotations(project, path=directory / annotations_long.FILE_NAME),
        export_regions(project, path=directory / excluded_regions.FILE_NAME),
        export_agreement(measure_agreement(project), path=directory / agreement_table.FILE_NAME),
    )
    if decisions_of(project):
        written += _write_consensus(directory, consensus_tables(project))
    return _noted(project, written)


def export_consensus(project: Project, *, directory: Path, round_names: Sequence[str] = ()) -> ExportReport:
    """Write the consensus, the decisions behind it and each coder's accuracy of these rounds (none: all) as CSV.

    Raises UsageError for a round that is not there, and as :func:`export_csv` does.
    """
    tables = consensus_tables(project, round_names=round_names)
    require_folder(directory)
    return _noted(project, _write_consensus(directory, tables))


def _write_consensus(directory: Path, tables: Sequence[Table]) -> tuple[ExportedFile, ...]:
    return tuple(
        ExportedFile(directory / each.name, write_table(directory / each.name, columns=each.columns, rows=each.rows))
        for each in tables
    )


def _noted(project: Project, written: tuple[ExportedFile, ...]) -> ExportReport:
    """Keep a record of an export, which the history shows."""
    with project.transaction():
        names = [each.path.name for each in written]
        project.note_event("export", {"files": names, "author": project.state().active_coder})
    return ExportReport(written)


def export_annotations(project: Project, *, path: Path) -> ExportedFile:
    """Write one row per annotation; documents are read one at a time."""
    source = annotations_long.Source(
        codebook=queries.codebook(project.live),
        coders=queries.coders(project.live),
        documents=queries.documents(project.live),
        completions=queries.completions(project.live),
        annotations_of=lambda document: tuple(queries.annotations(project.live, document)),
    )
    columns = annotations_long.long_columns(source.codebook)
    return ExportedFile(path, write_table(path, columns=columns, rows=annotations_long.long_rows(source)))


def export_regions(project: Project, *, path: Path) -> ExportedFile:
    """Write one row per excluded region, whatever its state."""
    rows = excluded_regions.region_rows(
        queries.regions(project.live), documents=queries.documents(project.live), coders=queries.coders(project.live)
    )
    return ExportedFile(path, write_table(path, columns=tuple(excluded_regions.COLUMN_DESCRIPTIONS), rows=rows))


def export_agreement(answer: AgreementAnswer, *, path: Path) -> ExportedFile:
    """Write one row per measure and code; an undefined value is empty, with its status and reason beside it.

    Codes stand by their short names, as in the table of annotations.
    """
    rows = agreement_table.agreement_records(
        answer.results,
        code_names={code.id: code.short_name for code in answer.codebook.codes},
        coder_names={coder.id: coder.name for coder in answer.coders},
    )
    return ExportedFile(path, write_table(path, columns=agreement_table.AGREEMENT_COLUMNS, rows=rows))


def require_folder(directory: Path) -> None:
    """Make a folder that is not there; raises Refused for one that cannot be made or that is a file."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise Refused("This is a file; name a folder for the export.", where=str(directory)) from error
    except OSError as error:
        raise Refused(f"The folder cannot be made: {error.strerror}.", where=str(directory)) from error
