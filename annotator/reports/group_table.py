# SPDX-License-Identifier: MIT
"""Frequencies in groups as tables: by code, by article, by round, by a value, over time."""

from collections.abc import Callable, Sequence

from annotator.counting.articles import Basis
from annotator.counting.grouping import Group, GroupRow
from annotator.domain.tables import Cell
from annotator.reports.count_table import (
    FIRST_COLUMNS,
    LAST_COLUMNS,
    CountColumn,
    CountMatrix,
    CountRow,
    MatrixCell,
    Names,
    laid_out,
    last_cells,
    of_one,
)

_CODE = (CountColumn("code", "Code"), CountColumn("code_name", "Name of the code"))
_FIGURES = (
    CountColumn("annotations", "Annotations", is_number=True),
    CountColumn("articles", "Articles with the code", is_number=True),
    CountColumn("characters", "Characters", is_number=True),
    CountColumn("share", "Share among the codes", is_number=True),
    CountColumn("group_share", "Share among the rows", is_number=True),
    CountColumn("articles_coded", "Articles coded", is_number=True),
    CountColumn("article_share", "Share of the articles coded", is_number=True),
)
ToLabel = Callable[[str], str]


def group_columns(names: Sequence[CountColumn]) -> tuple[CountColumn, ...]:
    """Give the columns of a table of groups that are named by these."""
    return (*FIRST_COLUMNS, *names, *_CODE, *_FIGURES, *LAST_COLUMNS)


def group_rows(rows: Sequence[GroupRow], names: Names, basis: Basis) -> tuple[CountRow, ...]:
    """Give the rows of such a table."""
    return tuple(_row(row, names, basis) for row in rows)


def _row(row: GroupRow, names: Names, basis: Basis) -> CountRow:
    figures: tuple[Cell, ...] = (
        row.annotations, row.articles, row.characters, row.share, row.group_share, row.articles_coded,
        row.article_share,
    )  # fmt: skip
    cells = (
        *of_one(names.coder(row.coder), basis), *(each or None for each in row.group), names.short_names[row.code],
        names.codes[row.code], *figures, *last_cells(row.coders, row.passages, row.status),
    )  # fmt: skip
    return CountRow(cells, row.passages, row.selection, row.status)


def group_matrices(rows: Sequence[GroupRow], names: Names, labels: Sequence[ToLabel]) -> tuple[CountMatrix, ...]:
    """Lay the annotations out: groups by codes, one matrix for each coder; ``labels`` say how a group is called.

    Where there are no groups it is one matrix of codes by coders. Of two names of a group the second parts matrices.
    """
    if not labels:
        return (_codes_by_coders(rows, names),)
    parts: dict[tuple[str, Group], list[GroupRow]] = {}
    for row in rows:
        parts.setdefault((row.coder, row.group[1:]), []).append(row)
    return tuple(
        _groups_by_codes(
            part, names, " · ".join((names.coder(part[0].coder), *_called(further, labels[1:]))), labels[0]
        )
        for (_, further), part in parts.items()
    )


def _called(group: Group, labels: Sequence[ToLabel]) -> list[str]:
    return [label(each) for label, each in zip(labels, group, strict=True)]


def _groups_by_codes(rows: Sequence[GroupRow], names: Names, heading: str, label: ToLabel) -> CountMatrix:
    groups = list(dict.fromkeys(row.group[0] for row in rows))
    codes = list(dict.fromkeys(row.code for row in rows))
    lines, columns = ({each: place for place, each in enumerate(of)} for of in (groups, codes))
    cells = {(lines[row.group[0]], columns[row.code]): _cell(row) for row in rows}
    return laid_out(heading, [label(each) for each in groups], [names.codes[each] for each in codes], cells)


def _codes_by_coders(rows: Sequence[GroupRow], names: Names) -> CountMatrix:
    codes = list(dict.fromkeys(row.code for row in rows))
    coders = list(dict.fromkeys(row.coder for row in rows))
    lines, columns = (
        {each: place for place, each in enumerate(codes)},
        {each: place for place, each in enumerate(coders)},
    )
    cells = {(lines[row.code], columns[row.coder]): _cell(row) for row in rows}
    return laid_out("", [names.codes[each] for each in codes], [names.coder(each) for each in coders], cells)


def _cell(row: GroupRow) -> MatrixCell:
    return MatrixCell(row.annotations, row.passages, row.selection, row.status)
