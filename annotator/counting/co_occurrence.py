# SPDX-License-Identifier: MIT
r"""Which codes stand together, in passages and in units; always within what one coder coded in one round.

Passages: n12 pairs of a passage of the first code and one of the second that stand in the relation, of n1
and n2 passages. The c-coefficient of ATLAS.ti, ``c = n12 / (n1 + n2 - n12)``, is the ratio of Jaccard (1901),
taken over passages. A passage may stand in several pairs; where there are so many that c exceeds 1, or cannot
be computed, it is undefined.

Units (characters for OVERLAP and INSIDE, sentences, paragraphs, articles): u12 that hold both codes, u1 and u2
that hold each, of u in the articles that the coder finished or has passages in. ``jaccard = u12 / (u1 + u2 - u12)``
(Jaccard 1901); expected by chance, if the codes were independent, ``u1 u2 / u``. Excluded regions are left out.

The mean over coders is that of each figure; its coefficients are those of the mean figures.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations, permutations

from annotator.counting.articles import CodedArticle, Frame
from annotator.counting.grouping import ratio
from annotator.counting.relations import BY_UNIT, grouped_by_coder, pairs, units_touched
from annotator.counting.selection import Relation, Selection, Together
from annotator.counting.stretches import Stretches, length, length_outside, shared, union
from annotator.domain import Annotation, CodeId, CoderId

UNDEFINED = "undefined (no article was finished under a codebook with both codes)"
TOO_MANY_PAIRS = "c undefined (passages stand in several pairs, so there are too many pairs for a share)"
_CodePair = tuple[CodeId, CodeId]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted of two codes; see above for what the figures are."""

    pairs: float = 0
    first_in_pairs: float = 0
    second_in_pairs: float = 0
    first_passages: float = 0
    second_passages: float = 0
    first_units: float = 0
    second_units: float = 0
    shared_units: float = 0
    units: float = 0

    @property
    def c_coefficient(self) -> float | None:
        """``n12 / (n1 + n2 - n12)``; None where there is no passage, or c were above 1."""
        found = ratio(self.pairs, self.first_passages + self.second_passages - self.pairs)
        return found if found is not None and 0 <= found <= 1 else None

    @property
    def jaccard(self) -> float | None:
        """``u12 / (u1 + u2 - u12)``; None where no unit holds either code."""
        return ratio(self.shared_units, self.first_units + self.second_units - self.shared_units)

    @property
    def expected(self) -> float | None:
        """``u1 u2 / u``; None where there are no units."""
        return ratio(self.first_units * self.second_units, self.units)


@dataclass(frozen=True, slots=True)
class CoOccurrence:
    """Two codes under a relation; ``figures`` are None where nothing is known, and ``status`` says why.

    ``coder`` is "" for the mean over ``coders``, how many have figures.
    """

    coder: CoderId
    first: CodeId
    second: CodeId
    relation: Relation
    coders: int
    figures: Figures | None
    passages: int
    selection: Selection
    status: str = ""


@dataclass(slots=True)
class _Tallies:
    """Of one coder, what adds up over articles and rounds."""

    pairs: Counter[_CodePair]
    standing: Counter[tuple[CodeId, CodeId, CodeId]]
    passages: Counter[CodeId]
    units: Counter[CodeId]
    shared: Counter[_CodePair]
    all_units: int = 0

    def figures(self, first: CodeId, second: CodeId, *, is_directed: bool) -> Figures:
        pair = (first, second) if is_directed else _sorted(first, second)
        return Figures(
            self.pairs[pair], self.standing[(*pair, first)], self.standing[(*pair, second)], self.passages[first],
            self.passages[second], self.units[first], self.units[second], self.shared[_sorted(first, second)],
            self.all_units,
        )  # fmt: skip


