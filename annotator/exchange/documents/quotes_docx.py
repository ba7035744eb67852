# SPDX-License-Identifier: MIT
"""A list of quotes as a document of Word: each with its context and its source, the quote itself in bold."""

from collections.abc import Iterator
from types import MappingProxyType
from xml.etree import ElementTree as tree

from annotator.exchange.documents.quotes import Quote, QuoteList, context_on_one_line, on_one_line
from annotator.exchange.documents.word_document import Style, page, paragraph, run, word, word_document

_STYLES = MappingProxyType({
    "Normal": Style("Normal", 22), "Heading1": Style("heading 1", 32, bold=True), "Quote": Style("Quote", 22),
    "Source": Style("Source", 18, italic=True), "Memo": Style("Memo", 18),
})  # fmt: skip


def quotes_docx(quotes: QuoteList) -> bytes:
    """Give the bytes of the document; the same quotes give the same bytes."""
    body = word("body", paragraph("Heading1", run(quotes.heading)), paragraph("Source", run(quotes.caption)))
    for number, quote in enumerate(quotes.quotes, start=1):
        body.extend(_paragraphs(number, quote))
    body.append(page())
    return word_document(word("document", body), styles=_STYLES)


def _paragraphs(number: int, quote: Quote) -> Iterator[tree.Element]:
    before, after = context_on_one_line(quote)
    runs = [run(f"{number}  "), run(before), run(on_one_line(quote.words), [word("b")]), run(after)]
    yield paragraph("Quote", *runs)
    yield paragraph("Source", run(" · ".join((quote.code, quote.coder, *quote.source))))
    if quote.details:
        yield paragraph("Memo", run("; ".join(quote.details)))
    for line in quote.memo.split("\n"):
        if line:
            yield paragraph("Memo", run(line))
