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
    assert "3 articles compared" in answer.stdout, "the sample that travels along, not a checkout's articles"


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
        "Qt6Network",
        "libkrb5",
        "libreadline",
        "libgtk",
        "libqgtk3",
    )
    assert sorted(name for name in names if any(word in name for word in unused)) == []


def test_bundle_does_not_say_where_it_was_built() -> None:
    path = str(ROOT).encode()
    assert not [each for each in BUNDLE.rglob("*") if each.is_file() and path in each.read_bytes()]


def test_bundle_has_no_tests_and_no_tools() -> None:
    names = {path.relative_to(BUNDLE).as_posix() for path in BUNDLE.rglob("*")}
    assert not {name for name in names if name.endswith("/tests") or "/tests/" in name}
    tops = {name.split("/")[1] for name in names if name.startswith("_internal/")}
    assert not tops & {"scipy", "sklearn", "nltk", "statsmodels", "krippendorff", "pip", "setuptools", "pytest", "mypy"}


def test_bundle_is_no_larger_than_what_it_is_made_of() -> None:
    """The budget is 1.3 times what is installed; without tests, sources and unused parts of Qt it is less than once."""
    mine = sum(path.stat().st_size for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink())
    answer = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "notices.py"), "--size"], capture_output=True, text=True, check=True
    )
    installed = int(answer.stdout)
    print(f"bundle {mine / 1e6:.0f} MB, installed {installed / 1e6:.0f} MB, ratio {mine / installed:.2f}")
    assert mine < installed


def test_bundle_can_do_all_that_the_program_can(tmp_path: Path) -> None:
    answer = _run("self-test", folder=tmp_path)
    assert (answer.returncode, answer.stderr) == (0, "")
    *lines, last = answer.stdout.splitlines()
    assert last == "All parts work."
    assert {line[:8] for line in lines} == {"OK      "}
    assert not (tmp_path / "home").exists() or not list((tmp_path / "home").glob("data/*"))


def test_bundle_carries_licences_and_resources() -> None:
    names = {path.relative_to(BUNDLE).as_posix() for path in BUNDLE.rglob("*") if path.is_file()}
    for wanted in (
        *("LICENSE", "NOTICE.md", "licences/LGPL-3.0.txt", "licences/GPL-3.0.txt", "licences/Apache-2.0.txt"),
        *("resources/codebooks/trust.json", "resources/sample/articles.json", "resources/refi/project.xsd"),
        *("resources/news_archives/nexis_uni_english.json", "cassis/resources/dkpro-core-types.xml"),
    ):
        assert any(name.endswith(wanted) for name in names), wanted
