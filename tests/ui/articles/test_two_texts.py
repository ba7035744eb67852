# SPDX-License-Identifier: MIT
"""Two texts beside each other; what is the same in both is counted in words and has a ground."""

from collections.abc import Callable
from pathlib import Path

from ui.conftest import Driver

from annotator.domain import Coder
from annotator.ui.articles.two_texts import TwoTexts
from annotator.ui.theme.current import Theme


def test_common_paragraphs_are_counted_and_marked(
    open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder, theme: Theme
) -> None:
    texts = {"one.txt": "Title\n\nThe same <b>here</b>.\n\nOnly here.\n", "two.txt": "Other\n\nThe same <b>here</b>.\n"}
    driver = open_window(make_project(texts, lead=me))
    first, second = (each.document for each in driver.window.session.overview.documents)
    dialog = TwoTexts(theme, driver.window.session, driver.window, documents=(first, second), share="41 % shared.")
    dialog.show()
    driver.bot.waitUntil(lambda: bool(dialog.same.text()))
    assert dialog.same.text().endswith("1 of 3 at the left, 1 of 2 at the right.")
    left, right = dialog.texts
    assert "<b>here</b>" in left.toPlainText()
    assert [len(left.extraSelections()), len(right.extraSelections())] == [1, 1]
    assert left.hasFocus() or not dialog.isActiveWindow()
    dialog.accept()
