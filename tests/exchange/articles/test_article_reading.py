# SPDX-License-Identifier: MIT
"""Files of several kinds through the workers: what this process would read, in the same order."""

from pathlib import Path

import pytest

from annotator.domain import Refused
from annotator.exchange import guarded_reading
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.exchange.articles.article_reading import Source, _from_plain, read_article, read_articles
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import ReadingOptions


def test_workers_read_what_this_process_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes("caf\xe9\r\n".encode("cp1252"))
    html = b"<title>T</title><p>One \xc3\xa9 paragraph.</p>"
    sources = [
        Source(ArticleKind.TEXT, b"one", "a"),
        Source(ArticleKind.HTML, html, "b/b.html"),
        Source(ArticleKind.TEXT, path, "c.txt"),
        Source(ArticleKind.TEXT, b"\0", "d"),
    ]
    options = ReadingOptions(encoding="cp1252")
    monkeypatch.setattr(guarded_reading, "may_start_workers", lambda: False)
    here = list(read_articles(sources, options=options))
    monkeypatch.setattr(guarded_reading, "may_start_workers", lambda: True)
    there = list(read_articles(sources, options=options))
    assert there[:3] == here[:3]
    assert there[1] == read_article(html, kind=ArticleKind.HTML, name="b/b.html", options=options)
    assert there[2][0].decoded.body == "caf\xe9\n"
    assert there[2][0].decoded.line_ends_changed == 1
    assert isinstance(there[0][0], IncomingArticle)
    assert isinstance(there[3], Refused)
    assert there[3].where == "d"


def test_tables_are_not_read_here() -> None:
    with pytest.raises(ValueError, match="no single text"):
        list(read_articles([Source(ArticleKind.CSV, b"a", "a")]))


_WORDS = ["a", "b", "c", "d", "guessed"]


@pytest.mark.parametrize(
    "answer",
    [
        None,
        1,
        "a",
        {},
        [1],
        [[["a"], 1, [], [], []]],
        [[["a", "b", "c", "d", "unheard of"], 1, [], [], []]],
        [[_WORDS, "1", [], [], []]],
        [[_WORDS, 1, ["x"], [], []]],
        [[_WORDS, 1, [], [], [1]]],
    ],
)
def test_nonsense_of_a_worker_is_refused(answer: object) -> None:
    found = _from_plain(answer, "n")  # type: ignore[arg-type]  # nonsense is meant
    assert isinstance(found, Refused)
    assert found.where == "n"
