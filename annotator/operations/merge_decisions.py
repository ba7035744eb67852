# SPDX-License-Identifier: MIT
"""Which of the lead's decisions a merge would reopen; it touches none of them."""

from collections.abc import Iterable, Sequence

from annotator.domain import CodeId, Decision, Span
from annotator.merging import Resolved
from annotator.merging.plan import Moves
from annotator.operations.decisions import decisions_of
from annotator.operations.projects import Project
from annotator.store import identities, queries

_Place = tuple[str, str, str]


def decisions_to_review(project: Project, moves: Sequence[Moves]) -> int:
    """Count the decisions of whose passages one would be changed or deleted, or meet a new one of the same code."""
    decisions = [decision for several in decisions_of(project).values() for decision in several]
    if not decisions:
        return 0
    moved: set[str] = set()
    fresh: dict[_Place, list[Span]] = {}
    known = identities.load(project.live)
    for each in moves:
        for entity, before, after in each.of_kind("annotation"):
            if entity not in each.moved:
                continue
            if before is not None and not before.deleted:
                moved |= {entity} if _is_elsewhere(before, after) else set()
            elif not after.deleted:
                code = known.code(CodeId(str(after.values["code"])))
                place = str(after.values["document"]), str(after.values["round"]), code
                fresh.setdefault(place, []).append(_span(after.values["span"]))
    return sum(
        not moved.isdisjoint(each.members)
        or _meets(project, each, fresh.get((each.document, each.round, each.code), ()))
        for each in decisions
    )


def _is_elsewhere(before: Resolved, after: Resolved) -> bool:
    """Whether an annotation went, or is of another code or place: of memos and the like no decision depends."""
    return after.deleted or any(before.values.get(name) != after.values.get(name) for name in ("code", "span"))


def _span(value: object) -> Span:
    if not isinstance(value, dict):
        raise TypeError("a span is an object")
    return Span.of(value["start"], value["end"])


def _meets(project: Project, decision: Decision, fresh: Iterable[Span]) -> bool:
    several = tuple(fresh)
    if not several:
        return False
    members = (queries.annotation(project.live, each) for each in decision.members)
    judged = [*decision.spans, *(each.span for each in members if each is not None)]
    return any(one.overlaps(other) for one in several for other in judged)
