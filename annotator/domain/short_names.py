# SPDX-License-Identifier: MIT
"""Short names: the words that stand for codes in files."""

import re
from collections.abc import Container
from unicodedata import normalize

RESERVED = frozenset({"exclude"})
"""Words that mean something else in files."""

LONGEST_SHORT_NAME = 40
_SHORT_NAME = re.compile(r"[^\W\d_]\w{0,39}")


def is_short_name(text: str) -> bool:
    """Whether this is one word of letters, digits and underscores that begins with a letter."""
    return _SHORT_NAME.fullmatch(text) is not None


def proposed_word(name: str, *, taken: Container[str]) -> str:
    """Make a word for files of a name: lower case, underscores for what is no letter or digit, not taken.

    ``taken`` holds words in their folded case. Empty where the name holds no letter.
    """
    word = re.sub(r"\W+", "_", normalize("NFC", name).lower()).strip("_")
    word = re.sub(r"^[\d_]+", "", word)[:LONGEST_SHORT_NAME].rstrip("_")
    proposed, number = word, 1
    while proposed and (proposed.casefold() in taken or proposed.casefold() in RESERVED):
        number += 1
        proposed = f"{word[: LONGEST_SHORT_NAME - 4].rstrip('_')}_{number}"
    return proposed


def proposed_short_name_of(name: str, *, taken: Container[str]) -> str:
    """Make a word for files of any name; ``code`` with a number where the name holds no letter."""
    return proposed_word(name, taken=taken) or proposed_word("code", taken=taken)
