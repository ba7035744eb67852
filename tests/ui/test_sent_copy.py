# SPDX-License-Identifier: MIT
"""A project that somebody sent names its sender as the one who codes in it: here one codes under one's own name."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator import operations
from annotator.ui.app import Windows


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project made by Mara on her computer."""
    path = tmp_path / "study.annotator"
    with monkeypatch.context() as on_her_computer:
        on_her_computer.setenv("ANNOTATOR_HOME", str(tmp_path / "hers"))
        operations.close_project(operations.new_project(path, lead=operations.remember_me("Mara")))
    return path


def _coder_in_the_window(windows: Windows, path: Path, qtbot: QtBot) -> str:
    window = windows.add()
    windows.open_path(path)
    qtbot.waitUntil(lambda: window.session.is_open)
    return window.session.coder.name


def test_ones_own_name_goes_on_what_one_codes(windows: Windows, sent: Path, qtbot: QtBot) -> None:
    operations.remember_me("Jonas")
    assert _coder_in_the_window(windows, sent, qtbot) == "Jonas"


def test_the_sender_stays_the_lead(windows: Windows, sent: Path, qtbot: QtBot) -> None:
    operations.remember_me("Jonas")
    _coder_in_the_window(windows, sent, qtbot)
    overview = windows.all[0].session.overview
    assert overview.coder(overview.lead).name == "Mara"
    assert not windows.all[0].session.is_lead


def test_the_same_person_on_another_computer_stays_the_same(windows: Windows, sent: Path, qtbot: QtBot) -> None:
    operations.remember_me("Mara")
    assert _coder_in_the_window(windows, sent, qtbot) == "Mara"
    assert windows.all[0].session.is_lead


def test_another_name_of_this_computer_stays_as_the_file_has_it(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "own.annotator"
    operations.close_project(operations.new_project(path, lead=operations.remember_me("Mara")))
    operations.remember_me("Mara who also codes")
    assert _coder_in_the_window(windows, path, qtbot) == "Mara"
