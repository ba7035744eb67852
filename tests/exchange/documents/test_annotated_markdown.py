# SPDX-License-Identifier: MIT
import re

from exchange.annotated_sample import TEXT, sample

from annotator.exchange.documents.annotated_article import annotated_article
from annotator.exchange.documents.annotated_markdown import annotated_markdown
from annotator.text.quotation import digest


def page(**further):
    corpus = sample(**further)
    return annotated_markdown(annotated_article(corpus, corpus.documents[0]))


def test_passages_stand_between_numbered_brackets_with_a_footnote_each():
    words = page()
    assert words.startswith("# A \\*title\\* \\<x\\>\n")
    assert re.findall(r"⟦([¹²³⁴⁵])", words) == ["¹", "²", "³", "⁴", "⁵"]
    assert sorted(re.findall(r"⟧\[\^(\d)\]", words)) == re.findall(r"^\[\^(\d)\]:", words, re.MULTILINE)
    assert "[^1]: **Trust \\& \\<faith\\>** (Anna \\<i\\>): Who trusts: \\<China\\>; certainty: low" in words


def test_words_are_never_markup():
    words = re.sub(r"\\.", "", page())
    for meant in ("<", "`", "](", "{{"):
        assert meant not in words.replace("⟧[^", "")


def test_it_says_which_text_it_is_and_what_offsets_count():
    assert f"\n---\n\n{len(TEXT)} characters, text SHA-256 {digest(TEXT)}, offsets in unicode-codepoint\n" in page()


def test_an_article_without_annotations_has_no_legend():
    assert "|" not in page(places=(), text="Plain words.")
