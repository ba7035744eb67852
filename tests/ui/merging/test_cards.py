# SPDX-License-Identifier: MIT
"""Which card a question gets; what must be answered stands first."""

from ui.conftest import Driver
from ui.merging.values import PREVIEW

from annotator.merging.questions import APART, TAKE, Question
from annotator.ui.merging.alarm_card import AlarmCard
from annotator.ui.merging.cards import CardMaker
from annotator.ui.merging.same_card import SameCard
from annotator.ui.theme.current import Theme


def test_required_questions_come_first_and_carry_their_choice(driver: Driver, theme: Theme) -> None:
    def chosen(question: Question) -> str:
        return TAKE if question.required else APART

    maker = CardMaker(theme, driver.window.session, PREVIEW, chosen=chosen)
    cards = maker.cards()
    for card in cards:
        driver.bot.addWidget(card)
    assert [type(card) for card in cards] == [AlarmCard, SameCard], "a refused file has its row, and no card"
    assert cards[0].dots[TAKE].isChecked()
    assert cards[1].dots[APART].isChecked()
    assert cards[1].title.text().startswith("Berg: ")
    assert maker.name_of("b") == "Berg"
    assert maker.name_of(driver.window.session.coder.id) == "Mara Lindqvist"
    assert maker.name_of("unknown") == "a coder"
