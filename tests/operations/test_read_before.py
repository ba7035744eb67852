# SPDX-License-Identifier: MIT
"""Another look at the same files has only that read anew which is to be read otherwise, or is another file now."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from annotator.domain import KnownError
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.exchange.articles.article_reading import Source, read_articles
from annotator.exchange.articles.reading_options import HtmlText, Lines, ReadingOptions
from annotator.operations import ArticleChoices, ReadBefore, preview_articles, read_before

PAGE = (
    b"<html><body><nav>Menu</nav><article><p>One paragraph that is long enough to be text.</p></article></body></html>"
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Give the names of what the workers were asked for, call by call."""
    names: list[list[str]] = []

    def counted(
        sources: Sequence[Source], *, options: ReadingOptions, heartbeat: Callable[[], None]
    ) -> Iterator[object]:
        names.append([source.name for source in sources])
        return read_articles(sources, options=options, heartbeat=heartbeat)

    monkeypatch.setattr(read_before, "read_articles", counted)
    return names


def test_only_what_is_read_otherwise_is_read_again(tmp_path: Path, asked: list[list[str]]) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_bytes(PAGE)
    before = ReadBefore()

    def look(**reading: Any) -> list[str]:
        choices = ArticleChoices(reading=ReadingOptions(**reading))
        found = preview_articles(None, paths=[tmp_path], choices=choices, before=before)
        return [row.article.decoded.body for row in found.rows if row.article is not None]

    first = look()
    assert look() == first
    assert look(pdf_lines=Lines.JOINED) == first, "pages do not look at what is chosen for PDF"
    assert asked == [["a.html", "b.html"], [], []]
    assert look(html_text=HtmlText.WHOLE) != first
    (tmp_path / "b.html").write_bytes(PAGE.replace(b"One", b"Another"))
    os.utime(tmp_path / "b.html", ns=(1, 1))
    assert look()[0] == first[0]
    assert asked[3:] == [["a.html", "b.html"], ["b.html"]]


def test_what_was_refused_is_tried_again_and_members_are_known_by_their_bytes(asked: list[list[str]]) -> None:
    before = ReadBefore()
    bad, good = Source(ArticleKind.PDF, b"%PDF-1.7 broken", "x.pdf"), Source(ArticleKind.HTML, PAGE, "a.html")
    for _ in range(2):
        refused, taken = before.read([bad, good])
        assert isinstance(refused, KnownError)
        assert isinstance(taken, tuple)
    assert asked == [["x.pdf", "a.html"], ["x.pdf"]]


def test_a_file_that_is_gone_is_nobodys(tmp_path: Path) -> None:
    (answer,) = ReadBefore().read([Source(ArticleKind.HTML, tmp_path / "gone.html", "gone.html")])
    assert isinstance(answer, KnownError)
