# SPDX-License-Identifier: MIT
"""The choice of the unit."""

from pytestqt.qtbot import QtBot

from annotator.ui.models.unit_words import UNIT_BY_NAME, UNITS
from annotator.ui.pages.agreement_units import UnitChoice
from annotator.ui.theme.current import Theme


def test_each_unit_is_explained_when_it_is_chosen(theme: Theme, qtbot: QtBot) -> None:
    choice = UnitChoice(theme)
    qtbot.addWidget(choice)
    choice.show()
    assert choice.unit == "character"
    for unit in UNITS:
        choice.dots[unit.name].click()
        assert choice.unit == unit.name
        assert choice.explanation == UNIT_BY_NAME[unit.name].explanation
        assert choice.rules["half"].isVisible() is (unit.name in ("token", "sentence", "paragraph"))
        assert choice.dots[unit.name].accessibleDescription() == unit.explanation
