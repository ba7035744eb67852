# SPDX-License-Identifier: MIT
"""What is compared: which coders, in which unit, with which regions left out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from annotator.domain import CoderId
from annotator.operations import AgreementAnswer, Overview
from annotator.ui import plain, words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button, RadioDot, TickBox
from annotator.ui.widgets.surfaces import Scroll, Surface, clear, column, row, rule

UNITS = (("character", "Character"), ("sentence", "Sentence"))
EXCLUDED = (
    ("accepted", "Leave out accepted ones"),
    ("any", "Leave out proposed ones too"),
    ("none", "Count everything"),
)


class AgreementSettings(Surface):
    """``changed`` when the reader chooses something else."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel", line="right")
        self._theme = theme
        self._boxes: dict[CoderId, TickBox] = {}
        self._coders = column()
        self._units: dict[str, RadioDot] = {}
        self._counts: dict[str, QLabel] = {}
        self._excluded: dict[str, RadioDot] = {}
        px = theme.px
        content = QWidget()
        lines = column(content)
        title = plain.label("What is compared")
        title.setFont(theme.font(Type.HEAD))
        title.setContentsMargins(px(16), 0, px(16), 0)
        title.setFixedHeight(px(40))
        lines.addWidget(title)
        for head, aside, inner in (
            ("Coders", "articles finished", self._coders),
            ("Unit", "", self._make_units()),
            ("Excluded regions", "", self._make_excluded()),
        ):
            block = column(margins=(px(16), px(10), px(16), px(12)), gap=px(4))
            block.addWidget(self._head(head, aside))
            block.addLayout(inner)
            lines.addLayout(block)
            lines.addWidget(rule())
        self.done = Button(theme, "Show the figures", kind="primary")
        self.done.hide()
        last = row(margins=(px(16), px(12), px(16), px(12)))
        last.addWidget(self.done)
        lines.addLayout(last)
        lines.addStretch(1)
        column(self).addWidget(Scroll(content))

    @property
    def coders(self) -> tuple[str, ...]:
        """The identities of the ticked coders."""
        return tuple(coder for coder, box in self._boxes.items() if box.isChecked())

    @property
    def unit(self) -> str:
        """The chosen unit."""
        return next(name for name, dot in self._units.items() if dot.isChecked())

    @property
    def excluded(self) -> str:
        """Which excluded regions leave the count."""
        return next(name for name, dot in self._excluded.items() if dot.isChecked())

    def show_coders(self, overview: Overview) -> None:
        """List the coders with how many articles each finished; at first those who finished any are ticked."""
        finished = {
            coder.id: sum(coder.id in each.finished_by for each in overview.documents) for coder in overview.coders
        }
        ticked = {coder: box.isChecked() for coder, box in self._boxes.items()}
        clear(self._coders)
        self._boxes = {}
        for coder in overview.coders:
            box = TickBox(self._theme, words.coder_name(coder))
            box.setChecked(ticked.get(coder.id, finished[coder.id] > 0))
            box.setSizePolicy(box.sizePolicy().Policy.Ignored, box.sizePolicy().verticalPolicy())
            box.toggled.connect(lambda _: self.changed.emit())
            plain.set_tooltip(box, words.coder_name(coder))
            plain.name_for_screen_reader(
                box, f"{words.coder_name(coder)}, {words.counted(finished[coder.id], 'article')} finished"
            )
            line = row(gap=self._theme.px(8))
            line.addWidget(box, 1)
            line.addWidget(plain.label(str(finished[coder.id]), ink="secondary"))
            self._coders.addLayout(line)
            self._boxes[coder.id] = box

    def show_units(self, answer: AgreementAnswer) -> None:
        """Say how many units there are of the measured kind."""
        number = max((result.n for result in answer.results), default=0)
        self._counts[answer.unit].setText(f"{number:,}" if number else "")

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

    def _make_units(self) -> QVBoxLayout:
        lines, group = column(), QButtonGroup(self)
        for value, text in UNITS:
            dot = self._dot(group, text)
            dot.setChecked(value == UNITS[0][0])
            self._units[value] = dot
            self._counts[value] = plain.label(ink="secondary")
            line = row(gap=self._theme.px(8))
            line.addWidget(dot, 1)
            line.addWidget(self._counts[value])
            lines.addLayout(line)
        group.buttonClicked.connect(lambda _: self.changed.emit())
        return lines

    def _make_excluded(self) -> QVBoxLayout:
        lines, group = column(), QButtonGroup(self)
        for value, text in EXCLUDED:
            dot = self._dot(group, text)
            dot.setChecked(value == EXCLUDED[0][0])
            self._excluded[value] = dot
            lines.addWidget(dot)
        group.buttonClicked.connect(lambda _: self.changed.emit())
        return lines

    def _dot(self, group: QButtonGroup, text: str) -> RadioDot:
        made = RadioDot(self._theme, text)
        group.addButton(made)
        return made
