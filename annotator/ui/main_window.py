# SPDX-License-Identifier: MIT
"""One window with one project at most. It wires; the panels and pages do the work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from annotator import operations
from annotator.domain import Coder, KnownError, UsageError
from annotator.ui import plain, words
from annotator.ui.bus import Bus
from annotator.ui.docks.status_line import StatusLine
from annotator.ui.file_drop import FileDrop
from annotator.ui.jobs import Jobs
from annotator.ui.menus import Menus
from annotator.ui.pages.start import StartPage
from annotator.ui.project_starts import ProjectStarts
from annotator.ui.session import NAME_NEEDED, Session
from annotator.ui.settings import Preferences
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.banner import ERROR, INFO, WARNING, Banner
from annotator.ui.widgets.surfaces import Surface, column

if TYPE_CHECKING:
    from annotator.operations import Project
    from annotator.ui.project_pages import ProjectPages

EVERYTHING_SAVED = "Everything is saved: each change is written the moment you make it."
Opener = Callable[[Callable[[], "Project"], Path, "MainWindow"], None]


class CrashReporter(Protocol):
    """Who is told of errors nobody expected."""

    def report(self, error: BaseException) -> None:
        """Write it down and say so."""


class MainWindow(QMainWindow):
    """``opener`` decides in which window a project is opened; ``gone`` is emitted when this one is closed for good."""

    gone = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, *, opener: Opener, crashes: CrashReporter) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._preferences = preferences
        self._opener = opener
        self._may_close = self._closing = False
        self.jobs = Jobs(self)
        self.session = Session(self.jobs, Bus(self), parent=self)
        self.banner = Banner(theme)
        self.status = StatusLine(theme)
        self.stack = QStackedWidget()
        self.menus = Menus(self)
        self.pages: ProjectPages | None = None
        self.drop = FileDrop(theme, self)
        self._starts = ProjectStarts(self, theme, self.session, me=self._me)
        self._lay_out()
        self._connect(crashes)
        self._enable()

    @cached_property
    def start(self) -> StartPage:
        """The start page, made when it is first wanted: a window on a project may never show it."""
        page = StartPage(self._theme)
        self.stack.addWidget(page)
        page.named.connect(self._take_name)
        page.demo.connect(lambda: self._with_name(self._starts.demo))
        page.new.connect(lambda: self._with_name(self._starts.ask_new))
        page.opened.connect(lambda path: self._with_name(lambda: self._starts.open_or_ask(path), is_needed=False))
        page.located.connect(lambda path: self._with_name(lambda: self._starts.locate(path)))
        page.forgotten.connect(self._preferences.forget_project)
        return page

    def _lay_out(self) -> None:
        ground = Surface("window")
        lines = column(ground)
        lines.addWidget(self.banner)
        lines.addWidget(self.stack, 1)
        lines.addWidget(self.status)
        self.setCentralWidget(ground)
        px = self._theme.px
        self.resize(px(1440), px(900))
        self.setMinimumSize(480, 320)
        if self._preferences.now.window:
            self.restoreGeometry(QByteArray.fromBase64(self._preferences.now.window.encode("ascii", "ignore")))
        self.setWindowTitle("Annotator")

    def _connect(self, crashes: CrashReporter) -> None:
        self.jobs.crashed.connect(crashes.report)
        session, status, menus = self.session, self.status, self.menus
        session.saving.connect(status.show_saving)
        session.typing.connect(status.show_typing)
        session.saved.connect(self._saved)
        session.not_saved.connect(lambda _: status.show_not_saved())
        session.refused.connect(self.refuse)
        session.opened.connect(self._opened)
        menus.triggered.connect(self.act)
        menus.theme_chosen.connect(lambda choice: self._preferences.change(theme=choice))
        menus.serif_chosen.connect(lambda serif: self._preferences.change(serif=serif))
        menus.lanes_chosen.connect(lambda lanes: self._preferences.change(lanes=lanes))
        self._preferences.changed.connect(self._prefer)
        self._preferences.failed.connect(self.refuse)
        self._starts.wanted.connect(self.open_elsewhere)
        self._starts.moved.connect(self._preferences.note_moved)
        self._starts.previewing.connect(lambda: self.show_page(self._starts.intake))
        self.drop.dropped.connect(self._dropped)
        self._starts.done.connect(self._back)
        self._starts.failed.connect(self.refuse)

    def act(self, name: str) -> None:
        """Do what an entry of the table of keys says: the window's own, else the shown page's."""
        own: dict[str, Callable[[], object]] = {
            "new": lambda: self._with_name(self._starts.ask_new),
            "open": lambda: self._with_name(self._starts.ask_open, is_needed=False),
            "start": self.show_start,
            "saved": self._say_saved,
            "keys": self._show_keys,
            "close": self.close,
            "zoom_in": lambda: self._preferences.step_size(1),
            "zoom_out": lambda: self._preferences.step_size(-1),
            "zoom_reset": lambda: self._preferences.step_size(0),
        }
        if name in own:
            own[name]()
        elif self.pages is not None:
            self.pages.act(name)

    def open_elsewhere(self, make: Callable[[], Project], path: Path) -> None:
        """Open a project in the window that has it, here if this one has none, else in another."""
        self._opener(make, path, self)

    def open_with(self, make: Callable[[], Project], path: Path) -> None:
        """Open a project in this window, which has none."""
        self.banner.hide()
        self.setWindowTitle(plain.window_title(f"Opening {path.name}"))
        self.session.open(make, me=self._me(), failed=self._not_opened)

    def refuse(self, error: KnownError) -> None:
        """Show a refusal in its own words until it is closed or something else is said."""
        self.banner.say(plain.sentence_of(error), kind=WARNING)

    def article_shown(self) -> SignalInstance:
        """Give the signal of an article being shown; only once a project has been opened."""
        if self.pages is None:
            raise RuntimeError("no project was opened in this window")
        return self.pages.desk.article_changed

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when everything queued is in the file; what the disk refused keeps the window open and asks."""
        if self._may_close:
            super().closeEvent(event)
            self.gone.emit()
            return
        event.ignore()
        if self._closing:
            return
        if self.pages is not None and not self.pages.ready_to_close(self.close):
            return
        self._closing = True
        self._preferences.change(window=bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self._preferences.flush()
        self.session.read_out(self._finish_close)

    def _finish_close(self) -> None:
        if not self.session.is_saved:
            self._closing = False
            return
        self.session.close(closed=self._closed, failed=self._not_closed)

    def _closed(self) -> None:
        self.jobs.stop()
        self._may_close = True
        self.close()

    def _not_closed(self, error: KnownError) -> None:
        self._closing = False
        self.banner.say(plain.sentence_of(error), kind=ERROR, stays=True)

    def _me(self) -> Coder | None:
        return operations.me()

    def _take_name(self, name: str) -> bool:
        try:
            self._preferences.remember_me(name)
        except KnownError as error:
            self.refuse(error)
            return False
        self.banner.hide()
        return True

    def _with_name(self, go: Callable[[], None], *, is_needed: bool = True) -> None:
        """Go on once it is known who works here; a coder's file says so itself."""
        name = self.start.name.text().strip() if not self.session.is_open else ""
        if name and not self._take_name(name):
            return
        if is_needed and self._me() is None:
            self.show_start()
            self.start.ask_for_name()
            self.refuse(UsageError(NAME_NEEDED))
            return
        go()

    def _dropped(self, paths: list[Path]) -> None:
        """Begin a project with what is dropped on a window that has none; an open one takes it itself."""
        if not self.session.is_open:
            is_project = paths[0].suffix == ".annotator"
            self._with_name(lambda: self._starts.take_dropped(paths), is_needed=not is_project)

    def show_page(self, page: QWidget) -> None:
        """Show a page, and let only those keys act that mean something on it."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        if self.stack.currentWidget() is not page:
            self.banner.leave()
        self.stack.setCurrentWidget(page)
        self.status.setVisible(self.session.is_open)
        self._enable()
        if self.pages is not None:
            self.pages.page_shown()

    def _back(self) -> None:
        if self.session.is_open and self.pages is not None:
            self.pages.act("page_coding")
        else:
            self.show_start()

    def show_start(self) -> None:
        """Show the start page with the projects opened lately."""
        self.start.show_recent(self._preferences.now.recent)
        self.show_page(self.start)
        self.start.show_name(self._preferences.now.me)

    def _enable(self) -> None:
        names = self.pages.enabled_on(self.stack.currentWidget()) if self.pages and self.session.is_open else []
        self.menus.enable_only([*names, "start", *(["add_articles", "send_copy"] if self.session.is_open else [])])

    def _opened(self) -> None:
        if self.pages is None:
            from annotator.ui.project_pages import ProjectPages

            self.pages = ProjectPages(self, self._theme, self.session, self.menus, self._preferences)
        overview = self.session.overview
        self.setWindowTitle(plain.window_title(f"{overview.name} ({overview.path.name})"))
        self._preferences.remember_project(overview.path)
        self.status.show_saved(None)
        self._prefer()
        self.pages.begin()

    def _not_opened(self, error: KnownError) -> None:
        self.setWindowTitle("Annotator")
        if self.stack.currentWidget() is not self.start:
            self.show_start()
        if isinstance(error, UsageError):
            self.start.ask_for_name()
        if self._me() is None:
            self.start.ask_for_name()
        self.banner.say(plain.sentence_of(error), kind=ERROR)

    def _saved(self, moment: datetime | None) -> None:
        """Say it; a refusal that came before is answered by something that worked."""
        self.status.show_saved(moment)
        if moment is not None and self.banner.kind == WARNING:
            self.banner.hide()

    def _say_saved(self) -> None:
        if self.session.is_open and self.session.is_saved:
            self.banner.say(EVERYTHING_SAVED, kind=INFO)

    def _prefer(self) -> None:
        now = self._preferences.now
        if now.theme != self._theme.choice:
            self._theme.choose(now.theme)
        self._theme.set_serif(now.serif)
        self.menus.check(theme=now.theme, serif=now.serif, lanes=now.lanes)
        if self.pages is not None:
            self.pages.prefer(now)
            self.status.zoom.setText(f"Text {words.zoom(now.text_size)} %")

    def _show_keys(self) -> None:
        from annotator.ui.dialogs.keys import KeysDialog

        KeysDialog(self._theme, self, hidden=self.menus.hidden).open()
