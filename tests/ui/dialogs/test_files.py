# SPDX-License-Identifier: MIT
"""Asking for files: what is chosen becomes paths, nothing chosen becomes nothing."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs import files


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_chosen(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "folder")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["a", "b"], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("a", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("study", ""))
    assert files.ask_folder(parent, "t") == Path("folder")
    assert files.ask_files(parent, "t", kinds=files.ARTICLES) == [Path("a"), Path("b")]
    assert files.ask_file(parent, "t", kinds=files.PROJECTS) == Path("a")
    assert files.ask_new_file(parent, "t", name="x.annotator", kinds=files.PROJECTS) == Path("study.annotator")


def test_nothing_chosen(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert files.ask_folder(parent, "t") is None
    assert files.ask_files(parent, "t", kinds=files.ARTICLES) == []
    assert files.ask_file(parent, "t", kinds=files.PROJECTS) is None
    assert files.ask_new_file(parent, "t", name="x.csv", kinds=files.TABLES) is None
