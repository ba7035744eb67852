# SPDX-License-Identifier: MIT
"""The table of agreement: one row per code, its figures in words; undefined ones with their reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.agreement.result import CodeUsage, Result
from annotator.domain import Code
from annotator.operations import AgreementAnswer
from annotator.reports.report_source import BY_OVERLAP
from annotator.ui import plain, words
from annotator.ui.models import agreement_figures as figures

if TYPE_CHECKING:
    from annotator.agreement.figures import SampleNeed

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ALPHA, PERCENT, COHEN = "krippendorff_alpha_nominal", "percent", "cohen_kappa"
POSITIVE = "positive_specific_agreement"
CODE, SPANS, PREVALENCE, PLOT, INTERVAL = "code", "spans", "prevalence", "plot", "interval"
BELOW_LOW, BELOW_HIGH = "below .667", "below .800"
SPAN_F1, NEED = "span_f1", "needed"
TICK = " ✓"
LOW, HIGH = 0.667, 0.8
"""Krippendorff's conventional limits: below the first, no conclusions; from the second on, reliable."""
SPANS_OF = "spans "
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it shows, its heading, what the heading is short for, and how late it gives way.

    The last ones to go when room is short are those with the greatest ``weight``.
    """

    name: str
    heading: str
    meaning: str
    weight: int


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One code with its usage and its results by column."""

    code: Code
    usage: CodeUsage | None
    results: dict[str, Result] = field(default_factory=dict)
    needed: SampleNeed | None = None

    @property
    def alpha(self) -> Result | None:
        """Krippendorff's alpha."""
        return self.results.get(ALPHA)

    @property
    def undefined(self) -> str:
        """Why the code has no alpha: the reason, or empty where it has one."""
        if self.alpha is None:
            return "not measured"
        return "" if self.alpha.value is not None else self.alpha.reason

    @property
    def spans(self) -> dict[str, int]:
        """How many spans of this code each coder has in the articles compared."""
        return {each.coder: each.spans for each in self.usage.coders} if self.usage else {}

    def words(self, column: str) -> str:
        """Say what stands in a column; empty where there is nothing to say."""
        if column in (CODE, PREVALENCE, SPANS) or column.startswith(SPANS_OF):
            return self._usage_words(column)
        if column == NEED:
            return self._need_words()
        if column in (INTERVAL, PLOT, BELOW_LOW, BELOW_HIGH):
            return self._interval_words(column)
        result = self.results.get(column)
        if result is None or (column == PERCENT and result.value is None):
            return ""
        return figures.percent(result.value or 0) if column == PERCENT else figures.value(result)

    def _need_words(self) -> str:
        """Say how many units the lower and the upper limit need, each with a tick where there are as many."""
        if self.needed is None or not self.needed.needed:
            return ""
        have, needs = self.needed.have, sorted(self.needed.needed.values())
        return " / ".join(f"{need:,}{TICK if have >= need else ''}" for need in needs)

    def _usage_words(self, column: str) -> str:
        if column == CODE:
            return plain.cut(self.code.name)
        if column == PREVALENCE:
            share = self.usage.prevalence if self.usage else None
            return "" if share is None else figures.percent(share)
        if column == SPANS:
            counts = self.spans.values()
            return figures.spread(min(counts, default=0), max(counts, default=0))
        return f"{self.spans.get(column.removeprefix(SPANS_OF), 0):,}"

    def _interval_words(self, column: str) -> str:
        alpha = self.alpha
        if alpha is None or alpha.value is None:
            return ""
        if column == PLOT:
            return figures.value(alpha)
        if alpha.interval is None:
            return "no interval" if column == INTERVAL else ""
        if column == INTERVAL:
            return figures.interval(alpha.interval)
        below = alpha.interval.below.get(LOW if column == BELOW_LOW else HIGH)
        return "" if below is None else figures.probability(below)


