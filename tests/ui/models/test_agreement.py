# SPDX-License-Identifier: MIT
"""The table of agreement: figures in words, undefined ones with their reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from ui.measured import MISTRUST, asked, by_machine, coder, measured

from annotator.operations import AgreementChoice
from annotator.ui.models.agreement import (
    ALPHA,
    BELOW_HIGH,
    BELOW_LOW,
    COHEN,
    INTERVAL,
    NEED,
    PERCENT,
    PLOT,
    POSITIVE,
    PREVALENCE,
    ROW_ROLE,
    SPAN_F1,
    SPANS,
    AgreementModel,
)
from annotator.ui.models.agreement_measured import measure


@pytest.fixture
def model(qtbot: QtBot) -> AgreementModel:
    made = AgreementModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show_answer(measured().answer)
    return made


def said(model: AgreementModel, row: int, column: str) -> str:
    return str(model.data(model.index(row, model.column_of(column))))


def test_figures(model: AgreementModel) -> None:
    assert said(model, 0, "code") == "Evidence of trust"
    assert [said(model, 0, f"spans {coder(place).id}") for place in (0, 1)] == ["3", "2"]
    assert said(model, 0, SPANS) == "2 to 3"
    assert said(model, 0, PREVALENCE) == f"{100 * (90 + 68) / 1200:.1f} %"
    assert said(model, 0, PERCENT) == f"{100 * (600 - 22) / 600:.1f} %"
    both, coded = 68, 90 + 68
    assert said(model, 0, POSITIVE) == f"{2 * both / coded:.3f}"[1:]
    assert said(model, 0, SPAN_F1) == f"{2 * 2 / 5:.3f}"[1:]
    assert said(model, 0, ALPHA) == said(model, 0, PLOT)
    assert said(model, 0, COHEN).startswith(".")
    assert " to " in said(model, 0, INTERVAL)
    assert said(model, 0, BELOW_LOW) <= said(model, 0, BELOW_HIGH)
    assert [need.endswith("✓") for need in said(model, 0, NEED).split(" / ")] == [True, True]


def test_an_undefined_row_says_why(model: AgreementModel) -> None:
    row = 3
    assert said(model, row, PERCENT) == "100.0 %"
    assert str(model.data(model.index(row, model.first_measure))).startswith("Undefined (no variation: nobody used")
    assert said(model, row, PLOT) == ""
    assert said(model, row, NEED) == ""
    assert "trivially" in str(model.data(model.index(row, model.column_of(PERCENT)), Qt.ItemDataRole.ToolTipRole))


def test_headings_and_speech(model: AgreementModel) -> None:
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert headings[:4] == ["Code", "Novak", "Okafor", "Spans"]
    alpha = model.index(0, model.column_of(ALPHA))
    spoken = model.data(alpha, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Krippendorff's alpha, nominal: coded or not coded: {alpha.data()}"
    assert model.data(alpha, ROW_ROLE) == model.line(0)
    assert model.row_of(MISTRUST.id) == 1
    tip = model.headerData(model.column_of(SPAN_F1), Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "IoU" in str(tip)


def test_no_interval_says_so(qtbot: QtBot) -> None:
    model = AgreementModel()
    model.show_answer(measured(articles=1).answer)
    assert said(model, 0, INTERVAL) == "no interval"
    assert (said(model, 0, BELOW_LOW), said(model, 0, BELOW_HIGH)) == ("", "")
    tip = model.data(model.index(0, model.column_of(INTERVAL)), Qt.ItemDataRole.ToolTipRole)
    assert "two articles or more" in str(tip)


def test_three_coders_have_no_column_for_two(qtbot: QtBot) -> None:
    model = AgreementModel()
    model.show_answer(measured(3).answer)
    assert model.column_of(COHEN) == -1


def test_the_level_stands_in_the_head_and_what_machines_made_carries_a_star(qtbot: QtBot) -> None:
    model = AgreementModel()
    choice = AgreementChoice(resamples=100, level=0.9)
    model.show_answer(measure(by_machine(asked(choice=choice)), lambda _: None).answer)
    assert model.headerData(model.column_of(INTERVAL), Qt.Orientation.Horizontal) == "90 % interval"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Novak*"


def test_no_answer_no_rows(model: AgreementModel) -> None:
    model.show_answer(None)
    assert (model.rowCount(), model.columnCount(), model.column_of(ALPHA)) == (0, 0, -1)
