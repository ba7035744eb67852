# SPDX-License-Identifier: MIT
"""What each file of a merge would bring, coder by coder; refused files with their sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from annotator.merging.preview import CoderPlan, FilePlan
from annotator.operations import MergePreview
from annotator.ui import plain, words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, clear, column, row, rule

HEADINGS = ("File", "Coder", "New", "Changed", "Deleted", "Already there", "Articles", "State")
_FIGURES = range(2, 6)
_STATE = len(HEADINGS) - 1
_STRETCH = (6, 5, 2, 2, 2, 2, 3, 5)


class MergeTable(Surface):
    """A card with one row for each file and coder, and a line of totals that the rows add up to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("card")
        self._theme = theme
        self._line = 0
        px = theme.px
        self._grid = QGridLayout()
        self._grid.setContentsMargins(px(16), 0, px(16), 0)
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(0)
        for place, stretch in enumerate(_STRETCH):
            self._grid.setColumnStretch(place, stretch)
        self._total = plain.label(ink="secondary", wrap=True)
        self._total.setContentsMargins(px(16), px(10), px(16), px(10))
        lines = column(self, margins=(1, 1, 1, 1))
        lines.addLayout(self._grid)
        lines.addWidget(self._total)

    @property
    def total(self) -> str:
        """The line of totals."""
        return self._total.text()

    def show_preview(self, preview: MergePreview) -> None:
        """Fill the table anew."""
        clear(self._grid)
        self._line = 0
        for place, heading in enumerate(HEADINGS):
            self._cell(heading, place).setFont(self._theme.font(Type.META))
        self._end_row()
        for plan in preview.files:
            self._add_file(plan)
        for refused in preview.refused:
            self._cell(refused.name, 0)
            self._sentence(refused.sentence)
            self._state("error", "Refused", token="error")
            self._end_row()
        self._total.setText(total(preview))

    def _add_file(self, plan: FilePlan) -> None:
        for number, coder in enumerate(plan.coders):
            if number == 0:
                known = plan.documents_known + len(plan.documents_new)
                self._cell(plan.name, 0)
                self._cell(f"{plan.documents_known} of {known} known", 6, ink="secondary")
            self._add_coder(coder, is_first=number == 0)
            self._end_row()
        if not plan.coders:
            others = f"No annotations; {words.counted(plan.new_changes, 'change')} of other kinds"
            self._cell(plan.name, 0)
            self._sentence(others if plan.new_changes else "Nothing new")
            self._state("tick", "Ready")
            self._end_row()

    def _add_coder(self, coder: CoderPlan, *, is_first: bool) -> None:
        self._cell(coder.name, 1)
        figures = (coder.new, coder.changed, coder.deleted, coder.already_there)
        for place, figure in zip(_FIGURES, figures, strict=True):
            cell = self._cell(f"{figure:,}", place, ink="" if figure and place != 5 else "secondary")
            if figure and place in (2, 4):
                cell.setFont(self._theme.font(Type.HEAD))
        if coder.has_dropped:
            self._state("warning", f"{coder.before - coder.after:,} fewer than before", token="warning")
        elif is_first:
            self._state("tick", "Ready")

    def _cell(self, text: str, place: int, *, ink: str = "") -> QLabel:
        made = plain.label(text, ink=ink)
        made.setMinimumHeight(self._theme.px(36))
        side = Qt.AlignmentFlag.AlignRight if place in _FIGURES else Qt.AlignmentFlag.AlignLeft
        made.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(made, self._line, place)
        return made

    def _sentence(self, text: str) -> None:
        made = plain.label(text, ink="secondary", wrap=True)
        made.setMinimumHeight(self._theme.px(36))
        made.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(made, self._line, 1, 1, _STATE - 1)

    def _state(self, icon: str, text: str, *, token: str = "text") -> None:
        made = QWidget()
        inner = row(made, gap=self._theme.px(6))
        inner.addWidget(Picture(self._theme, icon, token=token))
        inner.addWidget(plain.label(text, ink="" if token == "text" else token))
        inner.addStretch(1)
        self._grid.addWidget(made, self._line, _STATE)

    def _end_row(self) -> None:
        self._grid.addWidget(rule(), self._line + 1, 0, 1, len(HEADINGS))
        self._line += 2


def total(preview: MergePreview) -> str:
    """Add up what all files together would bring."""
    coders = [coder for plan in preview.files for coder in plan.coders]
    new, changed, deleted, known = (
        sum(getattr(coder, name) for coder in coders) for name in ("new", "changed", "deleted", "already_there")
    )
    conflicts = sum(plan.conflicts for plan in preview.files)
    files = words.counted(len(preview.files), "file")
    said = f"{files}: {new:,} annotations are new, {changed:,} changed, {deleted:,} deleted, {known:,} already there."
    twice = f" {words.counted(conflicts, 'edit')} made twice: both are kept, the later one is shown."
    return said + twice if conflicts else said
