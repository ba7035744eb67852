# SPDX-License-Identifier: MIT
from dataclasses import replace

from exchange.annotated_sample import ANNA, TEXT, TRUST, sample
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Codebook
from annotator.exchange.documents.annotated_article import annotated_article, printable

MARKS = st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)), max_size=12)


@given(MARKS)
def test_stretches_are_the_text_and_know_what_covers_them(drawn):
    places = [(start, min(start + length, len(TEXT)), TRUST, ANNA) for start, length in drawn]
    corpus = sample(places)
    article = annotated_article(corpus, corpus.documents[0])
    assert "".join(each.text for each in article.stretches) == printable(TEXT)
    position = 0
    for each in article.stretches:
        end = position + len(each.text)
        covering = {
            note.number for note in article.notes
            if note.annotation.span.start <= position and end <= note.annotation.span.end
        }  # fmt: skip
        assert {note.number for note in each.notes} == covering
        position = end
    opened = [note.number for each in article.stretches for note in each.begins]
    closed = [note.number for each in article.stretches for note in each.ends]
    assert opened == [note.number for note in article.notes]
    assert sorted(closed) == opened


@given(MARKS)
def test_no_two_that_overlap_are_in_one_lane(drawn):
    places = [(start, min(start + length, len(TEXT)), TRUST, ANNA) for start, length in drawn]
    corpus = sample(places)
    notes = annotated_article(corpus, corpus.documents[0]).notes
    for one in notes:
        for other in notes:
            overlap = one.annotation.span.overlaps(other.annotation.span)
            assert one is other or not overlap or one.lane != other.lane


def test_notes_say_who_what_and_how_sure():
    corpus = sample()
    article = annotated_article(corpus, corpus.documents[0])
    assert article.notes[0].details == ("Who trusts: <China>", "certainty: low")
    assert [(each.code.short_name, each.number) for each in article.codes] == [("trust", 2), ("doubt", 3)]
    assert article.source == ("Times", "2026")
    assert article.coders == ("Anna <i>", "Ben")


def test_codes_and_coders_that_are_not_in_the_corpus_are_called_unknown():
    corpus = sample(codebook=Codebook(), coders=())
    article = annotated_article(corpus, corpus.documents[0])
    assert {note.code for note in article.notes} == {"unknown code"}
    assert not article.codes


def test_characters_without_a_shape_are_replaced_one_for_one():
    assert printable("a\0\x0b\t\n\ud800\ufffe\x85b") == "a\ufffd\ufffd\t\n\ufffd\ufffd\x85b"


def test_no_word_of_a_page_holds_what_no_page_can():
    odd = replace(TRUST, name="a\x0bb", definition="c\x00\nd", attributes=())
    corpus = sample(
        [(0, len(TEXT), odd, replace(ANNA, name="e\x1bf"))],
        codebook=Codebook((odd,)),
        coders=(replace(ANNA, name="e\x1bf"),),
    )
    article = annotated_article(corpus, corpus.documents[0])
    assert (article.codes[0].name, article.codes[0].definition, article.coders) == (
        "a\ufffdb",
        "c\ufffd d",
        ("e\ufffdf",),
    )
    (note,) = article.notes
    assert len(note.quote) < len(TEXT) + 1
    assert "\x0b" not in note.quote
    assert printable(note.quote) == note.quote
