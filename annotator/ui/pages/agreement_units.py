# SPDX-License-Identifier: MIT
"""The choice of the unit, with the sentence that says what it counts and why it changes the number."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QWidget

from annotator.agreement.question import CHARACTER, PARAGRAPH, SENTENCE, TOKEN, Rule
from annotator.ui import plain
from annotator.ui.models.unit_words import UNIT_BY_NAME, UNITS
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import RadioDot
from annotator.ui.widgets.surfaces import column, row

RULES = ((Rule.TOUCHED.value, "Touched by a passage"), (Rule.HALF.value, "At least half covered"))


class UnitChoice(QWidget):
    """Units with their numbers where known; the rule of when one counts as coded where it can hold several words."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._dots: dict[str, RadioDot] = {}
        self._counts: dict[str, QLabel] = {}
        self._rules: dict[str, RadioDot] = {}
        self._lines = column(self, gap=0)
        self._add_units()
        self._explanation = plain.label(ink="secondary", wrap=True)
        self._explanation.setFont(theme.font(Type.META))
        self._explanation.setContentsMargins(0, theme.px(4), 0, 0)
        self._lines.addWidget(self._explanation)
        self._rule = self._make_rule()
        self._lines.addWidget(self._rule)
        self._follow()

    @property
    def unit(self) -> str:
        """The chosen unit."""
        return next(name for name, dot in self._dots.items() if dot.isChecked())

    @property
    def rule(self) -> str:
        """When a unit counts as coded."""
        return next(name for name, dot in self._rules.items() if dot.isChecked())

    @property
    def explanation(self) -> str:
        """What is said of the chosen unit."""
        return self._explanation.text()

    @property
    def dots(self) -> dict[str, RadioDot]:
        """The units' dots by their names."""
        return self._dots

    @property
    def rules(self) -> dict[str, RadioDot]:
        """The rules' dots by their names."""
        return self._rules

    def show_count(self, unit: str, number: int) -> None:
        """Say how many units there are of a kind; 0 where it is not known."""
        self._counts[unit].setText(f"{number:,}" if number else "")

    def forget_counts(self) -> None:
        """Take the numbers away: they were of other coders or articles."""
        for label in self._counts.values():
            label.setText("")

    def _add_units(self) -> None:
        group = QButtonGroup(self)
        for unit in UNITS:
            dot = RadioDot(self._theme, unit.title)
            dot.setChecked(unit.name == CHARACTER)
            plain.name_for_screen_reader(dot, unit.title, description=unit.explanation)
            group.addButton(dot)
            self._dots[unit.name] = dot
            self._counts[unit.name] = plain.label(ink="secondary")
            line = row(gap=self._theme.px(8))
            line.addWidget(dot, 1)
            line.addWidget(self._counts[unit.name])
            self._lines.addLayout(line)
        group.buttonClicked.connect(lambda _: self._choose())

    def _make_rule(self) -> QWidget:
        made = QWidget()
        lines = column(made, margins=(0, self._theme.px(8), 0, 0))
        lines.addWidget(plain.label("It counts as coded where it is"))
        group = QButtonGroup(made)
        for name, title in RULES:
            dot = RadioDot(self._theme, title)
            dot.setChecked(name == RULES[0][0])
            group.addButton(dot)
            self._rules[name] = dot
            lines.addWidget(dot)
        group.buttonClicked.connect(lambda _: self.changed.emit())
        return made

    def _choose(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        unit = UNIT_BY_NAME[self.unit]
        self._explanation.setText(unit.explanation)
        self._rule.setVisible(unit.name in (TOKEN, SENTENCE, PARAGRAPH))
