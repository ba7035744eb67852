# SPDX-License-Identifier: MIT
"""What else is asked about a passage of a code: label, name in files, kind, choices; one card per attribute."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from annotator.domain import AttributeDefinition, AttributeKind, Codebook, CodeId
from annotator.operations import proposed_short_name
from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.surfaces import Surface, column
from annotator.ui.widgets.text_area import TextArea

KINDS = (
    (AttributeKind.CHOICE, "Closed list"),
    (AttributeKind.TEXT, "Free words"),
    (AttributeKind.NUMBER, "Number"),
    (AttributeKind.YES_NO, "Yes or no"),
)
_WITH_CHOICES = (AttributeKind.CHOICE, AttributeKind.TEXT)


class AttributeCard(Surface):
    """One attribute; ``changed`` with each edit, ``removed`` when its button is pressed."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, definition: AttributeDefinition) -> None:
        super().__init__("card")
        self._theme = theme
        self._given = definition
        self.label = _line("Label", plain.cut(definition.label), "Label, like Holder")
        self.name = _line("Name in files", definition.name, "Name in files")
        self.kind = Choice(theme, name="Kind of attribute")
        for kind, words in KINDS:
            self.kind.addItem(words, kind.value)
        self.kind.show_value(definition.kind.value)
        self.choices = TextArea(theme, name="Choices, one a line", hint="One choice a line")
        self.choices.show_text("\n".join(definition.choices))
        self.remove = Button(theme, kind="icon", icon="trash", spoken="Remove this attribute")
        self._choices_head = self._head("Choices")
        self._proposes = not definition.name
        self._lay_out()
        self._follow_kind()
        self.label.textEdited.connect(self._propose)
        self.name.textEdited.connect(self._named)
        self.kind.activated.connect(lambda _: self._follow_kind())
        self.kind.activated.connect(lambda _: self.changed.emit())
        self.choices.edited.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        self._shown_choices = self.choices.text
        self._shown_label = self.label.text()

    @property
    def value(self) -> AttributeDefinition:
        """The attribute as it is written here; what was not touched stays exactly as it was given."""
        kind = AttributeKind(self.kind.value)
        label = self._given.label if self.label.text() == self._shown_label else self.label.text().strip()
        choices = self._given.choices if self.choices.text == self._shown_choices else self.choices.lines
        kept = choices if kind in _WITH_CHOICES else ()
        return AttributeDefinition(self.name.text().strip(), label, kind, kept)

    def take_focus(self) -> None:
        """Put the focus on the label."""
        self.label.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        px = self._theme.px
        grid = QGridLayout(self)
        grid.setContentsMargins(px(10), px(8), px(6), px(10))
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        fields = ((self._head("Label"), self.label), (self._head("Kind"), self.kind))
        lines = (*fields, (self._choices_head, self.choices), (self._head("In files"), self.name))
        for place, (head, control) in enumerate(lines):
            grid.addWidget(head, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(control, place, 1, 1, 1 if place == 0 else 2)
        grid.addWidget(self.remove, 0, 2)
        for before, after in (
            (self.label, self.kind),
            (self.kind, self.choices),
            (self.choices, self.name),
            (self.name, self.remove),
        ):
            QWidget.setTabOrder(before, after)

    def _head(self, text: str) -> QWidget:
        made = plain.label(text, ink="secondary")
        made.setFont(self._theme.font(Type.META))
        made.setFixedHeight(self._theme.px(32))
        return made

    def _follow_kind(self) -> None:
        shown = AttributeKind(self.kind.value) in _WITH_CHOICES
        self.choices.setVisible(shown)
        self._choices_head.setVisible(shown)

    def _propose(self, text: str) -> None:
        if self._proposes:
            # A label may explain itself after a colon; the word for files is made of what stands before it.
            word = proposed_short_name(text.split(":", maxsplit=1)[0], codebook=Codebook(), code=CodeId(""))
            self.name.setText(word)
        self.changed.emit()

    def _named(self, text: str) -> None:
        self._proposes = not text
        self.changed.emit()


class AttributeEditor(QWidget):
    """All attributes of a code in their order, and the button that adds one."""

    changed = Signal()

    def __init__(self, theme: Theme, attributes: Sequence[AttributeDefinition]) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[AttributeCard] = []
        self._lines = column(gap=theme.px(8))
        self.add = Button(theme, "Add an attribute", icon="plus")
        whole = column(self, gap=theme.px(8))
        whole.addLayout(self._lines)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        for each in attributes:
            self._show(each)
        self.add.clicked.connect(self._add)

    @property
    def cards(self) -> tuple[AttributeCard, ...]:
        """The cards in their order."""
        return tuple(self._cards)

    @property
    def value(self) -> tuple[AttributeDefinition, ...]:
        """The attributes as they are written here."""
        return tuple(card.value for card in self._cards)

    def _add(self) -> None:
        self._show(AttributeDefinition("", "", AttributeKind.CHOICE)).take_focus()
        self.changed.emit()

    def _show(self, definition: AttributeDefinition) -> AttributeCard:
        made = AttributeCard(self._theme, definition)
        before: QWidget | None = self._cards[-1].remove if self._cards else None
        self._cards.append(made)
        self._lines.addWidget(made)
        if before is not None:
            QWidget.setTabOrder(before, made.label)
        QWidget.setTabOrder(made.remove, self.add)
        made.changed.connect(self.changed)
        made.removed.connect(lambda: self._remove(made))
        return made

    def _remove(self, card: AttributeCard) -> None:
        self._cards.remove(card)
        card.hide()
        self._lines.removeWidget(card)
        card.deleteLater()
        (self._cards[-1].label if self._cards else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _line(name: str, text: str, hint: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made
