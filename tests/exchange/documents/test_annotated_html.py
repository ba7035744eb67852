# SPDX-License-Identifier: MIT
import re
from html.parser import HTMLParser

from exchange.annotated_sample import TEXT, sample

from annotator.exchange.documents.annotated_article import annotated_article, printable
from annotator.exchange.documents.annotated_html import annotated_html


class Reader(HTMLParser):
    """Takes the text of the article out again, and notes every tag with its attributes."""

    def __init__(self):
        super().__init__()
        self.text, self.tags, self.inside, self.raised, self.open = "", [], False, False, []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.inside = self.inside or tag == "main"
        self.raised = self.raised or tag == "sup"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.inside = self.inside and tag != "main"
        self.raised = self.raised and tag != "sup"

    def handle_data(self, data):
        if self.inside and not self.raised:
            self.text += data


def page(**further):
    corpus = sample(**further)
    return annotated_html(annotated_article(corpus, corpus.documents[0]))


def read(words):
    reader = Reader()
    reader.feed(words)
    reader.close()
    assert not reader.open
    return reader


def test_the_text_is_on_the_page_as_it_is():
    assert read(page()).text == printable(TEXT)


def test_words_are_never_markup_and_nothing_is_loaded():
    words = page()
    reader = read(words)
    assert not {tag for tag, _ in reader.tags} & {"script", "img", "link", "iframe", "b", "i", "x", "object"}
    assert not re.search(r"url\(|@import|https?:", words)
    assert all(value.startswith("#") for tag, each in reader.tags if tag == "a" for value in [each["href"]])
    assert "49" not in reader.text
    assert "default-src 'none'" in words


def test_each_passage_has_a_colour_a_line_and_a_number_at_both_ends():
    words = page()
    assert "3px solid #0A7D4F" in words
    assert "4px groove #B3261E" in words
    begun = ",".join(re.findall(r'<sup class="b">([\d,]+)</sup>', words)).split(",")
    assert begun == sorted(re.findall(r'<a id="p(\d+)"', words)) == list("12345")
    assert "@media print" in words


def test_the_same_article_gives_the_same_page():
    assert page() == page()


def test_an_article_without_annotations_is_a_plain_page():
    words = page(places=())
    assert read(words).text == printable(TEXT)
    assert "legend" not in words.split("</style>")[1]
