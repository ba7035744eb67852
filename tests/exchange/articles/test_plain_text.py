# SPDX-License-Identifier: MIT
import importlib
from pathlib import Path

import pytest

from annotator.domain import Refused, UsageError
from annotator.exchange import read_plain_text
from annotator.exchange.articles.plain_text import read_text
from annotator.exchange.articles.reading_options import ReadingOptions


def test_name_and_text(tmp_path: Path) -> None:
    path = tmp_path / "新聞 1.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo")
    incoming = read_plain_text(path)
    assert incoming.name == "新聞 1.txt"
    assert incoming.decoded.body == "one\ntwo"


def test_a_chosen_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9")
    assert read_plain_text(path, encoding="cp1252").decoded.body == "café"
    with pytest.raises(UsageError, match=r"a\.txt: 'nonsense' is not an encoding"):
        read_plain_text(path, encoding="nonsense")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"caf\xe9", "0xE9 at position 3"),
        (b"\x7fELF\0", "NUL byte at position 4"),
        (b" \n", "only white space"),
    ],
)
def test_what_cannot_be_taken_is_one_sentence_with_the_name(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(Refused, match=sentence) as caught:
        read_plain_text(path)
    assert caught.value.where == "a.txt"


def test_folders_missing_and_large_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="folder"):
        read_plain_text(tmp_path)
    with pytest.raises(Refused, match="no such file"):
        read_plain_text(tmp_path / "missing")
    monkeypatch.setattr(importlib.import_module("annotator.exchange.articles.plain_text"), "MAXIMUM_BYTES", 10)
    (tmp_path / "large").write_bytes(b"x" * 11)
    with pytest.raises(Refused, match="larger than"):
        read_plain_text(tmp_path / "large")


def test_bytes_of_a_member_are_read_with_the_choices() -> None:
    (article,) = read_text(b"caf\xe9\r\n", name="a/b.txt", options=ReadingOptions(encoding="cp1252"))
    assert (article.name, article.decoded.body) == ("a/b.txt", "café\n")
    with pytest.raises(Refused, match="choose the encoding"):
        read_text(b"caf\xe9", name="a")
    assert read_text("Müller grüßt die Straße.".encode("cp1252"), name="a", options=ReadingOptions(guess=True))
