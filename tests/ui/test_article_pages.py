# SPDX-License-Identifier: MIT
"""Where Ctrl+I and dropped files lead, and who has the page at all."""

from collections.abc import Callable
from pathlib import Path

from ui.conftest import Driver

from annotator import operations
from annotator.domain import Coder
from annotator.ui.pages.articles import ArticlesPage


def test_ctrl_i_leads_to_the_way_in(driver: Driver) -> None:
    driver.key("i", ctrl=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, ArticlesPage)
    assert page.is_taking_in
    assert page.bar.tabs["page_articles"].isChecked()


def test_projects_that_are_dropped_are_merged_not_read(
    driver: Driver, make_project: Callable[..., Path], me: Coder
) -> None:
    other = make_project(lead=me, file="other.annotator")
    driver.window.drop.dropped.emit([other])
    assert driver.window.stack.currentWidget() is not driver.page
    assert not isinstance(driver.window.stack.currentWidget(), ArticlesPage)
    driver.saved()


def test_a_coders_file_has_no_such_page(
    open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    path = make_project(lead=me)
    project = operations.open_project(path)
    novak = operations.add_person(project, author=me.id, name="Novak").value
    documents = [each.document.id for each in operations.overview(project).documents]
    operations.assign(project, author=me.id, coders=[novak.id], documents=documents)
    operations.hand_out(project, author=me.id, directory=tmp_path / "out", coders=[novak.id])
    operations.close_project(project)
    handed = next((tmp_path / "out").glob("*.annotator"))
    driver = open_window(handed)
    driver.key("2", alt=True)
    assert driver.window.stack.currentWidget() is driver.page
    assert "page_articles" in driver.window.menus.hidden


def test_sorting_is_offered_where_no_field_of_ones_own_is_kept(driver: Driver) -> None:
    driver.key("2", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, ArticlesPage)
    driver.bot.waitUntil(lambda: page.rows.rowCount() > 0)
    assert page.sorted_by.count() == len(page.words.columns)
    assert page.sorted_by.currentText() == "By No."
