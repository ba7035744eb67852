# SPDX-License-Identifier: MIT
"""The list of annotations: rows stay in place while others come and go."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from ui.models.values import MISTRUST, OTHER, annotation, article, code_of, region

from annotator.ui.models.annotations import COLUMNS, ENTRY_ROLE, AnnotationModel
from annotator.ui.models.open_article import OpenArticle

FIRST, SECOND, THIRD = annotation(0, 9), annotation(4, 20, code=MISTRUST), region(30, 40)


@pytest.fixture
def shown() -> OpenArticle:
    return article([FIRST, SECOND, THIRD])


@pytest.fixture
def model(qtbot: QtBot, shown: OpenArticle) -> AnnotationModel:
    made = AnnotationModel(code_of)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show_article(shown)
    return made


def test_rows_and_columns(model: AnnotationModel) -> None:
    assert (model.rowCount(), model.columnCount()) == (3, len(COLUMNS))
    assert model.data(model.index(1, 0)) == "Evidence of mistrust"
    assert model.data(model.index(0, 1)) == "The first"
    assert model.data(model.index(0, 2)) == "Mara Lindqvist"
    assert model.data(model.index(2, 0)) == "Excluded, proposed"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Code"
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0, 0), ENTRY_ROLE) == FIRST


def test_a_row_speaks(model: AnnotationModel, shown: OpenArticle) -> None:
    shown.put(replace(FIRST, ask_lead=True), pending=True)
    model.refresh()
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Evidence of trust. Mara Lindqvist. “The first”. Paragraph 1, characters 1 to 9. "
        "Question for the lead. Not saved yet"
    )


def test_rows_that_stay_keep_their_place(model: AnnotationModel, shown: OpenArticle) -> None:
    kept = QPersistentModelIndex(model.index(1, 0))
    shown.drop(FIRST.id)
    shown.put(annotation(2, 30, coder=OTHER))
    shown.put(annotation(50, 60))
    model.refresh()
    assert model.rowCount() == 4
    assert kept.isValid()
    assert model.entry(kept.row()) == SECOND
    assert model.row_of(FIRST.id) == -1


def test_a_changed_span_moves_its_row(model: AnnotationModel, shown: OpenArticle) -> None:
    shown.put(replace(FIRST, span=THIRD.span))
    model.refresh()
    assert [model.entry(row).id for row in range(3)] == [entry.id for entry in shown.ordered()]


def test_nothing_is_shown_without_an_article(model: AnnotationModel) -> None:
    model.show_article(None)
    model.refresh()
    assert model.rowCount() == 0


def test_markup_in_a_memo_or_name_is_escaped_in_tooltips(model: AnnotationModel) -> None:
    assert "<b>" not in model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert model.is_own(FIRST)
    assert model.code(THIRD) is None


def test_whether_others_are_among_them() -> None:
    model = AnnotationModel(code_of)
    assert not model.has_others
    for entries, others in (([annotation(0, 3)], False), ([annotation(0, 3), annotation(4, 9, coder=OTHER)], True)):
        model.show_article(article(entries))
        assert model.has_others is others
