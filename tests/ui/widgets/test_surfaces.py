# SPDX-License-Identifier: MIT
"""Grounds, rules, rows, and scrolling that asks for the height of its content."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui import plain
from annotator.ui.widgets.surfaces import Scroll, Surface, clear, column, growing, row, rule


def test_a_surface_names_its_look(qtbot: QtBot) -> None:
    made = Surface("panel", line="top")
    qtbot.addWidget(made)
    assert (made.property("surface"), made.property("line")) == ("panel", "top")
    assert rule(down=True).property("rule") == "down"
    assert growing(made) is made


def test_clearing_takes_inner_rows_too(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    lines = column(whole)
    inner = row(gap=2)
    inner.addWidget(plain.label("a"))
    lines.addLayout(inner)
    lines.addWidget(plain.label("b"))
    clear(lines)
    assert lines.count() == 0


def test_scrolling_wants_no_more_than_its_content(qtbot: QtBot) -> None:
    content = QWidget()
    lines = column(content)
    lines.addWidget(plain.label("word " * 40, wrap=True))
    scroll = Scroll(content)
    qtbot.addWidget(scroll)
    scroll.resize(200, 100)
    scroll.show()
    narrow = scroll.sizeHint().height()
    scroll.resize(800, 100)
    assert scroll.sizeHint().height() < narrow
    assert scroll.minimumSizeHint().height() <= scroll.sizeHint().height()
