# SPDX-License-Identifier: MIT
"""How figures are written."""

import pytest
from ui.measured import TRUST, measured

from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.agreement import ALPHA


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.71, ".710"), (-0.052, "-.052"), (0.99996, ".999"), (1.0, "1.000"), (-0.0001, ".000"), (-1.2, "-1.200")],
)  # fmt: skip
def test_numbers(value: float, said: str) -> None:
    assert figures.number(value) == said


@pytest.mark.parametrize(("share", "said"), [(0.9996, "99.9 %"), (1.0, "100.0 %"), (0.14, "14.0 %"), (0.0, "0.0 %")])
def test_percent_is_all_only_where_nothing_is_missing(share: float, said: str) -> None:
    assert figures.percent(share) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.0, "< .001"), (0.004, ".004"), (0.14, ".14"), (0.5, ".50"), (0.995, ".995"), (0.9999, "> .999")],
)  # fmt: skip
def test_probabilities(share: float, said: str) -> None:
    assert figures.probability(share) == said


def test_small_words() -> None:
    assert figures.level(0.95) == "95 %"
    assert figures.level(0.995) == "99.5 %"
    assert figures.spread(3, 3) == "3"
    assert figures.spread(3, 1200) == "3 to 1,200"
    assert figures.short_name("Trial coder 1 (machine-made)") == "Trial coder 1*"
    assert figures.short_name("Novak") == "Novak"


def test_the_axis_begins_below_every_value() -> None:
    assert [figures.axis_beginning(values) for values in ([0.5, 0.9], [0.3], [0.1, 0.9], [], [-0.4])] == [
        0.4, 0.2, 0.0, 0.0, 0.0,
    ]  # fmt: skip


def test_why_there_is_no_interval() -> None:
    for articles, said in ((3, ""), (1, "No interval: it needs two articles or more that are not near-identical.")):
        alpha = next(
            each
            for each in measured(articles=articles).answer.results
            if each.measure == ALPHA and each.code == TRUST.id
        )
        assert figures.why_no_interval(alpha) == said
