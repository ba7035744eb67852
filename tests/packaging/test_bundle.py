# SPDX-License-Identifier: MIT
"""The built folder. Building is no part of an ordinary run: see packaging/README.md for the command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from end_to_end.words import Words

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "dist" / "annotator"
PROGRAM = BUNDLE / ("annotator.exe" if sys.platform == "win32" else "annotator")

pytestmark = pytest.mark.skipif(not PROGRAM.exists(), reason="not built: python packaging/build.py")


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "VIRTUAL_ENV"))}
    return {**kept, "ANNOTATOR_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}


def _run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(PROGRAM), *arguments],
        cwd=folder,
        env=_environment(folder / "home"),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_bundle_says_its_version(tmp_path: Path) -> None:
    from annotator import __version__

    assert _run("--version", folder=tmp_path).stdout.strip() == f"annotator, version {__version__}"


def test_bundle_makes_the_demo_from_what_it_carries(tmp_path: Path) -> None:
    answer = _run("demo", "--no-window", folder=tmp_path)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert (tmp_path / "annotator-demo" / "annotations_long.csv").exists()
    assert "alpha" in answer.stdout.lower()
    assert "machine-made" in answer.stdout


def test_bundle_checks_its_project(tmp_path: Path) -> None:
    _run("demo", "--no-window", folder=tmp_path)
    project = next((tmp_path / "annotator-demo").glob("*.annotator"))
    answer = _run("check", str(project), folder=tmp_path)
    assert (answer.returncode, answer.stderr) == (0, "")


def test_bundle_doctor_finds_its_qt(tmp_path: Path) -> None:
    answer = _run("doctor", "--json", folder=tmp_path)
    assert '"qt": "6.' in answer.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="listens through a pipe with a name")
def test_bundle_shows_its_window(tmp_path: Path) -> None:
    words = Words(tmp_path / "words")
    environment = {**_environment(tmp_path / "home"), "ANNOTATOR_TEST_LOG": str(words.path)}
    process = subprocess.Popen([str(PROGRAM), "demo", str(tmp_path / "demo")], cwd=tmp_path, env=environment, text=True)
    try:
        words.wait_for("painted", process=process)
    finally:
        process.terminate()
        process.wait(60)
        words.close()


def test_bundle_leaves_unused_parts_out() -> None:
    names = {path.name for path in BUNDLE.rglob("*") if path.is_file()}
    unused = (
        "Qt6Qml",
        "Qt6Quick",
        "Qt6VirtualKeyboard",
        "Qt6WebEngine",
        "Qt6EglFS",
        "QtNetwork.",
        "libgtk",
        "libqgtk3",
    )
    assert sorted(name for name in names if any(word in name for word in unused)) == []


def test_bundle_is_no_larger_than_what_it_is_made_of() -> None:
    """PySide6, shiboken6, numpy, regex and the rest take about 320 MB installed."""
    sizes = [path.stat().st_size for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(sizes) < 320e6


def test_bundle_carries_licences_and_resources() -> None:
    names = {path.relative_to(BUNDLE).as_posix() for path in BUNDLE.rglob("*") if path.is_file()}
    for wanted in ("LICENSE", "NOTICE.md", "resources/codebooks/trust.json", "resources/sample/articles.json"):
        assert any(name.endswith(wanted) for name in names), wanted
