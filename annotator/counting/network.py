# SPDX-License-Identifier: MIT
"""Who trusts whom: directed ties from those who hold a view (else say it) to those whom it is about.

The weight of a tie is how many annotations of a code name this source and this target, under this sign. An
annotation that names several sources or targets counts once for each pair of them. One that names only
one side, or neither, is no tie and is counted apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from annotator.counting.actors import Actors
from annotator.counting.articles import CodedArticle, Frame
from annotator.counting.selection import Selection, Tie
from annotator.domain import CodeId, CoderId


@dataclass(frozen=True, slots=True)
class Edge:
    """One tie. ``coder`` is "" for the mean over the ``coders`` who used the code or finished an article in silence.

    ``first`` and ``last`` are the earliest and latest date of an article behind it, "" where none has one.
    """

    coder: CoderId
    source: str
    target: str
    code: CodeId
    sign: float | None
    coders: int
    weight: float
    articles: float
    first: str
    last: str
    passages: int
    selection: Selection


@dataclass(frozen=True, slots=True)
class Network:
    """The ties by coder, source, target, code and sign, and how many passages name one side only, or neither."""

    edges: tuple[Edge, ...]
    one_sided: int
    without_actors: int


@dataclass(slots=True)
class _Weight:
    passages: int = 0
    articles: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)


_Key = tuple[str, str, CodeId, float | None]


def network(articles: Iterable[CodedArticle], frame: Frame, *, actors: Actors) -> Network:
    """Count the ties."""
    weights: dict[CoderId, dict[_Key, _Weight]] = {coder: {} for coder in frame.coders}
    at_work: dict[CodeId, set[CoderId]] = {code: set() for code in frame.codes}
    one_sided = without = 0
    for article in articles:
        for code, coders in at_work.items():
            coders.update(article.silent(code))
        for each in article.annotations:
            at_work[each.code].add(each.coder)
            sources, targets = actors.sources(each), actors.targets(each)
            if not sources or not targets:
                one_sided += bool(sources or targets)
                without += not (sources or targets)
            for source in sources:
                for target in targets:
                    key = source, target, each.code, actors.sign_of(each)
                    _add(weights[each.coder].setdefault(key, _Weight()), article)
    edges: list[Edge] = []
    for voice in frame.voices:
        found = {key for coder in voice for key in weights[coder]}
        for key in sorted(found, key=_order):
            behind = [weights[coder][key] for coder in voice if key in weights[coder]]
            edges.append(_edge(voice, key, behind, len(at_work[key[2]].intersection(voice)), frame, actors))
    return Network(tuple(edges), one_sided, without)


def _add(weight: _Weight, article: CodedArticle) -> None:
    weight.passages += 1
    weight.articles.add(article.document.id)
    if article.document.date:
        weight.dates.add(article.document.date)


def _order(key: _Key) -> tuple[str, str, str, bool, float]:
    return key[0], key[1], key[2], key[3] is not None, key[3] or 0


def _edge(
    voice: tuple[CoderId, ...], key: _Key, behind: list[_Weight], coders: int, frame: Frame, actors: Actors
) -> Edge:
    source, target, code, sign = key
    passages, articles = sum(each.passages for each in behind), sum(len(each.articles) for each in behind)
    dates = sorted(set().union(*(each.dates for each in behind)))
    tie = Tie(source, target, actors, sign)
    return Edge(
        coder=frame.named(voice), source=source, target=target, code=code, sign=sign, coders=coders,
        weight=passages if coders == 1 else passages / coders, articles=articles if coders == 1 else articles / coders,
        first=dates[0] if dates else "", last=dates[-1] if dates else "", passages=passages,
        selection=replace(frame.selection, coders=voice, codes=(code,), tie=tie),
    )  # fmt: skip
