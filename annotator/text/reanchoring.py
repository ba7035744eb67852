# SPDX-License-Identifier: MIT
"""Where the words of a passage stand in another version of its text: sure, to be asked, or lost.

A place is looked for by the quote and its context, never by its offset. With b and a the context
before and after, up to 32 code points each, and b', a' what stands there in the other text,

    score = 1000 * (common end of b and b' + common beginning of a and a') / (|b| + |a|)

in whole thousandths; 1000 where there is no context at all. A quote that stands exactly once with
a score of at least 500 is sure. All else is to be asked: a quote that stands more than once, one in
another context, one that differs in white space or in the shape of its quotation marks, and the
stretch between the two contexts where the words themselves were changed. The last two count half.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain.model import CONTEXT_LENGTH

LEAST_SURE = 500
MOST_PLACES = 6
"""How many places are offered for one passage, the best first."""

_ANCHOR = 12
"""How many characters of context find a stretch whose words were changed."""
_SHAPES = ("'‘’‚‛`´", '"“”„‟«»', "-‐‑‒–—−")
_SHAPE_OF = {character: f"[{re.escape(shapes)}]" for shapes in _SHAPES for character in shapes}


@dataclass(frozen=True, slots=True)
class Place:
    """A half-open stretch of the other text in code points, and how well it fits, in thousandths."""

    start: int
    end: int
    score: int


@dataclass(frozen=True, slots=True)
class Reanchored:
    """Where a passage may stand, the best place first. ``is_sure`` says that there is one and no doubt."""

    places: tuple[Place, ...]
    is_sure: bool

    @property
    def is_lost(self) -> bool:
        """Whether nothing like it was found."""
        return not self.places


def reanchor(text: str, *, quote: str, before: str, after: str) -> Reanchored:
    """Find a passage in another text by its words and its context."""
    if not quote.strip():
        return Reanchored((), is_sure=False)
    exact = [_scored(text, start, start + len(quote), before, after) for start in _occurrences(text, quote)]
    if exact:
        exact.sort(key=_best_first)
        return Reanchored(tuple(exact[:MOST_PLACES]), is_sure=len(exact) == 1 and exact[0].score >= LEAST_SURE)
    found = {*_in_another_shape(text, quote), *_between(text, before, after, len(quote))}
    near = [_scored(text, start, end, before, after) for start, end in found]
    halved = sorted((Place(each.start, each.end, each.score // 2) for each in near), key=_best_first)
    return Reanchored(tuple(halved[:MOST_PLACES]), is_sure=False)


def _best_first(place: Place) -> tuple[int, int, int]:
    return -place.score, place.start, place.end


def _occurrences(text: str, words: str) -> Iterator[int]:
    """Give every place where these very words begin, overlapping ones too."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _scored(text: str, start: int, end: int, before: str, after: str) -> Place:
    known = len(before) + len(after)
    if not known:
        return Place(start, end, 1000)
    fitting = _common(before[::-1], text[max(0, start - CONTEXT_LENGTH) : start][::-1])
    fitting += _common(after, text[end : end + CONTEXT_LENGTH])
    return Place(start, end, 1000 * fitting // known)


def _common(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def _in_another_shape(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """Give where the quote stands but for white space and the shapes of quotation marks and dashes."""
    words = ("".join(_SHAPE_OF.get(each, re.escape(each)) for each in word) for word in quote.split())
    yield from (found.span() for found in re.finditer(r"\s+".join(words), text))


def _between(text: str, before: str, after: str, length: int) -> Iterator[tuple[int, int]]:
    """Give the stretches that stand between both contexts and are at most twice as long as the quote."""
    left, right = before[-_ANCHOR:], after[:_ANCHOR]
    if len(left) < _ANCHOR or len(right) < _ANCHOR:
        return
    for anchor in _occurrences(text, left):
        start = anchor + len(left)
        end = text.find(right, start, start + 2 * length + len(right))
        if end > start and text[start:end].strip():
            yield start, end
