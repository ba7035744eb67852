# SPDX-License-Identifier: MIT
"""Two wordings of a code, each with where it comes from."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.merging.questions import Choice, Question, QuestionKind, Version, VersionsDetail
from annotator.ui.merging.versions_card import VersionsCard
from annotator.ui.theme.current import Theme


def test_each_wording_names_its_source(theme: Theme, qtbot: QtBot) -> None:
    versions = (
        Version("1", "here", {"name": "Trust", "definition": "Mine."}),
        Version("2", "berg.annotator", {"name": "Trust", "definition": "<b>Theirs.</b>", "counts": "Yes"}),
        Version("3", "as it would be shown", {"name": "Trust"}),
    )
    question = Question(
        "definition:x", QuestionKind.DEFINITION, ("berg.annotator",), "Which holds?", "Both stay.",
        tuple(Choice(each.id, each.source) for each in versions), default="3",
        detail=VersionsDetail("x", versions),
    )  # fmt: skip
    card, answered = VersionsCard(theme, question, VersionsDetail("x", versions)), []
    qtbot.addWidget(card)
    card.answered.connect(lambda *found: answered.append(found))
    assert [dot.text() for dot in card.dots.values()] == ["As here", "As in berg.annotator", "As it would be shown"]
    assert "Trust · <b>Theirs.</b> · Counts: Yes" in [label.text() for label in card.findChildren(QLabel)]
    card.dots["2"].click()
    assert answered == [("definition:x", "2")]
