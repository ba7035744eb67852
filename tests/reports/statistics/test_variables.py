# SPDX-License-Identifier: MIT
"""Variables that tables share."""

from annotator.domain import Code, Codebook, CodeId, Document, DocumentId
from annotator.domain.tables import Measure, VariableKind
from annotator.domain.variable_names import is_variable_name
from annotator.reports.statistics import variables as of


def test_an_article_has_a_cell_for_each_variable_and_none_for_what_is_not_given() -> None:
    cells = of.document_cells(Document(DocumentId("d"), "a.txt", "0" * 64, 1, outlet="The Paper"))
    assert dict(zip((each.name for each in of.OF_DOCUMENT), cells, strict=True)) == {
        "document_id": "d", "document": "a.txt", "title": None, "outlet": "The Paper", "author": None, "date": None,
        "text_sha256": "0" * 64,
    }  # fmt: skip


def test_kinds_and_labels() -> None:
    assert of.coded("anna", "Anna", "x").number_labels == {0: "not coded", 1: "coded"}
    assert of.CERTAINTY.measure is Measure.ORDINAL
    assert list(of.CERTAINTY.value_labels) == ["low", "medium", "high"]
    code = of.code(Codebook((Code(CodeId("c"), "evidence of trust", "trust"),)))
    assert (code.kind, dict(code.value_labels)) == (VariableKind.CHOICE, {"trust": "evidence of trust"})
    assert list(of.state("s", "x").numbers) == ["not_assigned", "not_started", "in_progress", "finished"]
    assert all(is_variable_name(each.name) for each in (*of.OF_DOCUMENT, of.START, of.END, of.ROUND))
