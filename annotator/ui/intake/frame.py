# SPDX-License-Identifier: MIT
"""Where the parts of taking articles in stand, in wide windows, narrow ones and low ones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.ui import plain
from annotator.ui.grid.view import Grid
from annotator.ui.intake.copies_strip import CopiesStrip
from annotator.ui.intake.options import ReadingPanel
from annotator.ui.intake.row_pane import RowPane
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row, rule
from annotator.ui.widgets.two_columns import LEFT, RIGHT, TwoColumns
from annotator.ui.widgets.work import Work

TEXT, READING = "text", "reading"
_SEGMENTS = ((TEXT, "Selected row"), (READING, "How files are read"))
_LOW = 460
"""Below this height, in text heights, the table gets all the room there is."""


class IntakeFrame(Surface):
    """Holds the parts and knows nothing of what they show."""

    def __init__(self, theme: Theme, table: Grid) -> None:
        super().__init__("window")
        self.theme = theme
        self.table = table
        self._is_low = self._has_rows = False
        self.pane = RowPane(theme)
        self.options = ReadingPanel(theme)
        self.strip = CopiesStrip(theme)
        self.choice = Segmented(theme, _SEGMENTS, name="At the right")
        self.work = Work(theme)
        self.add_files = Button(theme, "Choose files…", icon="file")
        self.add_folder = Button(theme, "Choose a folder…", icon="folder")
        self.go_there = Button(theme, "", kind="link")
        self.go_there.hide()
        self.cancel = Button(theme, "Cancel")
        self.accept = Button(theme, "", kind="primary")
        self._title = plain.label()
        self._title.setFont(theme.font(Type.TITLE))
        self._subtitle = plain.label(ink="secondary", wrap=True)
        self._sums = Elided(theme, role=Type.META, token="secondary")
        self._note = plain.label(ink="secondary", wrap=True)
        self._side = QStackedWidget()
        self._lay_out()
        self.choice.chosen.connect(self.turn_to)
        self.turn_to(TEXT)

    def _lay_out(self) -> None:
        px = self.theme.px
        middle = QWidget()
        self._middle = lines = column(middle, margins=(px(24), px(16), px(24), px(16)), gap=px(10))
        self._top = row(gap=px(10))
        self._said = QWidget()
        said = column(self._said, gap=px(2))
        said.addWidget(self._title)
        said.addWidget(self._subtitle)
        self._top.addWidget(self._said, 1)
        self._ways = QWidget()
        ways = row(self._ways, gap=px(10))
        for button in (self.add_files, self.add_folder):
            ways.addWidget(button)
        self._top.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignBottom)
        lines.addLayout(self._top)
        lines.addWidget(self.work)
        self._card = Surface("card")
        inside = column(self._card, margins=(1, 1, 1, 1))
        inside.addWidget(self.table, 1)
        below = row(margins=(px(16), px(8), px(16), px(8)))
        below.addWidget(self._sums)
        self._sums_line = QWidget()
        self._sums_line.setLayout(below)
        inside.addWidget(rule())
        inside.addWidget(self._sums_line)
        inside.addWidget(self.strip)
        self._inside = inside
        lines.addWidget(self._card, 1)
        self._gap = QWidget()
        lines.addWidget(self._gap, 1)
        middle.setMinimumWidth(px(320))
        self.columns = TwoColumns(self.theme, middle, self._make_side(), names=("Articles", "Details"))
        whole = column(self)
        whole.addWidget(self.columns, 1)
        whole.addWidget(self._make_foot())

    def _make_side(self) -> QWidget:
        px = self.theme.px
        made = Surface("panel", line="left")
        lines = column(made)
        top = row(margins=(px(12), px(8), px(12), px(8)))
        top.addWidget(self.choice, 1)
        lines.addLayout(top)
        lines.addWidget(rule())
        reading = QWidget()
        self._reading_lines = column(reading)
        self._reading_lines.addWidget(self.options, 1)
        for panel in (self.pane, reading):
            self._side.addWidget(Scroll(panel))
        lines.addWidget(self._side, 1)
        made.setMinimumWidth(px(320))
        self._panel = made
        return made

    def _make_foot(self) -> QWidget:
        px = self.theme.px
        foot = Surface("panel", line="top")
        line = row(foot, margins=(px(24), px(12), px(24), px(12)), gap=px(12))
        line.addWidget(self._note, 1)
        line.addWidget(self.go_there)
        line.addWidget(self.cancel)
        line.addWidget(self.accept)
        return foot

    @property
    def title(self) -> str:
        """What stands on top."""
        return self._title.text()

    @property
    def subtitle(self) -> str:
        """What is said below the title."""
        return self._subtitle.text()

    @property
    def note(self) -> str:
        """What is said beside the verb."""
        return self._note.text()

    @property
    def sums(self) -> str:
        """The line of sums below the table."""
        return self._sums.text

    def turn_to(self, panel: str) -> None:
        """Show one of the two panels at the right."""
        self.choice.show_value(panel)
        self._side.setCurrentIndex(0 if panel == TEXT else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window leave the table its room: what stands around it goes to the other part."""
        super().resizeEvent(event)
        self._make_room()

    def show_parts(self, *, has_rows: bool) -> None:
        """Show the table and what belongs to it, or nothing but the ways to files."""
        self._has_rows = has_rows
        self._make_room()
        self._card.setVisible(has_rows)
        self._gap.setVisible(not has_rows)
        self.columns.offer_right(has_rows)

    def _make_room(self) -> None:
        px = self.theme.px
        is_low = self.height() < px(_LOW) and self._has_rows
        if is_low == self._is_low:
            return
        self._is_low = is_low
        self._said.setVisible(not is_low)
        self._sums_line.setVisible(not is_low)
        margin = px(8 if is_low else 16)
        self._middle.setContentsMargins(px(24), margin, px(24), margin)
        if is_low:
            self._reading_lines.insertWidget(0, self._ways)
            self._reading_lines.insertWidget(1, self.strip)
            self._ways.setContentsMargins(px(12), px(8), px(12), px(8))
        else:
            self._top.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignBottom)
            self._inside.addWidget(self.strip)
            self._ways.setContentsMargins(0, 0, 0, 0)

    def cycle(self, step: int) -> None:
        """Go from part to part: the table, what belongs to it, the verb."""
        stops: list[tuple[QWidget, str, Callable[[], object]]] = [
            (self.table, LEFT, lambda: self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            (self._panel, RIGHT, self.choice.focus_chosen),
            (self.cancel, "", lambda: self._last().setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ]
        focused = self.focusWidget() or self
        here = next(
            (at for at, (part, _, _f) in enumerate(stops) if part is focused or part.isAncestorOf(focused)),
            2 if focused is self.accept else -1 if step > 0 else 0,
        )
        _, side, focus = stops[(here + step) % len(stops)]
        if side and self.columns.is_folded:
            self.columns.turn_to(side)
        focus()

    def _last(self) -> Button:
        return self.accept if self.accept.isEnabled() else self.cancel
