# SPDX-License-Identifier: MIT
"""Articles out of tables: which column is what, how articles are called, and what is left out is listed."""

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.exchange.articles.article_tables import ROLES, articles_of_table, proposed_columns
from annotator.exchange.articles.foreign_tables import (
    ForeignRow,
    ForeignTable,
    read_json_lines_table,
    read_separated_values,
)
from annotator.exchange.findings import FindingKind


def table(*lines: tuple[str, ...]) -> ForeignTable:
    rows = tuple(ForeignRow(place, cells) for place, cells in enumerate(lines[1:], start=2))
    return ForeignTable("news.csv", lines[0], rows, delimiter=",")


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (("title", "text"), {"title": "title", "text": "text"}),
        (("Headline", "Body", "Publication"), {"title": "Headline", "text": "Body", "outlet": "Publication"}),
        (("articleId", "datePublished"), {"external_id": "articleId", "date": "datePublished"}),
        (("URL", "source_name", "FULL_TEXT"), {"url": "URL", "outlet": "source_name", "text": "FULL_TEXT"}),
        (("By-line", "content", "link"), {"author": "By-line", "text": "content", "url": "link"}),
        (("text", "body"), {"text": "text"}),
    ],
)
def test_headings_propose_their_roles(columns: tuple[str, ...], expected: dict[str, str]) -> None:
    found = proposed_columns(table(columns, tuple("x" for _ in columns)))
    known = {role: heading for role, heading in found.items() if role in expected}
    assert known == expected
    assert set(found) <= set(ROLES)


def test_without_a_heading_for_it_the_longest_column_is_the_text() -> None:
    found = proposed_columns(table(("a", "b", "title"), ("short", "a long text " * 9, "t" * 500)))
    assert found == {"title": "title", "text": "b"}


def test_json_lines_without_a_text_are_something_else() -> None:
    with pytest.raises(Refused, match="No column holds the text"):
        articles_of_table(read_json_lines_table(b'{"quote": "a long quotation", "code": "trust"}', name="a.jsonl"))


def test_a_row_is_an_article_with_what_is_known_of_it() -> None:
    made = articles_of_table(
        table(
            ("id", "title", "text", "date", "Desk", "empty"),
            ("a1", " On  trust ", "One.\r\nTwo.", "2026-03", " Politics ", ""),
            ("a2", "", "Other.", "", "", ""),
        )
    )
    first, second = made.articles
    assert (first.name, first.decoded.body, first.decoded.line_ends_changed) == ("news.csv/a1", "One.\nTwo.", 1)
    assert dict(first.metadata) == {"title": "On trust", "date": "2026-03", "external_id": "a1", "Desk": "Politics"}
    assert dict(second.metadata) == {"external_id": "a2"}
    assert made.columns["text"] == "text"


def test_names_come_from_the_row_where_an_identity_is_missing_or_shared() -> None:
    made = articles_of_table(table(("id", "text"), ("x", "1."), ("x", "2."), ("", "3."), ("y" * 99, "4."), ("z", "5.")))
    assert [each.name.removeprefix("news.csv/") for each in made.articles] == ["row 2", "row 3", "row 4", "row 5", "z"]


def test_rows_without_a_text_are_listed() -> None:
    made = articles_of_table(table(("text", "title"), ("", "A"), (" \n", "B"), ("Text.", "C"), ("\0", "D")))
    assert len(made.articles) == 1
    (finding,) = made.findings
    assert (finding.kind, finding.count) == (FindingKind.DROPPED, 3)
    assert finding.places[0] == "news.csv, line 2"


def test_columns_can_be_chosen_and_taken_away() -> None:
    made = articles_of_table(
        table(("title", "text", "summary"), ("A", "Long.", "Short.")),
        columns={"text": "SUMMARY", "title": "", "author": "text"},
    )
    (article,) = made.articles
    assert article.decoded.body == "Short."
    assert dict(article.metadata) == {"author": "Long.", "title": "A"}
    assert made.columns == {"text": "summary", "author": "text"}


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refused, match=r"no column 'bdy' for the text \(there are: title, text\)"):
        articles_of_table(table(("title", "text"), ("A", "B")), columns={"text": "bdy"})
    with pytest.raises(Refused, match="No column holds the text"):
        articles_of_table(table(("title",), ("A",)), columns={"text": ""})


WORDS = st.text(st.sampled_from(string.ascii_letters + " ,;\"'\n=é北👍\u00a0"), max_size=30)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5))
def test_every_row_of_json_lines_is_an_article_or_listed(rows: list[tuple[str, str]]) -> None:
    data = "\n".join(json.dumps({"text": text, "title": title}) for text, title in rows).encode()
    made = articles_of_table(read_json_lines_table(data, name="a.jsonl"))
    texts = [text for text, _ in rows if text.strip()]
    assert [each.decoded.body for each in made.articles] == texts
    assert len(made.articles) + sum(each.count for each in made.findings) == len(rows)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_every_text_of_a_csv_comes_back_exactly(texts: list[str]) -> None:
    lines = "".join(f'{place},"{text.replace(chr(34), chr(34) * 2)}"\n' for place, text in enumerate(texts))
    read = read_separated_values(f"id,text\n{lines}".encode(), name="a.csv", delimiter=",")
    guarded = any(each.kind is FindingKind.NOTED for each in read.findings)
    made = articles_of_table(read)
    assert [each.name for each in made.articles] == [f"a.csv/{i}" for i, text in enumerate(texts) if text.strip()]
    if not guarded:
        assert [each.decoded.body for each in made.articles] == [text for text in texts if text.strip()]
