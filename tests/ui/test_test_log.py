# SPDX-License-Identifier: MIT
"""The words that tests from outside listen to."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from annotator.domain import AnnotationId, RegionId
from annotator.operations import Touched
from annotator.ui import test_log


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def test_nobody_listens_nothing_is_watched(window: QMainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(test_log.VARIABLE, raising=False)
    assert test_log.watch(window) is None


def test_painted_is_said_once_and_after_the_paint(
    window: QMainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "words"
    monkeypatch.setenv(test_log.VARIABLE, str(path))
    assert test_log.watch(window) is not None
    assert not path.exists()
    window.show()
    qtbot.waitUntil(lambda: path.exists() and "painted" in path.read_text(encoding="utf-8"))
    window.repaint()
    qtbot.waitUntil(lambda: "focus" in path.read_text(encoding="utf-8"))
    assert path.read_text(encoding="utf-8").count("painted") == 1


def test_saved_names_what_was_touched(window: QMainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "words"
    monkeypatch.setenv(test_log.VARIABLE, str(path))
    log = test_log.watch(window)
    assert log is not None
    log.say_saved(
        Touched(annotations=frozenset([AnnotationId("b"), AnnotationId("a")]), regions=frozenset([RegionId("c")]))
    )
    log.say_saved(Touched())
    assert path.read_text(encoding="utf-8") == "saved a b c\nsaved\n"
