# SPDX-License-Identifier: MIT
"""Values out of a table: every line that is not taken is said with its number, then one verb, then undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from ui.article_tables import articles_page, settled, stored, with_fields
from ui.conftest import Driver

from annotator.domain import Coder
from annotator.ui.articles.values_import import ValuesImport
from annotator.ui.dialogs import files

TABLE = "article,Country,date,editor\none.txt,Turkey,2024,Ana\ntwo.txt,Chad,2024-13,\ngone.txt,Norway,,\n"


@pytest.fixture
def driver(open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder) -> Driver:
    return open_window(with_fields(make_project(lead=me), me))


def opened(driver: Driver, path: Path, monkeypatch: pytest.MonkeyPatch) -> ValuesImport:
    monkeypatch.setattr(files, "ask_file", lambda *_, **__: path)
    page = articles_page(driver)
    driver.click(page.side.values.take)
    dialog = driver.window.findChild(ValuesImport)
    assert dialog is not None
    driver.bot.waitUntil(lambda: dialog.preview is not None or bool(dialog.note.text))
    return dialog


def test_what_a_table_would_do_then_does(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "values.csv"
    path.write_text(TABLE, encoding="utf-8")
    dialog = opened(driver, path, monkeypatch)
    assert dialog.summary.text() == (
        "2 rows name an article, 3 values in 1 article would change, 1 row names none, 2 values are refused."
    )
    lines = dialog.lines.rows.lines
    assert [(line.title, line.aside) for line in lines[:3]] == [
        ("Line 3, column Country", "Refused"), ("Line 3, column date", "Refused"), ("Line 4", "No article"),
    ]  # fmt: skip
    assert "gone.txt" in lines[2].note
    assert any(line.note == "Country: not set becomes Turkey" for line in lines)
    assert dialog.accept_it.text() == "Take in 3 values"
    dialog.define.click()
    driver.bot.waitUntil(lambda: dialog.accept_it.text() == "Take in 2 values")
    dialog.define.click()
    driver.bot.waitUntil(lambda: dialog.accept_it.text() == "Take in 3 values")
    driver.click(dialog.accept_it)
    driver.bot.waitUntil(lambda: driver.window.banner.sentence.startswith("3 values taken in from values.csv. 3 lines"))
    settled(driver)
    assert stored(driver.close())["one.txt"] | {"title": ""} == {
        "title": "", "country": "Turkey", "date": "2024", "editor": "Ana",
    }  # fmt: skip


def test_a_table_that_names_no_article_is_refused(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "values.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    dialog = opened(driver, path, monkeypatch)
    driver.bot.waitUntil(lambda: dialog.note.is_error)
    assert not dialog.accept_it.isEnabled()
    dialog.reject()


def test_the_same_values_again_change_nothing(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.csv"
    monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: target)
    page = articles_page(driver)
    driver.click(page.side.values.export)
    driver.bot.waitUntil(lambda: "2 articles in" in driver.window.banner.sentence)
    dialog = opened(driver, target, monkeypatch)
    assert dialog.summary.text().startswith("2 rows name an article, 0 values in 0 articles would change")
    assert not dialog.accept_it.isEnabled()
    dialog.reject()
