# SPDX-License-Identifier: MIT
"""Words for a terminal: nothing in them can steer it, and columns stand under each other."""

from itertools import accumulate, takewhile
from unicodedata import category, east_asian_width

_JOINERS = "\u200c\u200d"
"""They shape Persian words and emoji families; a terminal that knows neither prints nothing."""
_NOT_PRINTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def printable(text: str) -> str:
    r"""Spell out what is not printed or turns the direction of writing: ESC becomes ``\x1b``, U+202E ``\u202e``.

    Line ends are spelled out too: one text, one line. Letters of all scripts and emoji stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(character if _is_harmless(character) else _spelled(character) for character in text)


def _is_harmless(character: str) -> bool:
    return character in _JOINERS or category(character) not in _NOT_PRINTED


def _spelled(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def columns(text: str) -> int:
    """Count the columns that a printable text takes: none for marks and joiners, two for wide characters."""
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if category(character) in ("Mn", "Me") or character in _JOINERS:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def cut(text: str, *, width: int) -> str:
    """Cut a printable text to a number of columns; what was cut ends in an ellipsis."""
    if columns(text) <= width:
        return text
    reached = accumulate(_columns_of(character) for character in text)
    return text[: sum(1 for _ in takewhile(lambda end: end < width, reached))] + "…"


def padded(text: str, *, width: int, right: bool = False) -> str:
    """Fill a printable text with spaces to a number of columns, flush left or right."""
    gap = " " * max(0, width - columns(text))
    return gap + text if right else text + gap
