# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest
from exchange.made_documents import docx, word_paragraph
from exchange.made_refi import SOURCE, archive

from annotator.exchange.containers import opened_container
from annotator.exchange.refi.refi_parts import Source
from annotator.exchange.refi.refi_texts import MissingText, SourceText, SourceTexts


def text_of(
    folder: Path, members: dict[str, bytes], *, plain: str = "", rich: str = "", content: str | None = None
) -> SourceText:
    source = Source(SOURCE, "Article", plain, rich, content, "", (), (), (), ())
    with opened_container(archive(folder / "a.qdpx", b"", members)) as container:
        return SourceTexts(container).text_of(source)


@pytest.mark.parametrize("data", ["One\r\n北京".encode(), "\ufeffOne\r\n北京".encode(), "One\r\n北京".encode("utf-16")])
def test_a_plain_text_in_the_encodings_that_are_certain(tmp_path: Path, data: bytes) -> None:
    found = text_of(tmp_path, {"sources/a.txt": data}, plain="internal://A.TXT")
    assert (found.text.body, found.is_replaced) == ("One\n北京", False)


def test_the_inline_text_goes_first(tmp_path: Path) -> None:
    assert text_of(tmp_path, {"sources/a.txt": b"x"}, plain="internal://a.txt", content="inline").text.body == "inline"


def test_a_docx_stands_in_for_an_empty_text(tmp_path: Path) -> None:
    members = {"sources/a.txt": b"\n", "sources/a.docx": docx(word_paragraph("One two"))}
    found = text_of(tmp_path, members, plain="internal://a.txt", rich="internal://a.docx")
    assert (found.text.body.strip(), found.is_replaced) == ("One two", True)


@pytest.mark.parametrize(
    ("plain", "rich", "content"),
    [
        ("", "", None),
        ("internal://none.txt", "", None),
        ("absolute:///etc/hostname", "", None),
        ("internal://a.txt", "", None),
        ("internal://b.txt", "", None),
        ("", "internal://a.docx", None),
        ("", "relative:///a.docx", None),
        ("", "", " \n"),
        ("internal://../../etc/hostname", "", None),
    ],
)
def test_what_is_not_there_is_missing_with_a_reason(tmp_path: Path, plain: str, rich: str, content: str | None) -> None:
    members = {"sources/a.txt": b" ", "sources/b.txt": b"\xff\xff", "sources/a.docx": b"no document"}
    with pytest.raises(MissingText) as missing:
        text_of(tmp_path, members, plain=plain, rich=rich, content=content)
    assert str(missing.value)
