# SPDX-License-Identifier: MIT
"""OpenDocument text: every kind of block, exact words, white space as the format means it."""

import pytest
from exchange.made_documents import odt, odt_text, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.odt import read_odt


def _read(data: bytes) -> IncomingArticle:
    return read_odt(data, name="n")[0]


def test_every_kind_of_block() -> None:
    article = _read(
        odt(
            "<text:sequence-decls/><text:h text:outline-level='2'>Head</text:h>"
            "<text:p>First <text:span>wo<text:span>rds</text:span></text:span>,\n   and <text:a>more</text:a>.</text:p>"
            "<text:p/><text:section>"
            "<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d</text:p></text:section>"
            "<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p>"
            "</text:list-item></text:list></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>1</text:p><text:p>more</text:p></table:table-cell>"
            "<table:covered-table-cell/><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row>"
            "<table:table-row table:number-rows-repeated='1000000'><table:table-cell/></table:table-row></table:table>"
            "<text:p>Last.</text:p>"
        )
    )
    assert article.decoded.body == ("Head\n\nFirst words, and more.\n\na  b\tc\nd\n\none\ntwo\n\n1 more\t2\n\nLast.")
    assert article.metadata == {"title": "A title", "author": "Ann B", "created": "2024-03-05"}
    assert article.notes == ()


def test_notes_frames_comments_and_changes() -> None:
    article = _read(
        odt(
            "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Bob</dc:creator>"
            "</office:change-info><text:p>deleted words</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes>"
            "<text:p>Words<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
            "<text:p>More.</text:p></text:note-body></text:note> and<office:annotation><dc:creator>Cy</dc:creator>"
            "<text:p>Is it?</text:p></office:annotation> on."
            "<frame><text-box><text:p>In a frame.</text:p></text-box></frame>"
            "</text:p><text:p>Last.</text:p>"
        )
    )
    assert article.decoded.body == "Words[1] and on.\n\nIn a frame.\n\nLast.\n\n[1] A note.\nMore."
    assert article.notes == (
        "1 comment is left out.",
        "Comment by Cy, left out: Is it?",
        "There are tracked changes: 1 deleted (left out); what was inserted is taken as text.",
        "Deleted by Bob, left out: deleted words",
    )


HOSTILE = {
    "no container": b"words",
    "nothing": b"",
    "no content": zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
    "empty": odt(""),
    "another document": zipped({"content.xml": "<a/>"}),
    "encrypted": zipped({"content.xml": b"\x01\x02", "META-INF/manifest.xml": "<m><encryption-data/></m>"}),
    "encrypted as a whole": zipped({"encrypted-package": b"\x01\x02"}),
    "bomb of entities": zipped({"content.xml": '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'}),
    "doctype in the properties": zipped({"content.xml": "<a/>", "meta.xml": "<!DOCTYPE a><a/>"}),
    "nested": odt("<text:section>" * 10_000 + "</text:section>" * 10_000),
    "bomb": zipped({"content.xml": b"\0" * 3_000_000}),
    "slip": zipped({"../content.xml": "<a/>"}),
    "wrong encoding": zipped({"content.xml": '<?xml version="1.0" encoding="utf-8"?><a>\xe9</a>'.encode("cp1252")}),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_document_is_one_sentence(what: str) -> None:
    with pytest.raises(Refused) as refused:
        _read(HOSTILE[what])
    assert "nothing" in refused.value.sentence
    assert "\n" not in refused.value.sentence


def test_numbers_that_are_none_or_too_large() -> None:
    words = "a<text:s text:c='999999999'/>b<text:s text:c='-1'/>c<text:s text:c='999999'/>d"
    body = f"<text:h text:outline-level='²'>H</text:h><text:p>{words}</text:p>"
    assert _read(odt(body)).decoded.body == f"H\n\na b c{' ' * 1000}d"


@pytest.mark.parametrize("depth", [60, 150])
def test_nested_within_the_limit(depth: int) -> None:
    assert _read(odt("<text:section>" * depth + "<text:p>x</text:p>" + "</text:section>" * depth)).decoded.body == "x"
    spans = "<text:span>" * depth + "x" + "</text:span>" * depth
    assert _read(odt(f"<text:p>{spans}</text:p>")).decoded.body == "x"


@pytest.mark.parametrize("twentieth", range(20))
def test_cut_short_anywhere(twentieth: int) -> None:
    data = odt("<text:p>words</text:p>")
    with pytest.raises(Refused):
        _read(data[: len(data) * twentieth // 20])


_STORABLE = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
_ODD = st.sampled_from(
    [
        "a\xa0b",
        "a\xadb",
        "a\u2028b",
        "𝒳y",
        "新聞記事",
        "e\u0301",
        "👨\u200d👩\u200d👧",
        "a\u200bb",
        "a  b\tc\nd",
        " <&> ",
    ]
)


@settings(deadline=None)
@given(
    st.lists(
        st.text(_STORABLE, min_size=1).filter(lambda text: any(map(str.isalnum, text))) | _ODD, min_size=1, max_size=5
    )
)
def test_words_come_through_as_they_are(paragraphs: list[str]) -> None:
    body = "".join(f"<text:p>{odt_text(text)}</text:p>" for text in paragraphs)
    assert _read(odt(body)).decoded.body == "\n\n".join(paragraphs)
