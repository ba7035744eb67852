# SPDX-License-Identifier: MIT
"""What is counted: the kind with its own settings, whose figures, and below the filters that Quotes has too."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from annotator.counting.actors import Actors, proposed_actors
from annotator.counting.selection import Selection
from annotator.domain.metadata import BUILT_IN
from annotator.operations import Basis, CountChoice, CountKind, Overview, Period, Relation
from annotator.operations.passage_offers import RetrievalOffers
from annotator.ui import plain, words
from annotator.ui.counts import words as said
from annotator.ui.quotes.filters import QuoteFilters
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import RadioDot, TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Scroll, Surface, column, rule

_ATTRIBUTE = "attribute\0"
_BY = (("article", "By article"), ("round", "By round"))
_FIELDS = ("outlet", "author", "title")
_ROLES = (("holder", "Who holds the view"), ("speaker", "Else who says it"), ("target", "About whom"))
NO_ATTRIBUTE = "Nobody says"


class CountSettings(Surface):
    """``changed`` when the user chose something else, in the settings or in the filters."""

    changed = Signal()
    filtered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel", line="right")
        self._theme = theme
        self.kinds = self._dots(said.KINDS, name="What is counted")
        self.bases = self._dots(said.BASES, name="Whose figures")
        self.relations = self._dots(said.RELATIONS, name="Standing together")
        self.by = {value: TickBox(theme, name) for value, name in _BY}
        self.cross = Choice(theme, name="Field or attribute")
        self.periods = Segmented(theme, [(period.value, name) for period, name in said.PERIODS], name="Period")
        self.periods.show_value(Period.MONTH.value)
        self.actors = {role: Choice(theme, name=name) for role, name in _ROLES}
        self._proposed = Actors()
        self._offered: object = None
        self.filters = QuoteFilters(theme)
        self.filters.layer.hide()
        self._own: dict[CountKind, QWidget] = {}
        self._lay_out()
        self._connect()
        self._turn()

    def _connect(self) -> None:
        for dots in (self.kinds, self.bases, self.relations):
            for dot in dots.values():
                dot.clicked.connect(lambda _=False: self._choose())
        for box in self.by.values():
            box.toggled.connect(lambda _: self.changed.emit())
        self.cross.activated.connect(lambda _: self.changed.emit())
        self.periods.chosen.connect(lambda _: self.changed.emit())
        for choice in self.actors.values():
            choice.activated.connect(lambda _: self.changed.emit())
        self.filters.changed.connect(self.filtered)

    @property
    def kind(self) -> CountKind:
        """What is counted."""
        return CountKind(_chosen(self.kinds))

    def show_kind(self, kind: CountKind) -> None:
        """Choose a kind, without telling anyone."""
        self.kinds[kind.value].setChecked(True)
        self._turn()

    def choice(self, selection: Selection) -> CountChoice:
        """Give all that is chosen, of these passages."""
        basis = Basis(_chosen(self.bases))
        if basis is Basis.CONSENSUS:
            selection = replace(selection, consensus=True, coders=())
        else:
            selection = replace(selection, consensus=False)
        value = self.cross.value or "outlet"
        is_attribute = value.startswith(_ATTRIBUTE)
        return CountChoice(
            kind=self.kind,
            selection=selection,
            basis=basis,
            by=tuple(name for name, box in self.by.items() if box.isChecked()),
            relation=Relation(_chosen(self.relations)),
            field="outlet" if is_attribute else value,
            attribute=value.removeprefix(_ATTRIBUTE) if is_attribute else "",
            period=Period(self.periods.value),
            actors=replace(
                self._proposed,
                holder=self.actors["holder"].value,
                speaker=self.actors["speaker"].value,
                target=self.actors["target"].value,
            ),
        )

    def offer(self, overview: Overview, offers: RetrievalOffers) -> None:
        """Offer the fields and attributes of the project, and the filters what they have."""
        self.filters.offer(overview, offers)
        self.by["round"].setVisible(len(offers.rounds) > 1)
        if self._offered == (overview.codebook, offers):
            return
        self._offered = (overview.codebook, offers)
        self._proposed = proposed_actors(overview.codebook)
        kept = self.cross.value
        self.cross.clear()
        for name in _FIELDS:
            self.cross.addItem(BUILT_IN[name], name)
        for field in offers.fields:
            self.cross.addItem(plain.cut(field.heading, longest=80), field.name)
        for name in offers.attributes:
            self.cross.addItem(f"Attribute: {plain.cut(words.short(name), longest=70)}", _ATTRIBUTE + name)
        self.cross.setCurrentIndex(max(0, self.cross.findData(kept)))
        for role, choice in self.actors.items():
            choice.clear()
            choice.addItem(NO_ATTRIBUTE, "")
            for name in offers.attributes:
                choice.addItem(plain.cut(words.short(name), longest=80), name)
            choice.setCurrentIndex(max(0, choice.findData(getattr(self._proposed, role))))

    def _choose(self) -> None:
        self._turn()
        self.changed.emit()

    def _turn(self) -> None:
        """Show the settings of the kind."""
        for kind, part in self._own.items():
            part.setVisible(kind is self.kind)

    def _lay_out(self) -> None:
        content = QWidget()
        self._lines = column(content)
        kinds = column()
        for dot in self.kinds.values():
            kinds.addWidget(dot)
        self._add_block("What is counted", kinds)
        for kind, head, parts in self._settings():
            inner = column(gap=self._theme.px(4) if kind is CountKind.NETWORK else 0)
            for part in parts:
                inner.addWidget(part)
            self._own[kind] = self._add_block(head, inner)
        bases = column()
        for dot in self.bases.values():
            bases.addWidget(dot)
        self._add_block("Whose figures", bases)
        self._lines.addWidget(self.filters)
        self._lines.addStretch(1)
        column(self).addWidget(Scroll(content))

    def _settings(self) -> Sequence[tuple[CountKind, str, Sequence[QWidget]]]:
        roles: list[QWidget] = []
        for role, name in _ROLES:
            label = plain.label(name, ink="secondary")
            label.setFont(self._theme.font(Type.META))
            roles += [label, self.actors[role]]
        return (
            (CountKind.FREQUENCIES, "Separately", list(self.by.values())),
            (CountKind.CO_OCCURRENCE, "Standing together", list(self.relations.values())),
            (CountKind.CROSS, "By", [self.cross]),
            (CountKind.TRENDS, "By", [self.periods]),
            (CountKind.NETWORK, "Actors", roles),
        )

    def _add_block(self, head: str, inner: QVBoxLayout) -> QWidget:
        px = self._theme.px
        made = QWidget()
        whole = column(made)
        block = column(margins=(px(16), px(10), px(16), px(10)), gap=px(4))
        title = plain.label(head)
        title.setFont(self._theme.font(Type.HEAD))
        block.addWidget(title)
        block.addLayout(inner)
        whole.addLayout(block)
        whole.addWidget(rule())
        self._lines.addWidget(made)
        return made

    def _dots(self, choices: Sequence[tuple[StrEnum, str]], *, name: str) -> dict[str, RadioDot]:
        group, made = QButtonGroup(self), {}
        for place, (value, words_of) in enumerate(choices):
            made[value.value] = RadioDot(self._theme, words_of)
            plain.name_for_screen_reader(made[value.value], f"{name}: {words_of}")
            made[value.value].setChecked(place == 0)
            group.addButton(made[value.value])
        return made


def _chosen(dots: dict[str, RadioDot]) -> str:
    return next(value for value, dot in dots.items() if dot.isChecked())
