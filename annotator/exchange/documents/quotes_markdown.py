# SPDX-License-Identifier: MIT
"""A list of quotes as Markdown: a block of quotation for each, the quote itself in bold, its source below."""

from collections.abc import Iterator

from annotator.exchange.documents.markdown_words import escaped, plain
from annotator.exchange.documents.quotes import Quote, QuoteList, context_on_one_line, on_one_line


def quotes_markdown(quotes: QuoteList) -> Iterator[str]:
    """Give the page piece by piece."""
    yield f"# {plain(quotes.heading)}\n\n{plain(quotes.caption)}\n"
    for number, quote in enumerate(quotes.quotes, start=1):
        yield _quote(number, quote)


def _quote(number: int, quote: Quote) -> str:
    before, after = context_on_one_line(quote)
    words = plain(on_one_line(quote.words))
    lines = [f"\n{number}\\. {escaped(before)}**{words}**{escaped(after)}\n"]
    lines.append(f"   — {plain(' · '.join((quote.code, quote.coder, *quote.source)))}\n")
    if quote.details:
        lines.append(f"   {plain('; '.join(quote.details))}\n")
    if quote.memo:
        lines.append(f"   {plain(quote.memo)}\n")
    return "\n".join(lines)
