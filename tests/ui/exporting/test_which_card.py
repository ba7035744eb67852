# SPDX-License-Identifier: MIT
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver

from annotator.ui.exporting.formats import Option
from annotator.ui.exporting.wanted import ExportWanted
from annotator.ui.exporting.which_card import WhichCard
from annotator.ui.theme.current import Theme


def test_lists_say_how_much_of_them_is_ticked(driver: Driver, theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = WhichCard(theme)
    keep(card)
    overview = driver.window.session.overview
    card.show_project(overview, ("main",), ExportWanted())
    codes = card.lists[Option.CODES]
    QTest.keyClick(card.expanders[Option.CODES].head, Qt.Key.Key_Space)
    QTest.keyClick(codes.list, Qt.Key.Key_Space)
    assert card.taken(ExportWanted()).codes == tuple(code.id for code in overview.codebook.codes[1:])
    assert card.expanders[Option.CODES].head.accessibleName() == "Codes, 3 of 4"
    QTest.keyClick(codes.all, Qt.Key.Key_Space)
    assert card.taken(ExportWanted()) == ExportWanted()
    QTest.keyClick(codes.all, Qt.Key.Key_Space)
    assert card.missing == "No code is ticked"


def test_each_format_has_its_own_lists(driver: Driver, theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = WhichCard(theme)
    keep(card)
    card.show_project(driver.window.session.overview, ("main", "second"), ExportWanted())
    assert card.expanders[Option.DOCUMENTS].isHidden()
    assert not card.expanders[Option.ROUNDS].isHidden()
    card.show_wanted(ExportWanted(format="html"))
    assert not card.expanders[Option.DOCUMENTS].isHidden()
    card.show_wanted(ExportWanted(format="codebook"))
    assert card.isHidden()


def test_whose_annotations_is_chosen_by_key(driver: Driver, theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = WhichCard(theme)
    keep(card)
    card.show_project(driver.window.session.overview, ("main",), ExportWanted())
    assert card.expanders[Option.ROUNDS].isHidden(), "one round alone is no choice"
    QTest.keyClick(card.dots["consensus"], Qt.Key.Key_Space)
    assert card.taken(ExportWanted()) == replace(ExportWanted(), layer="consensus")
