# SPDX-License-Identifier: MIT
"""Figures in sentences."""

import pytest
from ui.models.test_agreement import answer
from ui.models.values import CODEBOOK

from annotator.ui.models.agreement import AgreementLine
from annotator.ui.pages.agreement_words import in_words, verdict


def line(place: int) -> AgreementLine:
    code = CODEBOOK.codes[place]
    return AgreementLine(code, None, {each.measure: each for each in answer().results if each.code == code.id})


def test_a_defined_row() -> None:
    assert in_words(line(0), answer()) == (
        "2 coders, 1 article. They agree on 93.0 % of 100 characters. Corrected for chance, alpha is .710: "
        "between .667 and .800, where conclusions are usually called tentative."
    )


def test_an_undefined_row_gives_its_reason() -> None:
    assert in_words(line(1), answer()).endswith("Alpha is undefined (no variation: nobody used this code).")


@pytest.mark.parametrize(
    ("alpha", "word"), [(-0.1, "less than chance"), (0.666, "no conclusions"), (0.667, "tentative"), (0.8, "reliable")]
)
def test_verdicts_change_at_the_conventional_limits(alpha: float, word: str) -> None:
    assert word in verdict(alpha)
