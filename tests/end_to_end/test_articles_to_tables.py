# SPDX-License-Identifier: MIT
"""Articles of many kinds come in through the preview, are coded, and leave as tables, quotes and counts.

One lead at one computer, and a file of a second coder. All is done in the window; what left it is read back as a
statistics program would.
"""

from pathlib import Path

import pytest
from end_to_end import coder_at_work, lead_at_work, newsroom
from end_to_end.computer import Building, Computer
from end_to_end.study import ARTICLES, LEAD, MISTRUST, TRUST, table, write_articles
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from annotator.cli.edge import run
from annotator.ui.articles.side import FIELDS
from annotator.ui.grid.view import Grid
from annotator.ui.intake.rows import DATE, ENCODING, VERDICT
from annotator.ui.pages.articles import ArticlesPage
from annotator.ui.pages.counts import CountsPage
from annotator.ui.pages.export import ExportPage
from annotator.ui.pages.incoming import IncomingPage
from annotator.ui.pages.quotes import QuotesPage

Key = Qt.Key
DAY, COUNTRY = "2024-03-06", "Norway"
HARBOUR_TRUST, HARBOUR_MISTRUST = "The pilots trust the harbour master", "They suspect that the tide tables"
RAIL_TRUST = "Both cities rely on one timetable"
ANAS_TRUST, ANAS_MISTRUST, ANAS_RAIL = "trust the harbour master", "The insurers are not so sure", "Our word is enough"


@pytest.fixture
def building(tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Building:
    return Building(tmp_path, qapp, qtbot, monkeypatch)


# Menus on the offscreen platform: these are about the platform, not about us.
@pytest.mark.qt_log_ignore(r"This plugin does not support (raise\(\)|grabbing the keyboard)", extend=True)
def test_articles_of_many_kinds_become_tables(
    building: Building, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "computer of Ana"))
    second = newsroom.code_elsewhere(
        tmp_path / "ana", finished=(ANAS_TRUST, ANAS_MISTRUST), begun=("rail.txt", ARTICLES["rail.txt"], ANAS_RAIL)
    )
    folder = newsroom.fill(tmp_path / "newsroom", known=ARTICLES["port.txt"])
    project, out = tmp_path / "study.annotator", tmp_path / "tables"
    with building.computer_of(LEAD) as lead:
        lead_at_work.make_project(lead, write_articles(tmp_path / "articles"), project)
        page = lead.turn_to("2", ArticlesPage)
        take_in_articles(lead, page, folder)
        describe(lead, page)
        code(lead, newsroom.HARBOUR, (HARBOUR_TRUST, TRUST), (HARBOUR_MISTRUST, MISTRUST))
        code(lead, "rail.txt", (RAIL_TRUST, TRUST))
        take_in_annotations(lead, second)
        export(lead, out)
        assert_quotes(lead, tmp_path / "quotes.html")
        assert_counts(lead)
    assert_annotations(out)
    assert_articles(out)
    assert_missing_is_not_zero(out)
    assert run(["check", str(project)]) == 0


def take_in_articles(lead: Computer, page: ArticlesPage, folder: Path) -> None:
    """Look at a folder, settle what the preview asks, and take it in."""
    intake = page.intake
    lead.until(lambda: page.rows.rowCount() == len(ARTICLES))
    lead.chooses(folder=folder)
    lead.push(page.add)
    lead.push(intake.add_folder)
    lead.until(lambda: intake.preview is not None and not intake.reading.is_running)
    said = [intake.rows.index(row, VERDICT).data() for row in range(intake.rows.rowCount())]
    files = [intake.rows.row(row).file for row in range(intake.rows.rowCount())]
    assert files == sorted([*(each.name for each in folder.iterdir()), newsroom.TABLE])
    assert said[0] == said[1] == said[3] == said[5] == said[7] == said[8] == "New"
    assert said[2] == "Same text as row 1"
    assert said[4].startswith("New, near-identical (")
    assert said[4].endswith(" to row 1")
    assert said[6] == "Already there as “The port of two sisters”"
    assert intake.rows.index(1, ENCODING).data() == "Windows-1252, a guess"
    assert not intake.accept.isEnabled()
    assert intake.note.startswith("Row 9: date cannot be stored as it stands.")
    lead.push(intake.go_there)
    assert intake.table.currentIndex() == intake.rows.index(8, DATE)
    type_value(lead, intake.table, DAY)
    go_to_cell(lead, intake.table, (4, VERDICT))
    intake.pane.near.focus_chosen()
    lead.press(Key.Key_Right, Key.Key_Space)
    assert intake.rows.index(4, VERDICT).data().startswith("New, to be grouped, near-identical (")
    assert intake.accept.text() == "Add 7 articles"
    lead.push(intake.accept)
    lead.until(page.summary.isVisible)
    lead.saved()
    assert page.summary.title.text() == "7 articles were added"
    assert {line.key for line in page.summary.lines.rows.lines} >= {"known", "repeated", "grouped", "guessed"}
    lead.until(lambda: page.rows.rowCount() == len(ARTICLES) + 7)


