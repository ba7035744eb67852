# SPDX-License-Identifier: MIT
"""The menu says what the table of keys says."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui.models.values import ME, OTHER

from annotator.ui.menus import Menus
from annotator.ui.shortcuts import CODERS_ONLY, NOT_FOR_CODERS, ON_PAGES, SHORTCUTS


def test_every_key_of_the_window_is_an_action(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menus = Menus(window)
    assert set(menus.actions) == {each.name for each in SHORTCUTS if each.group not in ON_PAGES}
    for shortcut in SHORTCUTS:
        if shortcut.group not in ON_PAGES:
            assert menus.actions[shortcut.name].shortcuts() == shortcut.sequences
    with qtbot.waitSignal(menus.triggered) as told:
        menus.actions["undo"].trigger()
    assert told.args == ["undo"]


def test_only_what_acts_is_enabled(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menus = Menus(window)
    menus.enable_only(["undo"])
    assert menus.actions["undo"].isEnabled()
    assert menus.actions["open"].isEnabled()
    assert not menus.actions["redo"].isEnabled()
    menus.enable({"redo": True})
    assert menus.actions["redo"].isEnabled()


def test_choices_are_ticked_and_told(qtbot: QtBot) -> None:
    window, told = QWidget(), []
    qtbot.addWidget(window)
    menus = Menus(window)
    menus.theme_chosen.connect(told.append)
    menus.lanes_chosen.connect(told.append)
    menus.serif_chosen.connect(told.append)
    menus.check(theme="dark", serif=True, lanes=4)
    assert told == []
    assert [action.text() for action in menus._themes.actions() if action.isChecked()] == ["Dark"]
    menus._themes.actions()[1].trigger()
    menus._lanes.actions()[0].trigger()
    menus.serif.trigger()
    assert told == ["light", 2, False]


def test_one_coder_alone_is_no_choice(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menus = Menus(window)
    menus.show_coders([ME], me=ME.id, shown=())
    assert not menus.shown_menu.menuAction().isVisible()
    menus.show_coders([ME, OTHER], me=ME.id, shown=(OTHER.id,))
    texts = [action.text() for action in menus.shown_menu.actions()]
    assert texts == ["My coding only", "Trial coder 1 (machine-made), and mine"]
    assert menus.shown_menu.actions()[1].isChecked()


def test_a_coder_s_file_has_other_entries(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menus = Menus(window)
    assert set(CODERS_ONLY) <= set(menus.hidden)
    menus.fit_file(is_coders=True)
    assert not set(CODERS_ONLY) & set(menus.hidden)
    assert set(NOT_FOR_CODERS) <= set(menus.hidden)
