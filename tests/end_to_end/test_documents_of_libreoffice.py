# SPDX-License-Identifier: MIT
"""One article as LibreOffice wrote it in each of its formats: words, title and what is told beside them."""

from pathlib import Path

import pytest

from annotator import operations
from annotator.exchange.articles.article_kinds import HEAD_BYTES, kind_of
from annotator.exchange.articles.article_reading import read_article
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import HtmlText, Lines, ReadingOptions

FILES = Path(__file__).resolve().parents[1] / "exchange" / "files" / "libreoffice"
TITLE = "The ferry nobody voted for"
SIGN = "A sign reads 渡し船は信頼できない and, below it, \U0001f6a2.\nNobody waits."
SAID = "“Trust us,” it said."
BEFORE = "The council said nothing for 12\u00a0weeks; then the ferry"
STRUCTURED = (
    f"{TITLE}\n\n{BEFORE} came at dawn.[1] {SAID}\n\nWhat it cost\n\na slip\u00adway of oak\ntwo winters\n\n"
    f"Fare\tPence\nChild\t40\n\n{SIGN}\n\nThe mayor  declined\tto answer.\n\n[1] Minutes of the harbour committee."
)
WITH_DELETION = f"{BEFORE}, it was whispered, came at dawn."


def _read(name: str, options: ReadingOptions | None = None) -> IncomingArticle:
    data = (FILES / name).read_bytes()
    kind = kind_of(name, data[:HEAD_BYTES])
    assert kind.value == name.rsplit(".", 1)[1]
    (article,) = read_article(data, kind=kind, name=name, options=options or ReadingOptions())
    return article


@pytest.mark.parametrize("name", ["ferry.docx", "ferry.odt"])
def test_documents_have_the_words_in_their_structure(name: str) -> None:
    article = _read(name)
    assert article.decoded.body == STRUCTURED
    assert {"title": TITLE, "author": "Ines Okoye", "created": "2026-03-04"}.items() <= article.metadata.items()


@pytest.mark.parametrize("name", ["ferry.docx", "ferry.odt"])
def test_comments_and_what_was_deleted_are_told(name: str) -> None:
    notes = _read(name).notes
    assert notes[:2] == ("1 comment is left out.", "Comment by Reader, left out: Which two?")
    assert "1 deleted (left out)" in notes[2]
    assert notes[3] == "Deleted by Sub-editor, left out: , it was whispered,"


def test_rich_text() -> None:
    article = _read("ferry.rtf")
    assert article.decoded.body == (
        f"{TITLE}\n{WITH_DELETION} {SAID}\nWhat it cost\na slip\u00adway of oak\ntwo winters\n"
        f"Fare\tPence\nChild\t40\n{SIGN}\nThe mayor  declined\tto answer."
    )
    assert article.metadata == {"title": TITLE, "author": "Ines Okoye", "created": "2026-03-04"}
    assert [note.split(" left out")[0] for note in article.notes[:2]] == ["1 footnote", "1 comment"]
    assert "tracked changes" in article.notes[2]


@pytest.mark.parametrize("text", [HtmlText.MAIN, HtmlText.WHOLE])
def test_web_page_loses_nothing(text: HtmlText) -> None:
    article = _read("ferry.html", ReadingOptions(html_text=text))
    lines = [line.strip() for line in article.decoded.body.splitlines() if line.strip()]
    assert lines == [
        TITLE, f"{WITH_DELETION}1 {SAID}", "What it cost", "a slip\u00adway of oak", "two winters",
        "Fare", "Pence", "Child", "40", *SIGN.splitlines(), "The mayor declined to answer.",
        "1Minutes of the harbour committee.",
    ]  # fmt: skip
    assert article.metadata == {"title": TITLE, "author": "Ines Okoye"}


def test_book() -> None:
    article = _read("ferry.epub")
    paragraphs = article.decoded.body.split("\n\n")
    assert paragraphs[:5] == [
        TITLE,
        f"{WITH_DELETION}1 {SAID}",
        "What it cost",
        "a slip\u00adway of oak",
        "two winters",
    ]
    assert SIGN in paragraphs
    assert article.metadata == {"title": TITLE, "author": "Ines Okoye", "language": "en-GB"}


def test_page_as_it_is_printed() -> None:
    """A page has no soft hyphens and no no-break spaces: nobody sees them."""
    body = _read("ferry.pdf", ReadingOptions(pdf_lines=Lines.JOINED)).decoded.body
    words = " ".join(body.split())
    assert f"{TITLE} The council said nothing for 12 weeks; then the ferry, it was whispered, came at dawn." in words
    assert "slipway of oak" in words
    assert " ".join(SIGN.split()) in words
    assert words.endswith("The mayor declined to answer. 1 Minutes of the harbour committee.")
    article = _read("ferry.pdf")
    assert {"title": TITLE, "author": "Ines Okoye"}.items() <= article.metadata.items()


def test_all_of_them_are_imported(tmp_path: Path) -> None:
    """Of the two whose text is the same one is an article; the others, a little different each, are near-identical."""
    project = operations.new_project(tmp_path / "p.annotator", lead=operations.person("Ada"))
    try:
        paths = sorted(path for path in FILES.iterdir() if path.suffix not in (".md", ".fodt"))
        preview = operations.preview_articles(project, paths=paths)
        verdicts = {row.file: row.verdict for row in preview.rows}
        assert verdicts.pop("ferry.odt") is operations.ImportVerdict.REPEATED
        assert set(verdicts.values()) == {operations.ImportVerdict.NEW}
        assert {row.title for row in preview.rows} == {TITLE}
    finally:
        operations.close_project(project)
