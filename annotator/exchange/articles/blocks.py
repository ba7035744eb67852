# SPDX-License-Identifier: MIT
"""The text of a word processor's file as blocks, and how blocks become the lines of an article.

Headings and paragraphs are parted by a blank line. Items of a list and rows of a table are lines; a blank line stands
before the first and after the last. Cells of a row are parted by a tab: it is white space, so no sign that the author
did not write stands between the words, and the row pastes into a table again. Nothing stands before an item either.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    NOTE = "note"
    """A footnote or an endnote; they come after all others."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block with its exact text, which may hold line breaks but for a row. ``level`` is 1 to 6 for a heading."""

    kind: BlockKind
    text: str
    level: int = 0
    bold: tuple[tuple[int, int], ...] = ()
    """Which parts are set in bold: half-open pairs of code points."""


_LINES = (BlockKind.ITEM, BlockKind.ROW, BlockKind.NOTE)


def text_of(blocks: Sequence[Block]) -> str:
    """Give the text of blocks; one without anything in it leaves no trace."""
    pieces: list[str] = []
    before: Block | None = None
    for block in blocks:
        if not block.text.strip(" \t\n"):
            continue
        if before is not None:
            pieces.append("\n" if block.kind in _LINES and before.kind is block.kind else "\n\n")
        pieces.append(block.text)
        before = block
    return "".join(pieces)
