# SPDX-License-Identifier: MIT
"""Reading all articles of an import: which reader for which file, folders and archives, in the order in which they lie.

Plain text and tables are read here, file after file; what needs a library of its format goes to worker
processes, a bounded number of bytes at a time. Nothing here knows a project.
"""

import os
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from annotator.domain import KnownError, Refused, UsageError
from annotator.domain.model import NO_ATTRIBUTES
from annotator.exchange.articles.article_files import (
    HIDDEN,
    FoundFile,
    UnreadFolder,
    find_files,
    is_passed_over,
    natural_key,
    storable_name,
)
from annotator.exchange.articles.article_kinds import HEAD_BYTES, ArticleKind, kind_of
from annotator.exchange.articles.article_reading import SINGLE_TEXTS, Source, read_articles
from annotator.exchange.articles.article_tables import articles_of_table
from annotator.exchange.articles.foreign_tables import ForeignTable, read_json_lines_table, read_separated_values
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.news_archives import SplitArchive, articles_of_archive, fitting_rule, split_archive
from annotator.exchange.articles.plain_text import read_text
from annotator.exchange.articles.reading_options import DEFAULT_OPTIONS, ReadingOptions
from annotator.exchange.articles.spreadsheet_reading import read_workbook_guarded
from annotator.exchange.containers import opened_container
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.guarded_reading import MAXIMUM_FILE_BYTES
from annotator.exchange.incoming_files import opened
from annotator.operations.news_archives import rules_to_try
from annotator.text import MAXIMUM_BYTES, How, guesses

Progress = Callable[[int, int], None]
"""Told how many files of how many are done."""
Cancelled = Callable[[], bool]
Taken = Callable[[IncomingArticle], None]
Reader = Callable[..., Generator[tuple[IncomingArticle, ...] | KnownError, None, None]]

NO_ARCHIVE = "none"
PATH = "path"
"""The field that keeps where in its folder or archive an article lay."""

_NO_ARCHIVE_HERE = "The chosen rule for news archives finds no articles in a text; it is taken as one article."
_NO_TEXT_IN_ARCHIVE = "An article of a news archive has neither a title nor a text; it is not taken."
_TABLES = frozenset({ArticleKind.CSV, ArticleKind.XLSX, ArticleKind.JSON_LINES})
_MOST_WAITING_BYTES = 64_000_000
_MOST_WAITING = 500
_READ_AT_ONCE = 65_536  # bytes: a file that is no longer, as most articles are, is read whole before its kind is told
_SAMPLE_LINES, _SAMPLE_CHARACTERS = 3, 200


@dataclass(frozen=True, slots=True)
class ArticleChoices:
    """How the files of an import are to be read.

    ``encodings`` is by the name of a file as the preview shows it and goes before ``reading``. ``columns``
    says which column of a table has which role (``article_tables.ROLES``), an empty one that none has;
    an empty delimiter or sheet is proposed. ``compares`` is whether near-identical articles are looked for.
    ``archive`` names the rule by which downloads of news archives are split; empty, the rule that fits a text
    is found, and NO_ARCHIVE leaves every text whole.
    """

    reading: ReadingOptions = DEFAULT_OPTIONS
    encodings: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    columns: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    delimiter: str = ""
    sheet: str = ""
    compares: bool = True
    archive: str = ""

    def reading_of(self, name: str) -> ReadingOptions:
        """Give how the file of this name is read."""
        chosen = self.encodings.get(name)
        return self.reading if chosen is None else replace(self.reading, encoding=chosen)


@dataclass(frozen=True, slots=True)
class EncodingSample:
    """The first telling lines of a file as an encoding reads them."""

    encoding: str
    lines: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """One article, or the error that refuses a file; ``kind`` is None for what is no file of articles at all.

    ``file`` is the name of the file it came from; ``samples`` are the likeliest readings of one whose
    encoding nothing told. ``is_named`` says that the user named the very file.
    """

    file: str
    kind: ArticleKind | None
    article: IncomingArticle | None = None
    error: KnownError | None = None
    is_named: bool = False
    samples: tuple[EncodingSample, ...] = ()


