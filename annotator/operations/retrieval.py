# SPDX-License-Identifier: MIT
"""All passages that a selection means, with their context, a page at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from annotator.counting.selection import EVERYTHING, Selection
from annotator.domain import Annotation, Code, CodeId, Coder, CoderId, Document, Span, UsageError
from annotator.operations.projects import Project
from annotator.operations.selected_passages import Progress, SelectedPassages
from annotator.operations.selection_words import in_words
from annotator.operations.unit_bounds import unit_bounds
from annotator.text.graphemes import grapheme_end, grapheme_start

LONGEST_CONTEXT = 10_000
_UNITS = ("", "sentence", "paragraph")
_UNDATED = "~"
"""Stands behind every date."""


class QuoteOrder(StrEnum):
    """What passages are sorted by; then by article and place in the text."""

    ARTICLE = "article"
    DATE = "date"
    CODE = "code"
    CODER = "coder"


@dataclass(frozen=True, slots=True)
class QuoteContext:
    """How much stands around a quote: a number of code points, or the rest of its ``sentence`` or ``paragraph``.

    Raises UsageError for what is neither.
    """

    length: int = 80
    unit: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.length <= LONGEST_CONTEXT:
            raise UsageError(f"A context has 0 to {LONGEST_CONTEXT:,} characters on each side, not {self.length:,}.")
        if self.unit not in _UNITS:
            raise UsageError(f"A context is a number of characters, sentence or paragraph, not “{self.unit[:80]}”.")


@dataclass(frozen=True, slots=True)
class RetrievedPassage:
    """An annotation with all that is shown of it; ``before`` and ``after`` are the context that was asked for."""

    annotation: Annotation
    document: Document
    code: Code
    coder: Coder
    before: str
    after: str

    @property
    def quote(self) -> str:
        """The words of the passage."""
        return self.annotation.quote

    @property
    def start(self) -> int:
        """Where it begins, in code points."""
        return self.annotation.span.start

    @property
    def end(self) -> int:
        """Where it ends, in code points; the end is no part of it."""
        return self.annotation.span.end


class QuoteCursor(NamedTuple):
    """Where a page begins: a plain value, good as long as nothing is coded."""

    stop: int
    place: int


FIRST_QUOTE = QuoteCursor(0, 0)


@dataclass(frozen=True, slots=True)
class QuotePage:
    """Some passages in a row, and where the next ones begin; None behind the last."""

    passages: tuple[RetrievedPassage, ...]
    following: QuoteCursor | None


class _Stop(NamedTuple):
    """An article, and of which code or coder its passages come now."""

    document: Document
    code: CodeId | None = None
    coder: CoderId | None = None

    def holds(self, annotation: Annotation) -> bool:
        return self.code in (None, annotation.code) and self.coder in (None, annotation.coder)


def retrieve(
    project: Project,
    *,
    selection: Selection = EVERYTHING,
    order: QuoteOrder = QuoteOrder.ARTICLE,
    context: QuoteContext | None = None,
) -> "Retrieval":
    """Give what a selection means; little is read before a page is asked for."""
    return Retrieval(SelectedPassages(project, selection), order, context or QuoteContext())


class Retrieval:
    """Passages in an order; belongs to the thread of the project, and to the state in which that was."""

    def __init__(self, source: SelectedPassages, order: QuoteOrder, context: QuoteContext) -> None:
        self._source, self._order, self._context = source, order, context

    @property
    def selection(self) -> Selection:
        """What was asked for."""
        return self._source.selection

    @property
    def caption(self) -> str:
        """What was asked for, in words."""
        return " ".join(in_words(self._source))

    def count(self, *, progress: Progress | None = None) -> int:
        """Count the passages; every article that may have some is read."""
        return sum(len(passages) for _, passages in self._source.all_passages(progress=progress))

    def page(self, cursor: QuoteCursor = FIRST_QUOTE, *, size: int = 50) -> QuotePage:
        """Give up to ``size`` passages from a place on; reads no more articles than these and the next lie in."""
        found: list[RetrievedPassage] = []
        for number, stop in enumerate(self._stops[cursor.stop :], start=cursor.stop):
            begin = cursor.place if number == cursor.stop else 0
            here = [each for each in self._source.passages(stop.document) if stop.holds(each)]
            for place in range(begin, len(here)):
                if len(found) == size:
                    return QuotePage(tuple(found), QuoteCursor(number, place))
                found.append(self._shown(stop.document, here[place]))
        return QuotePage(tuple(found), None)

    def passages(self, *, progress: Progress | None = None) -> Iterator[RetrievedPassage]:
        """Give all of them, each once."""
        if self._order in (QuoteOrder.CODE, QuoteOrder.CODER):
            yield from self._sorted(progress)
            return
        documents = self._documents
        for number, document in enumerate(documents, start=1):
            for each in self._source.passages(document):
                yield self._shown(document, each)
            if progress:
                progress(number / len(documents))

    def _sorted(self, progress: Progress | None) -> Iterator[RetrievedPassage]:
        """Read every article once and keep the annotations, which costs less than going through all for each code."""
        rank = self._rank
        found = [
            (rank(each), document, each)
            for document, here in self._source.all_passages(progress=progress)
            for each in here
        ]
        found.sort(key=lambda item: item[0])
        for _, document, each in found:
            yield self._shown(document, each)

    def _rank(self, annotation: Annotation) -> tuple[int, str]:
        if self._order is QuoteOrder.CODE:
            return self._source.code_rank(annotation.code), annotation.code
        return self._source.coder_rank(annotation.coder), annotation.coder

    @cached_property
    def _documents(self) -> Sequence[Document]:
        """The articles in which there may be passages, in the order in which they come."""
        selection = self._source.selection
        documents: Sequence[Document] = self._source.documents
        having = self._source.having(codes=selection.codes, coders=selection.coders)
        if having is not None:
            documents = [each for each in documents if each.id in having]
        if self._order is QuoteOrder.DATE:
            documents = sorted(documents, key=lambda each: each.date or _UNDATED)
        return documents

    @cached_property
    def _stops(self) -> Sequence[_Stop]:
        if self._order in (QuoteOrder.ARTICLE, QuoteOrder.DATE):
            return [_Stop(each) for each in self._documents]
        codes, coders = self._source.used
        if self._order is QuoteOrder.CODE:
            return [_Stop(each, code=code) for code in codes for each in self._with(code=code)]
        return [_Stop(each, coder=coder) for coder in coders for each in self._with(coder=coder)]

    def _with(self, *, code: CodeId | None = None, coder: CoderId | None = None) -> Sequence[Document]:
        having = self._source.having(codes=(code,) if code else (), coders=(coder,) if coder else ())
        return self._documents if having is None else [each for each in self._documents if each.id in having]

    def _shown(self, document: Document, annotation: Annotation) -> RetrievedPassage:
        before, after = _around(self._source.text(document), document, annotation.span, self._context)
        code, coder = self._source.code(annotation.code), self._source.coder(annotation.coder)
        return RetrievedPassage(annotation, document, code, coder, before, after)


def _around(text: str, document: Document, span: Span, context: QuoteContext) -> tuple[str, str]:
    """Give what stands before and after a span; what a reader takes for one character is never cut."""
    if context.unit:
        bounds = unit_bounds(text, sha256=document.text_sha256, unit=context.unit)
        begin = next((start for start, end in bounds if start <= span.start < end), span.start)
        finish = next((end for start, end in bounds if start < span.end <= end), span.end)
    elif not context.length:
        return "", ""
    else:
        begin = grapheme_start(text, max(0, span.start - context.length))
        finish = grapheme_end(text, min(len(text), span.end + context.length))
    return text[begin : span.start], text[span.end : finish]
