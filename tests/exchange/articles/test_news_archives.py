# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.articles.news_archive_rules import ArchiveRule, read_archive_rule
from annotator.exchange.articles.news_archives import LENGTH, fitting_rule, split_archive
from annotator.resources import resource

RULES = {path.stem: read_archive_rule(path) for path in sorted(resource("news_archives").glob("*.json"))}
ALL = list(RULES.values())

TEXT = """\f

                               1 of 2 DOCUMENTS


                           The Northern Courier (London)

                              January 4, 2010 Monday

Minister says the two capitals have never been
closer

BYLINE: Jane Doe and John Roe,
Correspondents

SECTION: HOME PAGES; Pg. 4

LENGTH: 23 words

The minister said on Monday that trust was
there. One two three.

Second paragraph of 500 words: the text has words which
count to twenty.

LOAD-DATE: January 5, 2010

LANGUAGE: ENGLISH

                   Copyright 2010 Courier Limited
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                           The Northern Courier (London)

                              February 2010

A notice

LENGTH: 3 words

Three words here.

LOAD-DATE: February 4, 2010
"""

NEXIS_UNI = """Minister says trust is there
The Northern Courier
March 3, 2020 Tuesday\u00a0
Late Edition - Final

Copyright 2020 The Northern Courier Company
Section: Section A; Column 0; Foreign Desk; Pg. 10
Length: 9 words
Byline: By Anton Example
Body

MOSCOW — Words of the text.

Length: this is text

Graphic

PHOTO: two men

Load-Date: March 4, 2020

End of Document
Second title
Other Paper
March 5, 2020

Length: 3 words
Body

Three words here.

End of Document
"""

FACTIVA_TAGS = """HD      Trust and doubt
BY      By Anna Example
WC      9 words
PD      3 March 2020
SN      The Northern Courier
LA      English
CY      Copyright 2020
LP
First paragraph here.
TD
Second paragraph.
US troops are near.

CO      x : y
AN      Document NOCO000020200303eg3300045

HD      Two
WC      4 words
PD      4 mars 2020
SN      Other
LP      Four words are here.
AN      Document X1
"""

FACTIVA_TEXT = """Trust and doubt between capitals
By Anna Example
7 words
3 March 2020
The Northern Courier
NOCO
Late Edition - Final
1
English
Copyright 2020 The Northern Courier Company.  All Rights Reserved.

First paragraph here.

Second paragraph with words.

Document NOCO000020200303eg3300045

Second
3 words
4 March 2020
Other
English
(c) 2020 Other

Three words here.

Document X2
"""

GERMAN = """                        Dokument 1 von 1


                        Der Nordbote

                        Mittwoch 4. März 2020

Vertrauen der Nachbarn

AUTOR: Eva Beispiel

LÄNGE: 4 Wörter

Vier Wörter stehen hier.

UPDATE: 5. März 2020
"""


@pytest.mark.parametrize(
    ("text", "rule", "articles"),
    [
        (TEXT, "nexis_text_english", 2),
        (NEXIS_UNI, "nexis_uni_english", 2),
        (FACTIVA_TAGS, "factiva_tags", 2),
        (FACTIVA_TEXT, "factiva_text_english", 2),
        (GERMAN, "nexis_text_german", 1),
    ],
)
def test_each_kind_of_download_is_told_by_its_keywords_and_split_without_a_doubt(text, rule, articles) -> None:
    found = fitting_rule(text, ALL)
    assert found is RULES[rule]
    split = split_archive(text, found)
    assert len(split.articles) == articles
    assert split.problems == ()
    assert [article.problems for article in split.articles] == [()] * articles


def test_a_text_download_gives_head_and_joined_paragraphs() -> None:
    first, second = split_archive(TEXT, RULES["nexis_text_english"]).articles
    assert first.text == (
        "Minister says the two capitals have never been closer\n\n"
        "The minister said on Monday that trust was there. One two three.\n\n"
        "Second paragraph of 500 words: the text has words which count to twenty."
    )
    assert dict(first.metadata) == {
        "title": "Minister says the two capitals have never been closer",
        "outlet": "The Northern Courier (London)",
        "date": "2010-01-04",
        "author": "Jane Doe and John Roe, Correspondents",
        "section": "HOME PAGES; Pg. 4",
        "load_date": "January 5, 2010",
        "language": "ENGLISH",
        LENGTH: "23",
    }
    assert second.metadata["date"] == "2010-02"


