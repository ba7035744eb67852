# SPDX-License-Identifier: MIT
"""Articles out of files of every kind that holds one text: the reader of each kind, called in a worker."""

import importlib
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.domain.errors import KnownError, Refused
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import DEFAULT_OPTIONS, ReadingOptions
from annotator.exchange.guarded_reading import Heartbeat, Plain, Task, answers
from annotator.text import DecodedText, How

_READERS = {
    ArticleKind.TEXT: ("annotator.exchange.articles.plain_text", "read_text"),
    ArticleKind.HTML: ("annotator.exchange.articles.html", "read_html"),
    ArticleKind.DOCX: ("annotator.exchange.articles.docx", "read_docx"),
    ArticleKind.ODT: ("annotator.exchange.articles.odt", "read_odt"),
    ArticleKind.RTF: ("annotator.exchange.articles.rtf", "read_rtf"),
    ArticleKind.PDF: ("annotator.exchange.articles.pdf", "read_pdf"),
    ArticleKind.EPUB: ("annotator.exchange.articles.epub", "read_epub"),
}
"""Each is ``read_KIND(data, *, name, options) -> tuple[IncomingArticle, ...]``."""
SINGLE_TEXTS = frozenset(_READERS)
"""The kinds that are read here; tables and archives of files are read elsewhere."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of known kind: a path, or the bytes of a member; ``name`` is what its articles are called."""

    kind: ArticleKind
    content: Path | bytes
    name: str


def read_articles(
    sources: Sequence[Source], *, options: ReadingOptions = DEFAULT_OPTIONS, heartbeat: Heartbeat = lambda: None
) -> Generator[tuple[IncomingArticle, ...] | KnownError, None, None]:
    """Read files in workers; gives for each, in order, its articles or why it is refused.

    Close the iterator where not all of it is taken. ValueError for a kind that is not among SINGLE_TEXTS.
    """
    if any(source.kind not in SINGLE_TEXTS for source in sources):
        raise ValueError("a kind of file that holds no single text")
    plain: dict[str, Plain] = {**options.as_plain()}
    tasks = [
        Task(
            "annotator.exchange.articles.article_reading:read_plainly",
            each.content,
            each.name,
            {**plain, "kind": each.kind},
        )
        for each in sources
    ]
    for source, answer in zip(sources, answers(tasks, heartbeat=heartbeat), strict=True):
        yield answer if isinstance(answer, KnownError) else _from_plain(answer, source.name)


def read_article(
    data: bytes, *, kind: ArticleKind, name: str, options: ReadingOptions = DEFAULT_OPTIONS
) -> tuple[IncomingArticle, ...]:
    """Read one file in this process, for who is in a worker already; raises Refused or UsageError."""
    file, function = _READERS[kind]
    read: tuple[IncomingArticle, ...] = getattr(importlib.import_module(file), function)(
        data, name=name, options=options
    )
    return read


def read_plainly(data: bytes, *, name: str, settings: Mapping[str, Plain]) -> Plain:
    """Read one file in a worker; what it answers is what :func:`read_articles` makes articles of."""
    kind, options = ArticleKind(str(settings["kind"])), ReadingOptions.from_plain(settings)
    return [_as_plain(article) for article in read_article(data, kind=kind, name=name, options=options)]


def _as_plain(article: IncomingArticle) -> Plain:
    decoded = article.decoded
    words = [article.name, decoded.body, decoded.raw_sha256, decoded.encoding, str(decoded.how)]
    return [words, decoded.line_ends_changed, [*article.metadata], [*article.metadata.values()], list(article.notes)]


def _from_plain(plain: Plain, name: str) -> tuple[IncomingArticle, ...] | KnownError:
    """Make articles of an answer. One in another form comes of a worker that its file has got hold of: Refused."""
    try:
        return tuple(_article(each) for each in _items(plain))
    except (TypeError, ValueError):
        return Refused("The file made its reader answer nonsense; nothing was taken from it.", where=name)


def _article(plain: Plain) -> IncomingArticle:
    words, changed, names, values, notes = _items(plain)
    name, body, raw_sha256, encoding, how = _words(words)
    if not isinstance(changed, int):
        raise TypeError("a number in another form")
    decoded = DecodedText(body, raw_sha256, encoding, How(how), changed)
    metadata = dict(zip(_words(names), _words(values), strict=True))
    return IncomingArticle(name, decoded, metadata, tuple(_words(notes)))


def _items(plain: Plain) -> Sequence[Plain]:
    if not isinstance(plain, list):
        raise TypeError("a list in another form")
    return plain


def _words(plain: Plain) -> list[str]:
    words = [word for word in _items(plain) if isinstance(word, str)]
    if len(words) != len(_items(plain)):
        raise TypeError("words in another form")
    return words
