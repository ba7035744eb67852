# SPDX-License-Identifier: MIT
r"""The tables of a report and its methods paragraph for LaTeX, with booktabs; every word is escaped.

The file is to be taken in by ``\input``. Letters beyond Latin stand as they are: they need XeLaTeX or LuaLaTeX and
a font that has them.
"""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from annotator.reports.report_blocks import Cell, Column, Kind, Report, Table, Tone, Words
from annotator.reports.terminal import printable

PREAMBLE = (
    "% Take this in by \\input{report}; the preamble needs \\usepackage{booktabs}.",
    "% Letters beyond Latin need XeLaTeX or LuaLaTeX.",
)
WIDEST_HEADING = 12
_ESCAPES = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", '"': "''", "[": "{[}", "]": "{]}", "-": "{-}", "`": r"\textasciigrave{}",
    "'": "'", "–": "--", "−": "$-$", "κ": r"$\kappa$", "…": r"\ldots{}", "“": "``", "”": "''", "\u00a0": "~",
})  # fmt: skip
"""Brackets and hyphens are set in braces: after a line's end a bracket, and two hyphens, would mean something."""


def report_latex(report: Report) -> str:
    """Set every table that is meant for papers, then what is to be copied."""
    lines = list(PREAMBLE)
    for table in report.tables:
        if table.for_papers:
            lines += ["", *_table(table.without_drawings())]
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Words) and block.tone is Tone.COPY:
                lines += ["", f"% {section.heading}", escaped(block.text)]
    return "\n".join([*lines, ""])


def escaped(text: str) -> str:
    """Give a text as words: nothing in it is a command, one text is one line, a percent sign stays by its number."""
    return printable(text).replace(" %", "\u00a0%").translate(_ESCAPES)


def _table(table: Table) -> Iterator[str]:
    yield r"\begin{table}"
    yield r"\centering\footnotesize\setlength{\tabcolsep}{4pt}"
    yield rf"\caption{{{escaped(table.caption)}}}"
    yield rf"\label{{tab:agreement-{table.name.replace('_', '-')}}}"
    yield rf"\begin{{tabular}}{{{''.join(_alignment(column) for column in table.columns)}}}"
    yield r"\toprule"
    yield from _head(table)
    yield r"\midrule"
    for row in table.rows:
        yield _line([_cell(cell, wide=len(table.columns)) for cell in row])
    yield r"\bottomrule"
    yield r"\end{tabular}"
    if table.notes:
        yield ""
        yield r"\medskip"
        yield rf"\parbox{{\linewidth}}{{\footnotesize {' '.join(escaped(note) for note in table.notes)}}}"
    yield r"\end{table}"


def _alignment(column: Column) -> str:
    return "l" if column.kind in (Kind.WORDS, Kind.QUOTE) else "r"


def _head(table: Table) -> Iterator[str]:
    if any(column.group for column in table.columns):
        cells, rules, place = [], [], 1
        for group, span in table.groups():
            cells.append(rf"\multicolumn{{{span}}}{{c}}{{{escaped(group)}}}" if group else "")
            if group:
                rules.append(rf"\cmidrule(lr){{{place}-{place + span - 1}}}")
            place += span
        yield _line(cells)
        yield "".join(rules)
    yield _line([_heading(column) for column in table.columns])


def _heading(column: Column) -> str:
    """Set a heading, one that is long in lines over each other, so that its column becomes no wider than need be."""
    lines = wrap(column.heading, WIDEST_HEADING, break_long_words=False, break_on_hyphens=False)
    if len(lines) < 2:
        return escaped(column.heading)
    stacked = r"\\".join(map(escaped, lines))
    return rf"\shortstack[{_alignment(column)}]{{{stacked}}}"


def _cell(cell: Cell, *, wide: int) -> str:
    words = rf"\textbf{{{escaped(cell.text)}}}" if cell.strong else escaped(cell.text)
    if cell.span == 1:
        return words
    # A sentence over half of the columns or more is broken into lines; its width is a guess that fits a page.
    width = f"{min(0.6, 0.9 * cell.span / wide):.2f}"
    return rf"\multicolumn{{{cell.span}}}{{p{{{width}\linewidth}}}}{{{words}}}"


def _line(cells: Sequence[str]) -> str:
    return f"{' & '.join(cells)} \\\\"
