# SPDX-License-Identifier: MIT
"""Every unit has its words."""

from annotator.agreement.question import UNITS as NAMES
from annotator.ui.models.unit_words import UNIT_BY_NAME, UNITS


def test_every_unit_is_named_and_explained_in_one_breath() -> None:
    assert tuple(unit.name for unit in UNITS) == NAMES
    assert len({unit.explanation for unit in UNITS}) == len(UNITS)
    assert all(len(unit.explanation) < 130 for unit in UNITS)
    assert UNIT_BY_NAME["token"].one == "word"
