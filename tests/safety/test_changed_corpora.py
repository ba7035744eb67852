# SPDX-License-Identifier: MIT
"""Codings in any exchange format, changed at random: a reader gives a corpus or one sentence, and nothing else ever."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from exchange.made_corpora import corpus_of, with_regions

from annotator.domain import KnownError
from annotator.exchange.codings.brat_reader import read_brat
from annotator.exchange.codings.brat_writer import write_brat
from annotator.exchange.codings.cas_reader import cas_types, read_cas
from annotator.exchange.codings.cas_writer import write_cas
from annotator.exchange.codings.jsonl import jsonl_form, read_jsonl, write_jsonl
from annotator.exchange.codings.labelled_lines import read_labelled_lines, write_labelled_lines
from annotator.exchange.codings.webanno_reader import read_webanno
from annotator.exchange.codings.webanno_writer import write_webanno

SAMPLES = Path(__file__).parents[1] / "exchange" / "files"
CORPUS = with_regions(corpus_of("One \U0001f600 two.\nThree four", (0, 3), (4, 9), (0, 14), memo="why\nso"))
CHANGES = 80
PLANTED = (
    b"null", b"[]", b"{}", b"-1", b"1e9", b"9" * 23, b'""', b'"x"', b"\xff", b"\0", b"\\u0000", b"\\ud800", b"true",
    b"\t", b"\n", b";", b"T1", b" ", b"<a>", b"&e;",
)  # fmt: skip
WORD = re.compile(rb'"[^"]*"|\d+|\w+')


def _as_json(path: Path) -> None:
    write_cas(CORPUS, path, as_json=True)


FORMATS: dict[str, tuple[Callable[[Path], object], Callable[[Path], object]]] = {
    "brat": (lambda path: write_brat(CORPUS, path), read_brat),
    "brat.zip": (lambda path: write_brat(CORPUS, path), read_brat),
    "brat of others": (lambda path: shutil.copytree(SAMPLES / "brat_plain", path), read_brat),
    "cas": (lambda path: write_cas(CORPUS, path), lambda path: (cas_types(path), read_cas(path))),
    "cas in json": (_as_json, lambda path: (cas_types(path), read_cas(path))),
    "x.jsonl": (lambda path: write_jsonl(CORPUS, path), lambda path: (jsonl_form(path), read_jsonl(path))),
    "labelled": (lambda path: write_labelled_lines(CORPUS, path), read_labelled_lines),
    "web": (lambda path: write_webanno(CORPUS, path), read_webanno),
    "catma": (lambda path: shutil.copytree(SAMPLES / "catma", path), read_webanno),
}


def _changed(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    kind = chance.randrange(4)
    if kind == 0:
        return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
    if kind == 1 and (words := list(WORD.finditer(data))):
        word = chance.choice(words)
        return data[: word.start()] + chance.choice(PLANTED) + data[word.end() :]
    if kind == 2:
        return data[:place] + chance.choice(PLANTED) + data[place:]
    return data[:place] + data[chance.randrange(place, len(data) + 1) :]


@pytest.mark.parametrize("name", FORMATS)
def test_a_changed_file_gives_a_corpus_or_a_sentence(tmp_path: Path, name: str) -> None:
    write, read = FORMATS[name]
    path = tmp_path / name
    write(path)
    files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())
    chance = random.Random(name)
    sentences = []
    for _ in range(CHANGES):
        file = chance.choice(files)
        good = file.read_bytes()
        file.write_bytes(_changed(good, chance))
        try:
            read(path)
        except KnownError as error:
            sentences.append(error.sentence)
        file.write_bytes(good)
    assert [each for each in sentences if "\n" in each or not each.endswith(".")] == []
    read(path)
