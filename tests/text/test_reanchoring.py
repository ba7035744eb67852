# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Span
from annotator.text.quotation import context
from annotator.text.reanchoring import MOST_PLACES, reanchor

TEXT = "Beijing trusts Moscow, or so it says. Nobody can know that yet, and nobody asks."


def passage(text, start, end):
    before, after = context(text, Span.of(start, end))
    return {"quote": text[start:end], "before": before, "after": after}


def test_a_unique_quote_in_its_context_is_sure():
    found = reanchor("[Updated] " + TEXT, **passage(TEXT, 8, 14))
    assert found.is_sure
    assert [(each.start, each.end, each.score) for each in found.places] == [(18, 24, 1000)]


def test_a_quote_that_stands_twice_is_asked_and_never_the_first_taken():
    found = reanchor("trusts here. " + TEXT, **passage(TEXT, 8, 14))
    assert not found.is_sure
    assert [each.start for each in found.places] == [21, 0]


def test_the_same_words_in_another_context_are_asked():
    found = reanchor("No government trusts anything.", **passage(TEXT, 8, 14))
    assert not found.is_sure
    assert [(each.start, each.end) for each in found.places] == [(14, 20)]


def test_what_stands_nowhere_is_lost():
    found = reanchor("Quite another text.", **passage(TEXT, 8, 14))
    assert found.is_lost
    assert not found.is_sure


def test_other_white_space_and_quotation_marks_are_asked():
    text = "He said “we trust\nthem” to everybody."
    found = reanchor(text, quote='"we trust them"', before="He said ", after=" to everybody.")
    assert not found.is_sure
    [place] = found.places
    assert text[place.start : place.end] == "“we trust\nthem”"
    assert place.score == 500


def test_changed_words_between_the_same_neighbours_are_asked():
    changed = TEXT.replace("Nobody can know that", "No one is able to tell this")
    found = reanchor(changed, **passage(TEXT, 38, 58))
    assert not found.is_sure
    [place] = found.places
    assert changed[place.start : place.end] == "No one is able to tell this"


def test_no_more_places_are_offered_than_anyone_reads():
    assert len(reanchor("ha " * 50, quote="ha", before="", after="").places) == MOST_PLACES


@pytest.mark.parametrize("quote", ["", "  \n"])
def test_nothing_is_never_found(quote):
    assert reanchor(TEXT, quote=quote, before="", after="").is_lost


@given(st.text("ab 👍é\n", min_size=1, max_size=60), st.text("abx", max_size=20), st.data())
def test_a_sure_place_holds_the_very_words_and_no_other_does(text, prefix, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    other = prefix + text
    found = reanchor(other, **passage(text, start, end))
    quote = text[start:end]
    if found.is_sure:
        [place] = found.places
        assert other[place.start : place.end] == quote
        assert other.count(quote) == 1
        assert place.start == start + len(prefix)
    for place in found.places:
        assert 0 <= place.start < place.end <= len(other)
        assert 0 <= place.score <= 1000
