# SPDX-License-Identifier: MIT
"""Rich text: code pages, characters beyond them, tables, and what is left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import Refused, UsageError
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import ReadingOptions
from annotator.exchange.articles.rtf import read_rtf


def _read(source: str | bytes, **options: object) -> IncomingArticle:
    data = source.encode("ascii") if isinstance(source, str) else source
    return read_rtf(data, name="n", options=ReadingOptions(**options))[0]  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{\rtf1\ansi\ansicpg1252 caf\'e9\par b\tab c\line d\~e\-f}", "café\nb\tc\nd\xa0e\xadf"),
        (r"{\rtf1\ansicpg1251 \'e6\'f3\'ea}", "жук"),
        (r"{\rtf1\ansicpg936 \'c4\'e3\'ba\'c3}", "你好"),
        (r"{\rtf1\ansicpg932 \'93\'fa\'96\'7b}", "日本"),
        (r"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f0 \'e9 \f1 \'e9}", "é й"),
        (r"{\rtf1\uc1 \u8364? \u-10179?\u-8704? \u8232?x}", "€ 😀 \u2028x"),
        (r"{\rtf1 a\{b\}c\\d \\cell}", r"a{b}c\d \cell"),
        (r"{\rtf1 {\b bold} {\i it}{\*\unheard of}{\pict 0123}.}", "bold it."),
        (r"{\rtf1 \trowd a\cell b\cell\row c\cell d\cell\row}", "a\tb\nc\td"),
        (r'{\rtf1 see {\field{\*\fldinst{HYPERLINK "https://example.org"}}{\fldrslt here}}.}', "see here."),
        (r"{\rtf1 {\listtext\pard 1.\tab}one\par{\pntext {\f3\'B7}\tab}two}", "one\ntwo"),
        ('{\\rtf1 The word HYPERLINK "x" stands.}', 'The word HYPERLINK "x" stands.'),
    ],
)
def test_words(source: str, text: str) -> None:
    assert _read(source).decoded.body == text


def test_bytes_beyond_ascii_are_of_the_code_page() -> None:
    assert _read(b"{\\rtf1\\ansicpg1251 \xe6\xf3\xea}").decoded.body == "жук"
    assert _read(b"{\\rtf1 \xe6}", encoding="cp1251").decoded.body == "ж"
    with pytest.raises(UsageError, match="not an encoding"):
        _read(b"{\\rtf1 a}", encoding="klingon")


def test_what_it_says_of_itself_and_what_is_left_out() -> None:
    article = _read(
        r"{\rtf1\ansicpg1252{\info{\title A \'e9 title}{\author Ann B}{\creatim\yr2024\mo3\dy5\hr1}}"
        r"Words{\footnote A note}{\*\footnote Another}"
        r"{\*\annotation A comment} {\deleted gone}.}"
    )
    assert article.decoded.body == "Words gone."
    assert article.decoded.encoding == "cp1252"
    assert article.metadata == {"title": "A é title", "author": "Ann B", "created": "2024-03-05"}
    assert article.notes == (
        "2 footnotes left out; saved as .docx they can be taken.",
        "1 comment left out; saved as .docx they can be taken.",
        "Words deleted as tracked changes are taken as text; accept the changes first to be rid of them.",
    )


def test_a_wrong_code_page_is_told() -> None:
    article = _read(r"{\rtf1\ansicpg932 a\'82 b{\info{\creatim\yr2024\mo13\dy5}}}")
    assert article.decoded.body == "a\ufffd b"
    assert "another code page" in article.notes[0]
    assert article.metadata == {}


@pytest.mark.parametrize(
    "source",
    [
        "",
        "words",
        "{\\rtf",
        "{\\rtf1}",
        "{\\rtf1 \\u99999999? x}",
        "{\\rtf1 \\uc \\u1 x}",
        "{\\rtf1 }}}}",
        "{\\rtf1" + "{" * 10_000,
    ],
)
def test_what_is_no_text_is_one_sentence(source: str) -> None:
    with pytest.raises(Refused) as refused:
        _read(source)
    assert "nothing" in refused.value.sentence
    assert "\n" not in refused.value.sentence


def test_nesting_and_binary_pictures() -> None:
    assert _read("{\\rtf1 " + "{" * 10_000 + "x" + "}" * 10_000 + "}").decoded.body == "x"
    assert _read(b"{\\rtf1 a{\\pict\\bin4 \xff{{\xfe}b}").decoded.body == "ab"


def test_a_large_file_is_refused() -> None:
    with pytest.raises(Refused, match="save it as"):
        _read(b"{\\rtf1 " + b"x" * 20_000_000)


SAMPLE = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 A;}}{\info{\title T}}"
    r"\f0 caf\'e9 \u8364? \u-10179?\u-8704?\par b\cell\row}"
)


@pytest.mark.parametrize("twentieth", range(20))
def test_cut_short_anywhere(twentieth: int) -> None:
    try:
        article = _read(SAMPLE[: len(SAMPLE) * twentieth // 20])
    except Refused as refused:
        assert "nothing" in refused.sentence  # noqa: PT017  # both ends are right; any other error fails
    else:
        assert article.decoded.body


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_bytes_that_were_changed_are_read_or_refused(data: st.DataObject) -> None:
    changed = bytearray(SAMPLE.encode())
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(5, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        _read(bytes(changed))
    except Refused as refused:
        assert refused.sentence  # noqa: PT017  # as above


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: any(map(str.isalnum, text)))
)
def test_every_character_comes_through(text: str) -> None:
    units = text.encode("utf-16-le")
    numbers = [int.from_bytes(units[place : place + 2], "little", signed=True) for place in range(0, len(units), 2)]
    assert _read("{\\rtf1\\uc0 " + "".join(f"\\u{number} " for number in numbers) + "}").decoded.body == text
