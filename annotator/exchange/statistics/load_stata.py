# SPDX-License-Identifier: MIT
"""``load.do``: reads one of the CSV files into Stata 14 or later, with labels; ``do load.do articles`` names it.

Stata expands macros inside quotation marks and takes comments out of them, so a text is never written
as it is: letters, digits and plain signs stand between quotation marks, every other character is
``uchar()`` of its number, and labels are set through Mata. Every column is read as text and then converted;
an empty cell becomes a missing value.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from annotator.domain.tables import StatisticsSet, StatisticsTable, Variable, VariableKind
from annotator.domain.variable_names import variable_names
from annotator.exchange.statistics.stata import LONGEST_LABEL
from annotator.exchange.statistics.statistics_columns import cut_to_characters, day_names, one_line

_HEAD = """\
* Reads one CSV file of this folder with labels and missing values; give its name: do load.do NAME
* The .dta files of an export hold the same and need no script.
version 14
args table
"""
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-.,;:!?()=")
_WORDS = {VariableKind.YES_NO, VariableKind.CHOICE}


def stata_script(statistics: StatisticsSet, *, files: Mapping[str, Path]) -> str:
    """Give the script that loads one of these CSV files; ``files`` has them by the tables' names."""
    tables = [table for table in statistics.tables if table.name in files]
    names = " ".join(table.name for table in tables)
    lines = [f"local known {names}"]
    if tables:
        lines.append(f'if "`table\'" == "" local table {tables[0].name}')
    lines += ["if !`: list table in known' {", '    display as error "Give one of: `known\'"', "    exit 198", "}"]
    for table in tables:
        lines.append(f'if "`table\'" == "{table.name}" {{')
        lines += [f"    {line}" for line in _loading(table, files[table.name].name)]
        lines.append("}")
    return _HEAD + "\n".join(lines) + "\n"


def stata_expression(text: str) -> str:
    """Give a text as an expression of Stata and of Mata in which no character has a meaning of its own."""
    pieces = []
    for is_plain, group in groupby(text, key=_PLAIN.__contains__):
        characters = "".join(group)
        if is_plain:
            pieces.append(f'"{characters}"')
        else:
            pieces += [f"uchar({ord(character)})" for character in characters]
    return " + ".join(pieces) or '""'


def _loading(table: StatisticsTable, file: str) -> Iterator[str]:
    """Give the commands that load one table."""
    days = day_names(table)
    yield f'import delimited using "{file}", clear delimiters(",") varnames(1) case(preserve) stringcols(_all) ///'
    yield '    encoding("utf-8") bindquote(strict) maxquotedrows(unlimited)'
    for variable in table.variables:
        if variable.kind in {VariableKind.INTEGER, VariableKind.NUMBER}:
            yield f"destring {variable.name}, replace"
        elif variable.kind in _WORDS:
            yield from _numbers_for_words(variable, table)
        if variable.name in days:
            day = days[variable.name]
            yield f'generate long {day} = date({variable.name}, "YMD") if strlen({variable.name}) == 10'
            yield f"format %td {day}"
            yield _labelling(day, f"{variable.label} (day)")
        yield _labelling(variable.name, variable.label)
        yield from _value_labels(variable)


def _numbers_for_words(variable: Variable, table: StatisticsTable) -> Iterator[str]:
    """Give the commands that turn words into the numbers that stand for them, at the same place."""
    [word_name] = variable_names([f"{variable.name}_word"], taken=table.columns)
    yes_no = variable.kind is VariableKind.YES_NO
    numbers: Mapping[str, int] = {"true": 1, "false": 0} if yes_no else variable.numbers
    yield f"rename {variable.name} {word_name}"
    yield f"generate long {variable.name} = ."
    for word, number in numbers.items():
        yield f"replace {variable.name} = {number} if {word_name} == {stata_expression(word)}"
    yield f"order {variable.name}, before({word_name})"
    yield f"drop {word_name}"


def _labelling(name: str, label: str) -> str:
    return f'mata: st_varlabel("{name}", {stata_expression(cut_to_characters(one_line(label), LONGEST_LABEL))})'


def _value_labels(variable: Variable) -> Iterator[str]:
    if variable.kind in {VariableKind.TEXT, VariableKind.DATE} or not variable.number_labels:
        return
    for number, label in variable.number_labels.items():
        yield f'mata: st_vlmodify("{variable.name}", {number}, {stata_expression(one_line(label))})'
    yield f"label values {variable.name} {variable.name}"
