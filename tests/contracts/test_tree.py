# SPDX-License-Identifier: MIT
"""What the checkout holds and what it must not: layout, articles byte for byte, no host, no lock, no one's path."""

import hashlib
import json
import re

import pytest
from contracts.sources import ROOT, place, tracked_files

TOP = {"pyproject.toml", "README.md", "seeds", "annotator", "resources", "tests", "packaging", ".ci", ".gitignore"}

ARTICLES = {
    "000_22e44bbc0f68ebc4.txt": "0a4dfa06b5387ac7f523139a22b097d1e0ebc39336fbb259d95c2202c75cd40a",
    "001_da89ec935d028d48.txt": "51c3affd0c458c941f23d78e5e00dbc9380a479900255dbf898f9b1bb1511134",
    "002_935baeccb4e98146.txt": "3c82988ac6ee7292d287decd5d98108b8fe33a33ee8f00225301861e69324f5b",
    "003_3ad24007df3946f8.txt": "df1d36c051bf1a04fb558ee429b7527451e63f576f414ed066d76f07d71eefef",
    "004_f0dbce3d33935dc2.txt": "1e1b5b4f40d5a8e3bdb9af21a756f775b5ad04559581e92d182465cc7359e6d6",
}

LOCKS = re.compile(r"(^|/)(uv|poetry|pdm|Pipfile|conda-lock)\.(lock|ya?ml)$|Pipfile\.lock$|pylock.*\.toml$")

# Written in pieces, so that this file does not hold what it looks for.
HOSTS = re.compile(
    "|".join(["pypi" + r"\.(org|python)", "python" + "hosted", "index" + "[-_]url", "--find" + "-links"])
)
PATHS = re.compile("|".join(["/" + "work/", r"\.\./" + "shared", "/" + "root/", "/home/" + r"[a-z]"]))


def test_top_level_is_the_agreed_one() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked_files()} == TOP


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_articles_are_byte_for_byte(name: str) -> None:
    assert hashlib.sha256((ROOT / "seeds" / name).read_bytes()).hexdigest() == ARTICLES[name]


def test_readme_of_the_articles_lists_them() -> None:
    words = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")
    for name, digest in ARTICLES.items():
        assert name in words
        assert digest in words


def test_sample_codings_stand_in_their_texts() -> None:
    folder = ROOT / "resources" / "sample"
    for coding in sorted((folder / "codings").glob("*.jsonl")):
        for line in coding.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = (folder / row["document"]).read_bytes().decode("utf-8")
            assert text[row["start"] : row["end"]] == row["quote"]


def test_no_lock_file() -> None:
    assert [place(path) for path in tracked_files() if LOCKS.search(place(path))] == []


def _texts() -> list[tuple[str, str]]:
    found = []
    for path in tracked_files():
        if path.suffix in (".png", ".annotator", ".gz", ".ico") or path.is_relative_to(ROOT / "seeds"):
            continue
        found.append((place(path), path.read_text(encoding="utf-8", errors="replace")))
    return found


def test_no_package_index_is_named() -> None:
    assert [name for name, words in _texts() if HOSTS.search(words)] == []


def test_no_path_of_one_machine() -> None:
    assert [f"{name}: {found.group()}" for name, words in _texts() for found in PATHS.finditer(words)] == []