@dataclass(frozen=True, slots=True)
class TableFound:
    """A table of an import, and which column was taken for what."""

    file: str
    columns: tuple[str, ...]
    roles: Mapping[str, str]
    rows: int
    delimiter: str
    sheets: tuple[str, ...]
    encoding: str
    how: How


@dataclass(frozen=True, slots=True)
class ArchiveFound:
    """A download of a news archive in an import, and how it was split."""

    file: str
    split: SplitArchive


@dataclass(frozen=True, slots=True)
class Gathering:
    """All that was found in what the user named."""

    items: tuple[Gathered, ...]
    tables: tuple[TableFound, ...]
    findings: tuple[Finding, ...]
    archives: tuple[ArchiveFound, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A file on its way: ``order`` is its place among all files, ``is_within`` that it lay in a folder or archive."""

    order: int
    name: str
    is_named: bool
    is_within: bool


def gather_articles(
    paths: Sequence[Path],
    *,
    choices: ArticleChoices,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    taken: Taken | None = None,
    read: Reader = read_articles,
) -> Gathering:
    """Read everything in these files and folders; a file that cannot be read is an item with its error.

    ``taken`` is told each article once it is read, in another order than that of the items; ``read`` has the workers.
    Raises Refused where ``cancelled`` says so between two files.
    """
    work = _Work(choices, cancelled or (lambda: False), taken or (lambda _article: None), read)
    files = list(find_files(paths, findings=work.findings))
    for done, found in enumerate(files):
        if progress is not None:
            progress(done, len(files))
        work.take(found)
    work.read_waiting()
    if progress is not None:
        progress(len(files), len(files))
    return work.gathering()


def try_archive_rule(*, path: Path, rule: str = "") -> tuple[ArchiveFound, ...]:
    """Say how a file, or those in a folder or ZIP, would fall into articles; empty, the rule that fits is taken.

    Raises UsageError for a rule that is not there, Refused where nothing falls into articles.
    """
    found = gather_articles([path], choices=ArticleChoices(archive=rule))
    for item in found.items:
        if item.error is not None and item.is_named:
            raise item.error
    if not found.archives:
        raise Refused("Nothing in this file is as a rule for news archives says.", where=path.name)
    return found.archives


class _Work:
    """One gathering while it runs."""

    def __init__(self, choices: ArticleChoices, cancelled: Cancelled, taken: Taken, read: Reader) -> None:
        self.findings = Findings()
        self._choices = choices
        self._archive_rules = () if choices.archive == NO_ARCHIVE else rules_to_try(choices.archive)
        self._archives: list[ArchiveFound] = []
        self._cancelled = cancelled
        self._taken = taken
        self._read = read
        self._items: dict[int, list[Gathered]] = {}
        self._tables: list[TableFound] = []
        self._waiting: list[tuple[_Place, Source]] = []

    def gathering(self) -> Gathering:
        """Give what was found, in order."""
        items = tuple(item for order in sorted(self._items) for item in self._items[order])
        return Gathering(items, tuple(self._tables), tuple(self.findings), tuple(self._archives))

    def take(self, found: FoundFile | UnreadFolder) -> None:
        """Read a file, or keep it for the workers."""
        self._go_on()
        if isinstance(found, UnreadFolder):
            self._refuse(self._place(found.name, is_named=True, is_within=True), None, found.error)
            return
        place = self._place(storable_name(found.name), is_named=found.is_named, is_within=not found.is_named)
        kind: ArticleKind | None = None
        try:
            with opened(found.path, maximum_bytes=MAXIMUM_FILE_BYTES) as file:
                kind, content = self._kind_and_content(file, found, place.name)
        except KnownError as error:
            self._refuse(place, kind, error)
        else:
            self._take_content(place, kind, content, nesting=1)

    def read_waiting(self) -> None:
        """Have the workers read what was kept for them."""
        by_options: dict[ReadingOptions, list[tuple[_Place, Source]]] = {}
        for place, source in self._waiting:
            by_options.setdefault(self._choices.reading_of(place.name), []).append((place, source))
        self._waiting = []
        for options, several in by_options.items():
            sources = [source for _, source in several]
            with closing(self._read(sources, options=options, heartbeat=self._go_on)) as answers:
                for (place, source), answer in zip(several, answers, strict=True):
                    if isinstance(answer, KnownError):
                        self._refuse(place, source.kind, answer)
                    else:
                        self._keep(place, source.kind, answer)

    def _kind_and_content(self, file: BinaryIO, found: FoundFile, name: str) -> tuple[ArticleKind, Path | bytes]:
        """Tell the kind of an open file and read it, unless a worker is to open it itself."""
        # No more is asked for than there is: a buffer of the largest size for each file would cost most of the time.
        size = os.fstat(file.fileno()).st_size
        begun = file.read(size + 1 if size <= _READ_AT_ONCE else HEAD_BYTES)
        kind = kind_of(name, begun[:HEAD_BYTES])
        if kind is not ArticleKind.TEXT and kind not in _TABLES:
            return kind, found.path
        if size <= _READ_AT_ONCE:
            return kind, begun
        most = MAXIMUM_BYTES if kind is ArticleKind.TEXT else MAXIMUM_FILE_BYTES
        return kind, begun + file.read(max(0, min(size - len(begun) + 1, most)))

    def _take_content(self, place: _Place, kind: ArticleKind, content: Path | bytes, *, nesting: int) -> None:
        if kind is ArticleKind.ZIP:
            self._take_archive(place, content, nesting=nesting)
        elif kind is ArticleKind.TEXT and isinstance(content, bytes):
            self._take_text(place, content)
        elif kind in _TABLES and isinstance(content, bytes):
            self._take_table(place, kind, content)
        elif kind in SINGLE_TEXTS:
            self._waiting.append((place, Source(kind, content, place.name)))
            held = sum(len(source.content) for _, source in self._waiting if isinstance(source.content, bytes))
            if held > _MOST_WAITING_BYTES or len(self._waiting) >= _MOST_WAITING:
                self.read_waiting()

    def _take_text(self, place: _Place, data: bytes) -> None:
        options = self._choices.reading_of(place.name)
        try:
            articles = read_text(data, name=place.name, options=options)
        except KnownError as error:
            self._refuse(place, ArticleKind.TEXT, error, samples=() if options.encoding else encoding_samples(data))
            return
        guessed = articles[0].decoded.how is How.GUESSED
        self._keep(place, ArticleKind.TEXT, articles, samples=encoding_samples(data) if guessed else ())

    def _take_table(self, place: _Place, kind: ArticleKind, data: bytes) -> None:
        try:
            table = self._table(place.name, kind, data)
            read = articles_of_table(table, columns=self._choices.columns)
        except KnownError as error:
            self._refuse(place, kind, error, samples=encoding_samples(data) if kind is ArticleKind.CSV else ())
            return
        for finding in read.findings:
            self.findings.add(finding.kind, finding.sentence, count=finding.count, place=", ".join(finding.places[:1]))
        self._tables.append(TableFound(
            table.name, table.columns, read.columns, len(table.rows), table.delimiter, table.sheets, table.encoding,
            table.how,
        ))  # fmt: skip
        self._keep(place, kind, read.articles)

    def _table(self, name: str, kind: ArticleKind, data: bytes) -> ForeignTable:
        options = self._choices.reading_of(name)
        if kind is ArticleKind.XLSX:
            return read_workbook_guarded(data, name=name, sheet=self._choices.sheet, heartbeat=self._go_on)
        if kind is ArticleKind.JSON_LINES:
            return read_json_lines_table(data, name=name)
        return read_separated_values(
            data, name=name, encoding=options.encoding, guess=options.guess, delimiter=self._choices.delimiter
        )

    def _take_archive(self, place: _Place, content: Path | bytes, *, nesting: int) -> None:
        try:
            with opened_container(content, name=place.name, nesting=nesting) as archive:
                for member in sorted(archive.members, key=natural_key):
                    self._go_on()
                    if is_passed_over(member):
                        self.findings.add(FindingKind.NOTED, HIDDEN, place=member)
                        continue
                    prefix = "" if place.is_named else f"{place.name}/"
                    inner = self._place(storable_name(prefix + member), is_named=False, is_within=True)
                    self._take_member(inner, archive.read(member), nesting=nesting)
        except KnownError as error:
            self._refuse(place, ArticleKind.ZIP, error)

    def _take_member(self, place: _Place, data: bytes, *, nesting: int) -> None:
        try:
            kind = kind_of(place.name, data[:HEAD_BYTES])
        except KnownError as error:
            self._refuse(place, None, error)
        else:
            self._take_content(place, kind, data, nesting=nesting + 1)

    def _keep(
        self,
        place: _Place,
        kind: ArticleKind,
        articles: Sequence[IncomingArticle],
        *,
        samples: tuple[EncodingSample, ...] = (),
    ) -> None:
        """Keep the articles of one file, with where it lay; a download of a news archive is split."""
        if len(articles) == 1 and kind not in _TABLES:
            articles = self._split(place, articles[0])
        for article in articles:
            self._taken(article)
        is_deep = place.is_within and "/" in place.name
        self._items[place.order] = [
            Gathered(
                place.name, kind,
                replace(each, metadata={**each.metadata, PATH: place.name}) if is_deep else each,
                is_named=place.is_named, samples=samples,
            )
            for each in articles
        ]  # fmt: skip

    def _split(self, place: _Place, article: IncomingArticle) -> tuple[IncomingArticle, ...]:
        body = article.decoded.body
        rule = fitting_rule(body, self._archive_rules)
        split = split_archive(body, rule) if rule is not None else None
        taken = articles_of_archive(article, split) if split is not None else ()
        if split is None or not taken:
            if self._choices.archive not in ("", NO_ARCHIVE):
                self.findings.add(FindingKind.NOTED, _NO_ARCHIVE_HERE, place=place.name)
            return (article,)
        self._archives.append(ArchiveFound(place.name, split))
        for sentence in split.problems:
            self.findings.add(FindingKind.DROPPED, sentence, place=place.name)
        if len(taken) < len(split.articles):
            lost = len(split.articles) - len(taken)
            self.findings.add(FindingKind.DROPPED, _NO_TEXT_IN_ARCHIVE, place=place.name, count=lost)
        return taken

    def _refuse(
        self,
        place: _Place,
        kind: ArticleKind | None,
        error: KnownError,
        *,
        samples: tuple[EncodingSample, ...] = (),
    ) -> None:
        if isinstance(error, UsageError):  # a choice that no file can be read by is no matter of this file
            raise error
        refused = Gathered(place.name, kind, error=error, is_named=place.is_named, samples=samples)
        self._items.setdefault(place.order, []).append(refused)

    def _place(self, name: str, *, is_named: bool, is_within: bool) -> _Place:
        order = len(self._items)
        self._items[order] = []
        return _Place(order, name, is_named, is_within)

    def _go_on(self) -> None:
        if self._cancelled():
            raise Refused("The import was cancelled; nothing was written.")


def encoding_samples(data: bytes) -> tuple[EncodingSample, ...]:
    """Give how the likeliest encodings read what is not UTF-8: the first lines with a sign that tells them apart."""
    with suppress(UnicodeDecodeError):
        if "\0" not in data.decode():
            return ()
    return tuple(EncodingSample(name, _telling_lines(data.decode(name))) for name in guesses(data))


def _telling_lines(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if not line.isascii()]
    return "\n".join(line[:_SAMPLE_CHARACTERS] for line in lines[:_SAMPLE_LINES])
