# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest
from counting.coded_articles import annotation, coded_articles
from hypothesis import given
from hypothesis import strategies as st

from annotator.counting.actors import Actors
from annotator.counting.periods import Period
from annotator.counting.selecting import field_of, folded, is_wanted, selected
from annotator.counting.selection import EVERYTHING, InPeriod, Selection, Tie, Values
from annotator.domain import Certainty, Document

DOCUMENT = Document("d", "one.txt", "", 24, title="Title", outlet="Times", date="2026-03", metadata={"Region": "East"})

ACTORS = Actors("speaker", "", "target")
ADA = {"speaker": "Ada", "target": "China"}


def passage(**further):
    made = annotation(1, "d", "anna", "trust", "main", 0, 5)
    return replace(made, **further)


@pytest.mark.parametrize(("since", "until", "published", "wanted"), [
    ("2026-03", "", "2026-03", True), ("2026-03", "2026-03", "2026-03-31", True), ("2026-03-02", "", "2026-03", False),
    ("", "2026-03", "2026", False), ("", "2026", "2026-12-31", True), ("", "2026-03-30", "2026-03", False),
    ("2026", "2027", "", False), ("2026", "2027", "spring 2026", False),
    ("2026-03-15", "2026-03-15", "2026-03-15", True),
    ("2026-03-16", "", "2026-03-15", False), ("", "2026-03-14", "2026-03-15", False),
])  # fmt: skip
def test_an_article_is_in_a_range_where_no_day_it_may_mean_is_out_of_it(since, until, published, wanted):
    document = replace(DOCUMENT, date=published)
    assert is_wanted(document, Selection(since=since, until=until)) is wanted


@pytest.mark.parametrize(("selection", "wanted"), [
    (EVERYTHING, True), (Selection(documents=("d",)), True), (Selection(documents=("e",)), False),
    (Selection(fields=(Values("outlet", ("Times", "Post")),)), True),
    (Selection(fields=(Values("Region", ("",)),)), False),
    (Selection(fields=(Values("nothing", ("",)),)), True), (Selection(fields=(Values("name", ("one.txt",)),)), True),
    (Selection(fields=(Values("outlet", ("Times",)), Values("outlet", ("Post",)))), False),
    (Selection(placed=InPeriod(Period.MONTH, "2026-03")), True), (Selection(placed=InPeriod(Period.DAY, "")), True),
    (Selection(placed=InPeriod(Period.YEAR, "")), False),
])  # fmt: skip
def test_articles_are_wanted_by_what_is_known_of_them(selection, wanted):
    assert is_wanted(DOCUMENT, selection) is wanted


@pytest.mark.parametrize(("selection", "further", "wanted"), [
    (Selection(codes=("doubt",)), {}, False), (Selection(coders=("anna",)), {}, True),
    (Selection(rounds=("x",)), {}, False),
    (Selection(certainties=(Certainty.LOW,)), {"certainty": Certainty.LOW}, True),
    (Selection(certainties=(Certainty.LOW,)), {}, False),
    (Selection(attributes=(Values("speaker", ("",)),)), {}, True),
    (Selection(attributes=(Values("speaker", ("Ada",)),)), {"attributes": {"speaker": "Ada"}}, True),
    (Selection(words="STRASSE x"), {"quote": "die Straße\n x"}, True),
    (Selection(words="é"), {"quote": "cafe\u0301"}, True),
    (Selection(words="e"), {"quote": "\u00e9"}, False), (Selection(words="信任"), {"quote": "北京信任"}, True),
    (Selection(memo_words="שלום"), {"memo": "אמר שלום"}, True), (Selection(memo_words="a"), {}, False),
    (Selection(tie=Tie("Ada", "China", ACTORS)), {"attributes": {"speaker": "Ada; Bo", "target": "China"}}, True),
    (Selection(tie=Tie("Ada", "China", ACTORS, 1)), {"attributes": ADA}, False),
    (Selection(tie=Tie("Ada", "China", ACTORS, 1, signed=False)), {"attributes": ADA}, True),
])  # fmt: skip
def test_passages_are_selected_by_each_condition(selection, further, wanted):
    assert bool(selected([passage(**further)], selection)) is wanted


@given(coded_articles(most=1), st.sampled_from(("trust", "doubt")), st.sampled_from(("anna", "ben")))
def test_conditions_hold_together(articles, code, coder):
    for article in articles:
        found = selected(article.annotations, Selection(codes=(code,), coders=(coder,)))
        assert found == [each for each in article.annotations if (each.code, each.coder) == (code, coder)]


def test_fields_are_found_by_name():
    assert [field_of(DOCUMENT, name) for name in ("title", "url", "Region", "none")] == ["Title", "", "East", ""]
    assert folded(" A\u0301\n b") == folded("\u00e1 B")
