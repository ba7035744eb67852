# SPDX-License-Identifier: MIT
"""The article in the middle: keys by place, marks of others, the caret's place kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from ui.conftest import Driver, read_elsewhere

from annotator.domain import Coder

UNUSUAL = {
    "hebrew": "כותרת המאמר\n\nהצדדים בוטחים זה בזה לחלוטין. אין ביניהם ספק.\n",
    "chinese": "文章标题\n\n双方互相信任。没有人怀疑对方。\n",
    "astral": "A title 🙂\n\nThe 🧑‍🚀 crew trusts 𝔘nicode with every key, and\u00a0so do we. Cafe\u0301!\n",
    "separators": "A title\n\nOne line\u2028still the same paragraph, they trust it.\r\nAnother.\n",
}
QUOTES = {
    "hebrew": "הצדדים בוטחים זה בזה לחלוטין", "chinese": "双方互相信任",
    "astral": "🧑‍🚀 crew trusts 𝔘nicode with every key, and\u00a0so do we. Cafe\u0301",
    "separators": "One line\u2028still the same paragraph",
}  # fmt: skip


@pytest.mark.parametrize("kind", UNUSUAL)
def test_unusual_texts_are_coded_letter_for_letter(
    kind: str, open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder
) -> None:
    driver = open_window(make_project({"one.txt": UNUSUAL[kind]}, lead=me))
    driver.code(QUOTES[kind], "1")
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert row["quote"] == QUOTES[kind]


def test_the_first_key_of_a_french_row_codes(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.ui.digit_keys.by_place", lambda **_: "1")
    driver.select("The council")
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(driver.view, QKeyEvent(kind, Qt.Key.Key_Ampersand, none, 10, 0, 0, "&"))
    driver.saved()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert row["code"] == "trust"


def test_the_caret_comes_back_with_its_article(driver: Driver) -> None:
    driver.view.set_caret(40)
    driver.page.step_article(1)
    driver.bot.waitUntil(lambda: driver.page.top.position.text() == "2 of 2")
    driver.page.step_article(-1)
    driver.bot.waitUntil(lambda: driver.page.top.position.text() == "1 of 2")
    assert driver.view.caret() == 40


def test_zoom_and_face(driver: Driver) -> None:
    size = driver.view.text_px
    driver.key("+", ctrl=True)
    assert driver.view.text_px > size
    assert driver.window.status.zoom.text() == "Text 112 %"
    driver.key("0", ctrl=True)
    assert driver.view.text_px == size
    driver.key("-", ctrl=True)
    assert driver.view.text_px < size
    driver.window._preferences.change(serif=False, lanes=5)
    assert driver.page.reading._theme.serif is False


def test_snapping_is_set_by_a_key(driver: Driver) -> None:
    driver.key(Qt.Key.Key_F4)
    assert driver.view.anchoring.value == "sentence"
    driver.key(Qt.Key.Key_F2)
    assert driver.view.anchoring.value == "character"
