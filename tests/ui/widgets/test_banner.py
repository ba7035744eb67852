# SPDX-License-Identifier: MIT
"""One sentence at a time, with what to do about it."""

from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.banner import ERROR, Banner


def test_it_says_one_thing_and_acts(theme: Theme, qtbot: QtBot) -> None:
    banner, done = Banner(theme), []
    qtbot.addWidget(banner)
    assert banner.sentence == ""
    banner.say(
        "<b>Not</b> saved.", kind=ERROR, action="Try again", do=lambda: done.append(1), other="Give it up",
        do_other=lambda: done.append(2), stays=True,
    )  # fmt: skip
    assert banner.sentence == "<b>Not</b> saved."
    assert banner.property("surface") == "error"
    banner.button.click()
    banner.other.click()
    assert done == [1, 2]
    assert banner._close.isHidden()


def test_it_is_closed_by_its_cross(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.say("Undone.")
    assert banner.button.isHidden()
    banner._close.click()
    assert banner.sentence == ""


def test_what_is_kept_comes_back_when_other_words_are_closed(theme: Theme, qtbot: QtBot) -> None:
    banner, done = Banner(theme), []
    qtbot.addWidget(banner)
    banner.keep("The file is damaged.", action="Open a backup", do=lambda: done.append("backup"))
    assert banner._close.isHidden()
    banner.say("A passing remark.")
    assert banner.sentence == "A passing remark."
    banner._close.click()
    assert banner.sentence == "The file is damaged."
    banner.button.click()
    assert done == ["backup"]
    banner.hide()
    assert banner.sentence == "The file is damaged."


def test_what_needs_no_answer_goes_with_its_page(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.say("2 articles added.")
    banner.leave()
    assert banner.sentence == ""
    banner.say("You code as Ana here.", action="Code as Mara")
    banner.leave()
    assert banner.sentence
    banner.say("The file is damaged.", kind=ERROR, stays=True)
    banner.leave()
    assert banner.sentence
