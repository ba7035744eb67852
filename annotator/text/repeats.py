# SPDX-License-Identifier: MIT
"""Passages that stand twice in one article: a pull quote, a caption that repeats the text, a paragraph pasted twice.

A paragraph of at least 40 characters repeats where its very words stand in the article again. Of equal
paragraphs the first is the article's own; one whose words stand within a longer paragraph is the
repetition, wherever it stands. In very long texts only equal paragraphs are looked for.
"""

from annotator.domain.span import Span
from annotator.text.paragraphs import paragraph_spans

LEAST_CHARACTERS = 40
_MOST_COMPARISONS = 20_000_000
"""Characters looked at, paragraph by paragraph, for words within longer ones."""


def repeated_paragraphs(text: str) -> tuple[Span, ...]:
    """Give the paragraphs that only repeat what the article says elsewhere, in order."""
    places = [(start, end) for start, end in paragraph_spans(text) if end - start >= LEAST_CHARACTERS]
    looks_within = len(places) * len(text) <= _MOST_COMPARISONS
    seen: set[str] = set()
    found: list[Span] = []
    for start, end in places:
        words = text[start:end]
        if words in seen or (looks_within and _stands_within(text, words, places)):
            found.append(Span.of(start, end))
        seen.add(words)
    return tuple(found)


def _stands_within(text: str, words: str, places: list[tuple[int, int]]) -> bool:
    """Whether words stand in the text at a place that is no paragraph of just these words."""
    alone = {place for place in places if place[1] - place[0] == len(words)}
    start = text.find(words)
    while start >= 0:
        if (start, start + len(words)) not in alone:
            return True
        start = text.find(words, start + 1)
    return False
