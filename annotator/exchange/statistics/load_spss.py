# SPDX-License-Identifier: MIT
"""``load.sps``: reads the CSV files into datasets of SPSS or PSPP, with labels and levels of measurement.

Both programs read a line as a case, even inside quotation marks. A table with line breaks (or other
control characters) in its cells therefore has a twin, ``NAME_for_spss.csv``, in which a space stands for
them. Words of a choice become numbers with value labels, yes and no 1 and 0, dates stay text with a
companion ``NAME_day``. An empty cell is system-missing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.tables import Cell, Row, StatisticsSet, StatisticsTable, Variable, VariableKind
from annotator.domain.variable_names import variable_names
from annotator.exchange.statistics.spss import LONGEST_LABEL, LONGEST_TEXT, LONGEST_VALUE_LABEL
from annotator.exchange.statistics.statistics_columns import cut_to_bytes, day_names, one_line

_MARK = "\ufeff"
"""By which SPSS and PSPP know that a script is UTF-8, whatever is in it."""

_HEAD = """\
* Reads the CSV files of this folder into datasets with labels and missing values, for SPSS and PSPP.
* Go to the folder of the files first, as in: CD 'C:\\export'.
* The .sav or .zsav files of an export hold the same and need no script.
"""
_LINE_BREAKS = re.compile(r"[\x01-\x08\x0a-\x1f\x7f-\x9f]+")
"""Line breaks, and the other control characters, which PSPP does not take in a text either."""
_NUMBER, _WHOLE, _DECIMAL = "F40.0", "F8.0", "F16.6"
_WORDS = {VariableKind.YES_NO, VariableKind.CHOICE}


@dataclass(frozen=True, slots=True)
class TextMeasures:
    """The bytes of the longest text of each variable of a table, at least 1, and whether any breaks a line."""

    widths: Mapping[str, int]
    has_line_breaks: bool


def spss_script(statistics: StatisticsSet, *, files: Mapping[str, Path], measures: Mapping[str, TextMeasures]) -> str:
    """Give the script that loads these CSV files, or their twins; ``files`` has them by the tables' names."""
    tables = [table for table in statistics.tables if table.name in files]
    loading = (
        "\n" + "\n".join(_loading(table, files[table.name].name, measures[table.name].widths)) + "\n"
        for table in tables
    )
    first = f"\nDATASET ACTIVATE {tables[0].name}.\n" if tables else ""
    return _MARK + _HEAD + "".join(loading) + first


def measure_texts(table: StatisticsTable) -> TextMeasures:
    """Go through a table once for what SPSS must be told before it reads it."""
    widths = [1] * len(table.variables)
    broken = False
    for row in table.rows():
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                widths[column] = max(widths[column], len(cell.encode()))
                broken = broken or _LINE_BREAKS.search(cell) is not None
    for column, variable in enumerate(table.variables):
        if variable.kind is VariableKind.CHOICE:
            widths[column] = max(widths[column], *(len(word.encode()) for word in variable.numbers), 1)
    bounded = (min(width, LONGEST_TEXT) for width in widths)
    return TextMeasures(dict(zip(table.columns, bounded, strict=True)), broken)


def rows_of_one_line(rows: Iterable[Row]) -> Iterator[Row]:
    """Give rows with a space for every line break."""
    for row in rows:
        yield tuple(_one_line_cell(cell) for cell in row)


def spss_text(text: str, longest: int) -> str:
    """Give a text as SPSS writes it: on one line, cut to so many bytes, quotation marks doubled."""
    return "'" + cut_to_bytes(one_line(text.replace("\0", " ")), longest).replace("'", "''") + "'"


def _one_line_cell(cell: Cell) -> Cell:
    return _LINE_BREAKS.sub(" ", cell) if isinstance(cell, str) else cell


def _loading(table: StatisticsTable, file: str, widths: Mapping[str, int]) -> Iterator[str]:
    """Give the commands that load one table into a dataset of its name."""
    days = day_names(table)
    words = _word_names(table, taken=(*table.columns, *days.values()))
    yield f"GET DATA /TYPE=TXT /FILE={spss_text(file, LONGEST_TEXT)} /ENCODING='UTF8'"
    yield "  /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=2 /DELIMITERS=',' /QUALIFIER='\"'"
    # A line that begins with the name of a command ("document") would end this one, so formats begin lines.
    before = "/VARIABLES="
    for variable in table.variables:
        yield f"  {before} {words.get(variable.name, variable.name)}"
        before = _format_read(variable, widths[variable.name])
    yield f"  {before}."
    for variable in table.variables:
        if variable.name in words:
            yield from _numbers_for_words(variable, words[variable.name])
        if variable.name in days:
            day = days[variable.name]
            yield f"NUMERIC {day} (SDATE10)."
            yield f"IF (LENGTH(RTRIM({variable.name})) = 10) {day} = NUMBER({variable.name}, SDATE10)."
            yield f"VARIABLE LABELS {day} {spss_text(f'{variable.label} (day)', LONGEST_LABEL)}."
        yield from _description(variable)
    yield "EXECUTE."
    if words:
        yield f"DELETE VARIABLES {' '.join(words.values())}."
    yield f"DATASET COPY {table.name}."


def _word_names(table: StatisticsTable, *, taken: Iterable[str]) -> Mapping[str, str]:
    """Give a passing name for the words of each variable that ends as numbers."""
    variables = [variable.name for variable in table.variables if variable.kind in _WORDS]
    return dict(zip(variables, variable_names([f"{name}_word" for name in variables], taken=tuple(taken)), strict=True))


def _format_read(variable: Variable, width: int) -> str:
    if variable.kind in {VariableKind.INTEGER, VariableKind.NUMBER}:
        return _NUMBER
    return "A5" if variable.kind is VariableKind.YES_NO else f"A{width}"


def _numbers_for_words(variable: Variable, word_name: str) -> Iterator[str]:
    """Give the commands that turn words into the numbers that stand for them."""
    yes_no = variable.kind is VariableKind.YES_NO
    numbers: Mapping[str, int] = {"true": 1, "false": 0} if yes_no else variable.numbers
    yield f"NUMERIC {variable.name} ({_WHOLE})."
    for word, number in numbers.items():
        literal = "'" + _LINE_BREAKS.sub(" ", word).replace("'", "''") + "'"
        yield f"IF ({word_name} = {literal}) {variable.name} = {number}."


def _description(variable: Variable) -> Iterator[str]:
    """Give the commands for what a variable means and how it is shown."""
    if variable.label:
        yield f"VARIABLE LABELS {variable.name} {spss_text(variable.label, LONGEST_LABEL)}."
    labels = variable.number_labels if variable.kind not in {VariableKind.TEXT, VariableKind.DATE} else {}
    if labels:
        yield f"VALUE LABELS {variable.name}"
        yield from (f"  {number} {spss_text(label, LONGEST_VALUE_LABEL)}" for number, label in labels.items())
        yield "  ."
    if variable.kind is VariableKind.NUMBER:
        yield f"FORMATS {variable.name} ({_DECIMAL})."
    elif variable.kind is VariableKind.INTEGER:
        yield f"FORMATS {variable.name} ({_WHOLE})."
    yield f"VARIABLE LEVEL {variable.name} ({variable.measure.value.upper()})."
