# SPDX-License-Identifier: MIT
"""Units of text and their edges: graphemes, words, sentences, paragraphs; by rules that carry a version.

All positions are code points, all spans half-open. Units never include outer white space and never
cut a grapheme. The segmenter version is stored with every figure that depends on it: a change of the
rules is a new version beside the old ones, which stay callable.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from annotator.domain.errors import Refused
from annotator.domain.span import CodePoint, Span
from annotator.text.blanks import visible_end, visible_start
from annotator.text.graphemes import grapheme_end, grapheme_spans, grapheme_start
from annotator.text.paragraphs import paragraph_spans
from annotator.text.sentences import sentence_spans
from annotator.text.words import word_spans

SEGMENTER_VERSION = "1"
"""The version that new projects take."""


class Unit(StrEnum):
    """What a selection snaps to and what agreement counts. CHARACTER is a grapheme: what a reader calls one."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Edge(StrEnum):
    """One of the two edges of a unit."""

    START = "start"
    END = "end"


_Segmenter = Callable[[str], Sequence[tuple[int, int]]]

_SEGMENTERS: Mapping[str, Mapping[Unit, _Segmenter]] = MappingProxyType({
    "1": MappingProxyType({
        Unit.CHARACTER: lambda text: grapheme_spans(text, 0, len(text)),
        Unit.WORD: word_spans,
        Unit.SENTENCE: lambda text: sentence_spans(text, "1"),
        Unit.PARAGRAPH: paragraph_spans,
    }),
})  # fmt: skip


def boundaries(text: str, unit: Unit, *, version: str = SEGMENTER_VERSION) -> tuple[Span, ...]:
    """Give all units of a text, sorted and disjoint; raises Refused for a version that this program lacks."""
    return tuple(Span.of(start, end) for start, end in _segmenter(unit, version)(text))


def span_around(spans: Sequence[Span], position: CodePoint) -> Span | None:
    """Give the one of these sorted, disjoint spans that holds the character at a position, or None."""
    index = bisect_right(spans, position, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 and spans[index].contains(position) else None


def snapped(text: str, span: Span, unit: Unit, *, version: str = SEGMENTER_VERSION) -> Span:
    """Grow a span to the edges of the units it touches, then trim outer white space.

    What lies in no unit (punctuation at WORD) stays as it was selected. A span of white space alone
    has nothing to trim to and comes back whole. Raises ValueError where it reaches beyond the text.
    """
    if span.end > len(text):
        raise ValueError(f"[{span.start}, {span.end}) reaches beyond a text of length {len(text)}")
    start, end = int(span.start), int(span.end)
    if unit is not Unit.CHARACTER:
        first, last = _unit_at(text, start, unit, version), _unit_at(text, end - 1, unit, version)
        start, end = first[0] if first else start, last[1] if last else end
    visible = visible_start(text, start, end)
    if visible < end:
        start, end = visible, visible_end(text, visible, end)
    return Span.of(grapheme_start(text, start), grapheme_end(text, end))


def next_boundary(
    text: str,
    position: CodePoint,
    unit: Unit,
    direction: int,
    *,
    edge: Edge | None = None,
    version: str = SEGMENTER_VERSION,
) -> CodePoint:
    """Give the nearest unit edge after (``direction`` > 0) or before (< 0) a position.

    Forward it is the end of a unit and backward a start, as a growing selection wants it; ``edge``
    asks for the other kind. Where there is none further, the position itself. Raises ValueError for
    direction 0 and for a position outside the text.
    """
    if direction == 0 or not 0 <= position <= len(text):
        raise ValueError(f"no way from {position} in direction {direction} in a text of length {len(text)}")
    if unit is Unit.CHARACTER:
        return _next_grapheme(text, position, direction)
    wanted = edge or (Edge.END if direction > 0 else Edge.START)
    for first, last in _windows(text, position, unit, direction):
        edges = (span[0 if wanted is Edge.START else 1] for span in _units_in(text, first, last, unit, version))
        beyond = [each for each in edges if (each > position if direction > 0 else each < position)]
        if beyond:
            return CodePoint(min(beyond) if direction > 0 else max(beyond))
    return position


def _next_grapheme(text: str, position: CodePoint, direction: int) -> CodePoint:
    if direction > 0:
        return CodePoint(grapheme_end(text, position + 1)) if position < len(text) else position
    return CodePoint(grapheme_start(text, position - 1)) if position > 0 else position


def _segmenter(unit: Unit, version: str) -> _Segmenter:
    if version not in _SEGMENTERS:
        raise Refused(
            f"This project counts its units by segmenter version {version[:20]!a}, which this program does not have; "
            "nothing was changed: install a newer version of the program."
        )
    return _SEGMENTERS[version][unit]


def _unit_at(text: str, position: int, unit: Unit, version: str) -> tuple[int, int] | None:
    first, last = _window(text, position, unit)
    spans = _units_in(text, first, last, unit, version)
    index = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return spans[index] if index >= 0 and position < spans[index][1] else None


def _units_in(text: str, first: int, last: int, unit: Unit, version: str) -> list[tuple[int, int]]:
    return [(start + first, end + first) for start, end in _units_of(text[first:last], unit, version)]


@lru_cache(maxsize=8)
def _units_of(piece: str, unit: Unit, version: str) -> tuple[tuple[int, int], ...]:
    """Segment one window; a mouse that drags asks for the same one again and again."""
    return tuple(_segmenter(unit, version)(piece))


def _windows(text: str, position: int, unit: Unit, direction: int) -> Iterator[tuple[int, int]]:
    """Give the window around a position, then those beyond it in one direction."""
    first, last = _window(text, position, unit)
    yield first, last
    while last < len(text) if direction > 0 else first > 0:
        first, last = _window(text, last + 1 if direction > 0 else first - 1, unit)
        yield first, last


def _window(text: str, position: int, unit: Unit) -> tuple[int, int]:
    """Give a stretch around a position that is segmented alone as it is within the whole text.

    That is the line for words and paragraphs, and the lines between two blank ones for sentences.
    """
    first, last = text.rfind("\n", 0, position) + 1, _line_end(text, position)
    if unit is not Unit.SENTENCE or visible_start(text, first, last) == last:
        return first, last
    while first > 0:
        above = text.rfind("\n", 0, first - 1) + 1
        if visible_start(text, above, first - 1) == first - 1:
            break
        first = above
    while last < len(text):
        below = _line_end(text, last + 1)
        if visible_start(text, last + 1, below) == below:
            break
        last = below
    return first, last


def _line_end(text: str, position: int) -> int:
    found = text.find("\n", position)
    return len(text) if found < 0 else found
