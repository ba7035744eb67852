# SPDX-License-Identifier: MIT
"""Words: runs of letters, digits and their marks; ideographs and hiragana one by one.

Apostrophes, full stops and middle dots between letters join (don't, U.S), as do commas between
digits (3,200). Hyphens part. Scripts that write without spaces and without ideographs (Thai, Khmer)
stay in runs: without a dictionary nothing better is known. Punctuation and symbols are no words.
"""

import re
from functools import lru_cache
from unicodedata import category

from annotator.text.graphemes import whole_graphemes

# Ideographs with their iteration and closing marks, compatibility forms, the supplementary planes; hiragana.
IDEOGRAPH_CLASS = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
ONE_BY_ONE_CLASS = IDEOGRAPH_CLASS + "\u3041-\u3096\u309d\u309e"
_ALSO_INSIDE = "\u00ad\u200c\u200d\u2060"
"""Soft hyphen, joiners and word joiner: invisible, and no end of a word."""


def word_spans(text: str) -> list[tuple[int, int]]:
    """Give all words as sorted, disjoint half-open pairs of code points."""
    inside = "".join(sorted(each for each in set(text) if category(each)[0] == "M" or each in _ALSO_INSIDE))
    return whole_graphemes(text, (found.span() for found in _pattern(inside).finditer(text)))


@lru_cache(maxsize=16)
def _pattern(inside: str) -> re.Pattern[str]:
    letter, single, marked = rf"[^\W{ONE_BY_ONE_CLASS}]", f"[{ONE_BY_ONE_CLASS}]", f"[{re.escape(inside)}]"
    run = f"{letter}(?:{letter}|{marked})*+" if inside else f"{letter}++"
    single += f"{marked}*+" if inside else ""
    return re.compile(rf"{single}|{run}(?:(?:['’.·]|(?<=\d),(?=\d)){run})*+")
