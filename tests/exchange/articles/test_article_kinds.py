# SPDX-License-Identifier: MIT
"""What a file is, by how it begins; what is refused, with the way out."""

import io
import zipfile

import pytest

from annotator.domain import Refused
from annotator.exchange.articles.article_kinds import HEAD_BYTES, ArticleKind, kind_of, refusal_for, suffix_of


def _zip(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for each in names:
            name, _, content = each.partition("=")
            archive.writestr(name, content)
    return file.getvalue()[:HEAD_BYTES]


DOCX = _zip("[Content_Types].xml", "_rels/.rels", "word/document.xml")
XLSX = _zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")
ODT = _zip("mimetype=application/vnd.oasis.opendocument.text", "content.xml")
EPUB = _zip("mimetype=application/epub+zip", "META-INF/container.xml")
PLAIN_ZIP = _zip("a.txt=hello", "word/list.txt=hello")


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"hello", ArticleKind.TEXT),
        ("a", b"", ArticleKind.TEXT),
        ("a.md", b"# hello", ArticleKind.TEXT),
        ("a.html", b"hello", ArticleKind.HTML),
        ("A.HTM", b"hello", ArticleKind.HTML),
        ("a.txt", b"\xef\xbb\xbf<!DOCTYPE html><p>", ArticleKind.HTML),
        ("page", b"<?xml version='1.0'?>\n<!-- saved --><html lang='en'>", ArticleKind.HTML),
        ("a.txt", b"<htmlish> is no page", ArticleKind.TEXT),
        ("a.docx", DOCX, ArticleKind.DOCX),
        ("wrongly.txt", DOCX, ArticleKind.DOCX),
        ("a.docx", _zip("customXml/item1.xml"), ArticleKind.DOCX),
        ("a.xlsx", XLSX, ArticleKind.XLSX),
        ("a.odt", ODT, ArticleKind.ODT),
        ("a.zip", ODT, ArticleKind.ODT),
        ("a.epub", EPUB, ArticleKind.EPUB),
        ("a.zip", PLAIN_ZIP, ArticleKind.ZIP),
        ("a.zip", b"PK\5\6" + b"\0" * 18, ArticleKind.ZIP),
        ("a.rtf", b"{\\rtf1 hello}", ArticleKind.RTF),
        ("a.doc.txt", b"{\\rtf1 hello}", ArticleKind.RTF),
        ("a.pdf", b"%PDF-1.7", ArticleKind.PDF),
        ("a.pdf", b"\r\n\r\n%PDF-1.7", ArticleKind.PDF),
        ("a.txt", b"A text about %PDF-1.7", ArticleKind.TEXT),
        ("a.csv", b"a,b", ArticleKind.CSV),
        ("a.tsv", b"a\tb", ArticleKind.CSV),
        ("a.jsonl", b"{}", ArticleKind.JSON_LINES),
        ("folder/b.v2.JSONL", b"{}", ArticleKind.JSON_LINES),
    ],
)
def test_kinds(name: str, head: bytes, kind: ArticleKind) -> None:
    assert kind_of(name, head) is kind


@pytest.mark.parametrize(
    ("name", "head", "words"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "with a password"),
        ("a.doc", b"anything", "save it as .docx"),
        ("a.pages", PLAIN_ZIP, "export it from Pages as .docx"),
        ("a.zip", _zip("Index/Document.iwa"), "Apple Pages"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "OCR"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "OCR"),
        ("a.heic", b"\0\0\0\x18ftypheic", "nothing was taken"),
        ("a.mp3", b"ID3", "transcribe it"),
        ("a.wav", b"RIFF\0\0\0\0WAVE", "transcribe it"),
        ("a.m4a", b"\0\0\0\x20ftypM4A ", "transcribe it"),
        ("a.annotator", b"SQLite format 3\0", "merge a project"),
        ("a.rar", b"Rar!", "ordinary ZIP"),
        ("a.mhtml", b"From: ", "HTML only"),
        ("a.xls", b"", "save it as .xlsx"),
        ("a.pptx", PLAIN_ZIP, "save it as .pdf"),
        ("a.docx", b"hello", "called .docx but is none"),
        ("a.pdf", b"hello", "called .pdf but is none"),
        ("a.zip", b"", "called .zip but is none"),
    ],
)
def test_refusals(name: str, head: bytes, words: str) -> None:
    with pytest.raises(Refused, match="nothing was taken") as refused:
        kind_of(name, head)
    assert words in refused.value.sentence
    assert refused.value.where == name
    assert refused.value.sentence.count("\n") == 0


def test_suffixes_and_what_is_not_refused() -> None:
    assert suffix_of("a\\b.c\\D.TXT") == ".txt"
    assert suffix_of("folder.v2/name") == ""
    assert refusal_for(".txt", b"II am a text") == ""
    assert refusal_for("", b"") == ""
