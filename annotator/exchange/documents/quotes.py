# SPDX-License-Identifier: MIT
"""Passages with their sources, as they are read and printed: what the writers of quotes take."""

from collections.abc import Iterable
from dataclasses import dataclass

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage between its context, what was said of it, and where it stands.

    ``source`` names the article and the place, in parts; ``details`` are attributes and the like in words.
    """

    code: str
    coder: str
    before: str
    words: str
    after: str
    source: tuple[str, ...]
    details: tuple[str, ...] = ()
    memo: str = ""


@dataclass(frozen=True, slots=True)
class QuoteList:
    """Quotes in an order under a heading; they are gone through once. ``caption`` says what was selected."""

    heading: str
    caption: str
    quotes: Iterable[Quote]


def on_one_line(text: str) -> str:
    """Give words with all white space, line ends too, as single spaces."""
    return " ".join(text.split())


def context_on_one_line(quote: Quote) -> tuple[str, str]:
    """Give what stands before and after on one line, with a space to the quote where there was white space."""
    before, after = on_one_line(quote.before), on_one_line(quote.after)
    before += " " * (quote.before[-1:].isspace() or quote.words[:1].isspace())
    return before, " " * (quote.after[:1].isspace() or quote.words[-1:].isspace()) + after
