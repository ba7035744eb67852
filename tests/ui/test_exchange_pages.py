# SPDX-License-Identifier: MIT
"""What goes out and what comes in coded: where a file belongs, codebooks by the menu of the panel."""

from pathlib import Path

import pytest
from ui.conftest import TEXT, Driver
from ui.incoming.coded import coded

from annotator.ui.dialogs import files
from annotator.ui.exchange_pages import ExchangePages, is_coded
from annotator.ui.menus import Menus
from annotator.ui.pages.incoming import IncomingPage


def exchange(driver: Driver) -> ExchangePages:
    assert driver.window.pages is not None
    return driver.window.pages._exchange


def test_content_decides_what_a_file_is(tmp_path: Path) -> None:
    path = coded(tmp_path, TEXT, (0, 3), name="no ending")
    assert is_coded(path)
    text = tmp_path / "a.qdpx"
    text.write_text("only words", encoding="utf-8")
    assert not is_coded(text)
    assert not is_coded(tmp_path / "gone")


def test_a_file_chosen_as_an_article_is_offered_as_annotations(driver: Driver, tmp_path: Path) -> None:
    path = coded(tmp_path, TEXT, (0, 3))
    exchange(driver).offer([path])
    banner = driver.window.banner
    driver.bot.waitUntil(lambda: "holds annotations too" in banner.sentence)
    driver.click(banner.button)
    driver.bot.waitUntil(lambda: isinstance(driver.window.stack.currentWidget(), IncomingPage))


def test_several_files_are_no_coded_one(driver: Driver, tmp_path: Path) -> None:
    others: list[object] = []
    exchange(driver).take_files([tmp_path, tmp_path], otherwise=others.append)
    assert others == [[tmp_path, tmp_path]]


def test_a_qdc_opens_the_dialog(driver: Driver, tmp_path: Path) -> None:
    exchange(driver).take_files([tmp_path / "x.qdc"], otherwise=pytest.fail)
    dialog = exchange(driver).dialog
    assert dialog is not None
    driver.bot.waitUntil(lambda: dialog.note.is_error)
    dialog.reject()


@pytest.mark.parametrize("ending", [".qdc", ".csv", ".md"])
def test_the_codebook_is_written_in_the_form_of_its_name(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path = tmp_path / f"codes{ending}"
    monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: path)
    driver.window.act("save_codebook")
    driver.bot.waitUntil(lambda: driver.window.banner.sentence.startswith(f"The codebook lies in {path}."))
    assert "Evidence of trust" in path.read_text(encoding="utf-8")


def test_the_panel_of_codes_offers_both(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(driver.window.pages, "act", asked.append)
    panel = driver.page.right.codebook
    assert panel.more is not None
    assert panel.more.accessibleName() == "Codebooks from and to files"
    menu = panel.files_menu()
    words = [action.text() for action in menu.actions()]
    assert words == ["Take in a codebook…", "Export the codebook…"]
    for action in menu.actions():
        action.trigger()
    assert asked == ["take_codebook", "save_codebook"]
    menu.deleteLater()


def test_files_of_coders_have_none_of_it(driver: Driver) -> None:
    menus: Menus = driver.window.menus
    menus.fit_file(is_coders=True)
    assert {"page_export", "take_annotations", "take_codebook", "save_codebook"} <= set(menus.hidden)


def test_a_coded_file_among_the_articles_is_offered(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = coded(tmp_path, TEXT, (0, 3))
    monkeypatch.setattr(files, "ask_files", lambda *_, **__: [path])
    driver.window.act("add_articles")
    assert driver.window.pages is not None
    driver.window.pages._articles.page.intake.ask_files()
    driver.bot.waitUntil(lambda: "holds annotations too" in driver.window.banner.sentence)