def describe(lead: Computer, page: ArticlesPage) -> None:
    """Give the project a field of its own, and one article a date and a value of this field."""
    panel = page.side.fields
    page.side.choice.focus_chosen()
    lead.press(Key.Key_Right, Key.Key_Space)
    assert page.side.panel == FIELDS
    lead.push(panel.new)
    lead.enter(panel.name, "country")
    lead.until(lambda: "country" in page.words.columns)
    for name, value in (("date", DAY), ("country", COUNTRY)):
        row = place_of(page, newsroom.HARBOUR)
        type_into_cell(lead, page.table, (row, page.words.columns.index(name)), value)
        lead.saved()
        lead.until(
            lambda name=name, value=value: (
                page.rows.index(place_of(page, newsroom.HARBOUR), page.words.columns.index(name)).data() == value
            )
        )


def place_of(page: ArticlesPage, name: str) -> int:
    return next(row for row in range(page.rows.rowCount()) if page.rows.row(row).document.name == name)


def go_to_cell(lead: Computer, table: Grid, place: tuple[int, int]) -> None:
    """Choose a cell by arrows."""
    table.setFocus()
    row, column = place
    for now, back, on, wanted in (
        (lambda: table.currentIndex().row(), Key.Key_Up, Key.Key_Down, row),
        (lambda: table.currentIndex().column(), Key.Key_Left, Key.Key_Right, column),
    ):
        while now() != wanted:
            before = now()
            lead.key(on if before < wanted else back, at=table)
            assert now() != before
    assert table.chosen == [row]


def type_into_cell(lead: Computer, table: Grid, place: tuple[int, int], value: str) -> None:
    go_to_cell(lead, table, place)
    lead.key(Key.Key_F2, at=table)
    type_value(lead, table, value)


