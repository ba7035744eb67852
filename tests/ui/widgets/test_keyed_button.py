# SPDX-License-Identifier: MIT
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.keyed_button import KeyedButton


def test_words_and_keys(theme: Theme, qtbot: QtBot) -> None:
    button = KeyedButton(theme, "Take B or C", keys=["2", "3"], choice=True)
    qtbot.addWidget(button)
    assert button.accessibleName() == "Take B or C (2 or 3)"
    assert button.isCheckable()
    wide = button.sizeHint().width()
    button.tell("Take")
    assert button.words == "Take"
    assert button.sizeHint().width() < wide
    assert button.minimumSizeHint().width() <= button.sizeHint().width()
    for checked in (False, True):
        button.setChecked(checked)
        assert not button.grab().isNull()


def test_keys_alone_are_narrow(theme: Theme, qtbot: QtBot) -> None:
    button = KeyedButton(theme, "", keys=["U"])
    qtbot.addWidget(button)
    assert button.sizeHint().width() <= theme.px(48)
    assert not button.isCheckable()
