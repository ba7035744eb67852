# SPDX-License-Identifier: MIT
"""What an installation without the checkout holds: the package and its resources, and nothing of anybody else's."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files of a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    answer = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    (wheel,) = folder.glob("discourse_annotator-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_resources_travel_inside_the_package(names: set[str]) -> None:
    mine = {
        f"annotator/resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert mine <= names
    for each in (
        "sample/codings/sample_coder1.jsonl",
        "refi/project.xsd",
        "refi/codebook.xsd",
        "news_archives/nexis_uni_english.json",
        "reports/annotated_article.html.j2",
    ):
        assert f"annotator/resources/{each}" in mine


def test_every_module_is_there(names: set[str]) -> None:
    mine = {path.relative_to(ROOT).as_posix() for path in (ROOT / "annotator").rglob("*.py")}
    assert mine <= names


def test_the_publishers_articles_stay_behind(names: set[str]) -> None:
    articles = {path.name for path in (ROOT / "seeds").glob("*.txt")}
    assert {name for name in names if name.rsplit("/", 1)[-1] in articles or name.startswith("seeds")} == set()


def test_nothing_else_comes_along(names: set[str]) -> None:
    tops = {name.split("/", 1)[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"annotator"}
    assert any(name.endswith("/LICENSE") for name in names)