def type_value(lead: Computer, table: Grid, value: str) -> None:
    """Type into the field that is open in the table."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert table.isAncestorOf(field)
    lead.enter(field, value)
    lead.until(table.hasFocus)


def code(lead: Computer, name: str, *marks: tuple[str, str]) -> None:
    """Open an article from the table of articles, code passages by keys, and finish it."""
    page = lead.turn_to("2", ArticlesPage)
    lead.until(lambda: lead.window.session.jobs.waiting == 0)
    go_to_cell(lead, page.table, (place_of(page, name), 0))
    lead.key(Key.Key_Return, at=page.table)
    desk = lead.window.pages.desk
    lead.until(lambda: desk.article is not None and desk.article.document.name == name)
    lead.until(lambda: lead.window.stack.currentWidget() is lead.page)
    for words, key in marks:
        lead.code(words, key)
    coder_at_work.finish(lead)


def take_in_annotations(lead: Computer, path: Path) -> None:
    """Look at what another coder made, and take it in."""
    lead.chooses(paths=[path])
    lead.key("I", at=lead.page, ctrl=True, shift=True)
    page = lead.window.stack.currentWidget()
    assert isinstance(page, IncomingPage)
    lead.push(page.choose_file)
    lead.until(page.foot.take.isEnabled)
    before = lead.window.session.overview.annotations
    assert page.foot.take.text() == "Take in 3 annotations"
    assert [choice.currentText() for choice in page.coders.choices.values()] == [f"New: {newsroom.SECOND}"]
    lead.push(page.foot.take)
    lead.until(page.result.isVisible)
    lead.saved()
    assert page.result.title.text() == "Took in 3 annotations and 1 coder."
    lead.until(lambda: lead.window.session.overview.annotations == before + 3)


def export(lead: Computer, folder: Path) -> None:
    """Write the whole set for statistics."""
    page = lead.turn_to("0", ExportPage)
    lead.until(lambda: page.state.startswith("6 annotations of 2 coders in 2 articles"))
    lead_at_work.write_tables(lead, page, folder)


def assert_quotes(lead: Computer, path: Path) -> None:
    """Read the quotes of one code, and save them as a web page."""
    page = lead.turn_to("8", QuotesPage)
    lead.until(lambda: page.model.rowCount() == 6)
    codes = page.filters.codes
    lead.click(codes.viewport(), codes.visualRect(codes.model().index(0, 0)).center())
    lead.until(lambda: page.number.text == "4 of 6 passages in 2 articles")
    wanted = {HARBOUR_TRUST, RAIL_TRUST, ANAS_TRUST, ANAS_RAIL}
    lead.until(lambda: set(quotes_on(page)) == wanted)
    lead.chooses(new=path)
    lead.push(page.save)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        lead.key(key, at=menu)
    assert not menu.isVisible()
    lead.window.activateWindow()
    lead.until(lambda: lead.window.banner.sentence == f"The passages lie in {path}.")
    written = path.read_text(encoding="utf-8")
    assert all(each in written for each in wanted)
    assert HARBOUR_MISTRUST not in written


def quotes_on(page: QuotesPage) -> list[str | None]:
    """Give the quotes of all rows; asking for one that is not there yet has it read."""
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def assert_counts(lead: Computer) -> None:
    """Count the same passages by code and coder, and open those behind a cell, there and back by keys."""
    page = lead.turn_to("9", CountsPage)
    lead.until(lambda: page.result.counts is not None and page.passages.model.rowCount() == 2)
    matrix = page.result.matrix
    assert matrix.hasFocus()
    lead.press(Key.Key_Return)
    quotes = lead.window.stack.currentWidget()
    assert isinstance(quotes, QuotesPage)
    both = ([RAIL_TRUST, HARBOUR_TRUST], [ANAS_RAIL, ANAS_TRUST])
    lead.until(lambda: quotes_on(quotes) in both)
    shown = quotes_on(quotes)
    lead.press(Key.Key_Return)
    lead.until(lambda: lead.view.hasFocus() and selected(lead) == shown[0])
    lead.press(Key.Key_Escape)
    lead.until(lambda: lead.window.stack.currentWidget() is quotes)
    lead.press(Key.Key_Escape)
    assert lead.window.stack.currentWidget() is page


def selected(lead: Computer) -> str:
    """Give the words that are selected in the article."""
    article, span = lead.window.pages.desk.article, lead.view.current_span()
    return article.text[span.start : span.end] if span is not None else ""


def assert_annotations(folder: Path) -> None:
    """Each passage is in its row, with what is known of its article."""
    rows = table(folder / "annotations_long.csv")
    found = {(row["document"], row["coder"], row["code"], row["quote"]) for row in rows}
    assert found == {
        (newsroom.HARBOUR, LEAD, "trust", HARBOUR_TRUST),
        (newsroom.HARBOUR, LEAD, "mistrust", HARBOUR_MISTRUST),
        ("rail.txt", LEAD, "trust", RAIL_TRUST),
        (newsroom.HARBOUR, newsroom.SECOND, "trust", ANAS_TRUST),
        (newsroom.HARBOUR, newsroom.SECOND, "mistrust", ANAS_MISTRUST),
        ("rail.txt", newsroom.SECOND, "trust", ANAS_RAIL),
    }
    assert len(rows) == 6
    texts = {newsroom.HARBOUR: newsroom.HARBOUR_TEXT, "rail.txt": ARTICLES["rail.txt"]}
    for row in rows:
        assert texts[row["document"]][int(row["start_char"]) : int(row["end_char"])] == row["quote"]


def assert_articles(folder: Path) -> None:
    """What was corrected, typed and grouped is in the table; what is not known is empty."""
    rows = {row["document"]: row for row in table(folder / "articles.csv")}
    assert len(rows) == len(ARTICLES) + 7
    harbour, bridge = rows[newsroom.HARBOUR], rows[newsroom.BRIDGE]
    assert (harbour["date"], harbour["country"], harbour["encoding"]) == (DAY, COUNTRY, "utf-8")
    assert (bridge["date"], bridge["country"], bridge["encoding"]) == ("", "", "cp1252")
    texts = {
        newsroom.HARBOUR: newsroom.HARBOUR_TEXT,
        newsroom.BRIDGE: newsroom.BRIDGE_TEXT,
        newsroom.LETTER: newsroom.LETTER_TEXT,
        newsroom.PAGE: newsroom.PAGE_TEXT,
    }
    assert {name: int(rows[name]["characters"]) for name in texts} == {name: len(text) for name, text in texts.items()}
    grouped = [name for name, row in rows.items() if row["duplicate_group"]]
    assert grouped == [newsroom.HARBOUR, newsroom.EVENING]
    assert len({rows[name]["duplicate_group"] for name in grouped}) == 1
    dates = {row["title"]: row["date"] for row in rows.values()}
    assert (dates["The clock"], dates["The well"]) == ("2024-03-05", DAY)


def assert_missing_is_not_zero(folder: Path) -> None:
    """A sentence that a coder left out is 0 where the coder finished the article, and empty where not."""
    identities = {row["document"]: row["document_id"] for row in table(folder / "articles.csv")}
    rows = table(folder / "units_wide_trust.csv")
    coders = [name for name in rows[0] if name not in ("document_id", "round", "unit_id", "unit_start", "unit_end")]
    found = {
        name: [tuple(row[coder] for coder in coders) for row in rows if row["document_id"] == identity]
        for name, identity in identities.items()
    }
    assert coders == ["ana_petrovic", "mara_lindqvist"]
    assert set(found[newsroom.HARBOUR]) == {("1", "1"), ("0", "0")}
    assert set(found["rail.txt"]) == {("", "1"), ("", "0")}
    assert not any(found[name] for name in found if name not in (newsroom.HARBOUR, "rail.txt"))
