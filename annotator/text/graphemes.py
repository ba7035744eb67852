# SPDX-License-Identifier: MIT
r"""Graphemes: what a reader takes for one character, made of one or more code points.

The clusters are those of Unicode's annex 29 as the package ``regex`` knows them (``\X``). It is
imported only where two neighbours might belong together, which ordinary news text never asks.
"""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FIRST_MARK = 0x300
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]{32}(?=[\U0001f1e6-\U0001f1ff])")
# Marks of all kinds, format characters (joiners, tags, prefixed signs), modifiers: these may join a neighbour.
# So may what this Python does not know yet (Cn): regex may carry a newer Unicode.
_JOINING_CATEGORIES = frozenset({"Mn", "Mc", "Me", "Cf", "Lm", "Sk", "Cn"})
_JOINING_RANGES = (
    (0x0E33, 0x0E33), (0x0EB3, 0x0EB3),  # Thai and Lao vowel AM
    (0x0D4E, 0x0D4E), (0x1CF5, 0x1CF6), (0x111C2, 0x111C3), (0x113D1, 0x113D1), (0x1193F, 0x1193F), (0x11941, 0x11941),
    (0x11A3A, 0x11A3A), (0x11A84, 0x11A89), (0x11D46, 0x11D46), (0x11F02, 0x11F02),  # letters that precede
    (0x1100, 0x11FF), (0xA960, 0xA97C), (0xD7B0, 0xD7FB), (0x16D63, 0x16D6A),  # conjoining jamo and vowels
    (0x1F1E6, 0x1F1FF),  # regional indicators: two make a flag
)  # fmt: skip


def may_join(before: str, after: str) -> bool:
    """Whether two neighbouring characters might share a grapheme; False is certain, True is to be looked at."""
    if ord(before) < _FIRST_MARK and ord(after) < _FIRST_MARK:
        return before == "\r" and after == "\n"
    return _is_joining(before) or _is_joining(after)


def _is_joining(character: str) -> bool:
    code = ord(character)
    if code < _FIRST_MARK:
        return False
    return category(character) in _JOINING_CATEGORIES or any(first <= code <= last for first, last in _JOINING_RANGES)


def grapheme_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the graphemes of ``text[start:end]`` as half-open pairs of code points; ``start`` must begin one."""
    import regex  # type: ignore[import-untyped]  # it ships no types; imported late: 13 ms, for few texts

    spans: list[tuple[int, int]] = []
    for first, last in _pieces(text, start, end):
        found = regex.finditer(r"\X", text[first:last])
        spans.extend((first + each.start(), first + each.end()) for each in found)
    return spans


def _pieces(text: str, start: int, end: int) -> "Iterator[tuple[int, int]]":
    r"""Cut long runs of regional indicators between two flags: ``\X`` counts each back to the start of its run."""
    for found in _FLAGS.finditer(text, start, end):
        yield start, found.end()
        start = found.end()
    if start < end:
        yield start, end


def grapheme_start(text: str, position: int) -> int:
    """Give the start of the grapheme that a position lies in; the position itself where it lies between two."""
    cluster = _cluster(text, position)
    return cluster[0] if cluster else position


def grapheme_end(text: str, position: int) -> int:
    """Give the end of the grapheme that a position lies in; the position itself where it lies between two."""
    cluster = _cluster(text, position)
    return cluster[1] if cluster else position


def whole_graphemes(text: str, spans: "Iterable[tuple[int, int]]") -> list[tuple[int, int]]:
    """Grow sorted, disjoint spans to whole graphemes; those that meet in one grapheme become one span."""
    given = list(spans)
    edges = [edge for span in given for edge in span]
    if not any(_may_cut(text, edge) for edge in edges):
        return given
    starts = [start for start, _ in grapheme_spans(text, 0, len(text))]
    starts.append(len(text))
    grown: list[tuple[int, int]] = []
    for start, end in given:
        first = starts[bisect_right(starts, start) - 1]
        last = starts[bisect_right(starts, end - 1)]
        if grown and first < grown[-1][1]:
            grown[-1] = (grown[-1][0], last)
        else:
            grown.append((first, last))
    return grown


def _may_cut(text: str, position: int) -> bool:
    return 0 < position < len(text) and may_join(text[position - 1], text[position])


def _cluster(text: str, position: int) -> tuple[int, int] | None:
    """Find the grapheme that a position cuts, or None where it cuts none."""
    if not _may_cut(text, position):
        return None
    start, end = position, position
    while _may_cut(text, start):
        start -= 1
    while _may_cut(text, end):
        end += 1
    for first, last in grapheme_spans(text, start, end):
        if first < position < last:
            return first, last
    return None