def test_the_edition_below_a_centred_date_is_no_part_of_the_title() -> None:
    centred = TEXT.replace("2010 Monday\n", "2010 Monday\n                               Late Edition - Final\n")
    (first, second) = split_archive(centred, RULES["nexis_text_english"]).articles
    assert first.metadata["edition"] == "Late Edition - Final"
    assert first.metadata["title"] == "Minister says the two capitals have never been closer"
    assert "edition" not in second.metadata


def test_a_document_keeps_its_lines_and_what_only_looks_like_a_field() -> None:
    first = split_archive(NEXIS_UNI, RULES["nexis_uni_english"]).articles[0]
    assert first.text == "Minister says trust is there\n\nMOSCOW — Words of the text.\n\nLength: this is text"
    assert (first.metadata["author"], first.metadata["outlet"]) == ("Anton Example", "The Northern Courier")
    assert first.metadata["edition"] == "Late Edition - Final"
    assert "PHOTO" not in first.text


def test_tags_rule_until_the_next_tag_and_capitals_in_the_text_are_none() -> None:
    first, second = split_archive(FACTIVA_TAGS, RULES["factiva_tags"]).articles
    assert first.text == "Trust and doubt\n\nFirst paragraph here.\n\nSecond paragraph.\nUS troops are near."
    assert first.metadata["external_id"] == "Document NOCO000020200303eg3300045"
    assert second.text == "Two\n\nFour words are here."
    assert second.metadata["date"] == "2020-03-04"


def test_what_the_archive_announces_is_held_against_what_was_found() -> None:
    lost = TEXT.replace("2 of 2 DOCUMENTS", "2 of 3 DOCUMENTS").replace("1 of 2", "1 of 3")
    split = split_archive(lost, RULES["nexis_text_english"])
    assert split.announced == 3
    assert split.problems == ("The archive says that it holds 3 articles; 2 were found.",)
    short = split_archive(TEXT.replace("23 words", "230 words"), RULES["nexis_text_english"]).articles[0]
    assert short.problems == ("The archive says 230 words; the text found has 25.",)


def test_an_article_without_text_or_date_says_so_and_is_shown_first() -> None:
    empty = TEXT.replace("Three words here.\n", "").replace("February 2010", "some day")
    split = split_archive(empty, RULES["nexis_text_english"])
    assert split.articles[1].problems == ("No text was found under its head.", "No date was found.")
    assert split.articles[1] in split.to_look_at


def test_a_date_that_no_calendar_has_is_cut_to_what_is_sure() -> None:
    rule = RULES["nexis_text_english"]
    split = split_archive(TEXT.replace("January 4, 2010 Monday", "February 31, 2010"), rule)
    assert split.articles[0].metadata["date"] == "2010-02"


@pytest.mark.parametrize("text", ["", "One line.\n", "End of Document\n", "1 of 3 DOCUMENTS\n", "HD\n", "\n" * 50])
def test_a_text_that_is_no_download_is_none(text) -> None:
    assert fitting_rule(text, ALL) is None


def test_an_article_in_which_a_keyword_occurs_is_no_download() -> None:
    assert fitting_rule("Title\n\nThe form ended so:\nEnd of Document\nThat was in March 3, 2020.\n", ALL) is None


@given(st.text(alphabet="HDLPTAN 0123456789of DOCUMENTS\n:\t|Length words ЖВ北𝒳\u00a0", max_size=400))
def test_no_text_breaks_a_rule_and_every_article_is_made_of_the_text(text) -> None:
    words = set(text.split())
    for rule in ALL:
        for article in split_archive(text, rule).articles:
            assert set(article.text.split()) <= words | {part for word in words for part in word.split("|")}


@given(st.lists(st.tuples(st.text("abc xyz", min_size=1), st.text("klm nop\n", min_size=1)), min_size=1, max_size=6))
def test_what_was_put_together_comes_apart_again(articles) -> None:
    articles = [(title.strip() or "t", body.strip() or "b") for title, body in articles]
    whole = "".join(
        f"{title}\nThe Paper\nMarch {number}, 2020\n\nLength: 1 words\nBody\n\n{body}\n\nEnd of Document\n"
        for number, (title, body) in enumerate(articles, start=1)
    )
    split = split_archive(whole, RULES["nexis_uni_english"])
    assert [each.metadata["date"] for each in split.articles] == [
        f"2020-03-{number:02}" for number in range(1, len(articles) + 1)
    ]
    assert [each.text.split() for each in split.articles] == [f"{title} {body}".split() for title, body in articles]


def test_a_rule_that_is_slow_to_fail_elsewhere_is_not_here() -> None:
    rule = ArchiveRule(
        "x", ends=("{any} a {id} b {number} c",), dates=("{any}{day} {any} {year}",), words=("{count} w",)
    )
    assert split_archive(("a " * 2000 + "\n") * 20, rule).articles == ()
