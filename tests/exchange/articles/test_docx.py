# SPDX-License-Identifier: MIT
"""Documents of Word: every kind of block, exact words, notes at the end, and nothing that was deleted."""

import pytest
from exchange.made_documents import docx, word_paragraph, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.exchange.articles import docx as reader
from annotator.exchange.articles.blocks import Block, BlockKind
from annotator.exchange.articles.docx import docx_blocks, read_docx
from annotator.exchange.articles.incoming_article import IncomingArticle


def _read(data: bytes) -> IncomingArticle:
    return read_docx(data, name="n")[0]


def _cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(word_paragraph, paragraphs))}</w:tc>"


TABLE = f"<w:tbl><w:tr>{_cell('a', 'A')}{_cell('b')}</w:tr><w:tr>{_cell('')}{_cell('d')}</w:tr></w:tbl>"
NUMBERED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="1">{word_paragraph("A note.")}{word_paragraph("More of it.")}</w:footnote>'
)
CHANGED = (
    '<w:p><w:r><w:t xml:space="preserve">Kept </w:t></w:r><w:ins w:author="Ann"><w:r><w:t>inserted</w:t></w:r></w:ins>'
    '<w:del w:author="Bob"><w:r><w:delText>deleted words</w:delText></w:r></w:del><w:r><w:t>.</w:t></w:r></w:p>'
)
COMMENTS = f'<w:comment w:id="0" w:author="Cy">{word_paragraph("Is this so?")}</w:comment>'


def test_every_kind_of_block() -> None:
    body = (
        word_paragraph("The title", style="Title")
        + word_paragraph("Head", style="Heading1")
        + word_paragraph("First  words,\na line\tand more.")
        + word_paragraph("")
        + NUMBERED.format("one")
        + NUMBERED.format("two")
        + TABLE
        + word_paragraph("Last.")
    )
    article = _read(docx(body, numbering=NUMBERING))
    assert article.decoded.body == (
        "The title\n\nHead\n\nFirst  words,\na line\tand more.\n\none\ntwo\n\na A\tb\n\td\n\nLast."
    )
    assert article.metadata == {"title": "A title", "author": "Ann B", "created": "2024-03-05"}
    assert article.decoded.encoding == "docx"
    assert article.notes == ()


def test_blocks_for_who_looks_for_headings_and_bold_labels() -> None:
    label = '<w:r><w:rPr><w:b/></w:rPr><w:t>Length:</w:t></w:r><w:r><w:t xml:space="preserve"> 300 words</w:t></w:r>'
    blocks = docx_blocks(docx(word_paragraph("Head", style="Heading2") + f"<w:p>{label}</w:p>"), name="n")
    assert blocks == (
        Block(BlockKind.HEADING, "Head", 2),
        Block(BlockKind.PARAGRAPH, "Length: 300 words", 0, ((0, 7),)),
    )


def test_what_parts_a_note_from_its_number_is_no_word_of_it() -> None:
    run = "<w:r><w:footnoteRef/></w:r><w:r><w:tab/><w:t>A note.</w:t></w:r>"
    body = '<w:p><w:r><w:t>Words</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    notes = f'<w:footnote w:id="1"><w:p>{run}</w:p></w:footnote>'
    assert _read(docx(body, footnotes=notes)).decoded.body == "Words[1]\n\n[1] A note."


def test_notes_stand_at_the_end() -> None:
    body = '<w:p><w:r><w:t>Words</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
    article = _read(docx(body + word_paragraph("Last."), footnotes=FOOTNOTES))
    assert article.decoded.body == "Words[1].\n\nLast.\n\n[1] A note.\nMore of it."


def test_comments_and_tracked_changes_are_told_and_left_out() -> None:
    article = _read(docx(CHANGED, comments=COMMENTS))
    assert article.decoded.body == "Kept inserted."
    assert article.notes == (
        "1 comment is left out.",
        "Comment by Cy, left out: Is this so?",
        "There are tracked changes: 1 inserted (taken as text), 1 deleted (left out); to have it otherwise, accept or "
        "reject them in the document first.",
        "Deleted by Bob, left out: deleted words",
    )


