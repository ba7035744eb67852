# SPDX-License-Identifier: MIT
"""How a format is written: what only some formats have to choose, and what is left out of them for privacy."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain import Codebook
from annotator.ui import plain
from annotator.ui.exporting.card import OptionCard
from annotator.ui.exporting.formats import Option
from annotator.ui.exporting.ticks_or_all import TicksOrAll
from annotator.ui.exporting.wanted import ExportWanted
from annotator.ui.models.unit_words import UNITS
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.expander import Expander
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import row
from annotator.ui.widgets.tick_list import TickItem, TickList

TABLES = (
    ("annotations_long", "Annotations, one a row"),
    ("units_wide", "Units, a column for each coder"),
    ("article_code", "Articles by coder and code"),
    ("articles", "Articles"),
    ("coders", "Coders"),
    ("completion", "How far coders are"),
    ("codebook", "Codebook"),
    ("attributes", "Attributes"),
    ("attribute_values", "Values of attributes"),
    ("excluded_regions", "Excluded regions"),
    ("agreement", "Agreement"),
    ("consensus", "Consensus"),
    ("decisions", "Decisions"),
    ("accuracy", "Coders against the consensus"),
)
RULES = (("touched", "touched by a passage"), ("half", "at least half covered"))
DUPLICATES = (
    ("all", "Each counts"),
    ("document", "One counts in each article"),
    ("group", "One counts among near-identical articles"),
    ("day", "One counts on each day"),
    ("week", "One counts in each week"),
    ("month", "One counts in each month"),
    ("year", "One counts in each year"),
    ("study", "One counts in all"),
)
_ACTORS = (
    ("speaker", "Who speaks"),
    ("holder", "Who holds what is said"),
    ("target", "Whom it is about"),
    ("sign", "For or against"),
)
_BY_NAME = (("", "found by name"),)
SEVERAL, ONE = "several", "one"
_SAME = "Also the same, for two passages to be duplicates"
_PSEUDONYMS = (
    "Names, notes, times and free words that would tell who coded are left out. The key stays on this computer."
)
_REFI = "One project for each coder suits programs that know one user only."


class HowCard(OptionCard):
    """Shows the parts that a format has."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "How it is written")
        self._parts: dict[Option, QWidget] = {}
        self.tables = TicksOrAll(theme, name="Tables", everything="All tables")
        self.tables.show_items([TickItem(name, said, name) for name, said in TABLES], ticked=())
        self.more_tables = Expander(theme, "Tables", self.tables)
        self.unit = self.choice("A row of the tables of units is", tuple((each.name, each.title) for each in UNITS))
        self.rule = self.choice("It is coded where it is", RULES)
        self.duplicates = self.choice("Duplicates", DUPLICATES)
        self.attributes = TickList(theme, name=_SAME)
        self._same = self.words(_SAME)
        self.texts = self.tick("Whole texts in the table of articles")
        self.for_spreadsheets = self.tick("CSV for spreadsheets: no cell is taken for a formula")
        self.compressed = self.tick("Compressed (.zsav)")
        self.per_coder = Segmented(theme, ((ONE, "One project"), (SEVERAL, "One for each coder")), name="Projects")
        self.crlf = self.tick("Line ends as on Windows (CR LF)")
        self.cas_form = Segmented(theme, (("xmi", "XMI"), ("json", "JSON")), name="Form")
        self.codebook_form = Segmented(
            theme, ((".qdc", "REFI-QDA (.qdc)"), (".csv", "CSV"), (".md", "Markdown")), name="Form"
        )
        self.actors = {role: self.choice(said, _BY_NAME) for role, said in _ACTORS}
        self.without_memos = self.tick("Leave out memos, notes and reasons")
        self.pseudonyms = self.tick("Pseudonyms in the place of names")
        self._lay_out()
        self.tables.changed.connect(self._changed)
        self.attributes.changed.connect(self._changed)
        for each in (self.per_coder, self.cas_form, self.codebook_form):
            each.chosen.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        self._add(Option.CODEBOOK, lambda lines: lines.addWidget(self.codebook_form))
        self._add(Option.TABLES, lambda lines: lines.addWidget(self.more_tables))
        self._add(Option.UNIT, self._fill_units)
        self._add(Option.DUPLICATES, self._fill_duplicates)
        self._add(Option.REFI, self._fill_refi)
        self._add(Option.CAS, lambda lines: lines.addWidget(self.cas_form))
        self._add(Option.ACTORS, self._fill_actors)
        self._add(Option.TEXTS, lambda lines: lines.addWidget(self.texts))
        self._add(Option.SPREADSHEETS, lambda lines: lines.addWidget(self.for_spreadsheets))
        self._add(Option.COMPRESSED, lambda lines: lines.addWidget(self.compressed))
        self._add(Option.PRIVATE, self._fill_private)
        self.body.addStretch(1)

    def _add(self, option: Option, fill: Callable[[QVBoxLayout], object]) -> None:
        self._parts[option], lines = self.part()
        fill(lines)

    def _fill_units(self, lines: QVBoxLayout) -> None:
        lines.addLayout(self._named(self.unit))
        lines.addLayout(self._named(self.rule))

    def _fill_duplicates(self, lines: QVBoxLayout) -> None:
        lines.addLayout(self._named(self.duplicates))
        lines.addWidget(self._same)
        lines.addWidget(self.attributes)

    def _fill_refi(self, lines: QVBoxLayout) -> None:
        lines.addWidget(self.per_coder)
        lines.addWidget(self.words(_REFI))
        lines.addWidget(self.crlf)

    def _fill_actors(self, lines: QVBoxLayout) -> None:
        for each in self.actors.values():
            lines.addLayout(self._named(each))

    def _fill_private(self, lines: QVBoxLayout) -> None:
        lines.addWidget(self.without_memos)
        lines.addWidget(self.pseudonyms)
        lines.addWidget(self.words(_PSEUDONYMS))

    def _named(self, control: Choice) -> QHBoxLayout:
        line = row(gap=self.theme.px(8))
        line.addWidget(plain.label(control.accessibleName(), wrap=True), 1)
        line.addWidget(control, 1)
        return line

    @property
    def missing(self) -> str:
        """What must be ticked and is not."""
        shown = not self._parts[Option.TABLES].isHidden()
        return "No table is ticked" if shown and not self.tables.ticked else ""

    def show_codebook(self, codebook: Codebook, wanted: ExportWanted) -> None:
        """Offer the attributes that the codes have."""
        names = tuple(dict.fromkeys(each.name for code in codebook.codes for each in code.attributes))
        self.attributes.offer([TickItem(name, name) for name in names])
        self.attributes.show_ticked(name for name in wanted.attributes if name in names)
        for role, choice in self.actors.items():
            choice.clear()
            for value, said in (*_BY_NAME, *((name, plain.cut(name)) for name in names)):
                choice.addItem(said, value)
            chosen = getattr(wanted, role)
            choice.show_value(chosen if chosen in names else "")
        self.tables.show_items([TickItem(name, said, name) for name, said in TABLES], ticked=wanted.tables)
        self.show_wanted(wanted)

    def show_wanted(self, wanted: ExportWanted) -> None:
        """Show a choice, with what its format takes."""
        for option, part in self._parts.items():
            part.setVisible(option in wanted.chosen_format.options)
        for name in ("unit", "rule", "duplicates"):
            getattr(self, name).show_value(getattr(wanted, name))
        for name in ("texts", "for_spreadsheets", "compressed", "crlf", "pseudonyms"):
            getattr(self, name).setChecked(getattr(wanted, name))
        self.without_memos.setChecked(not wanted.memos)
        self.per_coder.show_value(SEVERAL if wanted.per_coder else ONE)
        self.cas_form.show_value("json" if wanted.cas_json else "xmi")
        self.codebook_form.show_value(wanted.codebook_form)
        self.without_memos.setEnabled(not wanted.pseudonyms)
        asks_what = wanted.duplicates != DUPLICATES[0][0] and bool(self.attributes.ticks.items)
        self._same.setVisible(asks_what)
        self.attributes.setVisible(asks_what)
        self._tell()

    def taken(self, wanted: ExportWanted) -> ExportWanted:
        """Give a choice with what is chosen here."""
        actors = {role: choice.value for role, choice in self.actors.items()}
        return replace(
            wanted,
            tables=() if self.tables.has_all else self.tables.ticked,
            unit=self.unit.value,
            rule=self.rule.value,
            duplicates=self.duplicates.value,
            attributes=self.attributes.ticked,
            texts=self.texts.isChecked(),
            for_spreadsheets=self.for_spreadsheets.isChecked(),
            compressed=self.compressed.isChecked(),
            per_coder=self.per_coder.value == SEVERAL,
            crlf=self.crlf.isChecked(),
            cas_json=self.cas_form.value == "json",
            codebook_form=self.codebook_form.value,
            memos=not self.without_memos.isChecked(),
            pseudonyms=self.pseudonyms.isChecked(),
            speaker=actors["speaker"],
            holder=actors["holder"],
            target=actors["target"],
            sign=actors["sign"],
        )

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        all_tables = len(TABLES)
        self.more_tables.tell("all" if self.tables.has_all else f"{len(self.tables.ticked)} of {all_tables}")
