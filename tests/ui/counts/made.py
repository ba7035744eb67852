# SPDX-License-Identifier: MIT
"""Counts made up for tests."""

from annotator.counting.selection import Selection
from annotator.operations import Basis, CountKind, CountMatrix, Counts
from annotator.reports.count_table import CountColumn, CountRow, MatrixCell

WHY = "undefined (no article of this group was finished under a codebook with this code)"
OF_TRUST, OF_DOUBT = Selection(words="trust"), Selection(words="doubt")


def counts(
    kind: CountKind = CountKind.CROSS, *, rows: tuple[CountRow, ...] | None = None, with_matrix: bool = True
) -> Counts:
    """Make a cross table of two codes and two outlets, one of them not set; one cell is undefined."""
    columns = (
        CountColumn("basis", "Basis"), CountColumn("coder", "Coder"), CountColumn("value", "outlet"),
        CountColumn("code", "Code"), CountColumn("code_name", "Name of the code"),
        CountColumn("annotations", "Annotations", is_number=True), CountColumn("share", "Share", is_number=True),
        CountColumn("nothing", "Nothing", is_number=True), CountColumn("status", "Status"),
    )  # fmt: skip
    made = (
        CountRow(("per_coder", "Ana", None, "trust", "Trust", 1204, 0.25, None, None), 1204, OF_TRUST),
        CountRow(("per_coder", "Ana", "Times", "trust", "Trust", None, None, None, WHY), 0, OF_DOUBT, WHY),
    )
    matrix = CountMatrix(
        "Ana", ("(not set)", "Times"), ("Trust", "Doubt"),
        (
            (MatrixCell(1204, 1204, OF_TRUST), MatrixCell(0, 0, OF_DOUBT)),
            (MatrixCell(None, 0, OF_DOUBT, WHY), None),
        ),
    )  # fmt: skip
    return Counts(
        kind=kind, basis=Basis.PER_CODER, title="Codes by outlet", what="Annotations",
        caption=("Each figure is of one coder.", "Every annotation counts."), columns=columns,
        rows=made if rows is None else rows, matrices=(matrix,) if with_matrix else (),
    )  # fmt: skip
