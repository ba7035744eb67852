# SPDX-License-Identifier: MIT
"""The bus carries what was touched and who asked."""

from pytestqt.qtbot import QtBot

from annotator.operations import NOTHING
from annotator.ui.bus import Bus


def test_everyone_hears(qtbot: QtBot) -> None:
    bus, heard = Bus(), []
    bus.changed.connect(lambda touched, initiator: heard.append((touched, initiator)))
    bus.changed.emit(NOTHING, bus)
    assert heard == [(NOTHING, bus)]
