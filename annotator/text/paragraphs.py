# SPDX-License-Identifier: MIT
"""Paragraphs: the stretches between line feeds (and paragraph separators) that hold something to see."""

import re

from annotator.text.blanks import visible_end, visible_start
from annotator.text.graphemes import whole_graphemes

_PARAGRAPH = re.compile("[^\n\u2029]+")


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Give all paragraphs as sorted, disjoint half-open pairs of code points without outer white space."""
    spans = []
    for found in _PARAGRAPH.finditer(text):
        start = visible_start(text, *found.span())
        if start < found.end():
            spans.append((start, visible_end(text, start, found.end())))
    return whole_graphemes(text, spans)
