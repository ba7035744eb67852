# SPDX-License-Identifier: MIT
"""The alarm: what would go is read only when it is asked for."""

from ui.conftest import Driver
from ui.merging.values import ALARM

from annotator.merging.questions import AlarmDetail
from annotator.ui.merging.alarm_card import AlarmCard
from annotator.ui.theme.current import Theme


def test_passages_that_are_gone_already_are_not_listed(driver: Driver, theme: Theme) -> None:
    driver.code("engineers", "1")
    assert isinstance(ALARM.detail, AlarmDetail)
    card = AlarmCard(theme, driver.window.session, ALARM, ALARM.detail)
    driver.bot.addWidget(card)
    card.show()
    assert card.show_them.text() == "Show the 83"
    assert card.list.passages.rowCount() == 0
    card.show_them.click()
    driver.saved()
    assert card.list.isHidden(), "none of them is in this project"
    card.show_them.click()
    assert card.hint.isHidden()
