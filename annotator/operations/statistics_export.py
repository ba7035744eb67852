# SPDX-License-Identifier: MIT
"""The verb that writes the statistics of a project: tables in several formats, and what explains them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from annotator.domain.tables import Row, StatisticsSet, StatisticsTable
from annotator.exchange.comma_separated import write_table
from annotator.exchange.findings import Finding
from annotator.operations.export_choice import ExportChoice
from annotator.operations.export_progress import Progress, unwatched, watched_tables
from annotator.operations.export_report import ExportedFile, ExportReport, noted, require_folder
from annotator.operations.projects import Project
from annotator.operations.statistics_tables import statistics_set

WORKBOOK = "statistics.xlsx"


class StatisticsFormat(StrEnum):
    """What is written. STATS is the whole set: CSV, scripts that load it, a README and ``datapackage.json``."""

    STATS = "stats"
    CSV = "csv"
    XLSX = "xlsx"
    SAV = "sav"
    ZSAV = "zsav"
    DTA = "dta"


def export_statistics(
    project: Project,
    *,
    directory: Path,
    choice: ExportChoice | None = None,
    formats: Sequence[str] = (StatisticsFormat.STATS.value,),
    for_spreadsheets: bool = False,
    progress: Progress = unwatched,
) -> ExportReport:
    """Write the chosen tables into a folder, made if need be, in each of these formats.

    ``for_spreadsheets`` writes each CSV in the form that spreadsheets read, under a name of its own: with
    STATS beside the raw one, with CSV in its place. ``progress`` is told the share that is done, anew for each
    format; what it raises ends the export. The same project and choice give the same bytes.
    Each file is written whole or not at all; a file of that name is replaced. Raises UsageError
    for what the project does not have, Refused for a folder that cannot be used, NotSaved where the disk refuses.
    """
    chosen = [StatisticsFormat(each) for each in formats]
    names_state = set(chosen) != {StatisticsFormat.CSV}
    statistics = statistics_set(project, choice=choice or ExportChoice(), names_state=names_state)
    statistics = replace(statistics, tables=watched_tables(statistics.tables, progress))
    require_folder(directory)
    writing = _Writing(directory, statistics)
    if StatisticsFormat.STATS in chosen or (StatisticsFormat.CSV in chosen and not for_spreadsheets):
        writing.write_csv()
    if for_spreadsheets and {StatisticsFormat.STATS, StatisticsFormat.CSV} & set(chosen):
        writing.write_for_spreadsheets()
    for each in chosen:
        if each in (StatisticsFormat.SAV, StatisticsFormat.ZSAV, StatisticsFormat.DTA):
            writing.write_for_program(each)
    if StatisticsFormat.XLSX in chosen:
        writing.write_workbook()
    if StatisticsFormat.STATS in chosen:
        writing.write_description()
    return noted(project, writing.written, writing.findings)


class _Writing:
    """The files of one export, in the order in which they are written."""

    def __init__(self, directory: Path, statistics: StatisticsSet) -> None:
        self._directory, self._statistics = directory, statistics
        self._csv: dict[str, Path] = {}
        self.written: list[ExportedFile] = []
        self.findings: list[Finding] = []

    def write_csv(self) -> None:
        for table in self._statistics.tables:
            path = self._directory / f"{table.name}.csv"
            self._note(path, write_table(path, columns=table.columns, rows=table.rows()))
            self._csv[table.name] = path

    def write_for_spreadsheets(self) -> None:
        from annotator.exchange.spreadsheet_csv import spreadsheet_name, write_spreadsheet_csv

        for table in self._statistics.tables:
            path = self._directory / spreadsheet_name(f"{table.name}.csv")
            self._note(path, write_spreadsheet_csv(table, path))

    def write_for_program(self, program: StatisticsFormat) -> None:
        """Write a file for each table; the library of a format is loaded when it is first written."""
        for table in self._statistics.tables:
            path = self._directory / f"{table.name}.{program}"
            counted = _Counted(table)
            self.findings += _writer(program)(counted.table, path, statistics=self._statistics)
            self._note(path, counted.rows)

    def write_workbook(self) -> None:
        from annotator.exchange.statistics.xlsx import write_xlsx

        path = self._directory / WORKBOOK
        counted = [_Counted(table) for table in self._statistics.tables]
        self.findings += write_xlsx(replace(self._statistics, tables=tuple(each.table for each in counted)), path)
        self._note(path, sum(each.rows for each in counted))

    def write_description(self) -> None:
        """Write the scripts, the README and, last of all, the package that names every other file."""
        from annotator.exchange.statistics.datapackage import write_datapackage
        from annotator.exchange.statistics.loaders import write_loaders
        from annotator.exchange.statistics.readme import write_readme

        for path in write_loaders(self._statistics, self._directory, files=self._csv):
            self._note(path, 0)
        readme, package = self._directory / "README.txt", self._directory / "datapackage.json"
        write_readme(self._statistics, readme, files=self._csv, others=self._others())
        self._note(readme, 0)
        write_datapackage(self._statistics, package, files=self._csv, others=self._others())
        self._note(package, 0)

    def _others(self) -> tuple[Path, ...]:
        tables = set(self._csv.values())
        return tuple(each.path for each in self.written if each.path not in tables)

    def _note(self, path: Path, rows: int) -> None:
        self.written.append(ExportedFile(path, rows))


class _Counted:
    """A table that knows afterwards how many rows were taken from it."""

    def __init__(self, table: StatisticsTable) -> None:
        self.rows = 0
        self.table = replace(table, rows=self._counted)
        self._made = table.rows

    def _counted(self) -> Iterator[Row]:
        self.rows = 0
        for row in self._made():
            self.rows += 1
            yield row


_Writer = Callable[..., tuple[Finding, ...]]


def _writer(program: StatisticsFormat) -> _Writer:
    if program is StatisticsFormat.DTA:
        from annotator.exchange.statistics.stata import write_stata

        return write_stata
    from annotator.exchange.statistics.spss import write_spss

    return write_spss
