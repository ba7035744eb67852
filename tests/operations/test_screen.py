# SPDX-License-Identifier: MIT
"""Why a window cannot appear, said before Qt is loaded."""

import subprocess
import sys
from collections.abc import Mapping

import pytest

from annotator.operations import screen
from annotator.operations.screen import has_screen, obstacle

X_SERVER = {"DISPLAY": ":0"}


def _finds_everything(path: str) -> object:
    return path


def _lacks_icccm(path: str) -> object:
    raise OSError("libxcb-icccm.so.4: cannot open shared object file: No such file or directory")


@pytest.mark.parametrize(
    ("environment", "system", "answer"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_screen(environment: Mapping[str, str], system: str, answer: bool) -> None:
    assert has_screen(environment, system=system) is answer


def test_no_screen_is_said() -> None:
    assert "no screen" in obstacle({}, system="linux", load=_finds_everything)


def test_missing_library_is_named() -> None:
    sentence = obstacle(X_SERVER, system="linux", load=_lacks_icccm)
    assert "libxcb-icccm.so.4," in sentence
    assert "annotator doctor" in sentence


@pytest.mark.parametrize(
    ("environment", "system"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_elsewhere_the_x_server_s_libraries_do_not_matter(environment: Mapping[str, str], system: str) -> None:
    assert obstacle(environment, system=system, load=_lacks_icccm) == ""


def test_nothing_stands_against_it() -> None:
    assert obstacle(X_SERVER, system="linux", load=_finds_everything) == ""


def test_absent_qt_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "qt_folder", lambda: None)
    assert "not installed" in obstacle(X_SERVER, system="linux", load=_finds_everything)


def test_qt_is_found_without_loading_it() -> None:
    code = "import sys; from annotator.operations import screen; screen.qt_folder(); print('PySide6' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (answer.stdout.strip(), answer.stderr) == ("False", "")
