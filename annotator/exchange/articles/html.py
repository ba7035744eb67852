# SPDX-License-Identifier: MIT
"""Web pages in: the article of a page, or all that it shows, or the page as it is typed. Nothing is loaded.

Paragraphs are parted by a blank line, other blocks and line breaks by a line end. White space is what a browser makes
of it: a run of it is one space, a no-break space stays. No mark is put before the items of a list and no description
stands for a picture: what is coded are words that stand in the article. A page that a word processor wrote has
nothing beside the article, so all of it is taken: telling a main part there would only lose short lists.
"""

import codecs
import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.domain.errors import Refused, UsageError
from annotator.exchange.articles.html_metadata import page_metadata
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import DEFAULT_OPTIONS, HtmlText, ReadingOptions
from annotator.text import DecodedText, How, as_article_text, decode

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

MAXIMUM_DEPTH = 512
"""What browsers take; beyond it, telling the main text takes time that grows with the square of the depth."""

_HEAD_BYTES = 4096
_DECLARED = re.compile(rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
_DECLARED_IN_XML = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.\-]{2,40})")
_WORD_PROCESSORS = re.compile(
    r"\s*(?:LibreOffice|OpenOffice|StarOffice|Microsoft Word|AbiWord|WordPerfect)\b", re.IGNORECASE
)
_NO_TEXT_ELEMENTS = ["audio", "canvas", "object", "svg", "video"]  # their text is for browsers that cannot show them
# What browsers take these names to mean: pages are often in the larger encoding of the two.
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
    "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip


def read_html(data: bytes, *, name: str, options: ReadingOptions = DEFAULT_OPTIONS) -> tuple[IncomingArticle, ...]:
    """Read one page; its encoding is the one chosen, else by its mark, by what it says, or as of a plain text.

    Raises Refused for a page without text, one nested deeper than 512 elements, or one in an unknown encoding.
    """
    page, notes = decoded_page(data, options)
    tree = parsed_page(page.body, name=name)
    metadata = page_metadata(tree)
    text, note = _text(page.body, tree, options.html_text)
    decoded = as_article_text(text, data=data, encoding=page.encoding, how=page.how)
    return (IncomingArticle(name, decoded, metadata, (*notes, *note)),)


def parsed_page(markup: str, *, name: str) -> "HTMLTree":
    """Parse a page as browsers do, which never fails; raises Refused for one that is nested too deep."""
    from resiliparse.parse.html import DOMContext, ElementNode, HTMLTree, traverse_dom

    deepest = 0

    def measure(context: DOMContext) -> None:
        nonlocal deepest
        deepest = max(deepest, context.depth)

    tree = HTMLTree.parse(markup)
    if isinstance(tree.body, ElementNode) and markup.count("<") > MAXIMUM_DEPTH:
        traverse_dom(tree.body, measure, elements_only=True)
    if deepest > MAXIMUM_DEPTH:
        raise Refused(
            f"The page is nested deeper than {MAXIMUM_DEPTH} elements, as no page of a browser is; nothing was taken "
            "from it.",
            where=name,
        )
    return tree


def shown_text(tree: "HTMLTree", *, main: bool = False) -> str:
    """Give the text that a page shows, or the main part of it, without white space around it."""
    from resiliparse.extract.html2text import extract_plain_text

    # Taken off the pictures here: told to leave descriptions out, resiliparse leaves whole figures out, captions too.
    for pictured in tree.document.query_selector_all("[alt]") if tree.document is not None else ():
        pictured.delattr("alt")
    text: str = extract_plain_text(tree, main_content=main, list_bullets=False, skip_elements=_NO_TEXT_ELEMENTS)
    return text.strip(" \t\n")


def _text(page: str, tree: "HTMLTree", which: HtmlText) -> tuple[str, tuple[str, ...]]:
    if which is HtmlText.RAW:
        return page, ("The page is taken as it is typed, with its markup.",)
    whole = shown_text(tree)
    if which is HtmlText.WHOLE:
        return whole, ()
    if _is_of_a_word_processor(tree):
        return whole, ("All of the page is taken: a word processor wrote it.",)
    main = shown_text(tree, main=True)
    if not main:
        return whole, ("No main text could be told from the rest, so all that the page shows is taken.",)
    return main, (f"The main text is taken: {len(main):,} of the {len(whole):,} characters that the page shows.",)


def _is_of_a_word_processor(tree: "HTMLTree") -> bool:
    said = tree.document.query_selector("meta[name=generator i]") if tree.document is not None else None
    return said is not None and _WORD_PROCESSORS.match(said.getattr("content") or "") is not None


def decoded_page(data: bytes, options: ReadingOptions) -> tuple[DecodedText, tuple[str, ...]]:
    """Decode the bytes of a page; gives a note too where it says of its encoding what is not so."""
    said = _DECLARED.search(data, 0, _HEAD_BYTES) or _DECLARED_IN_XML.match(data)
    if options.encoding is not None or said is None:
        return decode(data, encoding=options.encoding, guess=options.guess), ()
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data), ()
    label = said[1].decode("ascii")
    with suppress(LookupError, Refused, UsageError):
        name = codecs.lookup(label).name
        return replace(decode(data, encoding=_MEANT.get(name, name)), how=How.DECLARED), ()
    note = f"The page says that it is in {label}, which it is not: check accents and quotation marks."
    return decode(data, guess=options.guess), (note,)
