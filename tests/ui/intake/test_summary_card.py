# SPDX-License-Identifier: MIT
"""What came of an import, in words: what is in, what is not and why."""

from pytestqt.qtbot import QtBot

from annotator.domain import DocumentId
from annotator.exchange.findings import Finding, FindingKind
from annotator.operations import ArticleImportReport
from annotator.ui.intake.summary_card import SummaryCard, lines_of, said
from annotator.ui.theme.current import Theme

REPORT = ArticleImportReport(
    added=(DocumentId("a" * 32), DocumentId("b" * 32)),
    already_there=("one.txt", "two.txt", "three.txt", "four.txt"),
    refused=(("p.png", "This is a picture."),),
    grouped=1, guessed=1, regions=3, new_fields=("section",),
    findings=(Finding(FindingKind.NOTED, "Hidden files were passed over.", 2, (".x",)),),
)  # fmt: skip


def test_it_says_all_of_it() -> None:
    assert said(REPORT) == "2 articles were added"
    lines = {line.key: line for line in lines_of(REPORT)}
    assert (lines["refused 0"].title, lines["refused 0"].note) == ("p.png", "This is a picture.")
    assert lines["known"].note == "one.txt, two.txt, three.txt and 1 more"
    assert lines["regions"].title == "3 passages proposed as excluded"
    assert lines["finding 0"].aside == "2 times"
    assert "repeated" not in lines
    assert said(ArticleImportReport()) == "No article was added"


def test_its_verbs(theme: Theme, qtbot: QtBot) -> None:
    card = SummaryCard(theme)
    qtbot.addWidget(card)
    assert card.isHidden()
    card.show_report(REPORT)
    assert not card.isHidden()
    with qtbot.waitSignals([card.undo_asked, card.code_asked]):
        card.undo.click()
        card.code.click()
    card.close_it.click()
    assert card.isHidden()
    card.show_report(ArticleImportReport(left_out=("a.txt",)))
    assert card.undo.isHidden()
