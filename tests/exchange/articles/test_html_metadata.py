# SPDX-License-Identifier: MIT
"""What a page says of itself, the surer field first, and nothing where it says nonsense."""

import json

import pytest

from annotator.exchange.articles.html import parsed_page
from annotator.exchange.articles.html_metadata import as_date, page_metadata


def _found(head: str) -> dict[str, str]:
    return page_metadata(parsed_page(f"<html><head>{head}</head><body><p>x</body></html>", name="n"))


def _described(thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def test_fields_for_sharing() -> None:
    assert _found(
        "<title>Title – Outlet</title><meta property='og:title' content='Title &amp;\n more'>"
        "<meta property='og:site_name' content='Outlet'><meta name='Author' content='Ann B'>"
        "<meta property='article:published_time' content='2024-03-05T10:00:00+01:00'>"
        "<link rel=canonical href='https://example.org/a'><meta property='og:locale' content='de_DE'>"
    ) == {
        "title": "Title & more",
        "outlet": "Outlet",
        "author": "Ann B",
        "date": "2024-03-05",
        "url": "https://example.org/a",
        "language": "de_DE",
    }


def test_fields_for_libraries_go_first_and_authors_are_gathered() -> None:
    found = _found(
        "<meta property='og:title' content='No'><meta name=citation_title content='Yes'>"
        "<meta name=citation_author content='A, B'><meta name=citation_author content='C, D'>"
        "<meta name=citation_publication_date content='2024/3'><meta name=citation_date content='2024/03'>"
        "<meta name=citation_journal_title content='Journal'>"
    )
    assert found == {"title": "Yes", "author": "A, B; C, D", "date": "2024", "outlet": "Journal"}


@pytest.mark.parametrize(
    "wrapped", [lambda thing: thing, lambda thing: [{"@type": "Person"}, thing], lambda thing: {"@graph": [1, thing]}]
)
def test_description_for_search_engines(wrapped: object) -> None:
    thing = {
        "@type": ["Thing", "NewsArticle"],
        "headline": "Head",
        "author": [{"@type": "Person", "name": "A"}, "B", 3],
        "publisher": {"name": "Outlet"},
        "datePublished": "2023-12-31",
        "url": "https://example.org/b",
        "inLanguage": "fr",
    }
    assert _found("<title>T</title>" + _described(wrapped(thing))) == {  # type: ignore[operator]  # one of three
        "title": "Head",
        "author": "A; B",
        "outlet": "Outlet",
        "date": "2023-12-31",
        "url": "https://example.org/b",
        "language": "fr",
    }


@pytest.mark.parametrize(
    "said",
    [
        "{",
        "[" * 100_000,
        "1",
        "null",
        '"a"',
        '{"@type": {}}',
        '{"@graph": 1}',
        '{"@type": "Article", "author": {"name": {}}}',
    ],
)
def test_a_description_that_is_none(said: str) -> None:
    assert _found(f'<title>T</title><script type="application/ld+json">{said}</script>') == {"title": "T"}


def test_what_cannot_be_meant_is_left_out() -> None:
    assert (
        _found(
            "<meta property='article:author' content='https://example.org/ann'><link rel=canonical href='/a'>"
            "<meta name=date content='yesterday'><meta name=pubdate content='2024-02-30'><meta name=author content=' '>"
        )
        == {}
    )


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024/03/05 10:00", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("2024-03", "2024-03"),
        (" 2024", "2024"),
        ("2024-13-01", ""),
        ("5 March 2024", ""),
        ("", ""),
    ],
)
def test_dates(value: str, date: str) -> None:
    assert as_date(value) == date
