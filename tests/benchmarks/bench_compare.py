# SPDX-License-Identifier: MIT
"""What Compare costs: an article with ten coders against the same with one, and the step to the next difference.

    pytest tests/benchmarks/bench_compare.py

Not part of the ordinary run. Figures are milliseconds until everything that became dirty is painted, median
and p95: for opening CPU time of this process, for a step the time that the reader waits.

* Open an article of 10,000 characters, 40 passages of each coder: with ten coders at most twice that with one.
* Next difference by key, over article borders too: p95 50 ms. Ten coders, 3 articles.
"""

import platform
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

import PySide6
import pytest
from benchmarks.corpus import CODES, Shape, coder_names, corpus, text_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import operations
from annotator.domain import Span
from annotator.merging.adjudication_queue import Queue
from annotator.ui.app import Windows
from annotator.ui.judging.desk import JudgedText
from annotator.ui.judging.lanes_panel import LanesPanel
from annotator.ui.pages.compare import ComparePage
from annotator.ui.theme.current import Theme

ROUNDS, STEP_MS, OPEN_TIMES = 15, 50.0, 2.0


def project_of(folder: Path, shape: Shape) -> Path:
    """Make a project in which all coders have finished all articles."""
    lead = operations.remember_me("Mara Lindqvist")
    path = folder / f"{shape.coders}.annotator"
    project = operations.new_project(path, lead=lead, name="Compare")
    made, sources = list(corpus(shape)), []
    for article in made:
        source = folder / f"{article.name}.txt"
        source.write_text(text_of(article, shape=shape), encoding="utf-8")
        sources.append(source)
    operations.import_texts(project, author=lead.id, paths=sources)
    people = {name: operations.person(name) for name in coder_names(shape)}
    for coder in people.values():
        operations.add_coder(project, author=lead.id, coder=coder)
    overview = operations.overview(project)
    documents = {Path(each.document.name).stem: each.document for each in overview.documents}
    codes = {code.short_name: code.id for code in overview.codebook.codes}
    for article in made:
        document = documents[article.name]
        for (coder, code), spans in article.spans.items():
            for start, end in {(start, min(end, document.length)) for start, end in spans}:
                operations.annotate(
                    project, coder=people[coder].id, document=document.id, code=codes[code], span=Span.of(start, end)
                )
        for coder in people.values():
            operations.finish(project, coder=coder.id, document=document.id)
    operations.close_project(project)
    return path


def read(path: Path) -> tuple[Queue, list[JudgedText]]:
    project = operations.open_project(path)
    queue = operations.adjudication(project)
    texts = [
        JudgedText(each.document.id, operations.article(project, document=each.document.id, coders=()).text, ())
        for each in queue.articles
    ]
    operations.close_project(project)
    return queue, texts


def p95(figures: list[float]) -> float:
    return quantiles(figures, n=20)[-1]


def told(name: str, figures: list[float]) -> str:
    return f"{name:34} {median(figures):7.2f} ms, p95 {p95(figures):7.2f}"


def openings(theme: Theme, qtbot: QtBot, path: Path) -> Iterator[float]:
    """Show two articles in turn, each from its first difference, until painted."""
    queue, texts = read(path)
    panel = LanesPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(760, 820)
    with qtbot.waitExposed(panel):
        panel.show()
    for number in range(2 * ROUNDS + 2):
        text = texts[number % 2]
        entry = queue.of(text.document)[0]
        QApplication.processEvents()
        start = time.process_time()
        panel.show_entry(entry, queue, text)
        panel.view.viewport().repaint()
        panel.page.gutter.repaint()
        panel.page.beside.repaint()
        if number > 1:
            yield (time.process_time() - start) * 1_000


def steps(window_at: Callable[[Path], ComparePage], path: Path) -> Iterator[float]:
    page = window_at(path)
    page.choose(0)
    QApplication.processEvents()
    for _ in range(len(page.queue.list.rows.entries) - 1):
        start = time.perf_counter()
        QTest.keyClick(page.queue.list, Qt.Key.Key_Down)
        while page.shown is None or page.shown.entry is not page.entry:
            QApplication.processEvents()
        QApplication.processEvents()
        yield (time.perf_counter() - start) * 1_000


@pytest.fixture
def window_at(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[Path], ComparePage]]:
    windows = Windows(qapp)

    def opened(path: Path) -> ComparePage:
        window = windows.add()
        with qtbot.waitExposed(window):
            window.resize(1440, 900)
        windows.open(lambda: operations.open_project(path), path, window)
        qtbot.waitUntil(lambda: window.pages is not None and window.session.jobs.waiting == 0)
        window.act("page_compare")
        page = window.stack.currentWidget()
        assert isinstance(page, ComparePage)
        qtbot.waitUntil(lambda: page.shown is not None)
        return page

    yield opened
    for window in windows.all:
        window.close()
    qtbot.waitUntil(lambda: not windows.all)


def test_compare(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, window_at: Callable[[Path], ComparePage],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    theme = Theme(qapp, choice="light")
    paths = {
        coders: project_of(tmp_path, Shape(articles=3, length=10_000, annotations=40, coders=coders))
        for coders in (1, 10)
    }
    one, ten = (list(openings(theme, qtbot, paths[coders])) for coders in (1, 10))
    walked = list(steps(window_at, paths[10]))
    with capsys.disabled():
        print(f"\n{len(walked) + 1} differences of ten coders, {len(CODES)} codes, PySide6 {PySide6.__version__}, "
              f"Python {platform.python_version()}")  # fmt: skip
        print(told("open, one coder", one))
        print(told("open, ten coders", ten), f"  {median(ten) / median(one):4.2f} times")
        print(told("next difference", walked))
    assert median(ten) <= OPEN_TIMES * median(one)
    assert p95(walked) <= STEP_MS