def co_occurrences(articles: Iterable[CodedArticle], frame: Frame, *, relation: Relation) -> list[CoOccurrence]:
    """Count all pairs of the codes: each once, or (INSIDE) both ways round; by coder and the order of the codes."""
    tallies = {coder: _Tallies(Counter(), Counter(), Counter(), Counter(), Counter()) for coder in frame.coders}
    known: dict[CoderId, set[_CodePair]] = {coder: set() for coder in frame.coders}
    for article in articles:
        groups = grouped_by_coder(article.annotations)
        for coder, name in dict.fromkeys((*groups, *article.finished)):
            if coder not in tallies:
                continue
            _add(tallies[coder], article, groups.get((coder, name), ()), relation)
            codes = [code for code in frame.codes if code in article.finished.get((coder, name), ())]
            known[coder].update(combinations(codes, 2))
    rows = []
    is_directed = relation is Relation.INSIDE
    for voice in frame.voices:
        for first, second in (permutations if is_directed else combinations)(frame.codes, 2):
            behind = {coder: tallies[coder].figures(first, second, is_directed=is_directed) for coder in voice}
            for coder, figures in list(behind.items()):
                if not figures.pairs and known[coder].isdisjoint(((first, second), (second, first))):
                    del behind[coder]
            rows.append(_row(voice, Together(first, second, relation), list(behind.values()), frame))
    return rows


def _sorted(first: CodeId, second: CodeId) -> _CodePair:
    return (first, second) if first < second else (second, first)


def _add(tallies: _Tallies, article: CodedArticle, group: Sequence[Annotation], relation: Relation) -> None:
    """Take what one coder coded in one article and round."""
    tallies.passages.update(each.code for each in group)
    tallies.all_units += _number_of_units(article, relation)
    _add_pairs(tallies, article, group, relation)
    by_code: dict[CodeId, list[tuple[int, int]]] = {}
    for each in group:
        by_code.setdefault(each.code, []).append((int(each.span.start), int(each.span.end)))
    held = {code: _units_held(spans, article, relation) for code, spans in sorted(by_code.items())}
    for code, units in held.items():
        tallies.units[code] += length_outside(units, _excluded(article, relation))
    for (first, units), (second, others) in combinations(held.items(), 2):
        tallies.shared[first, second] += length_outside(shared(units, others), _excluded(article, relation))


def _add_pairs(tallies: _Tallies, article: CodedArticle, group: Sequence[Annotation], relation: Relation) -> None:
    if relation is Relation.ARTICLE:
        numbers = Counter(each.code for each in group)
        for first, second in combinations(sorted(numbers), 2):
            tallies.pairs[first, second] += numbers[first] * numbers[second]
            tallies.standing[first, second, first] += numbers[first]
            tallies.standing[first, second, second] += numbers[second]
        return
    standing: set[tuple[CodeId, CodeId, CodeId, str]] = set()
    for one, other in pairs(group, relation, units=article.units):
        is_directed = relation is Relation.INSIDE
        pair = (one.code, other.code) if is_directed else _sorted(one.code, other.code)
        tallies.pairs[pair] += 1
        standing.add((*pair, one.code, one.id))
        standing.add((*pair, other.code, other.id))
    tallies.standing.update((first, second, code) for first, second, code, _ in standing)


def _units_held(spans: Sequence[tuple[int, int]], article: CodedArticle, relation: Relation) -> Stretches:
    """Give the stretches of units (or of characters) that passages touch."""
    if relation is Relation.ARTICLE:
        return [(0, 1)]
    if relation in BY_UNIT:
        ranges = (units_touched(start, end, article.units) for start, end in spans)
        return union((first, last) for first, last in ranges if first < last)
    return union(spans)


def _excluded(article: CodedArticle, relation: Relation) -> Stretches:
    """Give what is left out of the characters; units are left out beforehand."""
    return () if relation in BY_UNIT or relation is Relation.ARTICLE else article.excluded


def _number_of_units(article: CodedArticle, relation: Relation) -> int:
    if relation is Relation.ARTICLE:
        return 1
    return len(article.units) if relation in BY_UNIT else article.document.length - length(article.excluded)


def _row(voice: tuple[CoderId, ...], together: Together, behind: Sequence[Figures], frame: Frame) -> CoOccurrence:
    figures = _mean(behind)
    status = "" if figures else UNDEFINED
    if figures and figures.c_coefficient is None and figures.pairs:
        status = TOO_MANY_PAIRS
    codes = (together.first, together.second)
    return CoOccurrence(
        coder=frame.named(voice), first=together.first, second=together.second, relation=together.relation,
        coders=len(behind), figures=figures,
        passages=int(sum(each.first_in_pairs + each.second_in_pairs for each in behind)),
        selection=replace(frame.selection, coders=voice, codes=codes, together=together), status=status,
    )  # fmt: skip


def _mean(behind: Sequence[Figures]) -> Figures | None:
    if len(behind) < 2:
        return behind[0] if behind else None
    names = [each.name for each in fields(Figures)]
    return Figures(**{name: sum(getattr(each, name) for each in behind) / len(behind) for name in names})
