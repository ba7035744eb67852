# SPDX-License-Identifier: MIT
"""The files that travel with the program are found in the package, else in the checkout."""

import json
from importlib import metadata
from pathlib import Path

import pytest

from annotator import resources
from annotator.resources import demo_corpus, resource


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """An installed package's resources and a checkout's, each with a file of its own and one of the same name."""
    packaged, checkout = tmp_path / "package" / "resources", tmp_path / "checkout" / "resources"
    for folder, own in ((packaged, "packaged.txt"), (checkout, "checkout.txt")):
        folder.mkdir(parents=True)
        (folder / own).touch()
        (folder / "both.txt").touch()
        (folder / "sample").mkdir()
    monkeypatch.setattr(resources, "_PACKAGED", packaged)
    monkeypatch.setattr(resources, "_CHECKOUT", checkout)
    return packaged, checkout


def test_the_package_goes_first(places: tuple[Path, Path]) -> None:
    packaged, _ = places
    assert resource("both.txt") == packaged / "both.txt"
    assert resource("packaged.txt") == packaged / "packaged.txt"


def test_an_editable_install_finds_the_checkout(places: tuple[Path, Path]) -> None:
    _, checkout = places
    assert resource("checkout.txt") == checkout / "checkout.txt"


def test_what_is_in_neither_is_an_error(places: tuple[Path, Path]) -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.txt"):
        resource("nothing.txt")


def test_the_demonstration_takes_the_articles_of_the_checkout(places: tuple[Path, Path]) -> None:
    seeds = places[1].parent / "seeds"
    seeds.mkdir()
    (seeds / "articles.json").touch()
    assert demo_corpus() == seeds


class Installed(metadata.PathDistribution):
    """A package installed some other way than by a link into the checkout: with the note of its installer, if any."""

    def __init__(self, note: str | None) -> None:
        self._note = note

    def read_text(self, filename: str) -> str | None:
        return self._note if filename == "direct_url.json" else None


@pytest.fixture
def checkout_elsewhere(places: tuple[Path, Path], tmp_path: Path) -> Path:
    """A checkout with articles that the installed package does not lie in."""
    seeds = tmp_path / "where it came from (ü)" / "seeds"
    seeds.mkdir(parents=True)
    (seeds / "articles.json").touch()
    return seeds.parent


def test_a_plain_install_takes_the_articles_of_the_checkout_it_was_made_from(
    checkout_elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = json.dumps({"url": checkout_elsewhere.as_uri(), "dir_info": {}})
    monkeypatch.setattr(metadata, "distribution", lambda name: Installed(note))
    assert demo_corpus() == checkout_elsewhere / "seeds"


@pytest.mark.parametrize(
    "note",
    [
        None,
        "",
        "no JSON",
        "[]",
        "{}",
        '{"url": 1}',
        '{"url": "https://example.org/checkout"}',
        '{"url": "file:///gone/from/here", "dir_info": {}}',
        '{"url": "file:///a/wheel.whl", "archive_info": {}}',
    ],
)
def test_without_them_it_takes_the_sample(
    note: str | None, places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metadata, "distribution", lambda name: Installed(note))
    assert demo_corpus() == places[0] / "sample"


def test_a_package_that_nobody_installed_takes_the_sample(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", unknown)
    assert demo_corpus() == places[0] / "sample"


@pytest.mark.parametrize("name", ["codebooks/trust.json", "sample/articles.json", "icons/annotator.svg"])
def test_what_the_program_asks_for_is_there(name: str) -> None:
    assert resource(name).is_file()
