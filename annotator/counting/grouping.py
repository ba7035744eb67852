# SPDX-License-Identifier: MIT
"""Frequencies of codes in groups: all there is, by article, by round, by values, by period of publication.

A figure is of one coder, or the arithmetic mean of the figures of those coders who have one. A coder has a
figure for a code in a group where the coder has a passage there, or finished an article of the group under a
codebook with the code: then nothing found is 0. Else nothing is known, and the figure is undefined.

``share`` is the annotations with a code among those with any of the codes in the same group; ``group_share`` those
in a group among those with the code in all groups; ``article_share`` the articles with the code among those
``articles_coded``: in which the code was used or which were finished in silence.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from annotator.counting.articles import CodedArticle, Frame
from annotator.counting.selection import Selection
from annotator.counting.stretches import length_outside, union
from annotator.domain import Annotation, CodeId, CoderId

Group: TypeAlias = tuple[str, ...]
Key: TypeAlias = tuple[CoderId, CodeId, Group]

UNDEFINED = "undefined (no article of this group was finished under a codebook with this code)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """How passages fall into groups.

    ``of_annotation`` names the group of a passage in an article, ``of_silence`` those groups in which a finished
    article (in a round) shows zeros; None stands for all groups that there are. ``narrowed`` narrows a
    selection to a group. ``groups`` are those of which there is a row even where nobody coded anything.
    """

    of_annotation: Callable[[CodedArticle, Annotation], Group]
    of_silence: Callable[[CodedArticle, str], Group | None]
    narrowed: Callable[[Selection, Group], Selection]
    groups: Collection[Group] = ()
    everywhere: bool = True


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The figures of a code in a group. None is undefined, for the reason that ``status`` gives.

    ``coder`` is "" for the mean over ``coders``, how many have a figure. ``passages`` is how many ``selection`` holds.
    """

    coder: CoderId
    code: CodeId
    group: Group
    coders: int
    annotations: float | None
    articles: float | None
    characters: float | None
    articles_coded: float | None
    share: float | None
    group_share: float | None
    passages: int
    selection: Selection
    status: str = ""

    @property
    def article_share(self) -> float | None:
        """The articles with the code among those coded."""
        return ratio(self.articles, self.articles_coded)


@dataclass(slots=True)
class _Tally:
    """What adds up for one coder, code and group."""

    annotations: int = 0
    characters: int = 0
    articles: int = 0
    coded: set[str] = field(default_factory=set)


def grouped(articles: Iterable[CodedArticle], frame: Frame, grouping: Grouping) -> list[GroupRow]:
    """Count; rows come by coder, code and group, groups in the order of their names unless the grouping orders them."""
    tallies: dict[Key, _Tally] = {}
    silent: dict[tuple[CoderId, CodeId], set[str]] = {}
    for article in articles:
        _add(article, grouping, tallies)
        _add_silence(article, frame, grouping, tallies, silent)
    found = {group for _, _, group in tallies}
    ordered = [*grouping.groups, *sorted(found.difference(grouping.groups))]
    for (coder, code), documents in silent.items():
        for group in ordered:
            tallies.setdefault((coder, code, group), _Tally()).coded |= documents
    return list(_rows(frame, grouping, tallies, ordered))


def _add(article: CodedArticle, grouping: Grouping, tallies: dict[Key, _Tally]) -> None:
    spans: dict[tuple[Key, str], list[tuple[int, int]]] = {}
    for each in article.annotations:
        key = each.coder, each.code, grouping.of_annotation(article, each)
        spans.setdefault((key, each.round), []).append((int(each.span.start), int(each.span.end)))
    for (key, _), covered in spans.items():
        tally = tallies.setdefault(key, _Tally())
        tally.annotations += len(covered)
        tally.characters += length_outside(union(covered), article.excluded)
        tally.coded.add(article.document.id)
    for key in dict.fromkeys(key for key, _ in spans):
        tallies[key].articles += 1


def _add_silence(
    article: CodedArticle,
    frame: Frame,
    grouping: Grouping,
    tallies: dict[Key, _Tally],
    silent: dict[tuple[CoderId, CodeId], set[str]],
) -> None:
    for (coder, name), known in article.finished.items():
        group = grouping.of_silence(article, name)
        for code in frame.codes:
            if code not in known:
                continue
            if group is None:
                silent.setdefault((coder, code), set()).add(article.document.id)
            else:
                tallies.setdefault((coder, code, group), _Tally()).coded.add(article.document.id)


def _rows(
    frame: Frame, grouping: Grouping, tallies: Mapping[Key, _Tally], ordered: Sequence[Group]
) -> Iterator[GroupRow]:
    at_work = {(coder, group) for coder, _, group in tallies}
    for voice in frame.voices:
        groups = [
            group for group in ordered if grouping.everywhere or any((coder, group) in at_work for coder in voice)
        ]
        voiced = _Voice(voice, frame, tallies, groups)
        for code in frame.codes:
            for group in groups:
                yield voiced.row(code, group, grouping.narrowed)


class _Voice:
    """One coder, or all of them together for the mean."""

    def __init__(
        self, coders: tuple[CoderId, ...], frame: Frame, tallies: Mapping[Key, _Tally], groups: Sequence[Group]
    ) -> None:
        self._coders, self._frame, self._tallies = coders, frame, tallies
        self._of_group: dict[Group, float] = {}
        self._of_code: dict[CodeId, float] = {}
        for group in groups:
            for code in frame.codes:
                mean = _mean(self._behind(code, group), lambda each: each.annotations) or 0
                self._of_group[group] = self._of_group.get(group, 0) + mean
                self._of_code[code] = self._of_code.get(code, 0) + mean

    def row(self, code: CodeId, group: Group, narrowed: Callable[[Selection, Group], Selection]) -> GroupRow:
        behind = self._behind(code, group)
        annotations = _mean(behind, lambda each: each.annotations)
        return GroupRow(
            coder=self._frame.named(self._coders),
            code=code,
            group=group,
            coders=len(behind),
            annotations=annotations,
            articles=_mean(behind, lambda each: each.articles),
            characters=_mean(behind, lambda each: each.characters),
            articles_coded=_mean(behind, lambda each: len(each.coded)),
            share=ratio(annotations, self._of_group[group]),
            group_share=ratio(annotations, self._of_code[code]),
            passages=sum(each.annotations for each in behind),
            selection=narrowed(replace(self._frame.selection, coders=self._coders, codes=(code,)), group),
            status="" if behind else UNDEFINED,
        )

    def _behind(self, code: CodeId, group: Group) -> list[_Tally]:
        found = (self._tallies.get((coder, code, group)) for coder in self._coders)
        return [each for each in found if each is not None]


def _mean(behind: Sequence[_Tally], figure: Callable[[_Tally], int]) -> float | None:
    """Give the arithmetic mean; of one coder the whole number itself."""
    if len(behind) < 2:
        return figure(behind[0]) if behind else None
    return sum(map(figure, behind)) / len(behind)


def ratio(part: float | None, whole: float | None) -> float | None:
    """Divide; None where either is not known or there is nothing to divide by."""
    return part / whole if part is not None and whole else None
