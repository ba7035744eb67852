# SPDX-License-Identifier: MIT
"""What a merge has brought, and the way back."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui.merging.values import PREVIEW

from annotator.operations import MergeResult
from annotator.ui.merging.result_card import ResultCard
from annotator.ui.theme.current import Theme


def test_it_names_coders_files_and_the_backup(theme: Theme, qtbot: QtBot) -> None:
    card, asked = ResultCard(theme), []
    qtbot.addWidget(card)
    card.withdrawn.connect(asked.append)
    card.history_asked.connect(lambda: asked.append("history"))
    card.show_result(MergeResult(PREVIEW, 15, Path("before.annotator"), 7))
    labels = [label.text() for label in card.findChildren(QLabel)]
    assert labels == [
        "3 files merged, 15 changes written.",
        "Okafor: 2 new, 5 changed, 83 deleted; 436 annotations now.",
        "Berg: 38 new, 0 changed, 0 deleted; 38 annotations now.",
        "Left out: torn.annotator.",
        "The project as it was before lies in before.annotator.",
    ]
    card.back.click()
    card.history.click()
    assert asked == [7, "history"]
    card.show_withdrawn()
    assert card.back.isHidden()


def test_where_nothing_was_written_nothing_is_taken_back(theme: Theme, qtbot: QtBot) -> None:
    card = ResultCard(theme)
    qtbot.addWidget(card)
    card.show_result(MergeResult(PREVIEW, 0, None))
    assert card.back.isHidden()
