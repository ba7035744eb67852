# SPDX-License-Identifier: MIT
"""How blocks become lines."""

from annotator.exchange.articles.blocks import Block, BlockKind, text_of


def test_lines_and_blank_lines() -> None:
    kinds = BlockKind
    blocks = [
        Block(kinds.HEADING, "H", 1),
        Block(kinds.PARAGRAPH, "one"),
        Block(kinds.PARAGRAPH, " \n"),
        Block(kinds.PARAGRAPH, "two"),
        Block(kinds.ITEM, "a"),
        Block(kinds.ITEM, "b"),
        Block(kinds.ROW, "1\t2"),
        Block(kinds.ROW, "\t"),
        Block(kinds.ROW, "\t4"),
        Block(kinds.NOTE, "[1] n"),
        Block(kinds.NOTE, "[2] m"),
    ]
    assert text_of(blocks) == "H\n\none\n\ntwo\n\na\nb\n\n1\t2\n\t4\n\n[1] n\n[2] m"
    assert text_of([]) == ""
