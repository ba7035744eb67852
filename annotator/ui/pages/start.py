# SPDX-License-Identifier: MIT
"""The first page: who you are, three ways in, the projects opened lately."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from annotator import __version__
from annotator.ui import plain, words
from annotator.ui.pages.specimen import SAMPLES, Specimen, colour_of
from annotator.ui.pages.start_row import RowWords, StartRow
from annotator.ui.session import NAME_NEEDED
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.lane import LaneSample
from annotator.ui.widgets.surfaces import Scroll, Surface, clear, column, row, rule

_LEFT_FOLDS_BELOW = 1240
_SYNCHRONISED = frozenset(
    ("dropbox", "onedrive", "icloud", "icloud drive", "google drive", "box", "mega", "pcloud", "nextcloud", "owncloud")
)


class StartPage(QWidget):
    """``demo``, ``new`` and ``opened(path)`` (empty: ask for a file) ask for a project; ``named`` gives a name.

    ``located(path)`` asks where a missing recent project is now, ``forgotten(path)`` says that its row is gone.
    """

    demo = Signal()
    new = Signal()
    opened = Signal(str)
    located = Signal(str)
    forgotten = Signal(str)
    named = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._paths: list[str] = []
        self.name = QLineEdit()
        self._name_note = plain.label(ink="secondary", wrap=True)
        self._recent_box = QWidget()
        self._recent_count = plain.label(ink="secondary")
        self._recent_card = Surface("card")
        self._recent_lines = column(self._recent_card)
        self.rows = self._make_rows()
        self._left = self._make_left()
        whole = row(self)
        whole.addWidget(self._left, 5)
        right = Surface("window")
        column(right).addWidget(Scroll(self._make_right()))
        whole.addWidget(right, 7)
        self.name.editingFinished.connect(self._take_name)
        self.name.returnPressed.connect(lambda: self.rows["demo"].setFocus(Qt.FocusReason.TabFocusReason))
        theme.changed.connect(self._redo_legend)

    @property
    def recent(self) -> list[StartRow]:
        """The rows of recent projects."""
        return self._recent_card.findChildren(StartRow, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def show_name(self, name: str) -> None:
        """Show who works here; without a name the field has the focus, since everything hangs on it."""
        self.name.setText(name)
        self._say_name_note(missing=False)
        if name:
            self._focus_first()
        else:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for_name(self) -> None:
        """Say that a name is missing, where it is to be written."""
        self._say_name_note(missing=True)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_recent(self, paths: Sequence[str]) -> None:
        """List the projects opened lately; without any, the list is not there at all."""
        self._paths = list(paths)
        clear(self._recent_lines)
        self._recent_box.setVisible(bool(paths))
        self.rows["demo"].show_key("" if paths else "Enter")
        self._recent_count.setText(words.counted(len(paths), "project"))
        now = datetime.now()  # a clock time for the reader, local
        for place, path in enumerate(paths):
            is_last = place == len(paths) - 1
            made = StartRow(self._theme, recent_words(Path(path), now=now), last=is_last, may_go=True)
            ask = self.located if made.words.dimmed else self.opened
            made.clicked.connect(lambda _=False, path=path, ask=ask: ask.emit(path))
            made.removed.connect(lambda path=path: self._forget(path))
            self._recent_lines.addWidget(made)

    def _focus_first(self) -> None:
        """Put the focus on the project worked on last, else on the demonstration."""
        there = next((made for made in self.recent if not made.words.dimmed), self.rows["demo"])
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self, path: str) -> None:
        """Take a row away; the next one has the focus, so that Del can be pressed again."""
        place = self._paths.index(path)
        self.show_recent([each for each in self._paths if each != path])
        self.forgotten.emit(path)
        rows = self.recent or [self.rows["open"]]
        rows[min(place, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the explanation where the window is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(_LEFT_FOLDS_BELOW)
        self._left.setVisible(wide)
        side, top = (48, 56) if wide else (20, 20)
        self._outer.setContentsMargins(*(self._theme.px(each) for each in (side, top, side, 32)))

    def _make_rows(self) -> dict[str, StartRow]:
        demo = "Real articles, already coded by two machine-made trial coders."
        new = "Text, web pages, Word, PDF, tables and more. What will be taken is shown before anything is saved."
        other = "A .annotator file: your own, or one that your lead sent you."
        made = {
            "demo": RowWords("play", "Open the demo", demo, key="Enter"),
            "new": RowWords("folder", "New project from a folder of articles…", new, key="Ctrl+N"),
            "open": RowWords("file", "Open a project…", other, key="Ctrl+O"),
        }
        rows = {name: StartRow(self._theme, text, last=name == "open") for name, text in made.items()}
        rows["demo"].clicked.connect(self.demo)
        rows["new"].clicked.connect(self.new)
        rows["open"].clicked.connect(lambda: self.opened.emit(""))
        return rows

    def _make_left(self) -> QWidget:
        px = self._theme.px
        content = QWidget()
        lines = column(content, margins=(px(56), px(56), px(40), px(32)))
        brand = row(gap=px(8))
        brand.addWidget(LaneSample(self._theme, pattern=SAMPLES[0].pattern, colour=self._theme.tokens.accent, width=24))
        name = plain.label("Annotator")
        name.setFont(self._theme.font(Type.FIGURE))
        brand.addWidget(name)
        brand.addStretch(1)
        lines.addLayout(brand)
        lines.addSpacing(px(36))
        title = plain.label("Read closely, mark what you find, and show how far you agree.", wrap=True)
        title.setFont(self._theme.font(Type.START))
        lines.addWidget(title)
        lines.addSpacing(px(16))
        lead = plain.label(
            "Code articles passage by passage with your own codebook, merge the work of several coders, and measure "
            "their agreement. One project is one file on your computer.",
            ink="secondary", wrap=True,
        )  # fmt: skip
        lead.setFont(self._theme.font(Type.LEAD))
        lines.addWidget(lead)
        lines.addSpacing(px(32))
        lines.addWidget(rule())
        lines.addSpacing(px(20))
        lines.addWidget(Specimen(self._theme))
        lines.addSpacing(px(12))
        lines.addWidget(rule())
        lines.addSpacing(px(14))
        self._legend = row(gap=px(8))
        lines.addLayout(self._legend)
        lines.addStretch(1)
        lines.addWidget(self._make_version())
        self._redo_legend()
        ground = Surface("page", line="right")
        column(ground).addWidget(Scroll(content))
        return ground

    def _make_version(self) -> QWidget:
        version = plain.label(
            f"Version {__version__}. Works without a network; nothing leaves this computer.", ink="secondary", wrap=True
        )
        version.setFont(self._theme.font(Type.META))
        return version

    def _redo_legend(self) -> None:
        clear(self._legend)
        for sample in SAMPLES:
            colour = colour_of(sample, self._theme)
            self._legend.addWidget(LaneSample(self._theme, pattern=sample.pattern, colour=colour, width=22))
            label = plain.label(sample.name)
            label.setFont(self._theme.font(Type.META))
            self._legend.addWidget(label)
            self._legend.addSpacing(self._theme.px(10))
        self._legend.addStretch(1)

    def _make_right(self) -> QWidget:
        px = self._theme.px
        content = QWidget()
        self._outer: QHBoxLayout = row(content)
        inner = QWidget()
        inner.setMaximumWidth(px(720))
        self._outer.addWidget(inner, 1)
        lines = column(inner)
        lines.addLayout(self._make_name())
        lines.addSpacing(px(32))
        lines.addWidget(self._head("Start"))
        lines.addSpacing(px(10))
        card = Surface("card")
        card_lines = column(card)
        for made in self.rows.values():
            card_lines.addWidget(made)
        lines.addWidget(card)
        recent = column(self._recent_box, margins=(0, px(32), 0, 0), gap=px(10))
        head = row()
        head.addWidget(self._head("Recent projects"))
        head.addStretch(1)
        head.addWidget(self._recent_count)
        recent.addLayout(head)
        recent.addWidget(self._recent_card)
        lines.addWidget(self._recent_box)
        lines.addStretch(1)
        self._recent_box.hide()
        return content

    def _make_name(self) -> QHBoxLayout:
        px = self._theme.px
        line = row(gap=px(20))
        label = self._head("Your name")
        label.setFixedHeight(px(32))
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field = column(gap=px(4))
        self.name.setMaximumWidth(px(320))
        self.name.setMinimumSize(QSize(px(200), px(32)))
        self.name.setMaxLength(80)
        self.name.setPlaceholderText("First and last name")
        self.name.setAccessibleName("Your name")
        self._name_note.setFont(self._theme.font(Type.META))
        field.addWidget(self.name)
        field.addWidget(self._name_note)
        line.addLayout(field, 1)
        self._say_name_note(missing=False)
        return line

    def _head(self, text: str) -> QWidget:
        made = plain.label(text)
        made.setFont(self._theme.font(Type.HEAD))
        return made

    def _say_name_note(self, *, missing: bool) -> None:
        self._name_note.setText(
            NAME_NEEDED if missing else "Goes on everything you code, so that your lead can tell the coders apart."
        )
        ink = "error" if missing else "secondary"
        if self._name_note.property("ink") != ink:
            self._name_note.setProperty("ink", ink)
            self._name_note.style().unpolish(self._name_note)
            self._name_note.style().polish(self._name_note)

    def _take_name(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self._say_name_note(missing=False)
            self.named.emit(name)


def recent_words(path: Path, *, now: datetime) -> RowWords:
    """Say what is known of a recent project without opening it: its name, its folder, when it was written."""
    try:
        status = path.stat()
    except OSError:
        return RowWords(
            "warning", path.stem, f"Not found in {short_folder(path)}", aside="Locate…", dimmed=True,
        )  # fmt: skip
    moment = datetime.fromtimestamp(status.st_mtime)  # local, for the reader
    synchronised = any(part.casefold() in _SYNCHRONISED for part in path.parts)
    warning = "Lies in a synchronised folder. Move it before two computers write to it." if synchronised else ""
    saved = f"Saved {words.day(moment, today=now)}"
    return RowWords("file", path.stem, short_folder(path), aside=saved, warning=warning)


def short_folder(path: Path) -> str:
    """Give a file's folder, the home folder shortened to ~."""
    folder, home = path.parent, Path.home()
    try:
        return str(Path("~") / folder.relative_to(home))
    except ValueError:
        return str(folder)
