# SPDX-License-Identifier: MIT
"""How intervals are drawn and articles sorted into batches: what few people change and everybody may look up."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from annotator.agreement.question import LEVEL, RESAMPLES, SEED
from annotator.operations import BatchBy
from annotator.ui import plain, words
from annotator.ui.models import agreement_figures as figures
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.surfaces import column, row

SAMPLES = (0, 1_000, 10_000, 100_000)
LEVELS = (0.9, 0.95, 0.99)
BATCHES = ((BatchBy.DAY, "Day"), (BatchBy.WEEK, "Week"), (BatchBy.MONTH, "Month"))
_LARGEST_SEED = 2**31 - 1
_FIELD = 108


class BootstrapChoice(QWidget):
    """``changed`` when something else is chosen."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = column(self, gap=theme.px(6))
        self.samples = self._choice("Samples", [(str(each), f"{each:,}" if each else "None") for each in SAMPLES])
        self.samples.show_value(str(RESAMPLES))
        self.level = self._choice("Level", [(str(each), figures.level(each)) for each in LEVELS])
        self.level.show_value(str(LEVEL))
        self.seed = QLineEdit(str(SEED))
        self.seed.setValidator(QIntValidator(0, _LARGEST_SEED, self.seed))
        self.seed.setAccessibleName("Seed")
        self._add("Seed", self.seed)
        self.batch = self._choice("Batch", [(kind.value, title) for kind, title in BATCHES])
        self.batch.show_value(BatchBy.WEEK.value)
        self.clusters = TickBox(theme, "Near-identical as one")
        self.clusters.setChecked(True)
        plain.name_for_screen_reader(self.clusters, "Draw near-identical articles together, as one")
        self._groups = self._note()
        self._lines.addWidget(self.clusters)
        self._lines.addWidget(self._groups)
        note = self._note()
        note.setText("Whole articles are drawn: what stands in one passage is not independent.")
        self._lines.addWidget(note)
        for choice in (self.samples, self.level, self.batch):
            choice.activated.connect(lambda _: self.changed.emit())
        self.seed.editingFinished.connect(self._take_seed)
        self.clusters.toggled.connect(lambda _: self.changed.emit())
        self._seed = SEED
        self.show_groups(())

    @property
    def resamples(self) -> int:
        """How many samples are drawn."""
        return int(self.samples.value)

    @property
    def chosen_level(self) -> float:
        """The intervals' level."""
        return float(self.level.value)

    @property
    def chosen_seed(self) -> int:
        """The seed; the last one that was a number."""
        return self._seed

    @property
    def aside(self) -> str:
        """What is set, in two words."""
        return f"{words.counted(self.resamples, 'sample')}" if self.resamples else "none drawn"

    def show_groups(self, groups: Sequence[Sequence[str]]) -> None:
        """Name the near-identical articles that are drawn as one."""
        said = "; ".join(words.listed(list(names)) for names in groups)
        self._groups.setText(plain.cut(f"Drawn as one: {said}." if said else "No near-identical articles found.",
                                       longest=1000))  # fmt: skip
        self._groups.setVisible(self.clusters.isChecked())

    def _take_seed(self) -> None:
        if self.seed.hasAcceptableInput() and int(self.seed.text()) != self._seed:
            self._seed = int(self.seed.text())
            self.changed.emit()
        self.seed.setText(str(self._seed))

    def _choice(self, title: str, values: Sequence[tuple[str, str]]) -> Choice:
        made = Choice(self._theme, name=title)
        for value, shown in values:
            made.addItem(shown, value)
        self._add(title, made)
        return made

    def _add(self, title: str, control: QWidget) -> None:
        line = row(gap=self._theme.px(8))
        line.addWidget(plain.label(title, ink="secondary"), 1)
        control.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        control.setFixedWidth(self._theme.px(_FIELD))
        line.addWidget(control)
        self._lines.addLayout(line)

    def _note(self) -> QLabel:
        made = plain.label(ink="secondary", wrap=True)
        made.setFont(self._theme.font(Type.META))
        return made
