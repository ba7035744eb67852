# SPDX-License-Identifier: MIT
"""The rounds of a project: what each is for, how many coders an article needs, whether decisions are released."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator import operations
from annotator.domain import Round, RoundPurpose
from annotator.ui import words
from annotator.ui.team.fields import NameLine, NumberField, head, named, small
from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.team.team_desk import TeamDesk
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button, TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.surfaces import column

PURPOSES = ((RoundPurpose.TRAINING, "Training"), (RoundPurpose.MAIN, "Main"), (RoundPurpose.RETEST, "Retest"))
_MOST_CODERS = 99
_RELEASED = "A released round goes out with the next coder files: each coder sees how own passages were decided."


class RoundsPanel(QWidget):
    """``chosen(name)`` asks for the board of another round. What is changed here is written at once."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, desk: TeamDesk) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._rounds: tuple[Round, ...] = ()
        self._shown: Round | None = None
        self.list = LinesList(theme, name="Rounds", grows=True)
        self.purpose = Choice(theme, name="What the round is for")
        for purpose, said in PURPOSES:
            self.purpose.addItem(said, purpose.value)
        self.needed = NumberField(theme, 2, least=1, most=_MOST_CODERS)
        self.released = TickBox(theme, "Release decisions to coders")
        self.code_here = Button(theme, "Code this file in this round")
        self.name = NameLine(theme, hint="Name of another round", verb="Add")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._theme.px
        lines = column(self)
        lines.addWidget(head(self._theme, "Rounds"))
        lines.addWidget(self.list)
        below = column(margins=(px(16), px(8), px(16), px(12)), gap=px(8))
        below.addLayout(named(self._theme, "Purpose", self.purpose))
        self.purpose.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.purpose.setFixedWidth(px(112))
        below.addLayout(named(self._theme, "Coders each article needs", self.needed))
        below.addWidget(self.released)
        below.addWidget(small(self._theme, _RELEASED))
        below.addWidget(self.code_here)
        below.addSpacing(px(4))
        below.addWidget(self.name)
        lines.addLayout(below)

    def _connect(self) -> None:
        self.list.chosen.connect(self.chosen)
        self.purpose.activated.connect(lambda _: self._change(purpose=RoundPurpose(self.purpose.value)))
        self.needed.editingFinished.connect(self._take_needed)
        self.released.clicked.connect(lambda on: self._change(released=on))
        self.code_here.clicked.connect(self._code_here)
        self.name.given.connect(self._add)
        self.name.left.connect(self.list.take_focus)

    def show_rounds(self, rounds: tuple[Round, ...], *, shown: Round, active: str) -> None:
        """Show them; ``shown`` is the one that is looked at, ``active`` that in which this file is coded."""
        self._rounds, self._shown = rounds, shown
        self.list.show_lines([_line(each, active=active) for each in rounds])
        self.list.choose(shown.name)
        self.purpose.show_value(shown.purpose.value)
        if not self.needed.hasFocus():
            self.needed.setText(str(shown.coders_needed))
        self.released.setChecked(shown.released)
        self.code_here.setVisible(shown.name != active)

    def _take_needed(self) -> None:
        if self._shown is not None and self.needed.value not in (None, self._shown.coders_needed):
            self._change(coders_needed=self.needed.value)

    def _change(
        self, *, purpose: RoundPurpose | None = None, coders_needed: int | None = None, released: bool | None = None
    ) -> None:
        shown = self._shown
        if shown is None:
            return
        self._desk.write(
            lambda project, author: operations.change_round(
                project, author=author, name=shown.name, purpose=purpose, coders_needed=coders_needed, released=released
            )
        )

    def _code_here(self) -> None:
        shown = self._shown
        if shown is not None:
            self._desk.write(lambda project, _: operations.set_active_round(project, name=shown.name))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, name: str) -> None:
        self.name.show_verb("Add")
        self._desk.write(
            lambda project, author: operations.add_round(project, author=author, name=name),
            done=lambda made: self.chosen.emit(made.name),
        )


def _line(each: Round, *, active: str) -> ListLine:
    purpose = next(said for purpose, said in PURPOSES if purpose is each.purpose)
    note = f"{purpose}, {words.counted(each.coders_needed, 'coder')} an article"
    return ListLine(
        each.name, words.sentence(each.name), f"{note}, decisions released" if each.released else note,
        aside="Coded here" if each.name == active else "",
    )  # fmt: skip
