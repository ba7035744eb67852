# SPDX-License-Identifier: MIT
"""What an export wrote: where, which files of what size, and what did not find a place in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout

from annotator.exchange.findings import Finding
from annotator.operations import ExportReport
from annotator.ui import plain, words
from annotator.ui.exporting import sentences
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.findings_list import FindingsList
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, clear, column, row

MOST_FILES = 30


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file that was written, its size in bytes, its rows where it is a table."""

    path: Path
    size: int
    rows: int


@dataclass(frozen=True, slots=True)
class Written:
    """A whole export."""

    directory: Path
    files: tuple[WrittenFile, ...]
    findings: Sequence[Finding]


def looked_at(report: ExportReport, directory: Path) -> Written:
    """Ask the disk how large the files are; not on the thread of the window."""
    files = tuple(WrittenFile(each.path, each.path.stat().st_size, each.rows) for each in report.written)
    return Written(directory, files, report.findings)


def open_folder(directory: Path) -> None:
    """Show a folder of this computer in the system's own program for folders; nothing else is ever opened."""
    if directory.is_dir():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(directory.resolve())))


class ResultCard(Surface):
    """Shown once something was written."""

    def __init__(self, theme: Theme, *, opens: Callable[[Path], object] = open_folder) -> None:
        super().__init__("card")
        self._theme = theme
        self._directory = Path()
        self._opens = opens
        px = theme.px
        self.title = plain.label(wrap=True)
        self.title.setFont(theme.font(Type.HEAD))
        self.open = Button(theme, "Open the folder", icon="folder")
        self._files = QGridLayout()
        self._files.setHorizontalSpacing(px(16))
        self._files.setVerticalSpacing(px(4))
        self._files.setColumnStretch(0, 1)
        self._more = plain.label(ink="secondary")
        self._head = plain.label("What these files do not hold, or hold otherwise")
        self._head.setFont(theme.font(Type.HEAD))
        self.findings = FindingsList(theme)
        whole = column(self, margins=(px(16), px(12), px(16), px(14)), gap=px(8))
        top = row(gap=px(8))
        top.addWidget(Picture(theme, "saved"))
        top.addWidget(self.title, 1)
        top.addWidget(self.open)
        whole.addLayout(top)
        whole.addLayout(self._files)
        whole.addWidget(self._more)
        whole.addWidget(self._head)
        whole.addWidget(self.findings)
        self.open.clicked.connect(lambda: self._opens(self._directory))
        self.setAccessibleName("What was written")
        self.hide()

    def show_written(self, written: Written) -> None:
        """Show another export."""
        self._directory = written.directory
        total = sentences.file_words(sum(each.size for each in written.files))
        files = words.counted(len(written.files), "file")
        self.title.setText(plain.cut(f"{files}, {total}, written to {written.directory}"))
        clear(self._files)
        for line, each in enumerate(written.files[:MOST_FILES]):
            self._show_file(line, each, written.directory)
        others = len(written.files) - MOST_FILES
        self._more.setText(f"And {words.counted(others, 'more file', many='more files')}.")
        self._more.setVisible(others > 0)
        self.findings.show_findings(written.findings)
        self._head.setVisible(bool(written.findings))
        self.show()

    def _show_file(self, line: int, file: WrittenFile, directory: Path) -> None:
        name = str(file.path.relative_to(directory)) if file.path.is_relative_to(directory) else file.path.name
        right = Qt.AlignmentFlag.AlignRight
        self._files.addWidget(Elided(self._theme, name), line, 0)
        if file.rows:
            self._files.addWidget(plain.label(words.counted(file.rows, "row"), ink="secondary"), line, 1, right)
        self._files.addWidget(plain.label(sentences.file_words(file.size), ink="secondary"), line, 2, right)
