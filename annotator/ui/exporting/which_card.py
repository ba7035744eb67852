# SPDX-License-Identifier: MIT
"""Which annotations leave: of which codes, coders, rounds and articles, how far along, and whether the consensus."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup

from annotator.domain import CompletionState
from annotator.operations import Overview
from annotator.ui import words
from annotator.ui.exporting.card import OptionCard
from annotator.ui.exporting.formats import Option
from annotator.ui.exporting.ticks_or_all import TicksOrAll
from annotator.ui.exporting.wanted import ExportWanted
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import RadioDot
from annotator.ui.widgets.expander import Expander
from annotator.ui.widgets.surfaces import column
from annotator.ui.widgets.tick_list import TickItem

_LISTS = (
    (Option.CODES, "Codes", "All codes"),
    (Option.CODERS, "Coders", "All coders"),
    (Option.ROUNDS, "Rounds", "All rounds"),
    (Option.DOCUMENTS, "Articles", "All articles"),
    (Option.STATES, "How far along", "However far along"),
)
LAYERS = (
    ("coders", "What coders marked"),
    ("consensus", "The consensus: what was settled between them"),
    ("both", "Both, apart from each other"),
)
_MISSING = {
    Option.CODES: "No code is ticked",
    Option.CODERS: "No coder is ticked",
    Option.ROUNDS: "No round is ticked",
    Option.DOCUMENTS: "No article is ticked",
    Option.STATES: "No state is ticked",
}


class WhichCard(OptionCard):
    """Lists that are closed at first and say at the right how much of them is ticked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Which annotations")
        self.lists: dict[Option, TicksOrAll] = {}
        self.expanders: dict[Option, Expander] = {}
        for option, title, everything in _LISTS:
            ticks = TicksOrAll(theme, name=title, everything=everything)
            expander = Expander(theme, title, ticks)
            ticks.changed.connect(self._changed)
            self.body.addWidget(expander)
            self.lists[option], self.expanders[option] = ticks, expander
        self.dots: dict[str, RadioDot] = {}
        self._layers, lines = self.part()
        group = QButtonGroup(self)
        inner = column(margins=(0, theme.px(6), 0, 0), gap=theme.px(2))
        for value, text in LAYERS:
            dot = RadioDot(theme, text)
            dot.setSizePolicy(dot.sizePolicy().Policy.Ignored, dot.sizePolicy().verticalPolicy())
            dot.clicked.connect(lambda _: self.changed.emit())
            group.addButton(dot)
            inner.addWidget(dot)
            self.dots[value] = dot
        lines.addLayout(inner)
        self.body.addStretch(1)

    @property
    def missing(self) -> str:
        """What is not ticked although something of it must be; empty where nothing is missing."""
        shown = (option for option in self.lists if not self.expanders[option].isHidden())
        return next((_MISSING[option] for option in shown if not self.lists[option].ticked), "")

    def show_project(self, overview: Overview, rounds: Sequence[str], wanted: ExportWanted) -> None:
        """Offer what the project has; one round alone is no choice."""
        offered = {
            Option.CODES: [TickItem(code.id, code.name, code=code) for code in overview.codebook.codes],
            Option.CODERS: [TickItem(each.id, words.coder_name(each)) for each in overview.coders],
            Option.ROUNDS: [TickItem(each, each) for each in rounds],
            Option.DOCUMENTS: [
                TickItem(each.document.id, each.document.heading, each.document.date) for each in overview.documents
            ],
            Option.STATES: [TickItem(state.value, words.STATE_WORDS[state]) for state in CompletionState],
        }
        for option, items in offered.items():
            self.lists[option].show_items(items, ticked=getattr(wanted, option.value))
        self.show_wanted(wanted)

    def show_wanted(self, wanted: ExportWanted) -> None:
        """Show a choice, with what its format takes."""
        takes = wanted.chosen_format.options
        for option, expander in self.expanders.items():
            several = self.lists[option].number > (1 if option is Option.ROUNDS else 0)
            expander.setVisible(option in takes and several)
        for value, dot in self.dots.items():
            dot.setChecked(value == wanted.layer)
        self._layers.setVisible(Option.LAYER in takes)
        self.setVisible(Option.PRIVATE in takes)
        self._tell()

    def taken(self, wanted: ExportWanted) -> ExportWanted:
        """Give a choice with what is chosen here."""
        found = {option.value: () if ticks.has_all else ticks.ticked for option, ticks in self.lists.items()}
        layer = next((value for value, dot in self.dots.items() if dot.isChecked()), LAYERS[0][0])
        return replace(
            wanted, layer=layer, codes=found["codes"], coders=found["coders"], rounds=found["rounds"],
            states=found["states"], documents=found["documents"],
        )  # fmt: skip

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        for option, ticks in self.lists.items():
            said = "all" if ticks.has_all else f"{len(ticks.ticked):,} of {ticks.number:,}"
            self.expanders[option].tell(said)
