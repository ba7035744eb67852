# SPDX-License-Identifier: MIT
"""Rows of passages: what they say, and the visit that they make."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from ui.conftest import Driver

from annotator import operations
from annotator.domain import Annotation
from annotator.ui.models.passage_rows import PassageRow, PassageRows, row_of


def test_a_row_of_an_annotation_names_code_coder_and_article(driver: Driver) -> None:
    driver.code("engineers", "1")
    found: list[Annotation] = []
    driver.window.session.read(lambda project: list(operations.annotations(project)), done=found.extend)
    driver.saved()
    row = row_of(found[0], driver.window.session.overview)
    assert row.quote == "engineers"
    assert row.said == "Trust, Mara Lindqvist, The first line is a title"
    assert (row.line.document, row.line.coders) == (found[0].document, (found[0].coder,))


def test_rows_come_in_parts(qtmodeltester: ModelTester) -> None:
    model = PassageRows()
    model.show_rows([PassageRow("d", 0, 3, "<b>one</b>", "Anna")])
    model.add_rows([])
    model.add_rows([PassageRow("d", 4, 7, "two", "Ben", coder="b")])
    assert model.rowCount() == 2
    assert model.row(1).line.coders == ("b",)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Anna. <b>one</b>"
    assert "&lt;b&gt;" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    qtmodeltester.check(model)
