# SPDX-License-Identifier: MIT
"""Only what there is among the files can be chosen, and each choice is one reading."""

import pytest
from pytestqt.qtbot import QtBot
from ui.intake.incoming import preview, row

from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.exchange.articles.news_archives import SplitArchive
from annotator.exchange.articles.reading_options import Division, HtmlText, Lines
from annotator.operations import ArchiveFound, ArticleChoices, ArticlePreview, TableFound
from annotator.text import How
from annotator.ui.intake.options import ReadingPanel
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import TickBox
from annotator.ui.widgets.choice import Choice

TABLE = TableFound("t.csv", ("headline", "body", "when"), {"text": "body"}, 2, ",", ("A", "B"), "utf-8", How.STRICT)


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> ReadingPanel:
    made = ReadingPanel(theme)
    qtbot.addWidget(made)
    return made


def chosen(panel: ReadingPanel, qtbot: QtBot, name: str, value: str) -> ArticleChoices:
    control = panel.controls[name]
    assert isinstance(control, Choice)
    with qtbot.waitSignal(panel.changed) as told:
        control.setCurrentIndex(control.findData(value))
        control.activated.emit(control.currentIndex())
    found: ArticleChoices = told.args[0]
    return found


def test_text_needs_no_choice(panel: ReadingPanel) -> None:
    panel.show_preview(preview(row(0)), ArticleChoices())
    assert panel.controls == {}
    panel.show_preview(None, ArticleChoices())
    assert panel.controls == {}


def test_each_kind_has_its_own(panel: ReadingPanel, qtbot: QtBot) -> None:
    kinds = (ArticleKind.HTML, ArticleKind.EPUB, ArticleKind.PDF)
    shown = preview(*(row(at, kind=kind) for at, kind in enumerate(kinds)))
    panel.show_preview(shown, ArticleChoices())
    assert set(panel.controls) == {
        "html_text", "division", "pdf_lines", "pdf_running_heads_left_out", "pdf_hyphens_joined",
    }  # fmt: skip
    assert chosen(panel, qtbot, "html_text", "whole").reading.html_text is HtmlText.WHOLE
    assert chosen(panel, qtbot, "division", "chapters").reading.division is Division.CHAPTERS
    assert chosen(panel, qtbot, "pdf_lines", "joined").reading.pdf_lines is Lines.JOINED
    tick = panel.controls["pdf_hyphens_joined"]
    assert isinstance(tick, TickBox)
    with qtbot.waitSignal(panel.changed) as told:
        tick.click()
    assert told.args[0].reading.pdf_hyphens_joined


def test_columns_of_tables_are_proposed_and_can_be_others(panel: ReadingPanel, qtbot: QtBot) -> None:
    shown = ArticlePreview((row(0, kind=ArticleKind.CSV),), tables=(TABLE,))
    panel.show_preview(shown, ArticleChoices())
    text = panel.controls["column text"]
    assert isinstance(text, Choice)
    assert text.currentText() == "body (proposed)"
    assert chosen(panel, qtbot, "column title", "headline").columns == {"title": "headline"}
    made = chosen(panel, qtbot, "delimiter", ";")
    assert (made.delimiter, made.columns) == (";", {"title": "headline"})
    assert chosen(panel, qtbot, "sheet", "B").sheet == "B"


def test_what_is_shown_already_keeps_its_controls(panel: ReadingPanel) -> None:
    shown = ArticlePreview((row(0, kind=ArticleKind.CSV),), tables=(TABLE,))
    panel.show_preview(shown, ArticleChoices())
    before = panel.controls["delimiter"]
    panel.show_preview(shown, ArticleChoices(delimiter=";"))
    assert panel.controls["delimiter"] is before
    assert isinstance(before, Choice)
    assert before.value == ";"


def test_news_archives_name_the_rule_that_split_them(panel: ReadingPanel, qtbot: QtBot) -> None:
    found = ArchiveFound("nexis.txt", SplitArchive("Nexis", ()))
    panel.show_preview(ArticlePreview((row(0),), archives=(found,)), ArticleChoices())
    assert chosen(panel, qtbot, "archive", "none").archive == "none"
