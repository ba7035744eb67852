# SPDX-License-Identifier: MIT
import re
from html.parser import HTMLParser

from exchange.quote_list import quotes

from annotator.exchange.documents.quotes_html import quotes_html


def test_no_word_is_markup_and_nothing_is_loaded():
    page = "".join(quotes_html(quotes()))
    assert "<mark>北京 &lt;script&gt;信任 | `x`</mark>" in page
    assert "<script" not in page
    assert not re.search(r"(src|href)=|url\(|@import", page)
    assert page.count("<li>") == 2
    HTMLParser().feed(page)


def test_nothing_is_a_page_too():
    assert "Quotes &amp; more" in "".join(quotes_html(quotes(0)))
