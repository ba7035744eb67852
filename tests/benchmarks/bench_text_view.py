# SPDX-License-Identifier: MIT
"""What the reading page costs, against a bare QTextEdit with the same text, type and column in the same run.

    pytest tests/benchmarks/bench_text_view.py

Not part of the ordinary run. Both sides are shown offscreen and take turns; figures are CPU milliseconds of
this process, median and p95, until everything that became dirty is painted: text, lanes, margin and minimap.

* Open: the article given to a shown page, until painted. Budget: twice the bare one (1,000 marks on
  10 kB: three times; 1 MB: four times).
* Scroll: one line further, and a full frame of the whole viewport. Budget: 2 times at 100 marks, 3 times at 1,000;
  p95 16 ms.
* Change: a mark added, moved or removed, until painted. Budget: p95 16 ms (1 MB: 50 ms).
"""

import platform
import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles

import PySide6
import pytest
from benchmarks.corpus import CODES, Shape, corpus, text_of
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit
from pytestqt.qtbot import QtBot

from annotator import __version__
from annotator.domain import Pattern, Span
from annotator.ui.text_view import CodeStyle, Mark, ReadingPage
from annotator.ui.theme.tokens import LIGHT

WIDTH, HEIGHT = 900, 900
ROUNDS, STEPS, CHANGES = 9, 120, 60
PATTERNS = (Pattern.SOLID, Pattern.DASHED, Pattern.DOTTED, Pattern.DOUBLE)
COLOURS = ("#009265", "#DC5A0E", "#8A3468", "#0F509F")
FRAME_MS, LARGE_CHANGE_MS = 16.0, 50.0

CASES = {
    "10 kB, 300 marks of 3 coders": (Shape(articles=1, length=10_000, annotations=100, coders=3), 2.0, 2.0, FRAME_MS),
    "10 kB, 100 marks": (Shape(articles=1, length=10_000, annotations=100, coders=1), 2.0, 2.0, FRAME_MS),
    "10 kB, 1,000 marks": (Shape(articles=1, length=10_000, annotations=100, coders=10), 3.0, 3.0, FRAME_MS),
    "10 kB, 1,000, astral and Hebrew": (
        Shape(articles=1, length=10_000, annotations=100, coders=10, foreign=0.1), 3.0, 3.0, FRAME_MS,
    ),
    "1 MB, 10,000 marks": (
        Shape(articles=1, length=1_000_000, annotations=10_000, coders=1), 4.0, 3.0, LARGE_CHANGE_MS,
    ),
}  # fmt: skip


class Sides:
    """The page and its bare twin, shown, with the same article at hand."""

    def __init__(self, qtbot: QtBot, shape: Shape) -> None:
        (article,) = corpus(shape)
        self.text = text_of(article, shape=shape)
        spans = [(code, span) for (_, code), spans in article.spans.items() for span in spans]
        self.marks = [Mark(f"m{n}", Span.of(*span), code) for n, (code, span) in enumerate(spans)]
        self.page, self.bare = ReadingPage(), QTextEdit()
        self.page.view.set_styles(
            [
                CodeStyle(code, code, code[0].upper(), colour, pattern, order)
                for order, (code, colour, pattern) in enumerate(zip(CODES, COLOURS, PATTERNS, strict=True))
            ],
            LIGHT,
        )
        self.bare.setFrameShape(QFrame.Shape.NoFrame)
        self.bare.setReadOnly(True)
        self.bare.setUndoRedoEnabled(False)
        self.bare.document().setDefaultFont(self.page.view.document().defaultFont())
        self.page.resize(WIDTH, HEIGHT)
        self.bare.resize(self.page.view.preferred_width, HEIGHT)
        for widget in (self.page, self.bare):
            qtbot.addWidget(widget)
            with qtbot.waitExposed(widget):
                widget.show()

    def open_page(self) -> None:
        self.page.view.show_article(self.text, self.marks)
        self.page.view.viewport().repaint()
        self.page.margin.repaint()  # it hears of the blocks in sight from that paint

    def open_bare(self) -> None:
        self.bare.setPlainText(self.text)
        self.bare.viewport().repaint()

    def settle(self, qtbot: QtBot) -> None:
        """Wait until Qt has laid out both texts: until then the scroll bars grow."""
        for edit in (self.page.view, self.bare):
            whole = edit.document().documentLayout().documentSize().height() - edit.viewport().height()
            qtbot.waitUntil(lambda edit=edit, whole=whole: abs(edit.verticalScrollBar().maximum() - whole) <= 1)


