# SPDX-License-Identifier: MIT
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from annotator.exchange.findings import Finding, FindingKind
from annotator.operations import ExportedFile, ExportReport
from annotator.ui.exporting.result_card import MOST_FILES, ResultCard, looked_at, open_folder
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.elided import Elided


def report(folder: Path, number: int) -> ExportReport:
    files = []
    for each in range(number):
        path = folder / f"<b>{each}.csv"
        path.write_bytes(b"x" * 1500)
        files.append(ExportedFile(path, each))
    return ExportReport(tuple(files), (Finding(FindingKind.DROPPED, "A certainty is not in this format.", 12),))


def test_files_and_findings_are_listed(theme: Theme, tmp_path: Path, keep: Callable[[QObject], None]) -> None:
    opened: list[Path] = []
    card = ResultCard(theme, opens=opened.append)
    keep(card)
    card.show_written(looked_at(report(tmp_path, 2), tmp_path))
    assert card.title.text() == f"2 files, 3.0 kB, written to {tmp_path}"
    assert [each.text for each in card.findChildren(Elided)] == ["<b>0.csv", "<b>1.csv"]
    said = {label.text() for label in card.findChildren(QLabel)}
    assert {"1 row", "1.5 kB", "Left out: A certainty is not in this format. (12)"} <= said
    QTest.keyClick(card.open, Qt.Key.Key_Space)
    assert opened == [tmp_path]


def test_of_very_many_files_the_first_are_listed(theme: Theme, tmp_path: Path, keep: Callable[[QObject], None]) -> None:
    card = ResultCard(theme)
    keep(card)
    card.show_written(looked_at(report(tmp_path, MOST_FILES + 3), tmp_path))
    assert len(card.findChildren(Elided)) == MOST_FILES
    assert "And 3 more files." in {label.text() for label in card.findChildren(QLabel)}


def test_only_a_folder_of_this_computer_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    open_folder(tmp_path / "gone")
    (tmp_path / "file").write_bytes(b"")
    open_folder(tmp_path / "file")
    assert asked == []
    open_folder(tmp_path)
    assert [url.isLocalFile() for url in asked] == [True]
