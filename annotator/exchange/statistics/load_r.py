# SPDX-License-Identifier: MIT
"""``load.R``: reads the CSV files into data frames with types, factors and labels. Base R does it.

Every column is read as text and then converted, so an empty cell is NA and nothing else is; a word that
is none of a factor's values stops the script. Words of a choice become factors (ordered where the
variable is), yes and no logical values, dates stay text with a companion ``NAME_day`` of class Date. Whole
numbers with labels are of haven's labelled class where haven is there, else they bear the labels as an
attribute. The script is plain ASCII: all other characters are written as escapes.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotator.domain.tables import Measure, StatisticsSet, StatisticsTable, Variable, VariableKind
from annotator.exchange.statistics.statistics_columns import day_names

_HEAD = """\
# Reads the CSV files of this folder into data frames: types, factors, labels, missing values (NA).
# Base R is enough; where haven is installed, whole numbers with labels are of its labelled class.
# Set the folder of the files here, or run this in that folder: source("load.R", encoding = "UTF-8")
if (!exists("folder")) folder <- "."

read_texts <- function(file, columns) {
  table <- utils::read.csv(
    file.path(folder, file), colClasses = "character", na.strings = "", encoding = "UTF-8",
    check.names = FALSE, fill = FALSE, blank.lines.skip = FALSE, comment.char = "", strip.white = FALSE
  )
  if (!identical(names(table), columns)) stop(file, " has other columns than this script")
  table
}
as_whole <- function(x) {
  number <- as.numeric(x)
  if (all(is.na(number) | abs(number) <= .Machine$integer.max)) as.integer(number) else number
}
as_yes_no <- function(x) {
  if (!all(x %in% c("true", "false", NA))) stop("a value is neither true nor false")
  x == "true"
}
as_day <- function(x) as.Date(ifelse(grepl("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", x), x, NA), format = "%Y-%m-%d")
as_choice <- function(x, levels, labels, ordered) {
  if (!all(x %in% c(levels, NA))) stop("a value is not among those of its variable")
  factor(x, levels = levels, labels = labels, ordered = ordered)
}
with_labels <- function(x, labels) {
  if (requireNamespace("haven", quietly = TRUE)) return(haven::labelled(x, labels = labels))
  attr(x, "labels") <- labels
  x
}
labelled <- function(x, label) {
  attr(x, "label") <- label
  x
}
"""

_TAIL = """
rm(read_texts, as_whole, as_yes_no, as_day, as_choice, with_labels, labelled)
"""


def r_script(statistics: StatisticsSet, *, files: Mapping[str, Path]) -> str:
    """Give the script that loads the CSV files of these tables; ``files`` has them by the tables' names."""
    tables = [table for table in statistics.tables if table.name in files]
    loading = ("\n" + "\n".join(_loading(table, files[table.name].name)) + "\n" for table in tables)
    return _HEAD + "".join(loading) + _TAIL


def r_text(text: str) -> str:
    """Give a text as R writes it, in ASCII: nothing in it can end the text or begin another."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def distinct_labels(labels: Sequence[str], values: Sequence[str]) -> list[str]:
    """Give labels of which no two are alike, since R joins levels of one label: the value goes behind those."""
    plain = [label or value for label, value in zip(labels, values, strict=True)]
    found = [
        f"{label} [{value}]" if plain.count(label) > 1 else label for label, value in zip(plain, values, strict=True)
    ]
    return found if len(set(found)) == len(found) else list(values)


def _escaped(character: str) -> str:
    if character == "\0":
        return "\\ufffd"  # no text of R holds it
    if character in '"\\' or not 32 <= ord(character) < 127:
        number = ord(character)
        return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
    return character


def _loading(table: StatisticsTable, file: str) -> Iterator[str]:
    """Give the lines that load one table into a data frame of its name."""
    days = day_names(table)
    yield f"{table.name} <- read_texts({r_text(file)}, {_vector(table.columns)})"
    for variable in table.variables:
        column = f"{table.name}${variable.name}"
        if variable.name in days:
            label = r_text(f"{variable.label} (day)")
            yield f"{table.name}${days[variable.name]} <- labelled(as_day({column}), {label})"
        yield f"{column} <- labelled({_converted(column, variable)}, {r_text(variable.label)})"
    yield f'attr({table.name}, "label") <- {r_text(table.title)}'


def _converted(column: str, variable: Variable) -> str:
    """Give the expression for a column in its type."""
    if variable.kind is VariableKind.NUMBER:
        return f"as.numeric({column})"
    if variable.kind is VariableKind.YES_NO:
        return f"as_yes_no({column})"
    if variable.kind is VariableKind.CHOICE:
        values = [str(value) for value in variable.value_labels]
        labels = distinct_labels(list(variable.value_labels.values()), values)
        ordered = "TRUE" if variable.measure is Measure.ORDINAL else "FALSE"
        return f"as_choice({column}, {_vector(values)}, {_vector(labels)}, {ordered})"
    if variable.kind is VariableKind.INTEGER:
        whole = f"as_whole({column})"
        return f"with_labels({whole}, {_named(variable)})" if variable.value_labels else whole
    return column


def _named(variable: Variable) -> str:
    """Give the labels of whole numbers as a vector of the numbers whose names are the labels."""
    numbers = [str(number) for number in variable.number_labels]
    labels = distinct_labels(list(variable.number_labels.values()), numbers)
    whole = ",\n  ".join(f"{number}L" for number in numbers)
    return f"stats::setNames(c({whole}), {_vector(labels)})"


def _vector(texts: Sequence[str]) -> str:
    """Give a vector of texts, one a line; R refuses very long lines."""
    return "c(" + ",\n  ".join(r_text(text) for text in texts) + ")" if texts else "character()"