class AgreementModel(QAbstractTableModel):
    """Columns: code, spans of each coder, prevalence, percent, alpha and what belongs to it, the others that exist."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[AgreementLine] = []
        self._columns: list[Column] = []
        self._axis_begins = 0.0

    def show_answer(self, answer: AgreementAnswer | None) -> None:
        """Take other figures."""
        self.beginResetModel()
        self._lines, self._columns = (_lines(answer), _columns(answer)) if answer else ([], [])
        alphas = [line.alpha for line in self._lines if line.alpha is not None and line.alpha.value is not None]
        self._axis_begins = figures.axis_beginning(
            each.interval.low if each.interval is not None else each.value or 0.0 for each in alphas
        )
        self.endResetModel()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in their order."""
        return tuple(self._columns)

    def line(self, row: int) -> AgreementLine:
        """Give a row."""
        return self._lines[row]

    def row_of(self, code: str) -> int:
        """Give the row of a code, or -1."""
        return next((place for place, line in enumerate(self._lines) if line.code.id == code), -1)

    def column_of(self, name: str) -> int:
        """Give the place of a column by its name, or -1."""
        return next((place for place, each in enumerate(self._columns) if each.name == name), -1)

    @property
    def axis_begins(self) -> float:
        """Where the axis of the plot begins."""
        return self._axis_begins

    @property
    def first_measure(self) -> int:
        """The first column that an undefined row's sentence may fill: after percent, which may be defined."""
        return self.column_of(PERCENT) + 1

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per code."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        """See the class."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns; the tooltip says what a short name stands for."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(column.heading, longest=40)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(column.meaning)
        return plain.cut(column.meaning) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give words, what is spoken, or the line itself."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], self._columns[index.column()]
        if role == ROW_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = self._words(line, column.name, index.column())
            return said if role == Qt.ItemDataRole.DisplayRole else f"{column.meaning}: {said or 'nothing'}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(self._tip(line, column.name))
        return None

    def _words(self, line: AgreementLine, name: str, column: int) -> str:
        if line.undefined and column >= self.first_measure:
            return words.sentence(line.undefined) if column == self.first_measure else ""
        return line.words(name)

    def _tip(self, line: AgreementLine, name: str) -> str:
        if name in (INTERVAL, BELOW_LOW, BELOW_HIGH) and line.alpha is not None:
            return figures.why_no_interval(line.alpha)
        return line.results[name].reason if name in line.results else line.words(CODE) if name == CODE else ""


def _lines(answer: AgreementAnswer) -> list[AgreementLine]:
    usage = {each.code: each for each in answer.usage}
    found: dict[str, dict[str, Result]] = {}
    for result in answer.results:
        if result.code is not None:
            found.setdefault(result.code, {})[result.measure] = result
    for result in answer.figures.spans:
        if result.measure == BY_OVERLAP and result.settings.get("threshold") == 0.5 and result.code is not None:
            found.setdefault(result.code, {})[SPAN_F1] = result
    needed = {each.code: each for each in answer.figures.needed}
    return [
        AgreementLine(code, usage.get(code.id), found.get(code.id, {}), needed.get(code.id))
        for code in answer.codebook.codes
    ]


def _columns(answer: AgreementAnswer) -> list[Column]:
    names = {coder.id: words.coder_name(coder) for coder in answer.coders}
    level = figures.level(answer.choice.level)
    columns = [Column(CODE, "Code", "Code", 100)]
    columns += [
        Column(f"{SPANS_OF}{coder}", figures.short_name(name), f"Spans of {name}", 55) for coder, name in names.items()
    ]
    columns += [
        Column(SPANS, "Spans", "Fewest and most spans that a coder has", 56),
        Column(PREVALENCE, "Prevalence", f"Prevalence: the share of {answer.unit}s coded, over all coders", 80),
        Column(PERCENT, "Percent", "Percent agreement", 75),
        Column(ALPHA, "Alpha", "Krippendorff's alpha, nominal: coded or not coded", 100),
        Column(INTERVAL, f"{level} interval", f"{level} interval of alpha, articles drawn with replacement", 90),
        Column(PLOT, "", "Alpha and its interval, drawn from 0 to 1", 70),
        Column(BELOW_LOW, "P(< .667)", "Share of the samples in which alpha is below .667", 65),
        Column(BELOW_HIGH, "P(< .800)", "Share of the samples in which alpha is below .800", 35),
        Column(POSITIVE, "Positive", "Positive agreement: of what one coder coded, the share another coded too", 60),
    ]
    measured = {result.measure for result in answer.results}
    if COHEN in measured:
        columns.append(Column(COHEN, "Cohen", "Cohen's kappa", 40))
    columns.append(Column(SPAN_F1, "F1 ≥ .5", "Span F1: passages of a pair that cover half of each other (IoU .5)", 50))
    have = words.counted(max((each.have for each in answer.figures.needed), default=0), answer.unit)
    meaning = f"Needed: {answer.unit}s that alpha of .667 and of .800 need at 95 %; there are {have}"
    columns.append(Column(NEED, "Needed", meaning, 30))
    return columns
