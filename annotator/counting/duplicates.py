# SPDX-License-Identifier: MIT
"""Passages that are there twice because the source printed them twice: pull quotes, syndicated copies.

Two annotations are duplicates where coder, round, code and the chosen attributes agree and both lie
in one scope: an article, a group of near-identical articles, a day, week, month or year, or the whole
study. The earliest stays: by the date of its article (one without a date comes last), then in the order
of articles and of the text. Words are not compared: one speaker's trust in one article counts once, however
it is put. Agreement never leaves duplicates out.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from annotator.domain import Annotation, AnnotationId, Document, DocumentId

_UNDATED = "~"
"""Stands behind every date."""
_WHOLE_DATE, _MONTH, _YEAR = len("2026-03-15"), len("2026-03"), len("2026")


class Duplicates(StrEnum):
    """The scope within which a passage counts once; ALL leaves nothing out."""

    ALL = "all"
    DOCUMENT = "document"
    GROUP = "group"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    STUDY = "study"


IN_WORDS: Mapping[Duplicates, str] = MappingProxyType({
    Duplicates.ALL: "Every annotation counts.",
    Duplicates.DOCUMENT: "Of annotations that agree in {what}, one counts in each article.",
    Duplicates.GROUP: "Of annotations that agree in {what}, one counts in each group of near-identical articles.",
    Duplicates.DAY: "Of annotations that agree in {what}, one counts on each day.",
    Duplicates.WEEK: "Of annotations that agree in {what}, one counts in each week (ISO 8601).",
    Duplicates.MONTH: "Of annotations that agree in {what}, one counts in each month.",
    Duplicates.YEAR: "Of annotations that agree in {what}, one counts in each year.",
    Duplicates.STUDY: "Of annotations that agree in {what}, one counts in all.",
})  # fmt: skip


def duplicates_in_words(policy: Duplicates, *, attributes: Sequence[str] = ()) -> str:
    """Say the policy in a sentence or two, for captions."""
    what = ", ".join(("coder", "round", "code", *attributes))
    sentence = IN_WORDS[policy].format(what=what)
    if policy is Duplicates.ALL:
        return sentence
    sentence += " The earliest stays."
    if policy in _LENGTHS:
        sentence += f" An article whose date does not tell the {policy} stands for itself."
    return sentence


def duplicates(
    documents: Iterable[Document],
    *,
    annotations_of: Callable[[DocumentId], Iterable[Annotation]],
    policy: Duplicates,
    attributes: Collection[str] = (),
) -> frozenset[AnnotationId]:
    """Give the annotations that do not count; those of a document come in the order of its text.

    ``documents`` come in their order. Attributes that are not set agree with one another.
    """
    if policy is Duplicates.ALL:
        return frozenset()
    names = sorted(attributes)
    seen: set[tuple[str, ...]] = set()
    left_out: set[AnnotationId] = set()
    for document in sorted(documents, key=lambda each: each.date or _UNDATED):
        scope = scope_of(document, policy=policy)
        for each in annotations_of(document.id):
            values = (each.attributes.get(name, "") for name in names)
            key = (scope, each.coder, each.round, each.code, *values)
            if key in seen:
                left_out.add(each.id)
            else:
                seen.add(key)
    return frozenset(left_out)


_LENGTHS: Mapping[Duplicates, int] = MappingProxyType(
    {
        Duplicates.DAY: _WHOLE_DATE,
        Duplicates.WEEK: _WHOLE_DATE,
        Duplicates.MONTH: _MONTH,
        Duplicates.YEAR: _YEAR,
    }
)
"""How much of a date each needs."""


def scope_of(document: Document, *, policy: Duplicates) -> str:
    """Name the scope in which an article lies; one that the policy cannot place is its own."""
    if policy is Duplicates.STUDY:
        return ""
    if policy is Duplicates.GROUP:
        return document.duplicate_group or document.id
    needed = _LENGTHS.get(policy)
    if needed is None or len(document.date) < needed:
        return document.id
    if policy is Duplicates.WEEK:
        try:
            year, week, _ = date.fromisoformat(document.date[:needed]).isocalendar()
        except ValueError:  # the text gave a date that no calendar has
            return document.id
        return f"{year}-W{week:02d}"
    return document.date[:needed]
