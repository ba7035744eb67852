# SPDX-License-Identifier: MIT
"""The codebook: rows, counts, the code of the selected passage, applying."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.docks.panels import Desk
from ui.models.values import CODEBOOK, MISTRUST, TRUST, annotation, region

from annotator.domain import Codebook
from annotator.ui.docks.codebook import EXCLUDED, CodebookPanel
from annotator.ui.theme.current import Theme

ENTRIES = [annotation(0, 3), annotation(4, 9), annotation(0, 24, code=MISTRUST), region(30, 40)]


@pytest.fixture
def desk() -> Desk:
    return Desk(ENTRIES)


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot, desk: Desk) -> CodebookPanel:
    made = CodebookPanel(theme, desk)
    qtbot.addWidget(made)
    made.show_codebook(CODEBOOK)
    made.resize(352, 500)
    made.show()
    return made


def test_every_code_and_the_excluded_region(panel: CodebookPanel) -> None:
    assert list(panel.rows) == [*(code.id for code in CODEBOOK.codes), EXCLUDED]
    assert [panel.rows[code].count for code in (TRUST.id, MISTRUST.id, EXCLUDED)] == ["2", "1", "1"]


def test_the_selected_passage_lights_its_code(panel: CodebookPanel, desk: Desk) -> None:
    desk.choose(ENTRIES[2].id)
    assert panel.rows[MISTRUST.id]._lit
    desk.choose(ENTRIES[3].id)
    assert panel.rows[EXCLUDED]._lit
    assert not panel.rows[MISTRUST.id]._lit


def test_a_click_opens_or_codes(panel: CodebookPanel, qtbot: QtBot) -> None:
    row = panel.rows[TRUST.id]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.is_open
    panel.let_apply(True)
    with qtbot.waitSignal(panel.applied) as told:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert told.args == [TRUST.id]


def test_arrows_go_round(panel: CodebookPanel, qtbot: QtBot) -> None:
    panel.window().activateWindow()
    panel.take_focus()
    qtbot.waitUntil(panel.rows[TRUST.id].hasFocus)
    QTest.keyClick(panel.rows[TRUST.id], Qt.Key.Key_Up)
    assert panel.rows[EXCLUDED].hasFocus()


def test_retired_codes_come_last_without_a_key(panel: CodebookPanel) -> None:
    retired = replace(TRUST, retired=True)
    panel.show_codebook(Codebook((retired, MISTRUST)))
    assert list(panel.rows) == [MISTRUST.id, TRUST.id, EXCLUDED]
    assert panel.rows[TRUST.id].accessibleName() == "Evidence of trust (retired)"


def test_markup_in_names_is_shown(panel: CodebookPanel) -> None:
    panel.show_codebook(Codebook((replace(TRUST, name="<b>x</b>"),)))
    assert panel.rows[TRUST.id].accessibleName() == "<b>x</b>, key 1"


def test_the_light_follows_a_change_of_code(panel: CodebookPanel, desk: Desk) -> None:
    desk.choose(ENTRIES[0].id)
    assert panel.rows[TRUST.id].is_lit
    desk.put(replace(ENTRIES[0], code=MISTRUST.id))
    assert panel.rows[MISTRUST.id].is_lit
    assert not panel.rows[TRUST.id].is_lit
