# SPDX-License-Identifier: MIT
"""What a machine lacks for the window, without loading Qt."""

import subprocess
import sys
from pathlib import Path

import pytest

from annotator.operations import diagnosis
from annotator.operations.diagnosis import (
    Diagnosis,
    MissingLibrary,
    diagnose,
    is_forbidden_pair,
    libraries_not_found,
    missing_libraries,
)

ANSWER = """\
\tlinux-vdso.so.1 (0x00007ffd3b5f2000)
\tlibQt6XcbQpa.so.6 => /somewhere/Qt/lib/libQt6XcbQpa.so.6 (0x00007f6a1c000000)
\tlibxcb-cursor.so.0 => not found
\tlibxcb-icccm.so.4 => not found
\tlibxcb-cursor.so.0 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f6a1b800000)
"""


def test_names_are_read_once_and_in_order() -> None:
    assert libraries_not_found(ANSWER) == ("libxcb-cursor.so.0", "libxcb-icccm.so.4")


def test_nothing_is_read_from_a_sound_answer() -> None:
    assert libraries_not_found("\tstatically linked\n") == ()


@pytest.fixture
def qt_folder(tmp_path: Path) -> Path:
    platforms = tmp_path / "Qt" / "plugins" / "platforms"
    platforms.mkdir(parents=True)
    for name in ("libqxcb.so", "libqoffscreen.so"):
        (platforms / name).write_bytes(b"")
    (tmp_path / "QtWidgets.abi3.so").write_bytes(b"")
    return tmp_path


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ldd is asked on Linux only")
def test_a_library_is_named_with_its_package_and_purpose(qt_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {
        "libqxcb.so": "\tlibxcb-icccm.so.4 => not found\n\tlibGL.so.1 => not found\n",
        "libqoffscreen.so": "\tlibstrange.so.9 => not found\n",
        "QtWidgets.abi3.so": "\tlibGL.so.1 => not found\n",
    }
    monkeypatch.setattr(diagnosis, "_ldd", lambda path: answers[path.name])
    assert missing_libraries(qt_folder) == (
        MissingLibrary("libGL.so.1", "libgl1", "offscreen"),
        MissingLibrary("libstrange.so.9", "", "offscreen"),
        MissingLibrary("libxcb-icccm.so.4", "libxcb-icccm4", "window"),
    )


def test_without_ldd_nothing_is_claimed(qt_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis.shutil, "which", lambda name: None)
    assert missing_libraries(qt_folder) == ()


@pytest.mark.parametrize(
    ("qt", "python", "forbidden"),
    [
        ("6.12.0", (3, 11), True),
        ("6.13.1", (3, 11), True),
        ("6.11.3", (3, 11), False),
        ("6.12.0", (3, 12), False),
        ("6.12.0", (3, 13), False),
        ("", (3, 11), False),
    ],
)
def test_the_forbidden_pair(qt: str, python: tuple[int, int], forbidden: bool) -> None:
    assert is_forbidden_pair(qt=qt, python=python) is forbidden


def test_the_forbidden_pair_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "_qt_version", lambda: "6.12.0")
    monkeypatch.setattr(diagnosis.sys, "version_info", (3, 11, 7, "final", 0))
    assert any("6.12" in trouble for trouble in diagnose().troubles)
    assert not diagnose().sound


def test_absent_qt_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "qt_folder", lambda: None)
    found = diagnose()
    assert found.missing == ()
    assert "not installed" in found.troubles[0]


def test_packages_come_once_and_sorted() -> None:
    found = Diagnosis(
        python="3.11.7",
        qt="6.11.3",
        missing=(
            MissingLibrary("libgthread-2.0.so.0", "libglib2.0-0", "offscreen"),
            MissingLibrary("libglib-2.0.so.0", "libglib2.0-0", "offscreen"),
            MissingLibrary("libEGL.so.1", "libegl1", "offscreen"),
            MissingLibrary("libstrange.so.9", "", "window"),
        ),
    )
    assert found.packages == ("libegl1", "libglib2.0-0")
    assert found.as_json()["packages"] == ["libegl1", "libglib2.0-0"]
    assert not found.sound


def test_this_machine_is_looked_at_without_loading_qt() -> None:
    code = (
        "import sys; from annotator.operations.diagnosis import diagnose; found = diagnose(); "
        "assert found.qt; print('PySide6' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (answer.stdout.strip(), answer.stderr) == ("False", "")
