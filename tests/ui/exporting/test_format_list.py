# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from annotator.ui.exporting.format_choice import FormatChoice
from annotator.ui.exporting.format_list import FormatList
from annotator.ui.exporting.formats import FORMATS
from annotator.ui.theme.current import Theme


def test_arrows_go_along_all_formats_and_pass_over_headings(theme: Theme, keep: Callable[[QObject], None]) -> None:
    formats = FormatList(theme)
    keep(formats)
    chosen: list[str] = []
    formats.chosen.connect(chosen.append)
    formats.show_value("stats")
    assert chosen == []
    for _ in range(len(FORMATS) + 2):
        QTest.keyClick(formats, Qt.Key.Key_Down)
    assert ["stats", *chosen] == list(FORMATS)
    assert formats.value == "markdown"
    assert formats.accessibleName() == "Formats"


def test_headings_cannot_be_clicked(theme: Theme, keep: Callable[[QObject], None]) -> None:
    formats = FormatList(theme)
    keep(formats)
    formats.resize(280, 900)
    formats.show_value("csv")
    heading = formats.visualRect(formats.model().index(0, 0)).center()
    QTest.mouseClick(formats.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert formats.value == "csv"
    second = formats.visualRect(formats.model().index(3, 0)).center()
    QTest.mouseClick(formats.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert formats.value == "xlsx"


def test_the_field_for_narrow_windows_offers_the_same(theme: Theme, keep: Callable[[QObject], None]) -> None:
    choice = FormatChoice(theme)
    keep(choice)
    values = [choice.itemData(place) for place in range(choice.count())]
    assert [value for value in values if value] == list(FORMATS)
