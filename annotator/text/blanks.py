# SPDX-License-Identifier: MIT
"""What a reader does not see: white space and invisible format characters at the edges of a unit."""

import re

# White space as Python has it (no-break space and the Unicode separators among it), zero-width space
# and no-break space, word joiner, and the marks of writing direction. The joiners U+200C and U+200D
# are not here: they belong to the letters around them.
BLANK_CLASS = r"\s\u200b\u200e\u200f\u061c\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_VISIBLE = re.compile(f"[^{BLANK_CLASS}]")
_BLANK = re.compile(f"[{BLANK_CLASS}]")


def is_blank(character: str) -> bool:
    """Whether one character leaves nothing to see."""
    return _BLANK.match(character) is not None


def visible_start(text: str, start: int, end: int) -> int:
    """Give the first position in ``[start, end)`` that holds something visible, or ``end``."""
    found = _VISIBLE.search(text, start, end)
    return found.start() if found else end


def visible_end(text: str, start: int, end: int) -> int:
    """Give the position after the last visible character of ``[start, end)``, or ``start``."""
    while end > start and _BLANK.match(text[end - 1]):
        end -= 1
    return end
