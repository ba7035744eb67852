# SPDX-License-Identifier: MIT
"""The table of agreement: figures in words, undefined ones with their reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from ui.models.values import CODEBOOK, DOCUMENT, ME, OTHER, TRUST

from annotator.agreement.figures import Figures
from annotator.agreement.question import Question
from annotator.agreement.result import CoderUsage, CodeUsage, Result, Status
from annotator.domain import Snapshot
from annotator.operations import AgreementAnswer, AgreementChoice
from annotator.ui.models.agreement import ALPHA, PERCENT, PLOT, ROW_ROLE, AgreementModel

WHY = "undefined (no variation: nobody used this code)"


def result(measure: str, code: str, value: float | None, reason: str = "") -> Result:
    status = Status.OK if value is not None else Status.NO_VARIATION
    return Result(measure, code, "character", (ME.id, OTHER.id), (DOCUMENT.id,), 100, value, status, reason)


def answer() -> AgreementAnswer:
    results = [result(PERCENT, TRUST.id, 0.93), result(ALPHA, TRUST.id, 0.71)]
    for code in CODEBOOK.codes[1:]:
        results += [result(PERCENT, code.id, 1.0, "trivially"), result(ALPHA, code.id, None, WHY)]
    usage = (CodeUsage(TRUST.id, "character", 100, 0.14, (CoderUsage(ME.id, 212, 10, 100),)),)
    return AgreementAnswer(
        choice=AgreementChoice(),
        snapshot=Snapshot(position=1, digest="0" * 64),
        coders=(ME, OTHER),
        codebook=CODEBOOK,
        figures=figures_of(results, usage),
        shared=(DOCUMENT,),
        left_out=(),
        excluded_characters=0,
        groups=(),
    )


def figures_of(results: list[Result], usage: tuple[CodeUsage, ...]) -> Figures:
    return Figures(
        question=Question(coders=(ME.id, OTHER.id), codes=tuple(code.id for code in CODEBOOK.codes)),
        results=tuple(results),
        usage=usage,
        pairs=(),
        rest=(),
        by_document=(),
        batches=(),
    )


@pytest.fixture
def model(qtbot: QtBot) -> AgreementModel:
    made = AgreementModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show_answer(answer())
    return made


def said(model: AgreementModel, row: int, column: str) -> str:
    return str(model.data(model.index(row, model.column_of(column))))


def test_figures(model: AgreementModel) -> None:
    assert said(model, 0, "code") == "Evidence of trust"
    assert said(model, 0, f"spans {ME.id}") == "212"
    assert said(model, 0, f"spans {OTHER.id}") == "0"
    assert said(model, 0, "prevalence") == "14.0 %"
    assert said(model, 0, PERCENT) == "93.0 %"
    assert said(model, 0, ALPHA) == ".710"
    assert said(model, 0, PLOT) == ".710"


def test_an_undefined_row_says_why(model: AgreementModel) -> None:
    assert said(model, 1, PERCENT) == "100.0 %"
    assert model.data(model.index(1, model.first_measure)) == "Undefined (no variation: nobody used this code)"
    assert said(model, 1, PLOT) == ""
    assert "trivially" in str(model.data(model.index(1, model.column_of(PERCENT)), Qt.ItemDataRole.ToolTipRole))


def test_headings_and_speech(model: AgreementModel) -> None:
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert headings[:2] == ["Code", "Mara Lindqvist"]
    alpha = model.index(0, model.column_of(ALPHA))
    assert model.data(alpha, Qt.ItemDataRole.AccessibleTextRole) == "Alpha: .710"
    assert model.data(alpha, ROW_ROLE) == model.line(0)


def test_no_answer_no_rows(model: AgreementModel) -> None:
    model.show_answer(None)
    assert (model.rowCount(), model.columnCount(), model.column_of(ALPHA)) == (0, 0, -1)
