# SPDX-License-Identifier: MIT
"""The units of one article and code: who marked each, whether it counted, and if not, why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.ui import plain, words
from annotator.ui.models.quotes import Quotes

if TYPE_CHECKING:
    from annotator.agreement.diagnosis import UnitDiagnosis
    from annotator.ui.models.agreement_measured import Measured

UNIT_ROLE = Qt.ItemDataRole.UserRole + 1
WHOLE = {
    "excluded": "all of it lies in excluded regions",
    "finished_by_nobody": "nobody of these coders finished the article",
    "finished_by_one": "only one of these coders finished the article",
    "code_not_in_codebook": "fewer than two had the code in their codebook when they finished",
}
OF_CODERS = {
    "not_finished": "did not finish the article",
    "code_not_in_codebook": "finished before the code was in the codebook",
    "less_than_half": "marked less than half of it",
    "excluded": "marked only what is excluded",
}
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


def diagnosed(measured: Measured, *, document: str, code: str, everything: bool) -> list[UnitDiagnosis]:
    """Diagnose the units of an article, all or those that anybody marked; may run on any thread."""
    from annotator.agreement.diagnosis import diagnose

    question = measured.answer.figures.question
    codings = [each for each in measured.asked.codings if each.document == document]
    units = diagnose(codings, coders=question.coders, codes=(code,), unit=question.unit, rule=question.rule)
    return [unit for unit in units if everything or unit.marked_by]


class UnitModel(QAbstractListModel):
    """Rows of units; ``quotes`` asks for the words of those that a view has looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._units: Sequence[UnitDiagnosis] = ()
        self._name_of: Callable[[str], str] = str
        self.quotes = Quotes(self)
        self.quotes.arrived.connect(self._arrived)

    def show_units(self, units: Sequence[UnitDiagnosis], *, name_of: Callable[[str], str]) -> None:
        """List other units."""
        self.beginResetModel()
        self._units, self._name_of = units, name_of
        self.quotes.forget_wishes()
        self.endResetModel()

    def unit(self, row: int) -> UnitDiagnosis:
        """Give a row."""
        return self._units[row]

    def marked_words(self, unit: UnitDiagnosis) -> str:
        """Say who marked it and who did not, of those who give a value; then who gives none."""
        coded = [each.coder for each in unit.coders if each.value]
        silent = [each.coder for each in unit.coders if each.value is False]
        said = f"Coded by {self._names(coded)}" if coded else "Coded by nobody"
        if silent and coded:
            said += f", not by {self._names(silent)}"
        return said

    def verdict_words(self, unit: UnitDiagnosis) -> str:
        """Say whether it counts, and what of it, or whose word on it, does not."""
        if unit.reason is not None:
            return f"Does not count: {WHOLE[unit.reason.value]}"
        reasons = dict.fromkeys(each.reason for each in unit.coders if each.reason is not None)
        notes = [f"{self._names(unit.because(reason))} {OF_CODERS[reason.value]}" for reason in reasons]
        return f"Counts; {'; '.join(notes)}" if notes else "Counts"

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per unit."""
        return 0 if parent.isValid() else len(self._units)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the unit, its words, or all that is said of it."""
        if not index.isValid():
            return None
        unit = self._units[index.row()]
        if role == UNIT_ROLE:
            return unit
        quote = plain.cut(self.quotes.at((unit.document, unit.start, unit.end)))
        if role == Qt.ItemDataRole.DisplayRole:
            return quote
        said = f"{self.marked_words(unit)}. {self.verdict_words(unit)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain.cut(f"{quote}. {said}")
        return plain.tooltip(said) if role == Qt.ItemDataRole.ToolTipRole else None

    def _names(self, coders: Sequence[str]) -> str:
        return words.listed([self._name_of(coder) for coder in coders])

    def _arrived(self) -> None:
        if self._units:
            self.dataChanged.emit(self.index(0), self.index(len(self._units) - 1))
