# SPDX-License-Identifier: MIT
"""The list of articles: rows, filter, spoken words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from ui.models.values import CODEBOOK, DOCUMENT, summary

from annotator.domain import CompletionState, DocumentId
from annotator.ui.models.articles import SUMMARY_ROLE, ArticleModel, state_of

SECOND = replace(DOCUMENT, id=DocumentId("second"), title="", name="two.txt", outlet="Gazette")


@pytest.fixture
def model(qtbot: QtBot) -> ArticleModel:
    made = ArticleModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_articles([summary(), summary(CompletionState.FINISHED, document=SECOND, trust=0)], codes=CODEBOOK.active)
    return made


def test_rows(model: ArticleModel) -> None:
    assert model.rowCount() == 2
    assert model.data(model.index(1)) == "two.txt"
    assert model.data(model.index(0), SUMMARY_ROLE) == summary()
    assert model.row_of(SECOND.id) == 1
    assert model.row_of(DocumentId("nobody")) == -1
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0), Qt.ItemDataRole.FontRole) is None


def test_a_row_speaks(model: ArticleModel) -> None:
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("The first line is a title. Post, undated. In progress, read to")
    assert "Evidence of trust 2" in spoken
    assert "Finished, nothing found" in model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)


def test_new_figures_keep_the_rows(model: ArticleModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.set_articles([summary(trust=9), summary(document=SECOND)], codes=CODEBOOK.active)
    assert model.summary(0).counts == summary(trust=9).counts


@pytest.mark.parametrize(("words", "rows"), [("gazette", 1), ("FINISHED", 1), ("first post", 1), ("xyz", 0), ("", 2)])
def test_the_filter_takes_every_word(model: ArticleModel, words: str, rows: int) -> None:
    model.set_filter(words)
    assert model.rowCount() == rows


def test_tooltips_are_escaped(model: ArticleModel) -> None:
    evil = replace(DOCUMENT, title="<img src=x>")
    model.set_articles([summary(document=evil)], codes=())
    assert "&lt;img" in model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)


def test_states() -> None:
    assert state_of(summary(CompletionState.NOT_STARTED, trust=0)) == "Not started"
