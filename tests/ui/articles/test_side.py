# SPDX-License-Identifier: MIT
"""The panels beside the table are turned by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.article_tables import articles_page
from ui.conftest import Driver

from annotator.ui.articles.side import COPIES, FIELDS, VALUES
from annotator.ui.articles.values_import import ValuesImport
from annotator.ui.dialogs import files


def test_the_segments_turn_to_their_panels(driver: Driver) -> None:
    page = articles_page(driver)
    side = page.side
    assert side.panel == VALUES
    assert side.values.isVisible()
    side.take_focus()
    for panel, widget in ((FIELDS, side.fields), (COPIES, side.copies)):
        focused = driver.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Right)
        focused = driver.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)
        assert side.panel == panel
        assert widget.isVisible()


def test_no_table_chosen_opens_nothing(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> Path | None:
        return None

    monkeypatch.setattr(files, "ask_file", none)
    page = articles_page(driver)
    page.side.ask_values()
    assert driver.window.findChild(ValuesImport) is None
