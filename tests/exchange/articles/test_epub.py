# SPDX-License-Identifier: MIT
"""Books: chapters in reading order, by the way of web pages, as one article or as many."""

import html

import pytest
from exchange.made_documents import epub, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.exchange.articles import epub as reader
from annotator.exchange.articles.epub import read_epub
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import Division, ReadingOptions
from annotator.text import How

CHAPTERS = ("<img src='cover.jpg' alt='Cover'/>", "<h1>One</h1><p>First&#160;words.</p>", "<p>Last <b>wo</b>rds.</p>")


def _read(data: bytes) -> IncomingArticle:
    return read_epub(data, name="n")[0]


def test_one_book_is_one_article() -> None:
    article = _read(epub(CHAPTERS))
    assert article.decoded.body == "One\n\nFirst\xa0words.\n\nLast words."
    assert article.metadata == {
        "title": "A book",
        "author": "Ann B; Cy D",
        "date": "2024-03-05",
        "outlet": "House",
        "language": "en",
    }
    assert article.notes == ("2 of 3 chapters have text; they stand in reading order.",)


def test_or_one_per_chapter() -> None:
    first, second = read_epub(epub(CHAPTERS), name="n", options=ReadingOptions(division=Division.CHAPTERS))
    assert (first.name, first.decoded.body) == ("n/OPS/text/c 1.xhtml", "One\n\nFirst\xa0words.")
    assert (first.metadata["title"], first.metadata["book"]) == ("One", "A book")
    assert (second.metadata["title"], second.metadata["book"]) == ("A book", "A book")
    assert second.decoded.body == "Last words."
    assert second.decoded.how is How.DECLARED
    assert first.decoded.raw_sha256 != second.decoded.raw_sha256


@pytest.mark.parametrize("head", ["<title/>", "<title></title>", "<script src='x'/>", "<style/><title>T</title>"])
def test_elements_that_xml_closes_at_once(head: str) -> None:
    article = _read(epub(["<p id='a'/><a id='b'/><p>Words<br/>and <i/>more.</p>"], head=head))
    assert article.decoded.body == "Words\nand more."


def test_entities_of_a_chapter_are_not_expanded_by_it() -> None:
    doctype = '<!DOCTYPE html [<!ENTITY e "boom"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    body = _read(epub(["<p>Words &e; &x; &amp; more.</p>"], doctype=doctype)).decoded.body
    assert "boom" not in body
    assert "root:" not in body
    assert body.endswith("Words &e; &x; & more.")


PROTECTED = '<encryption><EncryptedData><CipherReference URI="OPS/text/c%200.xhtml"/></EncryptedData></encryption>'


def _changed(old: bytes, new: str | bytes, *, chapters: tuple[str, ...] = ("<p>x</p>",)) -> bytes:
    """A book of which a member is another: ``old`` is its name."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(epub(chapters))) as archive:
        members: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    members[old.decode()] = new
    return zipped(members)


HOSTILE = {
    "no container": b"words",
    "nothing": b"",
    "no package": zipped({"mimetype": "application/epub+zip"}),
    "no way to the package": _changed(b"META-INF/container.xml", "<a/>"),
    "package that is not there": _changed(b"META-INF/container.xml", "<a><rootfile full-path='b'/></a>"),
    "package outside": _changed(b"META-INF/container.xml", "<a><rootfile full-path='../../etc/passwd'/></a>"),
    "no chapters": epub(()),
    "no text": epub(("<img/>", "")),
    "doctype of the package": _changed(b"OPS/package.opf", "<!DOCTYPE a><a/>"),
    "bomb of entities": _changed(b"OPS/package.opf", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'),
    "chapter that is not there": _changed(
        b"OPS/package.opf",
        "<a><item id='a' href='../../../etc/passwd' media-type='text/html'/><itemref idref='a'/></a>",
    ),
    "no reference": _changed(
        b"OPS/package.opf", "<a><item id='a' href='http://[' media-type='text/html'/><itemref idref='a'/></a>"
    ),
    "protected": _changed(b"META-INF/encryption.xml", PROTECTED),
    "nested": epub(["<div>" * 10_000 + "x"]),
    "bomb": _changed(b"OPS/text/c 0.xhtml", b"<p>" + b"x" * 3_000_000),
    "binary chapter": _changed(b"OPS/text/c 0.xhtml", b"\0\1\2"),
    "slip": _changed(b"../a", "x"),
}
HOSTILE["wrong encoding"] = _changed(b"OPS/text/c 0.xhtml", b'<?xml version="1.0" encoding="utf-8"?><p>\xe9</p>')


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("division", Division)
def test_what_is_no_book_is_one_sentence(what: str, division: Division) -> None:
    with pytest.raises(Refused) as refused:
        read_epub(HOSTILE[what], name="n", options=ReadingOptions(division=division))
    assert "nothing" in refused.value.sentence
    assert "\n" not in refused.value.sentence


def test_scrambled_fonts_are_no_protection_and_encodings_are_read() -> None:
    fonts = '<encryption><EncryptedData><CipherReference URI="OPS/fonts/a.otf"/></EncryptedData></encryption>'
    assert _read(_changed(b"META-INF/encryption.xml", fonts)).decoded.body == "x"
    old = '<?xml version="1.0" encoding="iso-8859-1"?><p>é</p>'.encode("latin-1")
    assert _read(_changed(b"OPS/text/c 0.xhtml", old)).decoded.body == "é"


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAXIMUM_BOOK_BYTES", 10)
    with pytest.raises(Refused, match="split it first"):
        _read(epub(CHAPTERS))


@pytest.mark.parametrize("twentieth", range(20))
def test_cut_short_anywhere(twentieth: int) -> None:
    data = epub(CHAPTERS)
    with pytest.raises(Refused):
        _read(data[: len(data) * twentieth // 20])


_STORABLE = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=" \ufffe\uffff")
_ODD = st.sampled_from(
    ["a\xa0b", "a\xadb", "a\u2028b", "𝒳y", "新聞記事", "e\u0301", "👨\u200d👩\u200d👧", "a\u200bb", "<&>/>"]
)


@settings(deadline=None)
@given(
    st.lists(
        st.text(_STORABLE, min_size=1).filter(lambda text: any(map(str.isalnum, text))) | _ODD, min_size=1, max_size=5
    )
)
def test_words_come_through_as_they_are(paragraphs: list[str]) -> None:
    assert _read(epub([f"<p>{html.escape(text)}</p>" for text in paragraphs])).decoded.body == "\n\n".join(paragraphs)
