# SPDX-License-Identifier: MIT
"""A question by keys: a dot per choice, told once, marked without telling."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui.merging.values import CODE

from annotator.merging.questions import APART, SAME
from annotator.ui.merging.question_card import QuestionCard, quoted
from annotator.ui.theme.current import Theme


def test_choices_are_made_by_key_and_told(theme: Theme, qtbot: QtBot) -> None:
    card, answered = QuestionCard(theme, CODE, title="Is <b>it</b> the same?"), []
    qtbot.addWidget(card)
    card.add_choices(QLabel("beside"))
    card.answered.connect(lambda *found: answered.append(found))
    with qtbot.waitExposed(card):
        card.show()
    card.activateWindow()
    card.show_choice(APART)
    assert answered == []
    card.take_focus()
    qtbot.waitUntil(card.dots[APART].hasFocus)
    QTest.keyClick(card.dots[APART], Qt.Key.Key_Up)
    assert answered == [(CODE.id, SAME)]
    card.show_choice("")
    assert not any(dot.isChecked() for dot in card.dots.values())
    assert (card.title.text(), card.files) == ("Is <b>it</b> the same?", ("berg.annotator",))


def test_quotes_are_set_in_the_face_of_articles(theme: Theme, qtbot: QtBot) -> None:
    made = quoted(theme, "a <i>quote</i>")
    qtbot.addWidget(made)
    assert made.font().pixelSize() == theme.reading_font(14).pixelSize()
    assert made.textFormat() is Qt.TextFormat.PlainText
