# SPDX-License-Identifier: MIT
"""The history in the window: newest first, filtered, paged, into the text and back, undone and brought back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver

from annotator import operations
from annotator.domain import Coder, Span
from annotator.ui.dialogs import files
from annotator.ui.pages.history import HistoryPageView


def opened(driver: Driver) -> HistoryPageView:
    driver.window.act("page_history")
    page = driver.window.stack.currentWidget()
    assert isinstance(page, HistoryPageView)
    settled(driver)
    return page


def settled(driver: Driver) -> None:
    session = driver.window.session
    driver.bot.waitUntil(lambda: session.jobs.waiting == 0)


def rows(page: HistoryPageView) -> list[str]:
    model = page.list.history
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_the_newest_stands_first_and_leads_to_its_passage_and_back(driver: Driver) -> None:
    driver.code("engineers", "1")
    driver.key("h", ctrl=True)
    page = opened(driver)
    assert rows(page)[0].startswith("Mara Lindqvist coded “engineers” as")
    assert page.list.hasFocus()
    assert page.details.sentence == rows(page)[0]
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: driver.window.stack.currentWidget() is driver.page)
    driver.bot.waitUntil(lambda: driver.view.current_span() is not None and driver.view.hasFocus())
    assert driver.page.way_back.back.accessibleName() == "Back to the history"
    driver.key(Qt.Key.Key_Escape)
    driver.bot.waitUntil(lambda: driver.window.stack.currentWidget() is page)


def test_an_older_step_is_undone_and_brought_back(driver: Driver) -> None:
    driver.code("engineers", "1")
    driver.code("receipt", "2")
    page = opened(driver)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    driver.bot.waitUntil(page.details.way.isVisible)
    assert page.details.way.accessibleName() == "Undo this step"
    driver.click(page.details.way)
    driver.bot.waitUntil(lambda: rows(page)[0].startswith("Mara Lindqvist took back"))
    settled(driver)
    assert driver.window.session.overview.annotations == 1
    assert page.details.sentence.startswith("Mara Lindqvist coded “engineers”"), "what was chosen stays chosen"
    driver.bot.waitUntil(lambda: page.details.way.accessibleName() == "Bring it back" and page.details.way.isVisible())
    driver.click(page.details.way)
    driver.bot.waitUntil(lambda: rows(page)[0].startswith("Mara Lindqvist brought back"))
    settled(driver)
    assert driver.window.session.overview.annotations == 2


def test_where_there_is_no_way_back_the_reason_stands(driver: Driver) -> None:
    driver.code("engineers", "1")
    page = opened(driver)
    QTest.keyClick(page.list, Qt.Key.Key_End)
    driver.bot.waitUntil(lambda: bool(page.details.reason))
    assert page.details.way.isHidden()
    assert "began the project" in page.details.sentence


def test_filters_restrict_and_a_wrong_day_is_said_below(driver: Driver) -> None:
    driver.code("engineers", "1")
    driver.code("receipt", "2")
    page = opened(driver)
    everything = len(rows(page))
    driver.window.act("find")
    assert page.filters.text.hasFocus()
    QTest.keyClicks(page.filters.text, "receipt")
    QTest.keyClick(page.filters.text, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: len(rows(page)) == 1)
    QTest.keyClicks(page.filters.since, "soon")
    QTest.keyClick(page.filters.since, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: "is no day" in page.filters.note.text)
    driver.click(page.filters.everything)
    driver.bot.waitUntil(lambda: len(rows(page)) == everything)
    assert page.filters.note.text == ""
    page.filters.verb.setCurrentIndex(page.filters.verb.findData("annotate"))
    driver.bot.waitUntil(lambda: len(rows(page)) == 2)
    QTest.keyClicks(page.filters.text, "nowhere")
    driver.bot.waitUntil(page.nothing.isVisible)


def test_pages_come_as_the_reader_comes_near_their_end(
    make_project: Callable[..., Path], open_window: Callable[[Path], Driver], me: Coder
) -> None:
    path = make_project(lead=me)
    project = operations.open_project(path)
    overview = operations.overview(project)
    document, code = overview.documents[0].document.id, overview.codebook.codes[0].id
    for start in range(120):
        operations.annotate(project, coder=me.id, document=document, code=code, span=Span.of(start, start + 3))
    operations.close_project(project)
    driver = open_window(path)
    page = opened(driver)
    assert len(rows(page)) < 120
    page.list.setFocus()
    for _ in range(4):
        QTest.keyClick(page.list, Qt.Key.Key_End)
        settled(driver)
    assert len(rows(page)) == 122
    assert rows(page)[-1].endswith("began the project “study”")


def test_a_merge_is_taken_back_from_here(
    make_project: Callable[..., Path], open_window: Callable[[Path], Driver], me: Coder, tmp_path: Path
) -> None:
    path = make_project(lead=me)
    project = operations.open_project(path)
    copy = operations.send_copy(project, path=tmp_path / "anna.annotator")
    operations.close_project(project)
    anna = operations.person("Anna")
    theirs = operations.open_project(copy)
    overview = operations.overview(theirs)
    document, code = overview.documents[0].document.id, overview.codebook.codes[0].id
    operations.annotate(theirs, coder=anna.id, document=document, code=code, span=Span.of(4, 9))
    operations.close_project(theirs)
    project = operations.open_project(path)
    operations.merge(project, author=me.id, paths=[copy])
    operations.close_project(project)
    driver = open_window(path)
    page = opened(driver)
    driver.bot.waitUntil(lambda: page.details.way.accessibleName() == "Take back this merge")
    driver.click(page.details.way)
    driver.bot.waitUntil(lambda: driver.window.session.overview.annotations == 0)


def test_it_is_saved_as_a_table(driver: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page = opened(driver)
    wanted = tmp_path / "history.csv"
    monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: wanted)
    driver.click(page.save)
    driver.bot.waitUntil(lambda: "entries lie in" in driver.window.banner.sentence)
    assert wanted.read_text(encoding="utf-8").count("\n") == len(rows(page)) + 1
