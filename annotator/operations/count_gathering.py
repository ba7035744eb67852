# SPDX-License-Identifier: MIT
"""What counting needs of a project, as plain values: the passages selected, who finished what, and all names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.counting.actors import Actors, proposed_actors
from annotator.counting.articles import Basis, CodedArticle, Frame
from annotator.counting.selection import Selection
from annotator.domain import Codebook, CodeId, Coder, CoderId, CompletionState, DocumentId
from annotator.operations.adjudication_reading import adjudication
from annotator.operations.asked_selection import attribute_named, field_named
from annotator.operations.count_choice import CountChoice
from annotator.operations.projects import Project
from annotator.operations.selected_passages import Progress, SelectedPassages
from annotator.operations.selection_words import in_words
from annotator.reports.count_table import CountKind, Names
from annotator.store import queries, team_queries

_Finished = dict[DocumentId, dict[tuple[CoderId, str], frozenset[CodeId]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountInput:
    """Everything that is counted; needs the project no more. ``said`` is the selection in sentences."""

    choice: CountChoice
    frame: Frame
    articles: Sequence[CodedArticle]
    names: Names
    actors: Actors
    said: tuple[str, ...]
    values: tuple[str, ...] = ()


def gather_counts(project: Project, *, choice: CountChoice, progress: Progress | None = None) -> CountInput:
    """Read what was chosen; raises UsageError for a field or an attribute that the project does not have."""
    is_consensus = choice.basis is Basis.CONSENSUS or choice.selection.consensus
    selection = replace(choice.selection, consensus=is_consensus)
    choice = replace(choice, selection=selection, basis=Basis.CONSENSUS if is_consensus else choice.basis)
    source = SelectedPassages(project, selection)
    values: tuple[str, ...] = ()
    if choice.kind is CountKind.CROSS:
        choice, values = _checked_cross(project, choice)
    articles = tuple(_articles(project, source, choice, progress))
    return CountInput(
        choice=choice,
        frame=_frame(source, articles, choice),
        articles=articles,
        names=_names(source),
        actors=choice.actors or proposed_actors(Codebook(tuple(source.codes.values()))),
        said=tuple(in_words(source)),
        values=values,
    )


def _checked_cross(project: Project, choice: CountChoice) -> tuple[CountChoice, tuple[str, ...]]:
    """Find the field or attribute, and the values that it may have in the order in which they were defined."""
    if choice.attribute:
        attribute_named(project, choice.attribute)
        codes = queries.codebook(project.live).codes
        found = [each for code in codes for each in code.attributes if each.name == choice.attribute]
        return choice, tuple(dict.fromkeys(value for each in found for value in each.choices))
    name = field_named(project, choice.field)
    fields = {each.name: each.choices for each in queries.metadata_fields(project.live)}
    return replace(choice, field=name), fields.get(name, ())


def _articles(
    project: Project, source: SelectedPassages, choice: CountChoice, progress: Progress | None
) -> Iterator[CodedArticle]:
    superseded = frozenset(team_queries.carried_from(project.live))
    finished = _finished(project, source)
    relation = choice.relation if choice.kind is CountKind.CO_OCCURRENCE else None
    for document, passages in source.all_passages(progress=progress):
        known = finished.get(document.id, {})
        if (document.id in superseded and not passages) or not (known or passages):
            continue
        yield CodedArticle(
            document=document,
            annotations=passages,
            excluded=source.excluded.get(document.id, ()),
            units=source.units(document, relation) if relation else (),
            finished=known,
        )


def _finished(project: Project, source: SelectedPassages) -> _Finished:
    """Say who finished which article, as far as the selection looks at them."""
    selection = source.selection
    if selection.states and CompletionState.FINISHED not in selection.states:
        return {}
    found: _Finished = {}
    for each in queries.completions(project.live):
        if each.state is CompletionState.FINISHED and _is_asked(selection, each.coder, each.round):
            found.setdefault(each.document, {})[each.coder, each.round] = frozenset(each.codes)
    return found if source.consensus is None else _settled(project, source.consensus.id, found)


def _settled(project: Project, consensus: CoderId, finished: _Finished) -> _Finished:
    """Say in which articles nothing is left to judge, and which codes all who finished them could use."""
    found: _Finished = {}
    for name in dict.fromkeys(name for known in finished.values() for _, name in known):
        for article in adjudication(project, round_name=name).articles:
            known = finished.get(article.document.id, {})
            codes = [known[coder, name] for coder in article.finished if (coder, name) in known]
            if codes and article.is_decided and not article.is_waiting:
                found.setdefault(article.document.id, {})[consensus, name] = frozenset.intersection(*codes)
    return found


def _is_asked(selection: Selection, coder: CoderId, round_name: str) -> bool:
    is_of_coder = selection.consensus or not selection.coders or coder in selection.coders
    return is_of_coder and (not selection.rounds or round_name in selection.rounds)


def _frame(source: SelectedPassages, articles: Sequence[CodedArticle], choice: CountChoice) -> Frame:
    selection = choice.selection
    used = dict.fromkeys(each.code for article in articles for each in article.annotations)
    at_work = dict.fromkeys(each.coder for article in articles for each in article.annotations)
    for article in articles:
        at_work.update(dict.fromkeys(coder for coder, _ in article.finished))
    offered = [code.id for code in source.codes.values() if not code.counts_as]
    codes = selection.codes or (*offered, *sorted(set(used).difference(offered)))
    if source.consensus:
        coders: tuple[CoderId, ...] = (source.consensus.id,)
    else:
        coders = selection.coders or tuple(sorted(at_work, key=lambda each: (source.coder_rank(each), each)))
    return Frame(codes=tuple(codes), coders=coders, basis=choice.basis, selection=selection)


def _names(source: SelectedPassages) -> Names:
    codes, coders = source.used
    known = {code: source.code(code) for code in codes}
    people: dict[CoderId, Coder] = {coder: source.coder(coder) for coder in coders}
    return Names(
        codes={code: each.name for code, each in known.items()},
        short_names={code: each.short_name for code, each in known.items()},
        coders={coder: each.name for coder, each in people.items()},
        articles={each.id: each.heading for each in source.documents},
    )


def named_actors(project: Project, *, named: Mapping[str, str]) -> Actors:
    """Give the actors in the attributes that are named for their roles, in other roles as names propose.

    The roles are those of :class:`~annotator.counting.actors.Actors`. Raises UsageError for an unknown attribute.
    """
    for name in filter(None, named.values()):
        attribute_named(project, name)
    proposed = proposed_actors(queries.codebook(project.live))
    return replace(
        proposed,
        speaker=named.get("speaker", proposed.speaker),
        holder=named.get("holder", proposed.holder),
        target=named.get("target", proposed.target),
        sign=named.get("sign", proposed.sign),
    )
