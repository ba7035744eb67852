# SPDX-License-Identifier: MIT
"""Counting passages: the question, the table of answers, and its caption."""

from collections.abc import Callable, Mapping, Sequence

from annotator.counting.articles import Basis
from annotator.counting.co_occurrence import co_occurrences
from annotator.counting.grouping import Grouping, grouped
from annotator.counting.groupings import ARTICLE, by_attribute, by_field, by_period, frequencies_by
from annotator.counting.network import network
from annotator.counting.periods import UNPLACED
from annotator.counting.selection import Relation
from annotator.operations.count_choice import CountChoice
from annotator.operations.count_gathering import CountInput, gather_counts
from annotator.operations.projects import Project
from annotator.operations.selected_passages import Progress
from annotator.reports.count_table import NOT_SET, CountColumn, CountKind, Counts
from annotator.reports.group_table import ToLabel, group_columns, group_matrices, group_rows
from annotator.reports.pair_tables import (
    EDGE_COLUMNS,
    MOST_ACTORS,
    PAIR_COLUMNS,
    UNITS,
    drawn_ties,
    edge_matrices,
    edge_rows,
    pair_matrices,
    pair_rows,
)

_BASES: Mapping[Basis, str] = {
    Basis.PER_CODER: "Each figure is of one coder; figures of coders are never added up.",
    Basis.MEAN: "Each figure is the arithmetic mean of the figures of those coders who have one.",
    Basis.CONSENSUS: "The figures are those of the consensus.",
}
_ZERO = (
    "0 stands only where an article was finished under a codebook with the code and nothing was marked; what is not "
    "known is empty."
)
_RELATIONS: Mapping[Relation, str] = {
    Relation.OVERLAP: "Two passages stand together where they share a character.",
    Relation.INSIDE: "Two passages stand together where the first lies wholly in the second.",
    Relation.SENTENCE: "Two passages stand together where they touch the same sentence.",
    Relation.PARAGRAPH: "Two passages stand together where they touch the same paragraph.",
    Relation.ARTICLE: "Two passages stand together where they lie in the same article.",
}
_PAIRS = (
    "Only passages of one coder in one round are paired. c = n12 / (n1 + n2 - n12) over passages (the c-coefficient of "
    "ATLAS.ti); Jaccard (1901) = u12 / (u1 + u2 - u12) and expected by chance u1 u2 / u over units: {}s."
)
_TIES = (
    "Ties run from who holds a view, else who says it ({}), to whom it is about ({}). One-sided passages, which are no "
    "ties: {:,}; passages without actors: {:,}."
)


def count(project: Project, *, choice: CountChoice, progress: Progress | None = None) -> Counts:
    """Count passages; raises UsageError for a field or an attribute that the project does not have."""
    return compute_counts(gather_counts(project, choice=choice, progress=progress))


def compute_counts(found: CountInput) -> Counts:
    """Count what was gathered; may be called from any thread."""
    return _COUNTED[found.choice.kind](found)


def _frequencies(found: CountInput) -> Counts:
    by = found.choice.by
    labels: list[ToLabel] = [found.names.article if each == ARTICLE else str for each in by]
    columns = [CountColumn("article_id" if each == ARTICLE else each, each.capitalize()) for each in by]
    title = " by ".join(("Frequencies of codes", *by))
    return _grouped(found, frequencies_by(by), title=title, columns=columns, labels=labels)


def _cross(found: CountInput) -> Counts:
    choice = found.choice
    if choice.attribute:
        grouping, name = by_attribute(choice.attribute, found.values), choice.attribute
    else:
        grouping, name = by_field(choice.field, found.values), choice.field
    columns = [CountColumn("value", name)]
    return _grouped(found, grouping, title=f"Codes by {name}", columns=columns, labels=[_value])


def _trends(found: CountInput) -> Counts:
    period = found.choice.period
    grouping = by_period(period, [each.document for each in found.articles])
    unplaced = [each for each in found.articles if grouping.of_silence(each, "") == (UNPLACED,)]
    undated = sum(not each.document.date for each in unplaced)
    said = (
        f"Articles without a date: {undated:,}; with a date that does not tell the {period}: "
        f"{len(unplaced) - undated:,}. They stand in the last row."
        if unplaced
        else ""
    )
    columns = [CountColumn("period", period.capitalize())]
    return _grouped(
        found, grouping, title=f"Codes over time, by {period}", columns=columns, labels=[_period], said=said
    )


def _value(value: str) -> str:
    return value or NOT_SET


def _period(name: str) -> str:
    return name or "undated or too coarse"


def _grouped(
    found: CountInput,
    grouping: Grouping,
    *,
    title: str,
    columns: Sequence[CountColumn],
    labels: Sequence[ToLabel],
    said: str = "",
) -> Counts:
    rows = grouped(found.articles, found.frame, grouping)
    basis = found.choice.basis
    return Counts(
        kind=found.choice.kind,
        basis=basis,
        title=title,
        what="Annotations",
        caption=_caption(found, _ZERO, said),
        columns=group_columns(columns),
        rows=group_rows(rows, found.names, basis),
        matrices=group_matrices(rows, found.names, labels),
    )


def _co_occurrence(found: CountInput) -> Counts:
    relation, basis = found.choice.relation, found.choice.basis
    rows = co_occurrences(found.articles, found.frame, relation=relation)
    return Counts(
        kind=found.choice.kind,
        basis=basis,
        title=f"Co-occurrence of codes: {relation}",
        what="Pairs of passages",
        caption=_caption(found, _RELATIONS[relation], _PAIRS.format(UNITS[relation]), _ZERO),
        columns=PAIR_COLUMNS,
        rows=pair_rows(rows, found.names, basis),
        matrices=pair_matrices(rows, found.names),
    )


def _network(found: CountInput) -> Counts:
    actors, basis = found.actors, found.choice.basis
    ties = network(found.articles, found.frame, actors=actors)
    sources = " or ".join(each for each in (actors.holder, actors.speaker) if each) or "no attribute"
    said = _TIES.format(sources, actors.target or "no attribute", ties.one_sided, ties.without_actors)
    matrices = edge_matrices(ties.edges, found.names, actors)
    shown = f"Matrices show the {MOST_ACTORS} sources and targets of greatest weight; the table shows all."
    sides = ({edge.source for edge in ties.edges}, {edge.target for edge in ties.edges})
    is_cut = max(map(len, sides)) > MOST_ACTORS
    return Counts(
        kind=found.choice.kind,
        basis=basis,
        title="Who stands how to whom",
        what="Weight",
        caption=_caption(found, said, shown if is_cut else ""),
        columns=EDGE_COLUMNS,
        rows=edge_rows(ties.edges, found.names, basis),
        matrices=matrices,
        edges=drawn_ties(ties.edges, found.names),
    )


def _caption(found: CountInput, *sentences: str) -> tuple[str, ...]:
    return tuple(each for each in (_BASES[found.choice.basis], *sentences, *found.said) if each)


_COUNTED: Mapping[CountKind, Callable[[CountInput], Counts]] = {
    CountKind.FREQUENCIES: _frequencies,
    CountKind.CO_OCCURRENCE: _co_occurrence,
    CountKind.CROSS: _cross,
    CountKind.TRENDS: _trends,
    CountKind.NETWORK: _network,
}
