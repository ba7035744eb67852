# SPDX-License-Identifier: MIT
"""Settings as the window changes them."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator import operations
from annotator.domain import NotSaved
from annotator.ui.settings import SIZES, USUAL_SIZE, Preferences


def test_a_change_is_in_force_at_once_and_written_a_moment_later(qtbot: QtBot) -> None:
    preferences = Preferences()
    with qtbot.waitSignal(preferences.changed):
        preferences.change(theme="dark")
    assert preferences.now.theme == "dark"
    assert operations.load_settings().theme == "system"
    qtbot.waitUntil(lambda: operations.load_settings().theme == "dark")


def test_two_windows_do_not_overwrite_each_other(qtbot: QtBot) -> None:
    one, other = Preferences(), Preferences()
    one.change(lanes=5)
    one.flush()
    other.change(serif=False)
    other.flush()
    assert (operations.load_settings().lanes, operations.load_settings().serif) == (5, False)


def test_type_goes_step_by_step_and_back(qtbot: QtBot) -> None:
    preferences = Preferences()
    preferences.step_size(1)
    assert preferences.now.text_size == SIZES[SIZES.index(USUAL_SIZE) + 1]
    preferences.step_size(0)
    assert preferences.now.text_size == USUAL_SIZE
    for _ in range(20):
        preferences.step_size(-1)
    assert preferences.now.text_size == SIZES[0]


def test_the_name_and_the_project_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    preferences = Preferences()
    coder = preferences.remember_me("Ana  Roth")
    preferences.remember_project(tmp_path / "a.annotator")
    assert coder.name == "Ana Roth"
    assert preferences.now.me == "Ana Roth"
    assert preferences.now.recent == (str((tmp_path / "a.annotator").resolve()),)


def test_a_failure_to_write_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    preferences, failed = Preferences(), []
    preferences.failed.connect(failed.append)

    def fail(_: object) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(operations, "save_settings", fail)
    preferences.change(lanes=4)
    preferences.flush()
    assert failed[0].sentence == "The disk is full."


def test_a_project_that_was_found_elsewhere_takes_the_place_of_its_row(tmp_path: Path) -> None:
    preferences, path = Preferences(), tmp_path / "here.annotator"
    operations.save_settings(replace(operations.load_settings(), recent=("/gone/here.annotator", "/other")))
    preferences.note_moved("/gone/here.annotator", path)
    assert len(operations.load_settings().recent) == 2, "not before it was opened"
    preferences.remember_project(path)
    assert preferences.now.recent == operations.load_settings().recent == (str(path.resolve()), "/other")
    preferences.forget_project("/other")
    assert operations.load_settings().recent == (str(path.resolve()),)
