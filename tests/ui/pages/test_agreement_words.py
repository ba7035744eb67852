# SPDX-License-Identifier: MIT
"""Figures in sentences: everything that a row holds, and no verdict."""

from datetime import UTC, datetime

import pytest
from ui.measured import CODEBOOK, QUOTE, TRUST, asked, by_machine, coder, measured

from annotator.agreement.disagreement import Kind
from annotator.ui.models.agreement import AgreementModel
from annotator.ui.models.agreement_measured import Measured, measure
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages import agreement_words as sentences

NOW = datetime(2026, 3, 14, 15, 0, tzinfo=UTC)


def row(found: Measured, code: str) -> str:
    model = AgreementModel()
    model.show_answer(found.answer)
    return sentences.in_words(model.line(model.row_of(code)), found.answer)


def test_the_subtitle_defines_the_number() -> None:
    said = sentences.subtitle(measured().answer, now=NOW)
    assert said == "2 coders, 3 articles finished by both, character by character, no region cut out."
    assert "finished by two or more of them" in sentences.subtitle(measured(3).answer, now=NOW)


def test_a_defined_row_says_everything_and_judges_nothing() -> None:
    said = row(measured(), TRUST.id)
    parts = (
        "Novak 3 and Okafor 2", "They agree on 96.3 % of 600 characters", "95 % interval", "below .667 is",
        "positive agreement", "Cohen's kappa", "span F1 (IoU .5)", "A sample for alpha of .667 needs",
    )  # fmt: skip
    for part in parts:
        assert part.lower() in said.lower()
    for verdict in ("reliable", "good", "poor", "sufficient", "acceptable"):
        assert verdict not in said


def test_an_undefined_row_gives_its_reason() -> None:
    assert "Alpha is undefined (no variation: nobody used this code" in row(measured(), QUOTE.id)


def test_a_row_without_an_interval_says_why() -> None:
    assert "No interval: it needs two articles or more" in row(measured(articles=1), TRUST.id)
    assert "No interval" in sentences.notes(measured(articles=1).answer)


def test_machines_are_named_below_the_table() -> None:
    answer = measure(by_machine(asked()), lambda _: None).answer
    assert sentences.MACHINE in sentences.notes(answer)
    assert sentences.MACHINE not in sentences.notes(measured().answer)


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (Selection(code=TRUST.id), "Evidence of trust: 3 passages, longest first"),
        (Selection(code=TRUST.id, kind=Kind.BOUNDARY), "Evidence of trust, boundary: 3 passages, longest first"),
        (Selection(code=TRUST.id, coders=(coder(0).id, coder(1).id)), "Evidence of trust, Novak and Okafor: 3"),
        (Selection(cell=(TRUST.id, None)), "Evidence of trust by one, no code by the other: 3"),
        (Selection(cell=(TRUST.id, TRUST.id)), "Evidence of trust by both coders: 3"),
    ],
)
def test_what_is_listed(selection: Selection, said: str) -> None:
    assert sentences.listed(measured(), selection, 3, longest_first=True).startswith(said)


def test_an_article_is_named_by_its_heading() -> None:
    found = measured()
    selection = Selection(code=CODEBOOK.codes[0].id, document=found.answer.shared[0].id)
    assert "in “Article 0”: 1 passage, in the order of the text" in sentences.listed(
        found, selection, 1, longest_first=False
    )


def test_moments_are_said_by_the_readers_clock() -> None:
    assert sentences.when("not a moment", now=NOW) == "not a moment"
    assert "2026" in sentences.when("2024-10-08T12:00:00+00:00", now=NOW) or "2024" in sentences.when(
        "2024-10-08T12:00:00+00:00", now=NOW
    )


def test_what_is_listed_of_one_coder_and_of_a_batch() -> None:
    found = measured(3)
    one = sentences.listed(found, Selection(code=TRUST.id, coder=coder(0).id), 4, longest_first=True)
    assert one == f"{TRUST.name}, Novak and any other: 4 passages, longest first"
    batch = sentences.listed(found, Selection(code=TRUST.id, batch="2026 week 1"), 1, longest_first=False)
    assert batch == f"{TRUST.name}, in 2026 week 1: 1 passage, in the order of the text"
