# SPDX-License-Identifier: MIT
"""Single tables as CSV: what the window offers, and the consensus and agreement for themselves."""

from collections.abc import Sequence
from pathlib import Path

from annotator.exchange.comma_separated import write_table
from annotator.operations.agreement import AgreementAnswer
from annotator.operations.consensus_tables import Table, consensus_tables
from annotator.operations.decisions import decisions_of
from annotator.operations.export_choice import ExportChoice
from annotator.operations.export_report import ExportedFile, ExportReport, noted, require_folder
from annotator.operations.projects import Project
from annotator.operations.statistics_export import StatisticsFormat, export_statistics
from annotator.operations.statistics_tables import statistics_set
from annotator.reports import agreement_table


def export_csv(project: Project, *, directory: Path) -> ExportReport:
    """Write annotations, excluded regions and agreement as CSV into a folder, made if need be.

    Where anything was decided, the consensus is written too. The same project gives the same bytes.
    Each file is written whole or not at all; a file of that name is replaced. Raises Refused for a
    folder that cannot be used, NotSaved where the disk refuses.
    """
    settled = ("consensus", "decisions", "accuracy") if decisions_of(project) else ()
    choice = ExportChoice(tables=("annotations_long", "excluded_regions", "agreement", *settled))
    return export_statistics(project, directory=directory, choice=choice, formats=(StatisticsFormat.CSV,))


def export_consensus(project: Project, *, directory: Path, round_names: Sequence[str] = ()) -> ExportReport:
    """Write the consensus, the decisions behind it and each coder's accuracy of these rounds (none: all) as CSV.

    Raises UsageError for a round that is not there, and as :func:`export_csv` does.
    """
    tables = consensus_tables(project, round_names=round_names)
    require_folder(directory)
    return noted(project, _write_consensus(directory, tables))


def _write_consensus(directory: Path, tables: Sequence[Table]) -> tuple[ExportedFile, ...]:
    return tuple(
        ExportedFile(directory / each.name, write_table(directory / each.name, columns=each.columns, rows=each.rows))
        for each in tables
    )


def export_annotations(project: Project, *, path: Path) -> ExportedFile:
    """Write one row per annotation; documents are read one at a time."""
    (table,) = statistics_set(project, choice=ExportChoice(tables=("annotations_long",)), names_state=False).tables
    return ExportedFile(path, write_table(path, columns=table.columns, rows=table.rows()))


def export_regions(project: Project, *, path: Path) -> ExportedFile:
    """Write one row per excluded region, whatever its state."""
    (table,) = statistics_set(project, choice=ExportChoice(tables=("excluded_regions",)), names_state=False).tables
    return ExportedFile(path, write_table(path, columns=table.columns, rows=table.rows()))


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
