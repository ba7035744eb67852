# SPDX-License-Identifier: MIT
"""What an import of articles would bring: each article with a verdict on it, before anything is written.

Identical text is one article, never two. Near-identical ones (another outlet's version, a longer edition) are
named with the share of word 5-grams that both hold; they are articles of their own until the lead groups them.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from annotator.domain import Document, DocumentId, KnownError, Span
from annotator.domain.model import NO_ATTRIBUTES
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.findings import Finding
from annotator.operations.article_gathering import (
    ArchiveFound,
    ArticleChoices,
    Cancelled,
    EncodingSample,
    Gathered,
    Progress,
    TableFound,
    gather_articles,
)
from annotator.operations.importing import proposed_title
from annotator.operations.projects import Project
from annotator.operations.read_before import ReadBefore
from annotator.store import queries
from annotator.text.gram_cutting import GramCutter
from annotator.text.repeats import repeated_paragraphs


class ImportVerdict(StrEnum):
    """What an import would do with an article."""

    NEW = "new"
    KNOWN = "already there"
    REPEATED = "same as another"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class NearArticle:
    """An article that a new one is near-identical to: one of the project, or one of this import by its row.

    ``containment`` is the share of word 5-grams of the shorter of both that stands in the other too.
    """

    name: str
    containment: float
    document: DocumentId | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One article, or one file that is refused (``error``), at its place in the preview, counted from 0.

    ``twin`` is the name of the article with the same text, ``twin_row`` its row where it is one of this
    import. ``near`` are the near-identical articles, the nearest first. ``samples`` are the likeliest
    readings of a file whose encoding nothing told; ``is_named`` says that the user named the very file.
    """

    place: int
    file: str
    kind: ArticleKind | None
    article: IncomingArticle | None
    verdict: ImportVerdict
    sha256: str = ""
    twin: str = ""
    twin_row: int | None = None
    near: tuple[NearArticle, ...] = ()
    error: KnownError | None = None
    samples: tuple[EncodingSample, ...] = ()
    is_named: bool = False

    @property
    def name(self) -> str:
        """What the article is called, or the file that is refused."""
        return self.file if self.article is None else self.article.name

    @property
    def title(self) -> str:
        """The title that the file gives, else the first line that shows anything."""
        if self.article is None:
            return ""
        return self.article.metadata.get("title") or proposed_title(self.article.decoded.body)

    @property
    def length(self) -> int:
        """How many code points its text has."""
        return 0 if self.article is None else len(self.article.decoded.body)

    @property
    def metadata(self) -> Mapping[str, str]:
        """What the file says of the article beside its text."""
        return NO_ATTRIBUTES if self.article is None else self.article.metadata

    @property
    def repeated(self) -> tuple[Span, ...]:
        """Give the passages that only repeat what the article says elsewhere; looked for each time it is asked."""
        return () if self.article is None else repeated_paragraphs(self.article.decoded.body)


@dataclass(frozen=True, slots=True)
class ArticlePreview:
    """All that an import would bring. The texts are held in memory until it is let go of."""

    rows: tuple[PreviewRow, ...]
    tables: tuple[TableFound, ...] = ()
    archives: tuple[ArchiveFound, ...] = ()
    findings: tuple[Finding, ...] = ()

    def of(self, verdict: ImportVerdict) -> tuple[PreviewRow, ...]:
        """Give the rows with this verdict."""
        return tuple(row for row in self.rows if row.verdict is verdict)


def preview_articles(
    project: Project | None,
    *,
    paths: Sequence[Path],
    choices: ArticleChoices | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    before: ReadBefore | None = None,
) -> ArticlePreview:
    """Read files, folders and archives and say of each article what an import would do with it; writes nothing.

    Without a project, as for one that is yet to be made, the articles are compared among themselves.
    ``progress`` is told how many files of how many are read. Raises Refused where ``cancelled`` says so
    between two files, and UsageError for a choice that nothing can be read by. ``before`` is what was read at an
    earlier look: only what is to be read otherwise is then read again.
    """
    chosen = choices or ArticleChoices()
    documents = () if project is None else queries.documents(project.live)
    known = {document.text_sha256: document for document in documents}

    def compare(article: IncomingArticle) -> None:
        sha256 = article.decoded.text_sha256
        if chosen.compares and sha256 not in known:
            cutter.add(sha256, article.decoded.body)

    with closing(GramCutter()) as cutter:
        read = (before or ReadBefore()).read
        gathered = gather_articles(
            paths, choices=chosen, progress=progress, cancelled=cancelled, taken=compare, read=read
        )
        rows = list(_judged(gathered.items, known))
        if chosen.compares:
            near = _near(project, rows, known, cutter)
            rows = [_with_near(row, near.get(row.place, ())) for row in rows]
    return ArticlePreview(tuple(rows), gathered.tables, gathered.archives, gathered.findings)


def _judged(items: Sequence[Gathered], known: Mapping[str, Document]) -> Iterator[PreviewRow]:
    first: dict[str, PreviewRow] = {}
    for place, item in enumerate(items):
        if item.article is None:
            yield PreviewRow(
                place, item.file, item.kind, None, ImportVerdict.REFUSED, error=item.error, samples=item.samples,
                is_named=item.is_named,
            )  # fmt: skip
            continue
        sha256 = item.article.decoded.text_sha256
        verdict, twin, twin_row = ImportVerdict.NEW, "", None
        if sha256 in known:
            verdict, twin = ImportVerdict.KNOWN, known[sha256].name
        elif sha256 in first:
            verdict, twin, twin_row = ImportVerdict.REPEATED, first[sha256].name, first[sha256].place
        row = PreviewRow(
            place, item.file, item.kind, item.article, verdict, sha256, twin, twin_row, samples=item.samples,
            is_named=item.is_named,
        )  # fmt: skip
        first.setdefault(sha256, row)
        yield row


def _near(
    project: Project | None, rows: Sequence[PreviewRow], known: Mapping[str, Document], cutter: GramCutter
) -> dict[int, list[NearArticle]]:
    """Find the near-identical articles of each new one, among those of the project and those before it."""
    new = {row.place: row for row in rows if row.verdict is ImportVerdict.NEW}
    if not new or len(new) + len(known) < 2:
        return {}
    from annotator.text.similar import SimilarIndex  # it brings numpy, which one article alone has no need of

    index = SimilarIndex()
    for sha256, body in () if project is None else project.texts.all_bodies():
        if sha256 in known:
            index.add(sha256, body)
    grams = cutter.grams()
    for place, row in new.items():
        index.add_grams(str(place), grams[row.sha256])
    found: dict[int, list[NearArticle]] = {}
    for pair in index.pairs():
        if pair.second in known:
            continue
        if pair.first in known:
            document = known[pair.first]
            near = NearArticle(document.name, pair.containment, document=document.id)
        else:
            near = NearArticle(new[int(pair.first)].name, pair.containment, row=int(pair.first))
        found.setdefault(int(pair.second), []).append(near)
    return found


def _with_near(row: PreviewRow, near: Sequence[NearArticle]) -> PreviewRow:
    if not near:
        return row
    return replace(row, near=tuple(sorted(near, key=lambda each: -each.containment)))
