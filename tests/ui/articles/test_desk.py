# SPDX-License-Identifier: MIT
"""What the table is made of, read from a project in one go."""

from collections.abc import Callable
from pathlib import Path

from ui.article_tables import articles_page, settled
from ui.conftest import Driver

from annotator import operations
from annotator.domain import Coder
from annotator.ui.articles.desk import letter, read_articles


def test_groups_have_letters_and_coders_are_counted(make_project: Callable[..., Path], me: Coder) -> None:
    project = operations.open_project(make_project({f"{n}.txt": f"Text {n}\n" for n in range(5)}, lead=me))
    documents = [each.document.id for each in operations.overview(project).documents]
    operations.confirm_duplicates(project, author=me.id, documents=documents[3:])
    operations.confirm_duplicates(project, author=me.id, documents=documents[:2])
    operations.confirm_duplicates(project, author=me.id, documents=documents[2:3])
    operations.finish(project, coder=me.id, document=documents[0])
    state = read_articles(project)
    operations.close_project(project)
    assert [(row.group, row.copies) for row in state.rows] == [("A", 2), ("A", 2), ("", 0), ("B", 2), ("B", 2)]
    assert [(row.finished, row.begun) for row in state.rows][:2] == [(1, 0), (0, 0)]
    assert [row.number for row in state.rows] == [1, 2, 3, 4, 5]


def test_letters_go_on_after_z() -> None:
    assert [letter(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_changes_of_others_are_shown_while_somebody_looks(driver: Driver) -> None:
    page = articles_page(driver)
    first, author = page.rows.row(0).document.id, driver.window.session.coder.id
    driver.window.session.write(
        lambda project: operations.set_metadata(project, author=author, document=first, values={"outlet": "RUSI"})
    )
    settled(driver)
    assert page.rows.row(0).document.outlet == "RUSI"
