# SPDX-License-Identifier: MIT
"""The bounds of tokens, sentences and paragraphs of a text, kept while the program runs: they never change."""

from collections import OrderedDict

from annotator.agreement.question import PARAGRAPH, SENTENCE, TOKEN
from annotator.text.boundaries import SEGMENTER_VERSION, Unit, boundaries

SEGMENTED = {TOKEN: Unit.WORD, SENTENCE: Unit.SENTENCE, PARAGRAPH: Unit.PARAGRAPH}
_MOST_TEXTS = 2000

_kept: OrderedDict[tuple[str, str, str], tuple[tuple[int, int], ...]] = OrderedDict()


def unit_bounds(text: str, *, sha256: str, unit: str) -> tuple[tuple[int, int], ...]:
    """Give the half-open code point bounds of every unit; ``sha256`` is the text's own and names it."""
    key = (sha256, unit, SEGMENTER_VERSION)
    found = _kept.get(key)
    if found is None:
        found = tuple((span.start, span.end) for span in boundaries(text, SEGMENTED[unit]))
        _kept[key] = found
        while len(_kept) > _MOST_TEXTS:
            _kept.popitem(last=False)
    _kept.move_to_end(key)
    return found
