# SPDX-License-Identifier: MIT
"""The article of a page: exact words, blocks apart, the right encoding, nothing loaded."""

import html
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.exchange.articles.html import read_html
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import HtmlText, ReadingOptions
from annotator.text import How

PAGE = (
    "<!DOCTYPE html><html lang=en><head><title>T</title><style>p {}</style><script>var a = 1</script></head><body>"
    "<nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></nav><article><h1>Head&nbsp;line</h1>"
    "<p class=byline>By Ann</p><p>First &amp; last para<b>graph</b> of the article, long enough to be seen as one.</p>"
    "<p>Second<br>line   of\n it</p><div>one</div><div>two</div><!-- no --></article>"
    "<footer>Imprint</footer></body></html>"
)


def _read(data: bytes | str, **options: object) -> IncomingArticle:
    data = data.encode() if isinstance(data, str) else data
    return read_html(data, name="n", options=ReadingOptions(**options))[0]  # type: ignore[arg-type]  # by name


def test_the_main_text_stands_alone() -> None:
    article = _read(PAGE)
    assert article.decoded.body == (
        "Head\xa0line\n\nBy Ann\n\nFirst & last paragraph of the article, long enough to be seen as one.\n\n"
        "Second\nline of it\n\none\ntwo"
    )
    assert article.notes[0].startswith("The main text is taken: 116 of the 137 characters")


def test_all_that_it_shows_and_all_that_is_typed() -> None:
    whole = _read(PAGE, html_text=HtmlText.WHOLE).decoded.body
    assert whole.startswith("Home\n")
    assert whole.endswith("\nImprint")
    assert "var a" not in whole
    assert "no" not in whole.split()
    assert _read(PAGE, html_text=HtmlText.RAW).decoded.body == PAGE


@pytest.mark.parametrize("program", ["LibreOffice 24.2 (Linux)", "Microsoft Word 15 (filtered)"])
def test_page_of_a_word_processor_keeps_its_short_lists(program: str) -> None:
    page = f"<head><meta name=Generator content='{program}'></head><p>{'Words of it. ' * 20}</p><ul><li>one</ul>"
    assert _read(page).decoded.body.split()[-1] == "one"
    assert _read(page).notes == ("All of the page is taken: a word processor wrote it.",)


@pytest.mark.parametrize("which", [HtmlText.MAIN, HtmlText.WHOLE])
def test_captions_and_pull_quotes_of_figures_stay_and_descriptions_do_not(which: HtmlText) -> None:
    figure = "<figure><img src=a alt=ALT><blockquote>Pulled.</blockquote><figcaption>Photo: B</figcaption></figure>"
    page = PAGE.replace("<div>one</div>", f"{figure}<video>VIDEO</video><svg><text>SVG</text></svg><p>one</p>")
    body = _read(page, html_text=which).decoded.body
    assert "Second\nline of it\n\nPulled.\nPhoto: B\n\none\n\ntwo" in body
    assert not any(word in body for word in ("ALT", "VIDEO", "SVG"))


def test_where_there_is_no_main_text_all_is_taken() -> None:
    article = _read("<footer>Only this.</footer>")
    assert article.decoded.body == "Only this."
    assert "No main text" in article.notes[0]


@pytest.mark.parametrize(
    ("data", "encoding", "how", "noted"),
    [
        ("<p>é", "utf-8", How.STRICT, False),
        ("<meta charset=utf-8><p>é", "utf-8", How.DECLARED, False),
        ("\ufeff<meta charset=latin-1><p>é", "utf-8", How.MARK, False),
        ("\ufeff<p>é".encode("utf-16-le"), "utf-16-le", How.MARK, False),
        ('<meta charset="iso-8859-1"><p>é\x93'.encode("latin-1"), "cp1252", How.DECLARED, False),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>é'.replace("é", "ж").encode(
                "cp1251"
            ),
            "cp1251",
            How.DECLARED,
            False,
        ),
        ("<meta charset=gb2312><p>é".encode("gb18030"), "gb18030", How.DECLARED, False),
        ("<meta charset=klingon><p>é", "utf-8", How.STRICT, True),
        ("<meta charset=ascii-armour><p>é", "utf-8", How.STRICT, True),
        ("<meta charset=utf-32><p>é", "utf-8", How.STRICT, True),
        ("<meta charset=base64><p>é", "utf-8", How.STRICT, True),
    ],
)
def test_encodings(data: str | bytes, encoding: str, how: How, noted: bool) -> None:
    article = _read(data, html_text=HtmlText.WHOLE)
    assert (article.decoded.encoding, article.decoded.how) == (encoding, how)
    assert article.decoded.body[0] in "éж"
    assert any("says that it is in" in note for note in article.notes) == noted


def test_the_choice_goes_first_and_a_wrong_one_is_refused() -> None:
    article = _read('<meta charset="utf-8"><p>\xe9'.encode("cp1252"), encoding="cp1252")
    assert (article.decoded.body, article.decoded.how) == ("é", How.CHOSEN)
    with pytest.raises(Refused, match="choose the encoding"):
        _read(b"<meta charset=utf-8><p>\xe9")


@pytest.mark.parametrize("data", ["", " \n", "<script>1</script>", "<p>\0", "<html><head></head><body></body></html>"])
def test_nothing_to_read(data: str) -> None:
    with pytest.raises(Refused):
        _read(data)


@pytest.mark.parametrize("count", [600, 100_000])
@pytest.mark.parametrize("tag", ["div", "blockquote", "span", "table", "ul"])
def test_what_is_nested_without_end_is_refused_at_once(tag: str, count: int) -> None:
    try:
        article = _read(f"<{tag}>" * count + "x")
    except Refused as refused:
        assert "nested deeper than 512" in refused.sentence  # noqa: PT017  # a parser may close what may not be nested
    else:
        assert article.decoded.body == "x"


@pytest.mark.parametrize("twentieth", range(1, 20))
def test_a_page_cut_short_is_read_as_far_as_it_goes(twentieth: int) -> None:
    try:
        article = _read(PAGE[: len(PAGE) * twentieth // 20], html_text=HtmlText.WHOLE)
    except Refused as refused:
        assert "nothing to code" in refused.sentence  # noqa: PT017  # cut within the head
    else:
        assert article.decoded.body


def test_nothing_is_loaded() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        page = (
            f"<link rel=stylesheet href={address}/a><script src={address}/b></script><img src={address}/c alt=Picture>"
            f"<iframe src={address}/d></iframe><base href={address}><meta http-equiv=refresh content='0;{address}'>"
            "<p>Words &external; &#xD800; &lt;p&gt;"
        )
        assert _read(page, html_text=HtmlText.WHOLE).decoded.body == "Words &external; \ufffd <p>"
        with pytest.raises(BlockingIOError):
            server.accept()


_COLLAPSING = " \t\n\r\f\v\0"
_WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_COLLAPSING), min_size=1).filter(
    lambda words: any(character.isalnum() for character in words)
)
_ODD = st.sampled_from(
    ["a\xa0b", "a\xadb", "a\u2028b", "𝒳y", "新聞記事", "e\u0301", "👨\u200d👩\u200d👧", "שלום a", "a\u200bb", "<&>\"'"]
)


@given(st.lists(_WORDS | _ODD, min_size=1, max_size=5))
def test_words_come_through_as_they_are(paragraphs: list[str]) -> None:
    page = "<meta charset=utf-8>" + "".join(f"<p>{html.escape(words)}</p>\n" for words in paragraphs)
    assert _read(page, html_text=HtmlText.WHOLE).decoded.body == "\n\n".join(paragraphs)
