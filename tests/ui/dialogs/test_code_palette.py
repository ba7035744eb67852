# SPDX-License-Identifier: MIT
"""Finding a code by typing."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import Driver, read_elsewhere
from ui.models.values import CODEBOOK

from annotator.ui.dialogs.code_palette import CodePalette, matching, offers
from annotator.ui.theme.current import Theme

# A popup asks the platform for more than the one without a screen can do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_names_that_begin_come_first(theme: Theme) -> None:
    names = [offer.name for offer in matching(offers(CODEBOOK.codes, theme), "mis")]
    assert names[0] == "Evidence of mistrust"
    assert matching(offers(CODEBOOK.codes, theme), "expert")[0].name == "Expert quote"
    assert matching(offers(CODEBOOK.codes, theme), "xyzzy") == []
    assert len(matching(offers(CODEBOOK.codes, theme), "")) == len(CODEBOOK.codes) + 1


def test_it_opens_beside_and_never_over(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    palette = CodePalette(theme, CODEBOOK.codes, host)
    selection = QRect(100, 100, 40, 20)
    palette.open_beside(selection)
    assert not palette.geometry().intersects(selection)
    palette.close()


@pytest.fixture
def opened(driver: Driver) -> CodePalette:
    driver.select("The council")
    driver.key("/")
    found = QApplication.activePopupWidget()
    assert isinstance(found, CodePalette)
    return found


def test_type_and_enter_codes(driver: Driver, opened: CodePalette) -> None:
    QTest.keyClicks(opened.field, "specul")
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    driver.saved()
    assert driver.view.hasFocus()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert (row["quote"], row["code"]) == ("The council", "speculation")


def test_arrows_choose(driver: Driver, opened: CodePalette) -> None:
    QTest.keyClick(opened.field, Qt.Key.Key_Down)
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    driver.saved()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert row["code"] == "mistrust"


def test_escape_gives_the_selection_back(driver: Driver, opened: CodePalette) -> None:
    QTest.keyClicks(opened.field, "zzz")
    assert opened._none.text() == "No code contains “zzz”."
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    QTest.keyClick(opened.field, Qt.Key.Key_Escape)
    assert driver.view.hasFocus()
    assert driver.view.current_span() is not None
    assert driver.window.pages.desk.article.entries == {}
