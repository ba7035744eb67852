# SPDX-License-Identifier: MIT
"""What workers have read of files already, so that another look at the same files reads only what is to be read anew.

A file is the same while its size and its time of change are; how it is read counts only as far as its
format looks at it: another choice for PDF leaves web pages as they are.
"""

import hashlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from annotator.domain import KnownError
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.exchange.articles.article_reading import Source, read_articles
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import DEFAULT_OPTIONS, ReadingOptions

Answer = tuple[IncomingArticle, ...] | KnownError

_LOOKS_AT = {
    ArticleKind.HTML: ("encoding", "guess", "html_text"),
    ArticleKind.RTF: ("encoding", "guess"),
    ArticleKind.EPUB: ("division",),
    ArticleKind.PDF: ("pdf_lines", "pdf_running_heads_left_out", "pdf_hyphens_joined"),
}


class ReadBefore:
    """Holds the articles of what was read, in memory; made for one choice of files and let go of with it."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Answer] = {}

    def read(
        self,
        sources: Sequence[Source],
        *,
        options: ReadingOptions = DEFAULT_OPTIONS,
        heartbeat: Callable[[], None] = lambda: None,
    ) -> Generator[Answer, None, None]:
        """Give what :func:`read_articles` gives, from memory where it can; that of refused files is read again."""
        keys = [_key(source, options) for source in sources]
        new = [source for source, key in zip(sources, keys, strict=True) if key not in self._known]
        with closing(read_articles(new, options=options, heartbeat=heartbeat)) as answers:
            yield from self._in_order(keys, answers)

    def _in_order(self, keys: Sequence[tuple[object, ...]], answers: Iterator[Answer]) -> Generator[Answer, None, None]:
        held = {key: self._known[key] for key in keys if key in self._known}
        for key in keys:
            if key in held:
                yield held[key]
                continue
            answer = next(answers)
            if not isinstance(answer, KnownError):
                self._known[key] = answer
            yield answer


def _key(source: Source, options: ReadingOptions) -> tuple[object, ...]:
    """Name a file as it lies there now, and the choices that its format looks at."""
    looked_at = {name: getattr(options, name) for name in _LOOKS_AT.get(source.kind, ())}
    return source.name, source.kind, _state(source.content), replace(DEFAULT_OPTIONS, **looked_at)


def _state(content: Path | bytes) -> tuple[object, ...]:
    if isinstance(content, bytes):
        return (hashlib.sha256(content).digest(),)
    try:
        found = content.stat()
    except OSError:
        return (content, object())
    return content, found.st_size, found.st_mtime_ns, found.st_ino
