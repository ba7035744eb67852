# SPDX-License-Identifier: MIT
"""Many decisions in one action: what a rule can settle, and one coder's versions throughout an article."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.domain import (
    CoderId,
    DecisionSource,
    DocumentId,
    Json,
    Refused,
    Span,
    Verdict,
    canonical_json,
)
from annotator.merging.adjudication_queue import Entry
from annotator.merging.adjudication_rules import VERDICTS, Boundary, Left, MergeRule, RuleResult, by_rule
from annotator.merging.decision_matching import ClusterState
from annotator.operations.adjudication_reading import adjudication
from annotator.operations.blind_judging import blind_seed
from annotator.operations.judging import Judgement, decision_fields, judged_now, require_judge, write_decision
from annotator.operations.outcome import Outcome, Touched
from annotator.operations.passages import text_of
from annotator.operations.projects import Project

_UNDECIDED = (ClusterState.AGREED, ClusterState.DIFFERS, ClusterState.INCOMPLETE)


@dataclass(frozen=True, slots=True)
class RuleTaken:
    """A cluster that a rule settles, and the spans that it leaves."""

    entry: Entry
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PreMerge:
    """What a rule does: the clusters it settles, and how many it leaves to a person, by why.

    ``kept`` counts what the same rule settled before and would settle alike: nothing is written of it.
    """

    rule: MergeRule
    taken: tuple[RuleTaken, ...]
    left: Mapping[Left, int]
    kept: int = 0


def pre_merge(
    project: Project,
    *,
    judge: CoderId,
    rule: MergeRule,
    round_name: str | None = None,
    codes: Sequence[str] = (),
    again: bool = False,
    dry_run: bool = False,
) -> Outcome[PreMerge]:
    """Let a rule decide what nobody has decided, in one action; ``dry_run`` only says what it would do.

    A decision of a person is never touched, nor one of a rule unless ``again`` asks for it; then only
    what comes out otherwise than before is written.
    """
    require_judge(project, judge)
    queue = adjudication(project, round_name=round_name, codes=codes)
    taken: list[RuleTaken] = []
    left: Counter[Left] = Counter()
    kept = 0
    for entry in queue.entries:
        if entry.state is ClusterState.WAITING:
            left[Left.WAITING] += 1
        elif entry.state in _UNDECIDED or (again and _is_rules_own(entry)):
            result = _applied(project, entry, rule)
            if result.left is not None:
                left[result.left] += 1
            elif _stands(entry, result.spans, rule):
                kept += 1
            else:
                taken.append(RuleTaken(entry, result.spans))
    merged = PreMerge(rule, tuple(taken), dict(left), kept)
    if dry_run or not taken:
        return Outcome(merged)
    source: dict[str, Json] = {
        "judge": judge, "judged": judged_now(), "blind": False,
        "source": DecisionSource.RULE.value, "parameters": _parameters(rule),
    }  # fmt: skip
    with project.action(author=judge, verb="merge by rule") as action:
        for each in taken:
            fields = decision_fields(project, entry=each.entry, judgement=_judgement(each, rule))
            write_decision(action, each.entry, fields | source)
    touched = Touched(documents=frozenset(each.entry.document for each in taken))
    return Outcome(merged, touched, "merge by rule")


def accept_all_of(
    project: Project,
    *,
    judge: CoderId,
    coder: CoderId,
    document: DocumentId,
    round_name: str | None = None,
    reject_others: bool = False,
) -> Outcome[int]:
    """Take one coder's version of everything in an article that has no decision or a deferred one, in one action.

    ``reject_others``: what this coder finished without marking is rejected. What waits for further
    coders is left. The value counts the decisions. Raises Refused where there is nothing to take.
    """
    require_judge(project, judge)
    queue = adjudication(project, round_name=round_name, documents=[document])
    judgements = list(_of_coder(queue.entries, coder, reject_others=reject_others))
    if not judgements and any(entry.state is ClusterState.WAITING for entry in queue.entries):
        raise Refused("This article waits for further coders; until they have finished, decide passage by passage.")
    if not judgements:
        raise Refused("Nothing of this coder is left to decide in this article.")
    source: dict[str, Json] = {
        "judge": judge, "judged": judged_now(), "source": DecisionSource.PERSON.value, "parameters": "",
        "blind": blind_seed(project, round_name=queue.round.name) is not None,
    }  # fmt: skip
    with project.action(author=judge, verb="accept all") as action:
        for entry, judgement in judgements:
            write_decision(action, entry, decision_fields(project, entry=entry, judgement=judgement) | source)
    return Outcome(len(judgements), Touched(documents=frozenset([document])), "accept all")


def _of_coder(entries: Sequence[Entry], coder: CoderId, *, reject_others: bool) -> Iterator[tuple[Entry, Judgement]]:
    for entry in entries:
        if entry.state not in (*_UNDECIDED, ClusterState.DEFERRED):
            continue
        if entry.version(coder) is not None:
            yield entry, Judgement(Verdict.TAKEN, taken=coder)
        elif reject_others and coder in entry.silent:
            yield entry, Judgement(Verdict.REJECTED)


def _is_rules_own(entry: Entry) -> bool:
    return entry.cluster is not None and entry.decision is not None and entry.decision.source is DecisionSource.RULE


def _stands(entry: Entry, spans: tuple[Span, ...], rule: MergeRule) -> bool:
    """Whether the entry's decision says what the rule would write; whose of equal versions it took is no matter."""
    decision = entry.decision
    if decision is None or entry.state is not ClusterState.ACCEPTED or entry.superseded:
        return False
    written = (decision.verdict, decision.result, decision.spans, decision.parameters)
    return written == (VERDICTS[rule.boundary], entry.code, spans, _parameters(rule))


def _parameters(rule: MergeRule) -> str:
    parameters: dict[str, Json] = {"at_least": rule.at_least, "boundary": rule.boundary.value}
    return canonical_json(parameters)


def _applied(project: Project, entry: Entry, rule: MergeRule) -> RuleResult:
    if entry.cluster is None:
        return RuleResult(left=Left.EMPTY)
    result = by_rule(entry.cluster, rule)
    text = text_of(project, entry.document)
    if any(not text[span.start : span.end].strip() for span in result.spans):
        return RuleResult(left=Left.EMPTY)
    return result


def _judgement(taken: RuleTaken, rule: MergeRule) -> Judgement:
    if rule.boundary is not Boundary.EXACT:
        return Judgement(VERDICTS[rule.boundary])
    coder = next(version.coder for version in taken.entry.versions if version.spans == taken.spans)
    return Judgement(Verdict.TAKEN, taken=coder)
