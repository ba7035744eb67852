# SPDX-License-Identifier: MIT
"""The text of a row exactly as it will be stored, with what is to be decided about it."""

import pytest
from pytestqt.qtbot import QtBot
from ui.intake.incoming import near, refused, row

from annotator.domain import DocumentId
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.operations import ImportVerdict, NearChoice
from annotator.ui.intake.book import IntakeBook
from annotator.ui.intake.row_pane import FIRST_CHARACTERS, NOTHING, RowPane
from annotator.ui.theme.current import Theme


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> RowPane:
    made = RowPane(theme)
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.show()
    return made


def test_the_text_is_shown_as_it_is(pane: RowPane) -> None:
    assert pane.title.text() == NOTHING
    body = "<img src='x'>\n\nNo\u00a0break 😀\n"
    pane.show_row(row(0, body=body), IntakeBook(), may_group=True)
    assert pane.text.document().toRawText().replace("\u2029", "\n") == body
    assert pane.text.isReadOnly()
    assert pane._facts.text() == f"0.txt, Text, {len(body)} characters"
    assert pane._notes.text() == "2 comments left out."


def test_a_long_text_is_begun_and_says_so(pane: RowPane) -> None:
    pane.show_row(row(0, body="x" * 5000), IntakeBook(), may_group=True, repeated=3)
    assert pane._first.text() == "As it will be stored, the first 4,000 of 5,000 characters:"
    assert len(pane.text.toPlainText()) == FIRST_CHARACTERS
    assert "3 passages of it repeat" in pane._notes.text()


def test_a_copy_asks_what_becomes_of_it(pane: RowPane, qtbot: QtBot) -> None:
    pane.show_row(near(0, of=DocumentId("d" * 32)), IntakeBook(), may_group=True)
    assert pane._near_words.text() == "Shares passages with “b.txt” (41 %). What becomes of it?"
    with qtbot.waitSignal(pane.near_chosen) as told:
        pane.near._buttons["group"].click()
    assert told.args == [NearChoice.GROUP]
    pane.show_row(near(0, of=0), IntakeBook(), may_group=False)
    assert pane.near._buttons["group"].isHidden()


def test_refused_and_known_say_why(pane: RowPane) -> None:
    pane.show_row(refused(0), IntakeBook(), may_group=True)
    assert pane._why.text() == "Refused: This is a picture."
    assert not pane.text.isVisible()
    pane.show_row(row(0, verdict=ImportVerdict.KNOWN), IntakeBook(), may_group=True)
    assert pane._why.text() == "Already there as “known.txt”"


def test_an_encoding_is_told_with_its_file(pane: RowPane, qtbot: QtBot) -> None:
    pane.show_row(row(0), IntakeBook(), may_group=True)
    assert pane.encoding.isVisible()
    with qtbot.waitSignal(pane.encoding_chosen) as told:
        pane.encoding.chosen.emit("cp1251")
    assert told.args == ["0.txt", "cp1251"]
    pane.show_row(row(0, kind=ArticleKind.PDF), IntakeBook(), may_group=True)
    assert not pane.encoding.isVisible()
