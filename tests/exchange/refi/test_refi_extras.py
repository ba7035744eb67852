# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest
from exchange.made_corpora import CODERS, CODES, corpus_of, with_regions

from annotator.exchange.json_objects import Fault
from annotator.exchange.refi.refi_extras import extras_path, read_extras
from annotator.exchange.refi.refi_writer import write_refi


def test_the_extras_lie_beside(tmp_path: Path) -> None:
    assert extras_path(tmp_path / "a b.qdpx").name == "a b.extras.json"
    assert read_extras(tmp_path / "a.qdpx", archive_sha256="") is None


def test_the_extras_say_all_but_texts_and_codings(tmp_path: Path) -> None:
    corpus = with_regions(corpus_of("One two", (0, 3)))
    write_refi(corpus, tmp_path / "a.qdpx")
    extras = read_extras(tmp_path / "a.qdpx", archive_sha256="0" * 64)
    assert extras is not None
    assert not extras.is_of_archive
    assert (tuple(extras.coders.values()), tuple(extras.codes.values())) == (CODERS, CODES)
    assert extras.completions == corpus.completions
    assert [region.quote for region in extras.regions] == ["O"]
    assert list(extras.documents) == [corpus.documents[0].id]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"version": 1', '"version": 2'),
        ('"codebook_revisions": []', '"codebook_revisions": [1]'),
        ('"id": "', '"id": "x'),
    ],
)
def test_what_we_could_not_have_written_is_a_fault(tmp_path: Path, old: str, new: str) -> None:
    write_refi(corpus_of("One two", (0, 3), memo="m"), tmp_path / "a.qdpx")
    beside = extras_path(tmp_path / "a.qdpx")
    text = beside.read_text(encoding="utf-8")
    assert old in text
    beside.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(Fault):
        read_extras(tmp_path / "a.qdpx", archive_sha256="")
