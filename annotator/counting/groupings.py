# SPDX-License-Identifier: MIT
"""The ways in which passages fall into groups: in all, by article, by round, by a value, by time of publication."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from annotator.counting.articles import CodedArticle
from annotator.counting.grouping import Group, Grouping
from annotator.counting.periods import UNPLACED, Period, period_of, periods_between
from annotator.counting.selecting import field_of
from annotator.counting.selection import InPeriod, Selection, Values
from annotator.domain import Annotation, Document, DocumentId

ARTICLE, ROUND = "article", "round"
MOST_PERIODS = 4_000


def frequencies_by(by: Sequence[str]) -> Grouping:
    """Group by ARTICLE, ROUND, both in this order, or not at all."""
    names = tuple(by)

    def group(article: CodedArticle, round_name: str) -> Group:
        return tuple(article.document.id if each == ARTICLE else round_name for each in names)

    def narrowed(selection: Selection, group: Group) -> Selection:
        for name, value in zip(names, group, strict=True):
            if name == ARTICLE:
                selection = replace(selection, documents=(DocumentId(value),))
            else:
                selection = replace(selection, rounds=(value,))
        return selection

    return Grouping(
        of_annotation=lambda article, each: group(article, each.round),
        of_silence=group,
        narrowed=narrowed,
        groups=() if names else ((),),
        everywhere=not names,
    )


def by_field(name: str, values: Sequence[str] = ()) -> Grouping:
    """Group by a field of the articles; ``values`` come first, in their order."""
    return Grouping(
        of_annotation=lambda article, _: (field_of(article.document, name),),
        of_silence=lambda article, _: (field_of(article.document, name),),
        narrowed=lambda selection, group: replace(selection, fields=(*selection.fields, Values(name, group))),
        groups=tuple((value,) for value in values),
    )


def by_attribute(name: str, values: Sequence[str] = ()) -> Grouping:
    """Group by an attribute of the annotations; a finished article shows zeros for every value that occurs."""

    def value(_: CodedArticle, annotation: Annotation) -> Group:
        return (annotation.attributes.get(name, ""),)

    return Grouping(
        of_annotation=value,
        of_silence=lambda _article, _round: None,
        narrowed=lambda selection, group: replace(selection, attributes=(*selection.attributes, Values(name, group))),
        groups=tuple((each,) for each in values),
    )


def by_period(period: Period, documents: Sequence[Document]) -> Grouping:
    """Group by time of publication: every period from the first to the last article; undated ones come last.

    Where that were more than MOST_PERIODS (one date mistyped is enough), only those in which an article lies.
    """
    names = {period_of(document.date, period) for document in documents}
    placed = sorted(names - {UNPLACED})
    groups = list(islice(periods_between(placed[0], placed[-1], period), MOST_PERIODS + 1)) if placed else []
    if len(groups) > MOST_PERIODS:
        groups = placed
    if UNPLACED in names:
        groups.append(UNPLACED)

    def group(article: CodedArticle, _: object) -> Group:
        return (period_of(article.document.date, period),)

    return Grouping(
        of_annotation=group,
        of_silence=group,
        narrowed=lambda selection, group: replace(selection, placed=InPeriod(period, group[0])),
        groups=tuple((each,) for each in groups),
    )
