# SPDX-License-Identifier: MIT
"""More coefficients, each with a line on what it says; those that take long are computed when they are asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.agreement.catalogue import MEASURES, SUB_MEASURE, Family, Measure, head_of
from annotator.agreement.result import Result
from annotator.reports.advanced_section import CAUTION, RANKED, SHOWN_ABOVE
from annotator.reports.gamma_words import error_of, gamma_notes
from annotator.ui import plain
from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.card import Card, brief, tell
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import clear

ON_DEMAND: tuple[tuple[Family, str], ...] = (
    (Family.SETS, "Sets of codes"),
    (Family.SPANS, "Whole passages"),
    (Family.UNITIZING_2016, "Unitizing alpha, 2016"),
    (Family.UNITIZING_2004, "Unitizing alpha, 2004"),
    (Family.GAMMA, "Gamma; some seconds, or minutes where there are many passages"),
    (Family.SEMEVAL, "SemEval counts"),
)
"""Families that are computed only when asked for, with what stands above them."""
ALL_CODES = "all codes"
SEMEVAL_COUNTS = ("correct", "incorrect", "partial", "missed", "spurious")


def names_of(family: Family) -> tuple[str, ...]:
    """Give the names of a family's measures."""
    return tuple(measure.name for measure in MEASURES if measure.family is family)


class AdvancedCard(Card):
    """``wanted(family)`` asks for what is not computed yet; :meth:`take` gives it."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "More coefficients")
        self._measured: Measured | None = None
        self._code = ""
        self._found: dict[Family, tuple[Result, ...]] = {}
        self._buttons: dict[Family, Button] = {}
        self._explained: set[str] = set()
        caution = self.sentence()
        tell(caution, CAUTION)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(3, 1)
        ranked = self.sentence()
        tell(ranked, RANKED)
        for part in (caution, content, ranked):
            self.body.addWidget(part)

    @property
    def buttons(self) -> dict[Family, Button]:
        """The buttons of what is not computed yet."""
        return self._buttons

    def show_figures(self, measured: Measured, selection: Selection) -> None:
        """Show the selected code; what was computed of other figures is forgotten."""
        if measured is not self._measured:
            self._measured, self._found = measured, {}
        self._code = selection.code
        if (code := measured.code(selection.code)) is not None:
            self.tell_code(code, brief(code))
        if not self.isHidden():
            self._fill()

    def take(self, family: Family, results: Sequence[Result], *, measured: Measured) -> None:
        """Show what was computed, if it is about the figures that are shown."""
        if measured is self._measured:
            self._found[family] = tuple(results)
            self._fill()

    def _fill(self) -> None:
        clear(self._grid)
        self._buttons = {}
        self._explained = set()
        if self._measured is None:
            return
        shown = [each for each in MEASURES if each.family is Family.PER_CODE and each.name not in SHOWN_ABOVE]
        own = [each for each in self._measured.answer.results if each.code == self._code]
        for measure in shown:
            for result in own:
                if result.measure == measure.name:
                    self._add(measure, result)
        for family, title in ON_DEMAND:
            self._add_family(family, title)

    def _add_family(self, family: Family, title: str) -> None:
        line = self._grid.rowCount()
        head = plain.label(title)
        head.setFont(self.theme.font(Type.HEAD))
        head.setContentsMargins(0, self.theme.px(10), 0, 0)
        self._grid.addWidget(head, line, 0, 1, 4)
        if family not in self._found:
            button = Button(self.theme, "Compute")
            plain.name_for_screen_reader(button, f"Compute {title}")
            button.clicked.connect(lambda _=False: self.wanted.emit(family))
            self._buttons[family] = button
            self._grid.addWidget(button, line + 1, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)
            return
        measures = {measure.name: measure for measure in MEASURES}
        for result in self._found[family]:
            measure = measures.get(head_of(result.measure))
            if measure is not None and result.code in (None, self._code):
                self._add(measure, result)
        for note in gamma_notes(self._found[family]):
            told = self.sentence()
            tell(told, note)
            self._grid.addWidget(told, self._grid.rowCount(), 0, 1, 4)

    def _add(self, measure: Measure, result: Result) -> None:
        line = self._grid.rowCount()
        part = result.measure.removeprefix(measure.name).lstrip(SUB_MEASURE).replace("_", " ").strip()
        threshold = result.settings.get("threshold")
        name = measure.label if not part else f"{measure.label}: {part}"
        if isinstance(threshold, float):
            name += " any" if threshold < 0.01 else f" {figures.number(threshold)}"
        about = f"{name}, {ALL_CODES}" if result.code is None else name
        title = plain.label(about)
        self._grid.addWidget(title, line, 0, Qt.AlignmentFlag.AlignTop)
        if result.value is None:
            reason = plain.label(result.reason, ink="secondary", wrap=True)
            self._grid.addWidget(reason, line, 1, 1, 3)
            return
        is_count = part in SEMEVAL_COUNTS or part.startswith("n ")
        value = plain.label(f"{result.value:,.0f}" if is_count else figures.number(result.value))
        value.setFont(self.theme.font(Type.FIGURE))
        self._grid.addWidget(value, line, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        ends = figures.interval(result.interval) if result.interval is not None else _error(result)
        self._grid.addWidget(plain.label(ends, ink="secondary"), line, 2, Qt.AlignmentFlag.AlignTop)
        if measure.name in self._explained:
            return
        self._explained.add(measure.name)
        why = self.sentence()
        tell(why, f"{measure.explanation} {measure.reference}.")
        self._grid.addWidget(why, line, 3, Qt.AlignmentFlag.AlignTop)


def _error(result: Result) -> str:
    error = error_of(result)
    return f"Monte-Carlo error {error}" if error else ""
