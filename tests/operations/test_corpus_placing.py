# SPDX-License-Identifier: MIT
from dataclasses import replace
from pathlib import Path

import pytest
from operations.foreign_corpus import TEXT, annotation, corpus

from annotator.domain import Refused, Span, UsageError
from annotator.exchange.corpus import CorpusRead, Unplaced
from annotator.operations.corpus_placing import misplaced, require_settled, settle


def read(*unplaced):
    return CorpusRead(corpus(), tuple(Unplaced(each, "line 2") for each in unplaced))


def off(start, end, **further):
    """An annotation of these words that says it stands elsewhere."""
    return replace(annotation(start, end), span=Span.of(1, 1 + end - start), **further)


def test_a_quote_that_stands_once_in_its_context_is_beyond_doubt():
    value = read(off(6, 12))
    found = misplaced(value)
    assert [each.is_sure for each in found] == [True]
    placed = settle(value, found, answers={}, takes_sure=True)
    assert [(each.span, each.quote) for each in placed.annotations] == [(Span.of(6, 12), "trusts")]
    assert settle(value, found, answers={}, takes_sure=False).open == ("line 2",)


TWICE = TEXT.index("it says")


@pytest.mark.parametrize(
    "doubtful",
    [off(6, 12, before="", after=""), off(TWICE, TWICE + 7), off(6, 12, quote="trüsts"), off(6, 12, before="x" * 32)],
)
def test_without_its_context_or_twice_or_in_other_words_there_is_doubt(doubtful):
    doubtful = replace(doubtful, after="") if doubtful.before.startswith("x") else doubtful
    assert [each.is_sure for each in misplaced(read(doubtful))] == [False]


def test_answers_go_before_what_is_sure_and_may_leave_out():
    value = read(off(6, 12), off(6, 12))
    found = misplaced(value)
    assert [each.key for each in found] == ["line 2", "line 2 (2)"]
    placed = settle(value, found, answers={"line 2": Span.of(0, 5), "line 2 (2)": None}, takes_sure=True)
    assert [each.quote for each in placed.annotations] == ["Tōkyō"]
    assert placed.left_out == ("line 2 (2)",)
    with pytest.raises(UsageError):
        settle(value, found, answers={"line 3": None}, takes_sure=True)
    with pytest.raises(Refused, match="beyond"):
        settle(value, found, answers={"line 2": Span.of(0, 999)}, takes_sure=True)


def test_a_file_with_open_places_is_refused_unless_the_rest_may_stay_out():
    placed = settle(read(off(6, 12), off(6, 12)), misplaced(read(off(6, 12), off(6, 12))), answers={}, takes_sure=False)
    with pytest.raises(Refused, match="1 more") as said:
        require_settled(placed, path=Path("in.jsonl"), takes_sure=False)
    assert said.value.where == "in.jsonl, line 2"
    require_settled(placed, path=Path("in.jsonl"), takes_sure=True)


def test_what_speaks_of_a_text_that_is_not_there_stays_open():
    value = read(replace(off(6, 12), document="01900000-0000-7000-8000-0000000000f9"))
    found = misplaced(value)
    assert settle(value, found, answers={}, takes_sure=True).open == ("line 2",)
    with pytest.raises(Refused, match="beyond the text of 0 characters"):
        settle(value, found, answers={"line 2": Span.of(0, 1)}, takes_sure=True)
