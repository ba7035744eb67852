# SPDX-License-Identifier: MIT
"""A project without articles says how to get some."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot
from ui.conftest import Driver

from annotator.domain import Coder
from annotator.ui.dialogs import files
from annotator.ui.docks.empty_project import EmptyProject
from annotator.ui.pages.articles import ArticlesPage
from annotator.ui.theme.current import Theme


def test_the_button_asks(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyProject(theme)
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.asked):
        empty.add.click()


def test_in_the_window(
    open_window: Callable[[Path], Driver],
    make_project: Callable[..., Path],
    me: Coder,
    tmp_path: Path,
    monkeypatch: object,
) -> None:
    driver = open_window(make_project({}, lead=me))
    assert driver.page.empty.isVisible()
    assert not driver.page.reading.isVisible()
    source = tmp_path / "new.txt"
    source.write_text("An article.\n", encoding="utf-8")
    monkeypatch.setattr(files, "ask_files", lambda *_, **__: [source])
    driver.click(driver.page.empty.add)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, ArticlesPage)
    driver.click(page.intake.add_files)
    driver.bot.waitUntil(page.intake.accept.isEnabled)
    driver.click(page.intake.accept)
    driver.bot.waitUntil(lambda: bool(driver.window.session.overview.documents))
    driver.key("1", at=page, alt=True)
    driver.bot.waitUntil(lambda: driver.page.top.title.text == "An article.")
    assert driver.page.reading.isVisible()
