# SPDX-License-Identifier: MIT
"""The window as a whole: closing, poison in every word, all modes, all pages, mistakes of our own."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import Driver, read_elsewhere

from annotator import operations
from annotator.domain import Codebook, Coder, Span
from annotator.ui import plain
from annotator.ui.app import Windows
from annotator.ui.main_window import EVERYTHING_SAVED

POISON = '<img src="file:///etc/hostname"><h1>&amp; big</h1>'


def test_closing_waits_for_the_queue(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, works = threading.Event(), operations.annotate

    def slowly(*given: object, **named: object) -> object:
        assert gate.wait(30)
        return works(*given, **named)

    monkeypatch.setattr(operations, "annotate", slowly)
    driver.select("The council")
    driver.key("1")
    driver.window.close()
    assert driver.window.isVisible(), "what is on its way is waited for"
    gate.set()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert row["quote"] == "The council"


def test_a_memo_being_typed_is_not_lost_by_closing(driver: Driver) -> None:
    driver.code("The council", "1")
    driver.key("m")
    memo = driver.page.right.inspector.form.memo
    driver.bot.waitUntil(memo.hasFocus)
    driver.bot.keyClicks(memo, "no\u00a0break")
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert row["memo"] == "no\u00a0break"


def test_a_memo_goes_with_its_annotation_when_the_article_changes(driver: Driver) -> None:
    driver.code("The council", "1")
    driver.key("m")
    memo = driver.page.right.inspector.form.memo
    driver.bot.waitUntil(memo.hasFocus)
    driver.bot.keyClicks(memo, "why")
    driver.bot.keyClick(memo, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    driver.bot.waitUntil(lambda: driver.page.top.position.text() == "2 of 2")
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert row["memo"] == "why"


def test_attributes_certainty_and_question_by_keys(driver: Driver) -> None:
    driver.code("The council", "1")
    driver.key(Qt.Key.Key_F8)
    form = driver.page.right.inspector.form
    assert form.code.hasFocus()
    holder = form.fields["holder"].control
    driver.key(Qt.Key.Key_Tab, at=form.code)
    assert holder.hasFocus()
    driver.key(Qt.Key.Key_Down, at=holder)
    high = form.certainty._buttons["high"]
    high.setFocus()
    driver.key(Qt.Key.Key_Space, at=high)
    driver.key(Qt.Key.Key_Space, at=form.ask_lead)
    driver.saved()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert (list(row["attributes"]), row["certainty"], row["ask_lead"]) == (["holder"], "high", True)


def test_is_everything_saved(driver: Driver) -> None:
    driver.key("s", ctrl=True)
    assert driver.window.banner.sentence == EVERYTHING_SAVED


def every_word(window: QWidget) -> None:
    """No label, box or tooltip may take its words for markup."""
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    for widget in window.findChildren(QWidget):
        if widget.toolTip():
            assert widget.toolTip().startswith("<p>")
            assert "<img" not in widget.toolTip()
            assert "<h1" not in widget.toolTip()
    for box in window.findChildren(QMessageBox):
        assert box.textFormat() == Qt.TextFormat.PlainText


def test_poison_is_shown_as_it_is_on_every_page(
    open_window: Callable[[Path], Driver], tmp_path: Path, qtbot: QtBot
) -> None:
    me = operations.remember_me(POISON[:80])
    codes = operations.default_codebook().codes
    poisoned = Codebook((replace(codes[0], name=POISON, definition=POISON, counts=POISON), *codes[1:]))
    path = tmp_path / "poison.annotator"
    project = operations.new_project(path, lead=me, name=POISON, codebook=poisoned)
    source = tmp_path / "one.txt"
    source.write_text(f"{POISON}\n\nA paragraph {POISON}.\n", encoding="utf-8")
    operations.import_texts(project, author=me.id, paths=[source])
    other = operations.person("<b>Other</b>")
    operations.add_coder(project, author=me.id, coder=other)
    document = operations.overview(project).documents[0].document.id
    details = operations.Details(memo=POISON, attributes={})
    for coder in (me, other):
        operations.annotate(
            project, coder=coder.id, document=document, code=codes[0].id, span=Span.of(0, 20), details=details
        )
        operations.finish(project, coder=coder.id, document=document)
    operations.remember_shown(project, coders=[other.id])
    operations.close_project(project)
    driver = open_window(path)
    window = driver.window
    for _ in range(2):
        driver.key("]")
        every_word(window)
    assert driver.page.top.title.text == POISON
    assert window.windowTitle().startswith(plain.window_title(POISON))
    driver.page.right.focus_list()
    for page in ("page_agreement", "page_merge", "page_export", "page_coding", "start", "keys"):
        window.act(page)
        driver.saved()
        every_word(window)
        for button in window.findChildren(QAbstractButton):
            assert button.shortcut().isEmpty(), button.text()
    QApplication.activeModalWidget().close()


@pytest.mark.parametrize("theme", ["dark", "high_contrast", "light", "system"])
def test_every_page_in_every_mode(driver: Driver, theme: str) -> None:
    driver.code("The council", "1")
    next(each for each in driver.window.menus._themes.actions() if each.data() == theme).trigger()
    for page in ("page_coding", "page_agreement", "page_merge", "page_export", "start"):
        driver.window.act(page)
        driver.saved()
        assert not driver.window.grab().isNull()


def test_our_own_mistake_is_told_in_plain_words(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[BaseException] = []
    driver.window.jobs.crashed.disconnect()
    driver.window.jobs.crashed.connect(told.append)

    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError("words of an article")

    monkeypatch.setattr(operations, "annotate", break_down)
    driver.select("The council")
    driver.key("1")
    driver.bot.waitUntil(lambda: bool(told))
    assert driver.window.pages.desk.article.entries == {}, "what was painted is taken away"
    assert "words of an article" not in driver.window.banner.sentence
    driver.window.jobs.crashed.disconnect()


def test_the_window_comes_back_as_it_was(windows: Windows, qtbot: QtBot, me: Coder) -> None:
    window = windows.add()
    with qtbot.waitExposed(window):
        window.resize(700, 500)
    window.close()
    qtbot.waitUntil(lambda: not windows.all)
    assert windows.preferences.now.window
    again = windows.add()
    assert (again.width(), again.height()) == (700, 500)


def test_what_was_said_on_one_page_does_not_follow_to_the_next(driver: Driver) -> None:
    driver.key("s", ctrl=True)
    assert driver.window.banner.sentence == EVERYTHING_SAVED
    driver.key("0", alt=True)
    assert driver.window.banner.sentence == ""
