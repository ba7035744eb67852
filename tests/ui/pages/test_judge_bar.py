# SPDX-License-Identifier: MIT
"""The verbs on more than one difference, in the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from ui.conftest import Driver
from ui.judging.conftest import judged, judging

from annotator.ui.dialogs.fill_by_rule import FillByRuleDialog
from annotator.ui.pages.adjudicate import AdjudicatePage

__all__ = ["judged", "judging"]
Judging = tuple[Driver, AdjudicatePage]


def test_filling_by_rule_from_the_bar(judging: Judging) -> None:
    driver, page = judging
    driver.click(page.verbs.by_rule)
    dialog = page.findChild(FillByRuleDialog)
    driver.bot.waitUntil(dialog.fill.isEnabled)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: page.desk.queue.progress.by_rule > 0)
    driver.bot.waitUntil(page.verbs.undo.isEnabled)


def test_lifting_the_blind_says_what_is_kept(judging: Judging) -> None:
    driver, page = judging
    driver.click(page.verbs.blind)
    driver.bot.waitUntil(lambda: page.desk.queue.is_blind)
    driver.click(page.verbs.blind)
    box = page.findChild(QMessageBox)
    assert "by whom is kept" in box.informativeText()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert page.desk.queue.is_blind
    driver.click(page.verbs.blind)
    box = page.findChildren(QMessageBox)[-1]
    QTest.keyClick(box, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: not page.desk.queue.is_blind)


def test_coders_without_anything_left_cannot_be_taken(judging: Judging) -> None:
    driver, page = judging
    number = next(n for n, each in enumerate(page.queue.list.rows.entries) if each.quote == "only paragraph")
    page.choose(number)
    driver.bot.waitUntil(lambda: page.shown.entry is page.entry)
    menu = page.verbs.coders_menu()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    menu.deleteLater()
