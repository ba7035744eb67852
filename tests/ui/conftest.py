# SPDX-License-Identifier: MIT
"""A window on a project of its own, driven by keys and mouse; what was stored is read by another process."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator import operations
from annotator.domain import Coder, Span
from annotator.ui.app import Windows
from annotator.ui.main_window import MainWindow
from annotator.ui.pages.coding import CodingPage
from annotator.ui.text_view import ArticleView
from annotator.ui.theme.current import Theme

TEXT = (
    "The first line is a title\n\n"
    "The council trusts its engineers with every key. Nobody has asked for a receipt in years.\n\n"
    "“They may leave us one day,” said Ana Roth, a historian, “and we would not see it coming.”\n"
)
OTHER = "A second article\n\nIts only paragraph is short, and nothing in it is remarkable.\n"

READ = """
import json, sys
from pathlib import Path
from annotator import operations
project = operations.open_project(Path(sys.argv[1]))
overview = operations.overview(project)
names = {coder.id: coder.name for coder in overview.coders}
codes = {code.id: code.short_name for code in overview.codebook.codes}
rows, regions, states = [], [], {}
for summary in overview.documents:
    article = operations.article(project, document=summary.document.id)
    for each in article.annotations:
        assert article.text[each.span.start:each.span.end] == each.quote
        rows.append({"coder": names[each.coder], "code": codes[each.code], "start": each.span.start,
                     "end": each.span.end, "quote": each.quote, "memo": each.memo, "certainty": each.certainty.value,
                     "ask_lead": each.ask_lead, "attributes": dict(each.attributes), "document": summary.document.name})
    for each in article.regions:
        regions.append({"quote": each.quote, "state": each.state.value, "coder": names[each.coder]})
    states[summary.document.name] = summary.state.value
operations.close_project(project)
print(json.dumps({"annotations": rows, "regions": regions, "states": states, "coders": sorted(names.values())}))
"""


def read_elsewhere(path: Path) -> dict[str, object]:
    """Give what another process finds in a project file."""
    answer = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert answer.returncode == 0, answer.stderr
    found: dict[str, object] = json.loads(answer.stdout)
    return found


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Give a look in force; the application is left as it was found."""
    font, palette = qapp.font(), qapp.palette()
    made = Theme(qapp, choice="light")
    yield made
    made.deleteLater()
    _undress(qapp, font, palette)


def _undress(application: QApplication, font: object, palette: object) -> None:
    application.setStyleSheet("")
    application.setFont(font)
    application.setPalette(palette)


@pytest.fixture
def windows(qapp: QApplication, qtbot: QtBot) -> Iterator[Windows]:
    """Give the keeper of windows; all are closed at the end, as a user closes them."""
    font, palette = qapp.font(), qapp.palette()
    made = Windows(qapp)
    crashes: list[BaseException] = []
    yield made
    for window in made.all:
        window.jobs.crashed.connect(crashes.append)
        if window.pages is not None:
            window.pages.coding.give_up()
        window.close()
    qtbot.waitUntil(lambda: not made.all)
    made.theme.deleteLater()
    made.preferences.deleteLater()
    _undress(qapp, font, palette)
    assert crashes == []


@pytest.fixture
def me() -> Coder:
    """Say who works on this computer."""
    return operations.remember_me("Mara Lindqvist")


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[..., Path]:
    """Make a project file with texts, closed again."""

    def make(
        texts: dict[str, str] | None = None, *, lead: Coder, name: str = "study", file: str = "study.annotator"
    ) -> Path:
        path = tmp_path / file
        project = operations.new_project(path, lead=lead, name=name)
        sources = []
        for title, text in (texts if texts is not None else {"one.txt": TEXT, "two.txt": OTHER}).items():
            source = tmp_path / title
            source.write_bytes(text.encode())
            sources.append(source)
        if sources:
            operations.import_texts(project, author=lead.id, paths=sources)
        operations.close_project(project)
        return path

    return make


class Driver:
    """One window as a user drives it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.bot = qtbot

    @property
    def page(self) -> CodingPage:
        assert self.window.pages is not None
        return self.window.pages.coding_page

    @property
    def view(self) -> ArticleView:
        return self.page.reading.view

    def key(
        self,
        key: Qt.Key | str,
        *,
        at: QWidget | None = None,
        ctrl: bool = False,
        shift: bool = False,
        alt: bool = False,
    ) -> None:
        modifiers = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
        if ctrl:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        if shift:
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(at or self.view, key, modifiers)

    def select(self, words: str) -> Span:
        """Select words by keys alone, in reading order: to the left where the text runs to the left."""
        assert self.window.pages is not None
        article = self.window.pages.desk.article
        assert article is not None
        start = article.text.index(words)
        span = Span.of(start, start + len(words))
        self.view.set_caret(span.start)
        on = Qt.Key.Key_Right
        for _ in range(2 * span.length + 2):
            if self.view.caret() == span.end:
                break
            self.key(on, shift=True)
            if self.view.caret() < span.start or self.view.caret() == span.start == 0:
                self.view.set_caret(span.start)
                on = Qt.Key.Key_Left
        assert self.view.current_span() == span
        return span

    def saved(self) -> None:
        """Wait until the window says that everything is saved."""
        session = self.window.session
        self.bot.waitUntil(lambda: session.jobs.waiting == 0 and session.is_saved)

    def code(self, words: str, key: str) -> Span:
        """Code words by their key and wait until it is stored."""
        span = self.select(words)
        self.key(key)
        self.saved()
        return span

    def close(self) -> Path:
        """Close the window as a user does, and give the file."""
        path = self.window.session.path
        assert path is not None
        gone: list[bool] = []
        self.window.gone.connect(lambda: gone.append(True))
        self.window.close()
        self.bot.waitUntil(lambda: bool(gone))
        return path

    def click(self, widget: QWidget, position: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=position or widget.rect().center())

    def drag(self, words: str) -> None:
        """Select words with the mouse, from before the first to after the last."""
        assert self.window.pages is not None
        article = self.window.pages.desk.article
        assert article is not None
        start = article.text.index(words)
        places = []
        for position in (start, start + len(words)):
            cursor = self.view.textCursor()
            cursor.setPosition(self.view.scene.positions.to_qt(position))
            places.append(self.view.cursorRect(cursor).center())
        viewport = self.view.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=places[0])
        QTest.mouseMove(viewport, places[0] + QPoint(4, 0))
        QTest.mouseMove(viewport, places[1])
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=places[1])


@pytest.fixture
def open_window(windows: Windows, qtbot: QtBot) -> Callable[[Path], Driver]:
    """Open a project in a window, with its first article shown."""

    def open_(path: Path) -> Driver:
        window = windows.add()
        with qtbot.waitExposed(window):
            window.resize(1440, 900)
        windows.open(lambda: operations.open_project(path), path, window)
        driver = Driver(window, qtbot)
        session = window.session
        qtbot.waitUntil(lambda: window.pages is not None and not session.check.waits and session.jobs.waiting == 0)
        driver.view.setFocus()
        return driver

    return open_


@pytest.fixture
def driver(open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder) -> Driver:
    """Give a window on a project of two short articles."""
    return open_window(make_project(lead=me))


@pytest.fixture
def keep(qapp: QApplication) -> Iterator[Callable[[QObject], None]]:
    """Delete objects at the end of a test."""
    kept: list[QObject] = []
    yield kept.append
    for each in kept:
        each.deleteLater()
