# SPDX-License-Identifier: MIT
import pytest

from annotator.domain import UsageError
from annotator.operations import AgreementChoice


def test_the_defaults_are_those_of_the_report() -> None:
    choice = AgreementChoice()
    assert (choice.unit, choice.rule, choice.exclude, choice.round) == ("character", "touched", "accepted", "main")
    assert (choice.resamples, choice.level, choice.clusters) == (10_000, 0.95, True)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"unit": "page"}, "character, token, sentence, paragraph or document, not by “page”"),
        ({"rule": "third"}, "touched or half"),
        ({"exclude": "some"}, "none, accepted, any, not “some”"),
        ({"batch": "year"}, "day, week or month, not “year”"),
        ({"resamples": -1}, "Between 0 and 1,000,000"),
        ({"resamples": 1_000_001}, "not 1,000,001"),
        ({"level": 1.0}, "between 0 and 1"),
        ({"level": float("nan")}, "between 0 and 1"),
        ({"seed": -1}, "from 0 on, not -1"),
    ],
)
def test_what_cannot_be_chosen_is_said(given: dict[str, object], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        AgreementChoice(**given)  # type: ignore[arg-type]  # wrong on purpose
