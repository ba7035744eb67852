# SPDX-License-Identifier: MIT
"""The table of agreement: one row per code, its figures in words; undefined ones with their reason."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.agreement.result import CodeUsage, Result
from annotator.domain import Code
from annotator.operations import AgreementAnswer
from annotator.reports.agreement_table import value_in_words
from annotator.ui import plain, words

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ALPHA, PERCENT, COHEN, FLEISS = "krippendorff_alpha_nominal", "percent", "cohen_kappa", "fleiss_kappa"
_FIGURES = ((PERCENT, "Percent"), (COHEN, "Cohen kappa"), (FLEISS, "Fleiss kappa"), (ALPHA, "Alpha"))
PLOT = "plot"
_SPANS = "spans "
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One code with its usage and its results by measure."""

    code: Code
    usage: CodeUsage | None
    results: dict[str, Result]

    @property
    def undefined(self) -> str:
        """Why the code has no alpha: the reason, or empty where it has one."""
        alpha = self.results.get(ALPHA)
        if alpha is None:
            return "not measured"
        return "" if alpha.value is not None else alpha.reason

    def spans_of(self, coder: str) -> str:
        """Say how many spans of this code a coder has in the articles compared."""
        coders = self.usage.coders if self.usage else ()
        return next((f"{each.spans:,}" for each in coders if each.coder == coder), "0")

    def words(self, column: str) -> str:
        """Say what stands in a column: the code's name, its prevalence, or a measure; empty where there is none."""
        if column == "code":
            return plain.cut(self.code.name)
        if column == "prevalence":
            share = self.usage.prevalence if self.usage else None
            return "" if share is None else f"{100 * share:.1f} %"
        result = self.results.get(ALPHA if column == PLOT else column)
        if result is None or (column == PERCENT and result.value is None):
            return ""
        return f"{100 * (result.value or 0):.1f} %" if column == PERCENT else value_in_words(result)


class AgreementModel(QAbstractTableModel):
    """Columns: code, spans of each coder, prevalence, the measures that anyone has, the plot of alpha."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[AgreementLine] = []
        self._columns: list[tuple[str, str]] = []

    def show_answer(self, answer: AgreementAnswer | None) -> None:
        """Take other figures."""
        self.beginResetModel()
        self._lines, self._columns = (_lines(answer), _columns(answer)) if answer else ([], [])
        self.endResetModel()

    def line(self, row: int) -> AgreementLine:
        """Give a row."""
        return self._lines[row]

    def column_of(self, name: str) -> int:
        """Give the place of a column by its name, or -1."""
        return next((place for place, (each, _) in enumerate(self._columns) if each == name), -1)

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
        """Name the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(self._columns[section][1], longest=24)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give words, alignment, or the line itself."""
        if not index.isValid():
            return None
        line, (name, heading) = self._lines[index.row()], self._columns[index.column()]
        if role == ROW_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = self._words(line, name, index.column())
            return said if role == Qt.ItemDataRole.DisplayRole else f"{heading}: {said}"
        if role == Qt.ItemDataRole.ToolTipRole and name in line.results and line.results[name].reason:
            return plain.tooltip(line.results[name].reason)
        return None

    def _words(self, line: AgreementLine, name: str, column: int) -> str:
        if line.undefined and column >= self.first_measure:
            return words.sentence(line.undefined) if column == self.first_measure else ""
        if name.startswith(_SPANS):
            return line.spans_of(name.removeprefix(_SPANS))
        return line.words(name)


def _lines(answer: AgreementAnswer) -> list[AgreementLine]:
    usage = {each.code: each for each in answer.usage}
    found: dict[str, dict[str, Result]] = {}
    for result in answer.results:
        if result.code is not None:
            found.setdefault(result.code, {})[result.measure] = result
    return [AgreementLine(code, usage.get(code.id), found.get(code.id, {})) for code in answer.codebook.codes]


def _columns(answer: AgreementAnswer) -> list[tuple[str, str]]:
    measured = {result.measure for result in answer.results}
    columns = [("code", "Code")]
    columns += [(f"{_SPANS}{coder.id}", _short_name(words.coder_name(coder))) for coder in answer.coders]
    columns.append(("prevalence", "Prevalence"))
    columns += [(name, heading) for name, heading in _FIGURES if name in measured]
    return [*columns, (PLOT, "")]


def _short_name(name: str) -> str:
    return name.replace(" (machine-made)", "*")
