# SPDX-License-Identifier: MIT
"""The page of articles as tests drive it, and what another process of the program finds in the file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtTest import QTest
from ui.conftest import TEXT, Driver

from annotator import operations
from annotator.domain import Coder
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.operations import Project
from annotator.ui.pages.articles import ArticlesPage

COPY = "Another outlet\n\n" + TEXT * 3
LONG = TEXT * 3
FIELDS = (
    MetadataField("country", "Country", MetadataKind.CHOICE, ("Turkey", "Norway")),
    MetadataField("page", "", MetadataKind.NUMBER),
)


def change(path: Path, verb: Callable[[Project], object]) -> None:
    """Change a project that no window has open."""
    project = operations.open_project(path)
    verb(project)
    operations.close_project(project)


def with_fields(path: Path, lead: Coder) -> Path:
    """Give a project two fields of its own."""

    def define(project: Project) -> None:
        for field in FIELDS:
            operations.define_metadata_field(project, author=lead.id, field=field)

    change(path, define)
    return path


def articles_page(driver: Driver) -> ArticlesPage:
    """Go to the page of articles by its key and wait until it shows them."""
    driver.key("2", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, ArticlesPage)
    settled(driver)
    return page


def settled(driver: Driver) -> None:
    """Wait until everything is stored and read anew."""
    driver.saved()
    session = driver.window.session
    driver.bot.waitUntil(lambda: not session._stale.isActive() and session.jobs.waiting == 0)


def edit(driver: Driver, page: ArticlesPage, place: tuple[int, str], value: str, *, end: object) -> None:
    """Type a value into a cell, by its row and the name of its column, and press a key."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLineEdit

    row, name = place
    page.table.setCurrentIndex(page.rows.index(row, page.words.columns.index(name)))
    driver.key(Qt.Key.Key_F2, at=page.table)
    field = next(each for each in page.table.viewport().findChildren(QLineEdit) if each.isVisible())
    field.selectAll()
    QTest.keyClicks(field, value)
    QTest.keyClick(field, end)


def stored(path: Path) -> dict[str, Mapping[str, str]]:
    """Give what a project file says of its articles, by their file names."""
    project = operations.open_project(path)
    found = {}
    for summary in operations.overview(project).documents:
        each = summary.document
        built_in = {
            "title": each.title,
            "outlet": each.outlet,
            "author": each.author,
            "date": each.date,
            "url": each.url,
        }
        found[each.name] = {name: value for name, value in built_in.items() if value} | dict(each.metadata)
    operations.close_project(project)
    return found
