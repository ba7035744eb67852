# SPDX-License-Identifier: MIT
"""The words that tests from outside listen to."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from annotator.domain import AnnotationId, RegionId
from annotator.operations import Touched
from annotator.ui import test_log


class Signals(QObject):
    opened = Signal()
    changed = Signal(object, object)
    shown = Signal()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.setCentralWidget(QLineEdit())
    qtbot.addWidget(made)
    return made


@pytest.fixture
def signals() -> Signals:
    return Signals()


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, window: QMainWindow, signals: Signals) -> Path:
    """Where a watched window speaks."""
    path = tmp_path / "words"
    path.touch()
    monkeypatch.setenv(test_log.VARIABLE, str(path))
    assert (
        test_log.watch(window, opened=signals.opened, changed=signals.changed, shown=lambda: signals.shown) is not None
    )
    return path


def _said(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_nobody_listens_nothing_is_watched(
    window: QMainWindow, signals: Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(test_log.VARIABLE, raising=False)
    assert test_log.watch(window, opened=signals.opened, changed=signals.changed, shown=lambda: signals.shown) is None


def test_painted_is_said_once_and_after_the_paint(window: QMainWindow, words: Path, qtbot: QtBot) -> None:
    assert _said(words) == []
    window.show()
    qtbot.waitUntil(lambda: "painted" in _said(words))
    window.repaint()
    assert _said(words).count("painted") == 1


def test_focus_names_the_kind_of_widget(window: QMainWindow, words: Path, qtbot: QtBot) -> None:
    window.show()
    window.activateWindow()
    window.centralWidget().setFocus()
    qtbot.waitUntil(lambda: "focus QLineEdit" in _said(words))


def test_opened(signals: Signals, words: Path) -> None:
    signals.opened.emit()
    assert _said(words) == ["opened"]


def test_shown_is_said_once_for_each_article_however_often_a_project_is_opened(signals: Signals, words: Path) -> None:
    signals.opened.emit()
    signals.opened.emit()
    signals.shown.emit()
    assert _said(words) == ["opened", "opened", "shown"]


def test_saved_names_what_was_touched(signals: Signals, words: Path) -> None:
    touched = Touched(annotations=frozenset([AnnotationId("b"), AnnotationId("a")]), regions=frozenset([RegionId("c")]))
    signals.changed.emit(touched, None)
    signals.changed.emit(Touched(), None)
    assert _said(words) == ["saved a b c", "saved"]
