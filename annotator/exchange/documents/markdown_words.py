# SPDX-License-Identifier: MIT
"""Words in Markdown: nothing in them means anything to who sets the page."""

import re

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~^$&])")


def escaped(text: str) -> str:
    """Put a backslash before every character that could be taken for markup."""
    return _MEANS_SOMETHING.sub(r"\\\1", text)


def plain(text: str) -> str:
    """Give words on one line with nothing in them that means something."""
    return escaped(" ".join(text.split()))
