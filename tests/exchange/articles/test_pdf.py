# SPDX-License-Identifier: MIT
"""PDF files: pages in order, nothing changed unasked, and what could be changed is told."""

import pytest
from exchange.made_documents import pdf
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.exchange.articles import pdf as reader
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.pdf import read_pdf
from annotator.exchange.articles.reading_options import Lines, ReadingOptions

LONG = "The first line is rather long for a page of"
TWO_PAGES = [
    [
        (760, "The head"),
        (720, LONG),
        (705, "this width and it breaks one word like para-"),
        (690, "graph; then it ends."),
        (660, "Next."),
    ],
    [(760, "Another page (the last).")],
]


def _read(data: bytes, **options: object) -> IncomingArticle:
    return read_pdf(data, name="n", options=ReadingOptions(**options))[0]  # type: ignore[arg-type]  # by name


def test_pages_and_lines_as_they_stand() -> None:
    article = _read(pdf(TWO_PAGES))
    assert article.decoded.body == (
        f"The head\n{LONG}\nthis width and it breaks one word like para-\ngraph; then it ends.\nNext.\n\n"
        "Another page (the last)."
    )
    assert article.metadata == {"title": "A title", "author": "Ann B", "created": "2024-03-05"}
    assert article.notes == (
        "Words broken by a hyphen at the end of a line: 1, kept so; they can be joined.",
        "Lines end where they end on the page; those of a paragraph can be joined.",
    )


def test_what_may_be_chosen() -> None:
    joined = _read(pdf(TWO_PAGES), pdf_hyphens_joined=True, pdf_lines=Lines.JOINED)
    assert joined.decoded.body == (
        f"The head\n{LONG} this width and it breaks one word like paragraph; then it ends.\nNext.\n\n"
        "Another page (the last)."
    )
    assert "para-graph; then" in _read(pdf(TWO_PAGES), pdf_lines=Lines.JOINED).decoded.body
    assert "paragraph; then it ends.\nNext" in _read(pdf(TWO_PAGES), pdf_hyphens_joined=True).decoded.body


def _with_heads(pages: int) -> bytes:
    words = ("north", "east", "south", "west", "up", "down")
    return pdf([
        [
            (800, "The Daily Paper"),
            *((700 - 15 * line, f"{words[number]} {words[line]}.") for line in range(4)),
            (30, f"Page {number + 1}"),
        ]
        for number in range(pages)
    ])  # fmt: skip


def test_running_heads_are_told_and_left_out_only_by_choice() -> None:
    kept = _read(_with_heads(4))
    assert kept.decoded.body.startswith("The Daily Paper\nnorth north.\n")
    assert "“Page 1” (4 pages)" in kept.notes[0]
    assert "“The Daily Paper” (4 pages)" in kept.notes[0]
    assert "can be left out" in kept.notes[0]
    without = _read(_with_heads(4), pdf_running_heads_left_out=True)
    assert without.decoded.body.startswith("north north.\nnorth east.\nnorth south.\nnorth west.\n\neast north.")
    assert "are left out" in without.notes[0]
    assert not any("Running" in note for note in _read(_with_heads(2)).notes)


def test_pages_without_text_are_told_or_refused() -> None:
    article = _read(pdf([[], [(700, "Words")], []]))
    assert article.decoded.body == "Words"
    assert article.notes[0] == "2 of 3 pages have no text (scanned or empty): 1, 3."
    with pytest.raises(Refused, match=r"scanned.*OCR"):
        _read(pdf([[], []]))


def test_a_password() -> None:
    locked = b"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
        b"12" * 32,
        b"34" * 32,
    )
    with pytest.raises(Refused, match="has a password"):
        _read(pdf(TWO_PAGES, trailer=locked))


@pytest.mark.parametrize("data", [b"", b"words", b"%PDF-1.4", b"%PDF-1.4\n" + b"[" * 100_000, pdf([])])
def test_what_is_no_file_of_pages(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        _read(data)
    assert "nothing" in refused.value.sentence


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAXIMUM_CHARACTERS", 10)
    with pytest.raises(Refused, match="split it first"):
        _read(pdf(TWO_PAGES))


@pytest.mark.parametrize("twentieth", range(20))
def test_cut_short_anywhere(twentieth: int) -> None:
    """The library mends what it can: then what is read stands in the file."""
    data = pdf(TWO_PAGES)
    try:
        body = _read(data[: len(data) * twentieth // 20]).decoded.body
    except Refused as refused:
        assert "nothing was taken" in refused.sentence  # noqa: PT017  # both ends are right; any other error fails
    else:
        assert set(body.split()) <= set(_read(data).decoded.body.split())


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_bytes_that_were_changed_are_read_or_refused(data: st.DataObject) -> None:
    changed = bytearray(pdf(TWO_PAGES))
    for _ in range(data.draw(st.integers(1, 10))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_pdf(bytes(changed), name="n")
    except Refused as refused:
        assert refused.sentence  # noqa: PT017  # as above


@pytest.mark.parametrize("words", ["été “quoted” – dash…", "no\xa0break", "100 € (a) b\\c"])
def test_words_come_through(words: str) -> None:
    shown = words.replace("\xa0", " ")  # the library makes a space of it
    assert _read(pdf([[(700, words.replace("\\", "\\\\"))]])).decoded.body in (words, shown)
