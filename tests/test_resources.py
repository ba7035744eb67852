# SPDX-License-Identifier: MIT
"""The files that travel with the program are found in the package, else in the checkout."""

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


def test_without_them_it_takes_the_sample(places: tuple[Path, Path]) -> None:
    assert demo_corpus() == places[0] / "sample"


@pytest.mark.parametrize("name", ["codebooks/trust.json", "sample/articles.json", "icons/annotator.svg"])
def test_what_the_program_asks_for_is_there(name: str) -> None:
    assert resource(name).is_file()
