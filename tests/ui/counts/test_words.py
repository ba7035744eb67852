# SPDX-License-Identifier: MIT
"""Numbers and reasons in words."""

from dataclasses import replace

import pytest
from ui.counts.made import counts

from annotator.operations import CountKind
from annotator.ui.counts import words as said


@pytest.mark.parametrize(
    ("value", "words"),
    [(1204, "1,204"), (81.0, "81"), (40.5, "40.5"), (0.0112, "0.011"), (None, ""), ("Ana", "Ana"), (-1, "-1")],
)
def test_numbers(value: object, words: str) -> None:
    assert said.number_words(value) == words


def test_shares_are_percent() -> None:
    assert said.number_words(0.3376, is_share=True) == "33.8 %"
    assert said.number_words(None, is_share=True) == ""


def test_each_kind_has_its_reason_why_there_is_nothing() -> None:
    reasons = [said.why_nothing(counts(kind, rows=())) for kind in CountKind]
    assert reasons == [said.NO_FIGURES, said.ONE_CODE, said.NO_FIGURES, said.NO_DATES, said.NO_TIES]
    assert said.why_nothing(counts()) == ""
    dated = counts(CountKind.TRENDS)
    assert said.why_nothing(dated) == ""
    undated = replace(dated, rows=dated.rows[:1])
    assert said.why_nothing(undated) == said.NO_DATES
