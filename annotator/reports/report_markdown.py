# SPDX-License-Identifier: MIT
"""The report as Markdown with tables as GitHub and Pandoc read them; nothing in a name can become markup."""

import re
from collections.abc import Iterator, Mapping

from annotator.reports.report_blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Kind,
    Listing,
    Picture,
    Report,
    Section,
    Table,
    Tone,
    Words,
)
from annotator.reports.terminal import printable

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|#~$&^]")
_BEGINS_A_BLOCK = re.compile(r"^(\d+)([.)])|^([-+=:])")


def report_markdown(report: Report, *, pictures: Mapping[str, str]) -> str:
    """Set the report; ``pictures`` says where those lie that are shown, seen from the file."""
    lines = [f"# {escaped(report.title)}", "", escaped(report.subtitle), ""]
    for section in report.sections:
        lines += _section(section, pictures)
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Give a text as words: what Markdown or HTML would read as markup gets a backslash, one text is one line."""
    words = _MARKUP.sub(lambda found: f"\\{found[0]}", printable(text))
    return _BEGINS_A_BLOCK.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", words)


def _section(section: Section, pictures: Mapping[str, str]) -> Iterator[str]:
    yield f"## {escaped(section.heading)}"
    yield ""
    for block in section.blocks:
        yield from _block(block, pictures)
        yield ""


def _block(block: Block, pictures: Mapping[str, str]) -> Iterator[str]:
    if isinstance(block, Words):
        yield f"> {escaped(block.text)}" if block.tone is Tone.COPY else escaped(block.text)
    elif isinstance(block, Facts):
        yield from (f"- **{escaped(term)}**: {escaped(said)}" for term, said in block.rows)
    elif isinstance(block, Listing):
        yield from (f"- {escaped(item)}" for item in block.items)
    elif isinstance(block, Picture):
        yield from _picture(block, pictures)
    else:
        yield from _table(block.without_drawings())


def _picture(picture: Picture, pictures: Mapping[str, str]) -> Iterator[str]:
    if picture.name in pictures:
        yield f"![{escaped(picture.alternative)}]({pictures[picture.name]})"
        yield ""
        yield escaped(picture.caption)


def _table(table: Table) -> Iterator[str]:
    yield f"**{escaped(table.caption)}**"
    yield ""
    yield _line([_heading(column) for column in table.columns])
    yield _line([_rule(column) for column in table.columns])
    for row in table.rows:
        yield _line([words for cell in row for words in _cells(cell)])
    for note in table.notes:
        yield ""
        yield escaped(note)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _heading(column: Column) -> str:
    return escaped(f"{column.group}: {column.heading}" if column.group else column.heading)


def _rule(column: Column) -> str:
    return "---" if column.kind in (Kind.WORDS, Kind.QUOTE) else "---:"


def _cells(cell: Cell) -> list[str]:
    """Set a cell; a row has as many as there are columns, so what spans several is said in the first."""
    words = escaped(cell.text)
    return [f"**{words}**" if cell.strong else words, *[""] * (cell.span - 1)]
