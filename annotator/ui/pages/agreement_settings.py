# SPDX-License-Identifier: MIT
"""What is compared: which coders, in which round and unit, with which regions left out, and how intervals are drawn."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from annotator.domain import MAIN_ROUND, CoderId, Round
from annotator.operations import AgreementAnswer, AgreementChoice, Overview
from annotator.ui import plain, words
from annotator.ui.models import agreement_figures as figures
from annotator.ui.pages.agreement_bootstrap import BootstrapChoice
from annotator.ui.pages.agreement_units import UnitChoice
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button, RadioDot, TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.expander import Expander
from annotator.ui.widgets.surfaces import Scroll, Surface, clear, column, row, rule

EXCLUDED = (
    ("accepted", "Leave out accepted ones"),
    ("any", "Leave out proposed ones too"),
    ("none", "Count everything"),
)


class AgreementSettings(Surface):
    """``changed`` when the reader chooses something else; ``more_wanted(shown)`` for the further coefficients."""

    changed = Signal()
    more_wanted = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel", line="right")
        self._theme = theme
        self._boxes: dict[CoderId, TickBox] = {}
        self._numbers: dict[CoderId, QLabel] = {}
        self._names: dict[CoderId, str] = {}
        self._coded_round = MAIN_ROUND
        self._finished_there: dict[CoderId, int] = {}
        self._finished_in: Mapping[str, Mapping[CoderId, int]] | None = None
        self._is_ticked = False
        self._coders = column()
        self._excluded: dict[str, RadioDot] = {}
        self.units = UnitChoice(theme)
        self.round = Choice(theme, name="Round")
        self.bootstrap = BootstrapChoice(theme)
        self.draws = Expander(theme, "Bootstrap", self.bootstrap)
        self.more = TickBox(theme, "More coefficients")
        self.done = Button(theme, "Show the figures", kind="primary")
        self._note = plain.label(ink="secondary", wrap=True)
        self._note.setFont(theme.font(Type.META))
        self._lay_out()
        self.units.changed.connect(self.changed)
        self.bootstrap.changed.connect(self._redraw)
        self.round.activated.connect(lambda _: self._turn_to_round())
        self.more.toggled.connect(self.more_wanted)
        self.draws.tell(self.bootstrap.aside)
        self.done.hide()
        self.show_rounds((Round(MAIN_ROUND),))

    def _lay_out(self) -> None:
        px = self._theme.px
        content = QWidget()
        self._lines = column(content)
        title = plain.label("What is compared")
        title.setFont(self._theme.font(Type.HEAD))
        title.setContentsMargins(px(16), 0, px(16), 0)
        title.setFixedHeight(px(40))
        self._lines.addWidget(title)
        coders = column(gap=px(4))
        coders.addLayout(self._coders)
        coders.addWidget(self._note)
        self._add_block("Coders", "articles finished", coders)
        rounds = column()
        rounds.addWidget(self.round)
        self._round_block = self._add_block("Round", "", rounds)
        units = column()
        units.addWidget(self.units)
        self._add_block("Unit", "", units)
        self._add_block("Excluded regions", "", self._make_excluded())
        for part in (self.draws, self.more):
            line = column(margins=(px(16), px(4), px(16), px(4)))
            line.addWidget(part)
            self._lines.addLayout(line)
        last = row(margins=(px(16), px(12), px(16), px(12)))
        last.addWidget(self.done)
        self._lines.addLayout(last)
        self._lines.addStretch(1)
        column(self).addWidget(Scroll(content))

    @property
    def coders(self) -> tuple[str, ...]:
        """The identities of the ticked coders."""
        return tuple(coder for coder, box in self._boxes.items() if box.isChecked())

    @property
    def boxes(self) -> dict[CoderId, TickBox]:
        """The coders' boxes."""
        return self._boxes

    @property
    def dots(self) -> dict[str, RadioDot]:
        """What may be left out, by its name."""
        return self._excluded

    @property
    def choice(self) -> AgreementChoice:
        """Everything that is chosen."""
        return AgreementChoice(
            unit=self.units.unit,
            rule=self.units.rule,
            exclude=next(name for name, dot in self._excluded.items() if dot.isChecked()),
            coders=self.coders,
            round=self.round.value,
            batch=self.bootstrap.batch.value,
            resamples=self.bootstrap.resamples,
            level=self.bootstrap.chosen_level,
            seed=self.bootstrap.chosen_seed,
            clusters=self.bootstrap.clusters.isChecked(),
        )

    @property
    def finishers(self) -> frozenset[CoderId]:
        """Who has finished any article in the round that is asked for."""
        return frozenset(coder for coder in self._boxes if self._finished(coder))

    def show_coders(self, overview: Overview) -> None:
        """List the coders with how many articles each finished; at first those who finished any are ticked."""
        self._coded_round = overview.round
        self._finished_there = {
            coder.id: sum(coder.id in each.finished_by for each in overview.documents) for coder in overview.coders
        }
        ticked = {coder: box.isChecked() for coder, box in self._boxes.items()}
        clear(self._coders)
        self._boxes, self._numbers, self._names = {}, {}, {}
        for coder in overview.coders:
            box = TickBox(self._theme, figures.short_name(words.coder_name(coder)))
            box.setChecked(ticked.get(coder.id, bool(self._finished(coder.id))))
            box.setSizePolicy(box.sizePolicy().Policy.Ignored, box.sizePolicy().verticalPolicy())
            box.toggled.connect(lambda _: self._tick())
            plain.set_tooltip(box, words.coder_name(coder))
            number = plain.label("", ink="secondary")
            line = row(gap=self._theme.px(8))
            line.addWidget(box, 1)
            line.addWidget(number)
            self._coders.addLayout(line)
            self._boxes[coder.id], self._numbers[coder.id] = box, number
            self._names[coder.id] = words.coder_name(coder)
        self._show_numbers()

    def know_finished(self, finished: Mapping[str, Mapping[CoderId, int]]) -> None:
        """Take how many articles each coder finished in each round; ticks that nobody has set follow the round."""
        self._finished_in = finished
        self._show_numbers()
        if self._is_ticked or self.round.value == self._coded_round:
            return
        wanted = self.finishers
        if wanted != frozenset(self.coders):
            for coder, box in self._boxes.items():
                box.blockSignals(True)
                box.setChecked(coder in wanted)
                box.blockSignals(False)
            self.changed.emit()

    def _finished(self, coder: CoderId) -> int | None:
        """Give how many articles a coder finished in the round that is asked for; None while that is not known."""
        if self.round.value == self._coded_round:
            return self._finished_there.get(coder, 0)
        return None if self._finished_in is None else self._finished_in.get(self.round.value, {}).get(coder, 0)

    def _show_numbers(self) -> None:
        for coder, box in self._boxes.items():
            number = self._finished(coder)
            said = "" if number is None else f", {words.counted(number, 'article')} finished"
            self._numbers[coder].setText("" if number is None else f"{number:,}")
            plain.name_for_screen_reader(box, f"{self._names[coder]}{said}")

    def _tick(self) -> None:
        self._is_ticked = True
        self.changed.emit()

    def _turn_to_round(self) -> None:
        self._show_numbers()
        self.changed.emit()

    def show_rounds(self, rounds: Sequence[Round]) -> None:
        """Offer the rounds; one alone is no choice."""
        chosen = self.round.value or MAIN_ROUND
        self.round.clear()
        for each in rounds:
            self.round.addItem(plain.cut(each.name), each.name)
        self.round.show_value(chosen)
        self._show_numbers()
        self._round_block.setVisible(len(rounds) > 1)

    def show_answer(self, answer: AgreementAnswer) -> None:
        """Say how many units there are, what was left out, and which articles are drawn as one."""
        self.units.show_count("document", len(answer.shared))
        self.units.show_count(answer.unit, max((result.n for result in answer.results), default=0))
        names = {document.id: document.heading for document in (*answer.shared, *answer.left_out)}
        self.bootstrap.show_groups([[names.get(each, "?") for each in group] for group in answer.groups])
        left = words.counted(len(answer.left_out), "article")
        self._note.setText(f"Left out: {left} that fewer than two of them finished." if answer.left_out else "")
        self._note.setVisible(bool(answer.left_out))

    def _redraw(self) -> None:
        self.draws.tell(self.bootstrap.aside)
        self.changed.emit()

    def _add_block(self, head: str, aside: str, inner: QVBoxLayout) -> QWidget:
        px = self._theme.px
        made = QWidget()
        whole = column(made)
        block = column(margins=(px(16), px(10), px(16), px(12)), gap=px(4))
        block.addWidget(self._head(head, aside))
        block.addLayout(inner)
        whole.addLayout(block)
        whole.addWidget(rule())
        self._lines.addWidget(made)
        return made

    def _head(self, text: str, aside: str) -> QWidget:
        made = QWidget()
        line = row(made)
        title = plain.label(text)
        title.setFont(self._theme.font(Type.HEAD))
        line.addWidget(title)
        line.addStretch(1)
        note = plain.label(aside, ink="secondary")
        note.setFont(self._theme.font(Type.META))
        line.addWidget(note, 0, Qt.AlignmentFlag.AlignRight)
        return made

    def _make_excluded(self) -> QVBoxLayout:
        lines, group = column(), QButtonGroup(self)
        for value, text in EXCLUDED:
            dot = RadioDot(self._theme, text)
            dot.setChecked(value == EXCLUDED[0][0])
            group.addButton(dot)
            self._excluded[value] = dot
            lines.addWidget(dot)
        group.buttonClicked.connect(lambda _: self.changed.emit())
        return lines
