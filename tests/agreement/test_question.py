# SPDX-License-Identifier: MIT
from annotator.agreement.question import RESAMPLES, UNITS, Question, Rule


def test_a_question_needs_coders_and_codes_only() -> None:
    asked = Question(coders=("A", "B"), codes=("trust",))
    assert asked.unit == UNITS[0] == "character"
    assert asked.rule is Rule.TOUCHED
    assert asked.resamples == RESAMPLES == 10_000
    assert asked.clusters == {}
    assert (asked.gamma.alpha, asked.gamma.beta, asked.gamma.empty, asked.gamma.samples) == (1, 1, 1, 30)
