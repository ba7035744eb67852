# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest

from annotator.agreement import Status
from annotator.agreement.reasons import WORDS, Base, counted, reason_for

FIVE = Base(unit="character", coders=2, offered=7, shared=5, counting=5, units=1210, values=2420, coded=100)


@pytest.mark.parametrize(
    ("status", "base", "sentence"),
    [
        (Status.OK, FIVE, ""),
        (Status.OK, replace(FIVE, coded=0), "trivially: nobody used this code in the 5 shared articles"),
        (
            Status.OK,
            replace(FIVE, counting=3),
            "2 more were finished before this code stood in the codebook",
        ),
        (
            Status.OK,
            replace(FIVE, counting=4, coded=0),
            "trivially: nobody used this code in the 4 shared articles; "
            "one more was finished before this code stood in the codebook",
        ),
        (
            Status.NO_VARIATION,
            replace(FIVE, coded=0),
            "undefined (no variation: nobody used this code in the 5 shared articles)",
        ),
        (
            Status.NO_VARIATION,
            replace(FIVE, coded=2420),
            "undefined (no variation: everyone put this code on all 1,210 characters of the 5 shared articles)",
        ),
        (
            Status.OK,
            replace(FIVE, unit="document", units=1, values=2, coded=2, shared=1, counting=1),
            "trivially: everyone put this code on the one document of the one shared article",
        ),
        (
            Status.NO_SHARED_DOCUMENTS,
            replace(FIVE, shared=0, counting=0),
            "undefined (no shared articles: none of the 7 articles was finished by both coders)",
        ),
        (
            Status.NO_SHARED_DOCUMENTS,
            replace(FIVE, shared=0, counting=0, offered=1, coders=4),
            "undefined (no shared articles: the one article was not finished by two of 4 coders)",
        ),
        (
            Status.NO_SHARED_DOCUMENTS,
            replace(FIVE, shared=0, counting=0, coders=1),
            "undefined (no shared articles: agreement needs two coders)",
        ),
        (
            Status.NO_SHARED_DOCUMENTS,
            replace(FIVE, shared=0, counting=0, offered=0),
            "undefined (no shared articles: there is no article)",
        ),
        (
            Status.CODE_NOT_IN_REVISION,
            replace(FIVE, counting=0),
            "undefined (code not in revision: in none of the 5 shared articles did it stand in the codebook "
            "when both coders finished)",
        ),
        (
            Status.CODE_NOT_IN_REVISION,
            replace(FIVE, counting=0, coders=3),
            "undefined (code not in revision: in none of the 5 shared articles did it stand in the codebook "
            "when two coders finished)",
        ),
        (
            Status.NO_UNITS,
            replace(FIVE, shared=1, counting=1, units=0, unit="sentence"),
            "undefined (no units: the one shared article holds no sentence outside excluded regions)",
        ),
        (
            Status.NO_UNITS,
            replace(FIVE, units=0),
            "undefined (no units: the 5 shared articles hold no character outside excluded regions)",
        ),
        (
            Status.ONE_UNIT,
            replace(FIVE, units=1, unit="sentence"),
            "undefined (one unit: the 5 shared articles hold only one sentence)",
        ),
        (
            Status.ONE_UNIT,
            replace(FIVE, shared=2, counting=1, units=1),
            "undefined (one unit: the one shared article holds only one character; "
            "one more was finished before this code stood in the codebook)",
        ),
    ],
)
def test_sentence(status: Status, base: Base, sentence: str) -> None:
    assert reason_for(status, base=base) == sentence


def test_every_status_has_its_words() -> None:
    of_one_family = {Status.OVERLAPPING_UNITS, Status.NOT_FOR_THESE_VALUES, Status.TOO_LARGE}
    assert {*WORDS, Status.OK, *of_one_family} == set(Status)


def test_numbers_with_their_nouns() -> None:
    assert [counted(number, "unit") for number in (0, 1, 2, 1210)] == ["0 units", "one unit", "2 units", "1,210 units"]
