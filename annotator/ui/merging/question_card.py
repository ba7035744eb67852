# SPDX-License-Identifier: MIT
"""A card with one question: what it is about, the choices, and room for what they are about."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from annotator.merging.questions import Choice, Question
from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import RadioDot
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, column, row

_NO_WORDS: Mapping[str, str] = {}


class QuestionCard(Surface):
    """``answered(question, choice)`` by hand only. ``opened(passage, words)`` asks for a passage in its article."""

    answered = Signal(str, str)
    opened = Signal(object, str)

    def __init__(
        self, theme: Theme, question: Question, *, title: str, icon: str = "question", token: str = ""
    ) -> None:
        super().__init__("card")
        self.theme = theme
        self.question = question
        px = theme.px
        self.title = plain.label(title, wrap=True)
        self.title.setFont(theme.font(Type.HEAD))
        head = row(gap=px(8))
        head.addWidget(Picture(theme, icon, token=token or "text"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        whole = column(self, margins=(px(16), px(12), px(16), px(14)), gap=px(6))
        whole.addLayout(head)
        self.body: QVBoxLayout = column(margins=(px(24), 0, 0, 0), gap=px(8))
        whole.addLayout(self.body, 1)
        self.dots: dict[str, RadioDot] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(plain.cut(title))

    @property
    def files(self) -> tuple[str, ...]:
        """The files that the question comes from."""
        return self.question.files

    def sentence(self, text: str, *, quiet: bool = False) -> QLabel:
        """Add a line of words."""
        made = plain.label(text, wrap=True, ink="secondary" if quiet else "")
        if quiet:
            made.setFont(self.theme.font(Type.META))
        self.body.addWidget(made)
        return made

    def dot(self, choice: Choice, *, words: str = "") -> RadioDot:
        """Make the dot of a choice."""
        made = RadioDot(self.theme, words or choice.label)
        made.setAccessibleName(plain.cut(choice.label))
        plain.set_tooltip(made, choice.label)
        made.clicked.connect(lambda _=False: self.answered.emit(self.question.id, choice.id))
        self._group.addButton(made)
        self.dots[choice.id] = made
        return made

    def loose_dot(self, question: Question, choice: Choice, *, words: str) -> RadioDot:
        """Make the dot of a choice of another question; it excludes those of the same parent."""
        made = RadioDot(self.theme, words)
        made.setAccessibleName(plain.cut(choice.label))
        made.clicked.connect(lambda _=False: self.answered.emit(question.id, choice.id))
        return made

    def add_choices(self, aside: QWidget | None = None, *, words: Mapping[str, str] = _NO_WORDS) -> None:
        """Add a dot per choice over the whole width; ``aside`` stands at the right of the last one.

        ``words`` are for choices that are worded otherwise than the question does.
        """
        lines = column(gap=self.theme.px(2))
        for choice in self.question.choices[:-1]:
            lines.addWidget(self.dot(choice, words=words.get(choice.id, "")))
        last = row(gap=self.theme.px(12))
        choice = self.question.choices[-1]
        last.addWidget(self.dot(choice, words=words.get(choice.id, "")), 1)
        if aside is not None:
            last.addWidget(aside)
        lines.addLayout(last)
        self.body.addLayout(lines)

    def show_choice(self, choice: str) -> None:
        """Mark a choice without telling anyone; the empty one marks none."""
        self._group.setExclusive(False)
        for each, dot in self.dots.items():
            dot.setChecked(each == choice)
        self._group.setExclusive(True)

    def take_focus(self) -> None:
        """Put the focus on the chosen dot, else on the first."""
        dots = list(self.dots.values())
        chosen = next((dot for dot in dots if dot.isChecked()), dots[0] if dots else None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)


def quoted(theme: Theme, text: str, *, size: int = 14) -> QLabel:
    """Make a quote in the face of articles."""
    made = plain.label(text, wrap=True)
    made.setFont(theme.reading_font(size))
    return made
