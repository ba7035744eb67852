# SPDX-License-Identifier: MIT
"""``README.txt``: every file and every column of an export in plain words, with the choices that were in force."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap

from annotator.domain.tables import StatisticsSet, StatisticsTable, Variable, VariableKind
from annotator.exchange.outgoing_files import replacing
from annotator.exchange.statistics.statistics_columns import one_line

_WIDTH = 100
_HOW_TO_READ = (
    "CSV files are UTF-8 with commas, quotation marks where they are needed, LF line ends and a point in decimal "
    "numbers. An empty cell is missing, which is not zero: a code that was looked for and not found is 0. Offsets "
    "count Unicode code points from 0; the end is the first one that no longer belongs to the span."
)
_PROGRAMS = {
    "load.R": 'R: source("load.R", encoding = "UTF-8") makes a data frame of each table.',
    "load.do": "Stata 14 or later: do load.do NAME reads the table of that name.",
    "load.sps": "SPSS and PSPP: run it in this folder; it makes a dataset of each table.",
    "datapackage.json": "All that is said here, for programs, with the size and SHA-256 of each file.",
}
_WITHOUT_NAME = "Tables of a project whose name is not told"
_SCRIPTS = ("load.R", "load.do", "load.sps")
_FORMATS = {
    ".sav": "SPSS, PSPP; haven::read_sav in R. Words of a choice are numbers with labels.",
    ".zsav": "SPSS 21 or later, PSPP; haven::read_sav in R. Words of a choice are numbers with labels.",
    ".dta": "Stata 14 or later; haven::read_dta in R. Words of a choice are numbers with labels.",
    ".xlsx": 'Spreadsheets; the sheet "about" describes the columns.',
}
_IN_PROGRAMS = (
    "In files for SPSS and Stata, and in what the scripts load, a date stays text, since it may be partial; NAME_day "
    "beside it is the day, missing where the date tells none. True and false are 1 and 0 in SPSS and Stata. SPSS keeps "
    "at most 32,767 bytes of a text and no blanks at its end: where .sav or .zsav lost more than blanks, "
    "NAME_truncated is 1. Long labels are cut there; they stand whole in this file."
)
_KINDS = {
    VariableKind.TEXT: "text",
    VariableKind.INTEGER: "whole number",
    VariableKind.NUMBER: "number",
    VariableKind.YES_NO: "true or false",
    VariableKind.DATE: "date (ISO 8601, may be partial)",
    VariableKind.CHOICE: "one of the values below",
}


def write_readme(
    statistics: StatisticsSet, path: Path, *, files: Mapping[str, Path], others: Sequence[Path] = ()
) -> None:
    """Write the text; ``files`` has the CSV of each table by its name, ``others`` are all further files.

    ``datapackage.json`` is named in any case: it is written after this, because it has the hash of this.
    """
    names = dict.fromkeys([*(other.name for other in others), "datapackage.json"])
    lines = [*_head(statistics), *_of_others([Path(name) for name in names])]
    for table in statistics.tables:
        if table.name in files:
            lines += _of_table(table, files[table.name])
    with replacing(path) as file:
        file.write(("\n".join(lines) + "\n").encode())


def _head(statistics: StatisticsSet) -> Iterator[str]:
    heading = one_line(statistics.project) or _WITHOUT_NAME
    yield heading
    yield "=" * min(len(heading), _WIDTH)
    yield ""
    yield f"Written by {statistics.application}."
    if statistics.modified:
        yield f"Last change of the project: {statistics.modified}"
    yield f"State of the project (journal_digest): {statistics.digest}"
    yield f"Unit of offsets: {statistics.offset_unit}"
    yield ""
    yield from _wrapped(_HOW_TO_READ, "")
    if statistics.policies:
        yield from ("", "What holds for these tables", "---------------------------")
        for name, sentence in statistics.policies.items():
            yield from _wrapped(f"{name}: {sentence}", "  ")


def _of_others(others: Sequence[Path]) -> Iterator[str]:
    """Give a line for each kind of file, with the names of all files of that kind."""
    kinds: dict[str, list[str]] = {}
    for each in others:
        kinds.setdefault(_said_of(each), []).append(each.name)
    yield from ("", "Other files", "-----------")
    for said, names in kinds.items():
        yield from _wrapped(f"{', '.join(names)}: {said}" if said else ", ".join(names), "  ")
    if any(each.name in _SCRIPTS or each.suffix.lower() in (".sav", ".zsav", ".dta") for each in others):
        yield from ("", *_wrapped(_IN_PROGRAMS, ""))


def _said_of(path: Path) -> str:
    said = _PROGRAMS.get(path.name) or _FORMATS.get(path.suffix.lower())
    if said is None and path.stem.endswith("_for_spss"):
        return "The CSV of that name with spaces for line breaks, which SPSS and PSPP cannot read; load.sps takes it."
    if said is None and path.stem.endswith("_spreadsheet"):
        return "For spreadsheets: an apostrophe stands before texts that would be computed."
    return said or ""


def _of_table(table: StatisticsTable, path: Path) -> Iterator[str]:
    heading = f"{path.name}: {one_line(table.title)}"
    yield from ("", heading, "-" * min(len(heading), _WIDTH))
    yield from _wrapped(table.description, "")
    if table.key_columns:
        yield from _wrapped(f"A row is named by: {', '.join(table.key_columns)}.", "")
    yield ""
    for variable in table.variables:
        yield from _of_variable(variable)


def _of_variable(variable: Variable) -> Iterator[str]:
    yield from _wrapped(f"{variable.name} ({_KINDS[variable.kind]}): {variable.label}", "  ")
    if variable.description and variable.description != variable.label:
        yield from _wrapped(variable.description, "      ")
    if variable.kind is not VariableKind.YES_NO:
        for value, label in variable.value_labels.items():
            said = one_line(str(value))
            yield from _wrapped(said if said == one_line(label) else f"{said} = {label}", "      ")


def _wrapped(text: str, indent: str) -> list[str]:
    return wrap(
        one_line(text),
        width=_WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
