# SPDX-License-Identifier: MIT
"""Rows that add up, drops as an alarm."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.merging.preview import CoderPlan, FilePlan
from annotator.operations import MergePreview, RefusedFile
from annotator.ui.pages.merge_table import MergeTable, total
from annotator.ui.theme.current import Theme

DROPPED = CoderPlan("a", "Ana", new=2, changed=5, deleted=83, already_there=429, before=517, after=436)
FINE = CoderPlan("b", "Ben", new=38, changed=0, deleted=0, already_there=0, before=0, after=38)
PREVIEW = MergePreview(
    (FilePlan("one", 9, 0, (DROPPED, FINE), 24, ("new.txt",), conflicts=2), FilePlan("two", 3, 0, (), 0, ())),
    (RefusedFile("three", "It ends in the middle."),), (),
)  # fmt: skip


def test_the_total_adds_up() -> None:
    assert total(PREVIEW) == (
        "2 files: 40 annotations are new, 5 changed, 83 deleted, 429 already there. "
        "2 edits made twice: both are kept, the later one is shown."
    )


def test_every_file_has_its_row(theme: Theme, qtbot: QtBot) -> None:
    table = MergeTable(theme)
    qtbot.addWidget(table)
    table.show_preview(PREVIEW)
    labels = [label.text() for label in table.findChildren(QLabel)]
    assert "81 fewer than before" in labels
    assert "24 of 25 known" in labels
    assert "No annotations; 3 changes of other kinds" in labels
    assert "It ends in the middle." in labels
    table.show_preview(MergePreview((), (), ()))
    assert table.total.startswith("0 files")
