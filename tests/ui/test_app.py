# SPDX-License-Identifier: MIT
"""Starting: what is loaded before the first window, one window per file, the guard."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui.conftest import Driver

from annotator import operations
from annotator.domain import Coder
from annotator.ui import app, run
from annotator.ui.app import Windows

LOADED = """
import sys
from annotator.ui.app import Windows, make_application
from PySide6.QtCore import QTimer
application = make_application(["annotator"])
windows = Windows(application)
window = windows.add()
loaded = set(sys.modules)
QTimer.singleShot(0, window.close)
application.exec()
print("\\n".join(sorted(loaded)))
"""


def test_little_is_loaded_before_the_first_window() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    loaded = set(answer.stdout.split())
    assert "PySide6.QtWidgets" in loaded
    assert not loaded & {"numpy", "sqlite_utils", "pandas", "click", "platformdirs", "regex"}
    assert not {name for name in loaded if name.startswith("PySide6.Qt")} - {
        "PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets",
    }  # fmt: skip
    for later in ("annotator.ui.pages.agreement", "annotator.ui.pages.merge", "annotator.ui.pages.coding"):
        assert later not in loaded


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_one_file_one_window(driver: Driver, windows: Windows, qtbot: QtBot) -> None:
    path = driver.window.session.path
    windows.open_path(path)
    other = windows.add()
    windows.open(lambda: operations.open_project(path), path.parent / "." / path.name, other)
    assert len(windows.all) == 2
    assert not other.session.is_open
    assert other.session.jobs.waiting == 0, "the file was not even touched"


def test_another_project_gets_a_window_of_its_own(
    driver: Driver, windows: Windows, make_project: Callable[..., Path], me: Coder, qtbot: QtBot
) -> None:
    second = make_project(lead=me, file="second.annotator", name="second")
    windows.open(lambda: operations.open_project(second), second, driver.window)
    assert len(windows.all) == 2
    qtbot.waitUntil(lambda: windows.all[1].session.path == second)


def test_a_file_that_is_open_elsewhere_is_one_sentence(
    windows: Windows, make_project: Callable[..., Path], me: Coder, qtbot: QtBot
) -> None:
    path = make_project(lead=me)
    code = "import sys\nfrom pathlib import Path\nfrom annotator import operations\n" \
        "p = operations.open_project(Path(sys.argv[1]))\nprint('open', flush=True)\nsys.stdin.read()\n" \
        "operations.close_project(p)\n"  # fmt: skip
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout.readline() == "open\n"
        window = windows.add()
        windows.open_path(path)
        qtbot.waitUntil(lambda: bool(window.banner.sentence))
        assert not window.session.is_open
        assert window.stack.currentWidget() is window.start
    finally:
        holder.communicate("")


def test_a_damaged_project_is_one_sentence_and_no_fault_of_ours(
    windows: Windows, make_project: Callable[..., Path], me: Coder, qtbot: QtBot
) -> None:
    path = make_project(lead=me)
    with closing(sqlite3.connect(path)) as reader:
        (page,) = reader.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'coder'").fetchone()
        (size,) = reader.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\x0d\xff" * (size // 2)
    path.write_bytes(content)
    crashes: list[BaseException] = []
    window = windows.add()
    window.jobs.crashed.connect(crashes.append)
    windows.open_path(path)
    qtbot.waitUntil(lambda: bool(window.banner.sentence))
    assert "damaged" in window.banner.sentence
    assert crashes == []
    assert not window.session.is_open


def test_the_guard_stops_with_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(app, "watch_interpreter", lambda: None)
    monkeypatch.setattr(app, "lost_references", lambda: 200)
    monkeypatch.setattr(app, "refusal", lambda lost: f"{lost} lost")
    assert run(None) == 1
    assert capsys.readouterr().err == "200 lost\n"


def test_a_mistake_of_ours_opens_a_box(driver: Driver, windows: Windows, qtbot: QtBot) -> None:
    windows.crashes.report(ValueError("x"))
    from PySide6.QtWidgets import QMessageBox

    (box,) = driver.window.findChildren(QMessageBox)
    assert "safe" in box.informativeText()
    box.close()