def test_cells_hold_lists_and_tables() -> None:
    inner = f"<w:tc>{NUMBERED.format('one')}{NUMBERED.format('two')}{TABLE}<w:p/></w:tc>"
    article = _read(docx(f"<w:tbl><w:tr>{inner}{_cell('last')}</w:tr></w:tbl>", numbering=NUMBERING))
    assert article.decoded.body == "one two a A b d\tlast"


HOSTILE = {
    "wrong encoding": zipped(
        {"word/document.xml": '<?xml version="1.0" encoding="utf-8"?><a>\xe9</a>'.encode("cp1252")}
    ),
    "no container": b"words",
    "nothing": b"",
    "no document": zipped({"[Content_Types].xml": "<a/>"}),
    "empty document": docx(""),
    "another document": zipped({"word/document.xml": "<a/>"}),
    "doctype": zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'}),
    "doctype of another part": zipped({"word/document.xml": "<a/>", "word/styles.xml": "<!DOCTYPE a><a/>"}),
    "not well-formed": zipped({"word/document.xml": "<a>"}),
    "nested": docx("<w:ins>" * 10_000 + "</w:ins>" * 10_000),
    "nested within the limit": docx("<w:ins>" * 190 + "</w:ins>" * 190),
    "bomb": zipped({"word/document.xml": b"\0" * 3_000_000}),
    "slip": zipped({"../word/document.xml": "<a/>"}),
    "symbol without a number": docx('<w:p><w:r><w:sym w:font="X" w:char="zz"/></w:r></w:p>'),
    "span of no number": docx(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    ),
    "endless span": docx(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="9999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_document_is_one_sentence(what: str) -> None:
    with pytest.raises(Refused) as refused:
        _read(HOSTILE[what])
    assert "nothing" in refused.value.sentence
    assert "\n" not in refused.value.sentence


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAXIMUM_XML_BYTES", 100)
    with pytest.raises(Refused, match="split it first"):
        _read(docx(word_paragraph("a")))


@pytest.mark.parametrize("twentieth", range(20))
def test_cut_short_anywhere(twentieth: int) -> None:
    data = docx(CHANGED, comments=COMMENTS)
    with pytest.raises(Refused):
        _read(data[: len(data) * twentieth // 20])


_TAGS = st.sampled_from(
    ["p", "r", "t", "tbl", "tr", "tc", "ins", "del", "hyperlink", "br", "sym", "drawing", "sdt", "fldChar", "pict"]
)
_TREES = st.recursive(
    _TAGS.map(lambda tag: f"<w:{tag}/>"),
    lambda inner: st.tuples(_TAGS, st.lists(inner, max_size=3)).map(
        lambda pair: f"<w:{pair[0]}>{''.join(pair[1])}</w:{pair[0]}>"
    ),
    max_leaves=10,
)


@settings(max_examples=100, deadline=None)
@given(_TREES)
def test_xml_that_word_would_not_write_is_read_or_refused(tree: str) -> None:
    try:
        _read(docx(tree + word_paragraph("x")))
    except Refused as refused:
        assert refused.sentence  # noqa: PT017  # both ends are right; any other error fails


_STORABLE = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
_ODD = st.sampled_from(
    ["a\xa0b", "a\xadb", "a\u2028b", "𝒳y", "新聞記事", "e\u0301", "👨\u200d👩\u200d👧", "a\u200bb", "a  b\tc", "<&>"]
)


@settings(deadline=None)
@given(
    st.lists(
        st.text(_STORABLE, min_size=1).filter(lambda text: any(map(str.isalnum, text))) | _ODD, min_size=1, max_size=5
    )
)
def test_words_come_through_as_they_are(paragraphs: list[str]) -> None:
    assert _read(docx("".join(map(word_paragraph, paragraphs)))).decoded.body == "\n\n".join(paragraphs)