def spent(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1_000


def painted(work: Callable[[], object]) -> Callable[[], None]:
    """Do something, then paint all that it made dirty."""

    def done() -> None:
        work()
        QApplication.processEvents()

    return done


def p95(figures: list[float]) -> float:
    return quantiles(figures, n=20)[-1]


def frames(edit: QTextEdit, *, full: bool) -> list[float]:
    bar = edit.verticalScrollBar()
    bar.setValue(0)
    QApplication.processEvents()
    step = max(1, min(37, bar.maximum() // STEPS)) if not full else bar.maximum() // STEPS
    return [spent(painted(lambda number=number: bar.setValue((number + 1) * step))) for number in range(STEPS)]


def changes(sides: Sides) -> Iterator[float]:
    view = sides.page.view
    view.centre(Span.of(len(sides.text) // 2, len(sides.text) // 2 + 1))
    QApplication.processEvents()
    first, last = view.seen_range()
    width = (last - first) // CHANGES
    for number in range(CHANGES):
        start = first + number * width
        added = Mark("new", Span.of(start, start + 60), CODES[number % 4])
        moved = Mark("new", Span.of(start, start + 75), CODES[number % 4])
        for work in (
            lambda added=added: view.change_marks(added=[added]),
            lambda moved=moved: view.change_marks(added=[moved]),
            lambda: view.change_marks(removed=["new"]),
        ):
            yield spent(painted(work))


def line(name: str, ours: list[float], bare: list[float] | None = None) -> str:
    told = f"{name:14} {median(ours):7.2f} ms, p95 {p95(ours):7.2f}"
    if bare is None:
        return told
    return f"{told}   bare {median(bare):7.2f}, p95 {p95(bare):7.2f}   {median(ours) / median(bare):4.2f} times"


def alone(page: ReadingPage, work: Callable[[], list[float]]) -> list[float]:
    """Measure without margin and minimap: what the lanes cost the text."""
    page.margin.hide()
    page.minimap.hide()
    found = work()
    page.margin.show()
    page.minimap.show()
    return found


@pytest.mark.parametrize("case", CASES)
def test_reading_page(case: str, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    shape, open_budget, frame_budget, change_budget = CASES[case]
    sides = Sides(qtbot, shape)
    page, view = sides.page, sides.page.view
    opened: dict[str, list[float]] = {"ours": [], "bare": []}
    for number in range(ROUNDS + 1):
        ours, bare = spent(sides.open_page), spent(sides.open_bare)
        if number:
            opened["ours"].append(ours)
            opened["bare"].append(bare)
        sides.settle(qtbot)
    frames(view, full=False)  # warm: shapes of what is passed are made once
    bare_lines, bare_jumps = frames(sides.bare, full=False), frames(sides.bare, full=True)
    text_lines = alone(page, lambda: frames(view, full=False))
    text_jumps = alone(page, lambda: frames(view, full=True))
    lines, jumps, changed = frames(view, full=False), frames(view, full=True), list(changes(sides))
    with capsys.disabled():
        print(f"\n{case} ({len(sides.marks)} marks), {__version__}, PySide6 {PySide6.__version__}, "
              f"Python {platform.python_version()}")  # fmt: skip
        print(line("open page", opened["ours"], opened["bare"]))
        print(line("line, text", text_lines, bare_lines))
        print(line("line, page", lines, bare_lines))
        print(line("jump, text", text_jumps, bare_jumps))
        print(line("jump, page", jumps, bare_jumps))
        print(line("changed mark", changed))
    assert median(opened["ours"]) <= open_budget * median(opened["bare"])
    assert median(text_lines) <= frame_budget * median(bare_lines)
    assert p95(lines) <= FRAME_MS
    assert p95(changed) <= change_budget
