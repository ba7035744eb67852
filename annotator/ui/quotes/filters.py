# SPDX-License-Identifier: MIT
"""Which passages are wanted, in words: each part says what is set in it; none ticked is no restriction."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.counting.duplicates import Duplicates
from annotator.counting.selecting import field_of
from annotator.counting.selection import EVERYTHING, Selection
from annotator.domain import Certainty, CodeId, CoderId
from annotator.domain.metadata import BUILT_IN, is_date
from annotator.operations import Overview
from annotator.operations.passage_offers import RetrievalOffers
from annotator.ui import plain, words
from annotator.ui.quotes.value_ticks import ValueTicks
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.expander import Expander
from annotator.ui.widgets.form import FieldNote
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import column, row
from annotator.ui.widgets.tick_list import TickItem, TickList

CODERS, CONSENSUS = "coders", "consensus"
_TYPED_MILLISECONDS = 300
_FIELDS = ("outlet", "author", "title", "date")
_CERTAINTIES = ((Certainty.HIGH, "High"), (Certainty.MEDIUM, "Medium"), (Certainty.LOW, "Low"),
                (Certainty.NOT_SET, "Not set"))  # fmt: skip
DUPLICATES = (
    (Duplicates.ALL, "Count every passage"), (Duplicates.DOCUMENT, "Once in each article"),
    (Duplicates.GROUP, "Once in each group of copies"), (Duplicates.DAY, "Once on each day"),
    (Duplicates.WEEK, "Once in each week"), (Duplicates.MONTH, "Once in each month"),
    (Duplicates.YEAR, "Once in each year"), (Duplicates.STUDY, "Once in all"),
)  # fmt: skip
NO_DATE = "“{}” is no date: write 2026-03-15, 2026-03 or 2026."


class QuoteFilters(QWidget):
    """``changed`` when the user wants others; what is typed counts a moment later, or by Enter."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown = EVERYTHING
        self.text, self.memo = self._field("Words in the quote"), self._field("Words in the memo")
        self.since, self.until = self._field("From", hint="2026-03"), self._field("To", hint="2026-12-31")
        self.date_note = FieldNote(theme)
        self.layer = Segmented(theme, ((CODERS, "Coders"), (CONSENSUS, "Consensus")), name="Coded by")
        self.codes, self.coders = TickList(theme, name="Codes"), TickList(theme, name="Coders")
        self.rounds, self.certainties = TickList(theme, name="Rounds"), TickList(theme, name="Certainty")
        self.fields = ValueTicks(theme, name="Article field")
        self.attributes = ValueTicks(theme, name="Attribute")
        self.duplicates = Choice(theme, name="Duplicates")
        self.clear = Button(theme, "Clear filters", kind="quiet")
        self.parts: dict[str, Expander] = {}
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MILLISECONDS)
        self._lay_out()
        self._fill()
        self._connect()
        self.show_selection(EVERYTHING)

    def _fill(self) -> None:
        self.certainties.offer([TickItem(value.value, said) for value, said in _CERTAINTIES])
        for policy, said in DUPLICATES:
            self.duplicates.addItem(said, policy.value)

    def _connect(self) -> None:
        self._typed.timeout.connect(self._tell)
        for field in (self.text, self.memo, self.since, self.until):
            field.textEdited.connect(lambda _: self._typed.start())
            field.returnPressed.connect(self._tell)
        for each in (self.codes, self.coders, self.rounds, self.certainties, self.fields, self.attributes):
            each.changed.connect(self._tell)
        self.layer.chosen.connect(lambda _: self._tell())
        self.duplicates.activated.connect(lambda _: self._tell())
        self.clear.clicked.connect(self._clear)

    @property
    def wanted(self) -> Selection | None:
        """Which passages are wanted; None where a date is none. What has no field here stays as it was shown."""
        if self._has_no_date:
            return None
        dates = [field.text().strip() for field in (self.since, self.until)]
        consensus = self.layer.value == CONSENSUS
        return replace(
            self._shown,
            codes=tuple(CodeId(each) for each in self.codes.ticked),
            coders=() if consensus else tuple(CoderId(each) for each in self.coders.ticked),
            rounds=self.rounds.ticked,
            consensus=consensus,
            certainties=tuple(Certainty(each) for each in self.certainties.ticked),
            attributes=self.attributes.wanted,
            fields=self.fields.wanted,
            since=dates[0],
            until=dates[1],
            words=self.text.text().strip(),
            memo_words=self.memo.text().strip(),
            duplicates=Duplicates(self.duplicates.value),
        )

    def offer(self, overview: Overview, offers: RetrievalOffers) -> None:
        """Offer what there is in the project."""
        self.codes.offer([TickItem(code.id, code.name, code=code) for code in overview.codebook.codes])
        self.coders.offer([TickItem(coder.id, words.coder_name(coder)) for coder in overview.coders])
        self.rounds.offer([TickItem(name, name) for name in offers.rounds])
        self.parts["Rounds"].setVisible(len(offers.rounds) > 1)
        self.fields.offer(*_fields(overview, offers))
        values = {name: [(each, 0) for each in ("", *found)] for name, found in offers.attributes.items()}
        self.attributes.offer({name: words.short(name) for name in values}, values)
        self.parts["Attributes"].setVisible(bool(values))
        if not self._has_no_date:
            self.show_selection(self._shown)

    @property
    def _has_no_date(self) -> bool:
        return any(each.text().strip() and not is_date(each.text().strip()) for each in (self.since, self.until))

    def show_selection(self, selection: Selection) -> None:
        """Show what is wanted, without telling anyone."""
        self._shown = selection
        for field, said in (
            (self.text, selection.words), (self.memo, selection.memo_words), (self.since, selection.since),
            (self.until, selection.until),
        ):  # fmt: skip
            # What is being typed is not taken from under the hands.
            if field.text().strip() != said and not (self._typed.isActive() and field.hasFocus()):
                field.setText(said)
        for ticks, values in (
            (self.codes, selection.codes), (self.coders, () if selection.consensus else selection.coders),
            (self.rounds, selection.rounds), (self.certainties, [each.value for each in selection.certainties]),
        ):  # fmt: skip
            ticks.show_ticked(values)
        self.layer.show_value(CONSENSUS if selection.consensus else CODERS)
        self.coders.setEnabled(not selection.consensus)
        self.fields.show_wanted(selection.fields)
        self.attributes.show_wanted(selection.attributes)
        self.duplicates.show_value(selection.duplicates.value)
        self._say_what_is_set(selection)

    def _say_what_is_set(self, selection: Selection) -> None:
        for name, ticks in (("Codes", self.codes), ("Rounds", self.rounds), ("Certainty", self.certainties)):
            self.parts[name].tell(_some(ticks))
        self.parts["Coders"].tell("Consensus" if selection.consensus else _some(self.coders))
        self.parts["Article fields"].tell(self.fields.aside)
        self.parts["Attributes"].tell(self.attributes.aside)
        self.parts["Dates"].tell(_dates(selection))
        self.parts["Duplicates"].tell(
            "All" if selection.duplicates is Duplicates.ALL else self.duplicates.currentText()
        )
        self.clear.setEnabled(selection != EVERYTHING)
        self.date_note.tell("")

    def _lay_out(self) -> None:
        px = self._theme.px
        lines = column(self, margins=(px(16), px(8), px(16), px(12)), gap=px(4))
        head = row(gap=px(8))
        title = plain.label("Filters")
        title.setFont(self._theme.font(Type.HEAD))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.clear)
        lines.addLayout(head)
        for field in (self.text, self.memo):
            lines.addWidget(field)
        coders, dates = QWidget(), QWidget()
        below = column(coders, gap=px(6))
        below.addWidget(self.layer)
        below.addWidget(self.coders)
        both = column(dates, gap=px(6))
        pair = row(gap=px(8))
        pair.addWidget(self.since)
        pair.addWidget(self.until)
        both.addLayout(pair)
        both.addWidget(self.date_note)
        for name, part in (
            ("Codes", self.codes), ("Coders", coders), ("Rounds", self.rounds), ("Attributes", self.attributes),
            ("Certainty", self.certainties), ("Article fields", self.fields), ("Dates", dates),
            ("Duplicates", self.duplicates),
        ):  # fmt: skip
            self.parts[name] = Expander(self._theme, name, part)
            lines.addWidget(self.parts[name])
        self.parts["Codes"].head.setChecked(True)
        lines.addStretch(1)

    def _field(self, name: str, *, hint: str = "") -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint or name)
        made.setMinimumWidth(self._theme.px(72))
        return made

    def _clear(self) -> None:
        self.show_selection(EVERYTHING)
        self.changed.emit()

    def _tell(self) -> None:
        self._typed.stop()
        wanted = self.wanted
        if wanted is None:
            wrong = next(each for each in (self.since.text(), self.until.text()) if each and not is_date(each.strip()))
            self.parts["Dates"].head.setChecked(True)
            self.date_note.tell(NO_DATE.format(wrong[:40]))
            return
        self._shown = wanted
        self.coders.setEnabled(not wanted.consensus)
        self._say_what_is_set(wanted)
        self.changed.emit()


def _some(ticks: TickList) -> str:
    """Say which are ticked: all, one by its name, or how many."""
    ticked = ticks.ticked
    if not ticked:
        return "All"
    if len(ticked) == 1:
        return next(each.words for each in ticks.ticks.items if each.value == ticked[0])
    return f"{len(ticked)} of {ticks.ticks.rowCount()}"


def _dates(selection: Selection) -> str:
    if selection.since and selection.until:
        return f"{selection.since} to {selection.until}"
    return f"from {selection.since}" if selection.since else f"to {selection.until}" if selection.until else "All"


def _fields(
    overview: Overview, offers: RetrievalOffers
) -> tuple[Mapping[str, str], Mapping[str, Sequence[tuple[str, int]]]]:
    """Give the fields of articles with their labels, and the values that occur with their numbers of articles."""
    labels = {name: BUILT_IN[name] for name in _FIELDS} | {each.name: each.heading for each in offers.fields}
    values = {}
    for name in labels:
        counts = Counter(field_of(each.document, name) for each in overview.documents)
        values[name] = sorted(counts.items(), key=lambda item: (item[0] == "", item[0].casefold()))
    return labels, values
