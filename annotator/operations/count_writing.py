# SPDX-License-Identifier: MIT
"""The verbs that write counts: as a table, or as a figure."""

from pathlib import Path

from annotator.domain import UsageError
from annotator.exchange.comma_separated import write_table
from annotator.exchange.outgoing_files import replacing
from annotator.exchange.spreadsheet_csv import write_spreadsheet_table
from annotator.operations.export_report import ExportedFile, ExportReport, noted
from annotator.operations.projects import Project
from annotator.reports.count_table import Counts

COUNT_ENDINGS = (".csv", ".svg", ".pdf", ".png")


def count_picture(counts: Counts, *, picture_format: str = "svg") -> bytes:
    """Draw counts as ``svg``, ``pdf`` or ``png``; may be called from any thread."""
    from annotator.reports.count_plots import count_figure

    return count_figure(counts, picture_format=picture_format)


def write_counts(project: Project, *, counts: Counts, path: Path, for_spreadsheets: bool = False) -> ExportReport:
    """Write the table or the figure, as the ending of the file asks for, whole or not at all.

    Every row of the table bears what it was counted by in the column ``caption``. The same counts give the same
    bytes. Raises UsageError for another ending, NotSaved where the disk refuses.
    """
    ending = path.suffix.lower()
    if ending not in COUNT_ENDINGS:
        raise UsageError(f"Counts are written to a file that ends in {', '.join(COUNT_ENDINGS)}, not “{path.name}”.")
    if ending == ".csv":
        return noted(project, [ExportedFile(path, _write_table(counts, path, for_spreadsheets=for_spreadsheets))])
    data = count_picture(counts, picture_format=ending.removeprefix("."))
    with replacing(path) as file:
        file.write(data)
    return noted(project, [ExportedFile(path, 0)])


def _write_table(counts: Counts, path: Path, *, for_spreadsheets: bool) -> int:
    columns = (*(column.name for column in counts.columns), "caption")
    caption = " ".join(counts.caption)
    rows = ((*row.cells, caption) for row in counts.rows)
    write = write_spreadsheet_table if for_spreadsheets else write_table
    return write(path, columns=columns, rows=rows)
