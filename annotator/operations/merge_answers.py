# SPDX-License-Identifier: MIT
"""The lead's answers to a merge, written as ordinary changes of one action, so that undo reaches them."""

from collections.abc import Iterable, Mapping, Sequence

from annotator.domain import AliasOf, CoderId, DocumentId, Json, Span
from annotator.domain.identifiers import completion_id
from annotator.domain.team import alias_id, carried_over_id
from annotator.merging import resolve
from annotator.merging.questions import (
    APART,
    CARRY_OVER,
    HERE,
    KEEP,
    LEAVE,
    SAME,
    Answers,
    AuthorityDetail,
    CodeDetail,
    PersonDetail,
    PlacedAnnotation,
    PlaceDetail,
    Question,
    QuestionKind,
    ReanchorDetail,
    VersionsDetail,
)
from annotator.operations.merge_putting_back import put_back
from annotator.operations.passages import passage, require_lead, text_of
from annotator.operations.projects import Project
from annotator.store import journal, queries
from annotator.store.project_file import Action

VERB = "answer merge"
_NOTHING = frozenset({"", APART, LEAVE})


def write_answers(project: Project, questions: Sequence[Question], answers: Answers, *, author: CoderId) -> str:
    """Write what was answered, inside the caller's transaction; gives the action, empty where nothing is to be written.

    The union must have been folded: what the answers speak of is there. Raises Refused where somebody
    else than the lead maps a code or a person.
    """
    chosen = [(each, answers.get(each.id, "")) for each in questions]
    if any(choice == SAME for _, choice in chosen):
        require_lead(project, author, what="says which codes and people are the same")
    with project.action_inside(author=author, verb=VERB) as action:
        kept = (question.detail for question, choice in chosen if choice == KEEP)
        put_back(project, action, [c for detail in kept if isinstance(detail, AuthorityDetail) for c in detail.changes])
        for question, choice in chosen:
            if choice not in _NOTHING:
                _write(project, action, question, choice)
        _carry_over(project, action, chosen)
    return action.id if action.changes else ""


def _write(project: Project, action: Action, question: Question, choice: str) -> None:
    detail = question.detail
    if isinstance(detail, CodeDetail) and choice == SAME:
        _alias(action, AliasOf.CODE, detail.source, detail.target)
    elif isinstance(detail, PersonDetail) and choice == SAME:
        _alias(action, AliasOf.CODER, detail.source, detail.target)
    elif isinstance(detail, VersionsDetail):
        version = next(each for each in detail.versions if each.id == choice)
        if version.source == HERE:
            put_back(project, action, detail.unwanted)
        kind = "code" if question.kind is QuestionKind.DEFINITION else "coder"
        state = resolve(journal.changes_of(project.live, detail.entity))
        fields: dict[str, Json] = {
            name: value
            for name, value in version.fields.items()
            if state.values.get(name, "") != value or len(state.heads.get(name, ())) > 1
        }
        if fields:
            action.write(kind, detail.entity, fields)


def _alias(action: Action, of: AliasOf, source: str, target: str) -> None:
    action.write("alias", alias_id(of, source), {"of": of.value, "source": source, "target": target})


def _carry_over(project: Project, action: Action, chosen: Iterable[tuple[Question, str]]) -> None:
    """Write the places of the texts that are to be carried over, and how far their coders are there."""
    pairs: dict[tuple[DocumentId, DocumentId], dict[str, PlacedAnnotation]] = {}
    for question, choice in chosen:
        detail = question.detail
        if isinstance(detail, ReanchorDetail) and choice == CARRY_OVER:
            pairs[detail.source, detail.target] = {each.annotation: each for each in detail.sure}
        elif isinstance(detail, PlaceDetail) and choice not in _NOTHING and (detail.source, detail.target) in pairs:
            named = next(each for each in detail.places if choice == f"{each.start}-{each.end}")
            placed = PlacedAnnotation(detail.annotation, detail.coder, named.start, named.end, named.score)
            pairs[detail.source, detail.target][detail.annotation] = placed
    for (source, target), places in pairs.items():
        text = text_of(project, target)
        for place in places.values():
            fields: Mapping[str, Json] = {
                "annotation": place.annotation, "document": target, "score": place.score,
                "span": passage(text, Span.of(place.start, place.end)),
            }  # fmt: skip
            action.write("carried_over", carried_over_id(place.annotation, target), fields)
        _carry_completions(project, action, source, target, carried=frozenset(places))


def _carry_completions(
    project: Project, action: Action, source: DocumentId, target: DocumentId, *, carried: frozenset[str]
) -> None:
    """Write of each coder whose passages were all carried over that they are as far with the text as with theirs."""
    staying = {each.coder for each in queries.annotations(project.live, source) if each.id not in carried}
    there = {(each.coder, each.round) for each in queries.completions(project.live, target)}
    for each in queries.completions(project.live, source):
        if each.coder not in staying and (each.coder, each.round) not in there:
            fields: dict[str, Json] = {
                "coder": each.coder, "document": target, "round": each.round, "state": each.state.value,
                "reason": each.reason, "codebook_revision": each.codebook_revision, "codes": list(each.codes),
            }  # fmt: skip
            action.write("completion", completion_id(each.coder, target, each.round), fields)
