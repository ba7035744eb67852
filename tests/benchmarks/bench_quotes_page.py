# SPDX-License-Identifier: MIT
"""What the page of quotes costs with 100,000 passages: the first rows, a step of the wheel, a leap, a page of keys.

    pytest tests/benchmarks/bench_quotes_page.py -s

Not part of the ordinary run. A project of 1,000 articles, each coded by three coders in 34 passages. Budget: first
rows within 400 ms of the question, each turn of counting within 150 ms on the store thread, a step of the wheel (drawn)
within 16 ms, and what is leapt to within 200 ms.
"""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from benchmarks import bench_statistics
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import operations
from annotator.ui.app import Windows
from annotator.ui.pages.quotes import QuotesPage

ARTICLES, EACH, PASSAGES = 1000, 34, 102_000
FIRST_ROWS, WHEEL, LEAP = 0.4, 0.016, 0.2
STEPS = 200


def seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def wheel(page: QuotesPage) -> None:
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.list.viewport(), event)
    page.list.viewport().repaint()


def test_a_hundred_thousand_scroll_as_ten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, qtbot: QtBot
) -> None:
    monkeypatch.setattr(bench_statistics, "ARTICLES", ARTICLES)
    monkeypatch.setattr(bench_statistics, "EACH", EACH)
    project = bench_statistics.make(tmp_path)
    path = project.path
    operations.close_project(project)
    operations.remember_me("Lead")
    windows = Windows(qapp)
    window = windows.add()
    window.resize(1440, 900)
    window.show()
    windows.open_path(path)
    qtbot.waitUntil(lambda: window.pages is not None and window.session.jobs.waiting == 0, timeout=60_000)
    began = time.perf_counter()
    window.act("page_quotes")
    page = window.stack.currentWidget()
    assert isinstance(page, QuotesPage)
    qtbot.waitUntil(lambda: page.model.peek(0) is not None, timeout=60_000)
    first = time.perf_counter() - began
    qtbot.waitUntil(lambda: page.reading.is_whole, timeout=120_000)
    whole = time.perf_counter() - began
    assert page.model.rowCount() == PASSAGES
    qtbot.waitUntil(lambda: window.session.jobs.waiting == 0, timeout=60_000)
    steps = []
    for _ in range(STEPS):
        steps.append(seconds(lambda: wheel(page)))
        QApplication.processEvents()
    leaps = []
    for place in (0.5, 0.9, 0.1, 1.0):
        began = time.perf_counter()
        bar = page.list.verticalScrollBar()
        bar.setValue(round(place * bar.maximum()))
        page.list.viewport().repaint()
        qtbot.waitUntil(lambda: page.model.peek(page.list.indexAt(QPoint(9, 9)).row()) is not None, timeout=9_000)
        leaps.append(time.perf_counter() - began)
    keys = seconds(lambda: QTest.keyClick(page.list, Qt.Key.Key_PageUp))
    print(
        f"\nfirst rows {first * 1000:.0f} ms, all counted {whole:.1f} s; wheel {median(steps) * 1000:.1f} "
        f"ms (worst {max(steps) * 1000:.1f}); a leap {max(leaps) * 1000:.0f} ms; Page Up {keys * 1000:.1f} ms"
    )
    window.close()
    qtbot.waitUntil(lambda: not windows.all, timeout=20_000)
    assert first < FIRST_ROWS
    assert median(steps) < WHEEL
    assert max(leaps) < LEAP
