# SPDX-License-Identifier: MIT
import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import DecisionSource, Refused, Span, Verdict
from annotator.merging.adjudication_rules import Boundary, Left, MergeRule
from annotator.store import journal, team_queries


@pytest.fixture
def study(project, documents, codes):
    """Alike, another boundary, and one that Ben missed."""
    made = Study(project, documents, codes)
    made.code(ANNA, (0, 7), (8, 14), (22, 24))
    made.code(BEN, (0, 7), (8, 12))
    made.finish(ANNA, BEN)
    return made


def run(study, at_least=2, boundary=Boundary.EXACT, **how):
    return operations.pre_merge(study.project, judge=MARA.id, rule=MergeRule(at_least, boundary), **how)


def decisions(study):
    return team_queries.decisions(study.project.live)


def test_a_dry_run_says_what_would_be_and_writes_nothing(study):
    before = journal.ids(study.project.live)
    merged = run(study, dry_run=True).value
    assert [each.spans for each in merged.taken] == [(Span.of(0, 7),)]
    assert merged.left == {Left.TOO_FEW: 2}
    assert journal.ids(study.project.live) == before


def test_what_is_decided_is_marked_as_the_rules_and_is_one_step(study):
    outcome = run(study, boundary=Boundary.UNION)
    assert outcome.touched.documents == {study.document}
    assert study.states() == ["accepted", "accepted", "incomplete"]
    first, _ = decisions(study)
    assert (first.source, first.judge) == (DecisionSource.RULE, MARA.id)
    assert first.parameters == '{"at_least":2,"boundary":"union"}'
    assert study.queue().progress.by_rule == 2
    assert study.undo().value == "deciding by rule"
    assert decisions(study) == ()


def test_a_rule_never_touches_what_a_person_decided(study):
    entries = study.entries()
    study.decide(entries[0], Verdict.REJECTED, note="An idiom.")
    operations.defer(study.project, judge=MARA.id, ref=entries[1].ref)
    before = decisions(study)
    run(study, at_least=1, boundary=Boundary.UNION)
    run(study, at_least=1, boundary=Boundary.INTERSECTION, again=True)
    assert set(before) <= set(decisions(study))
    assert study.states() == ["rejected", "deferred", "accepted"]


def test_what_a_rule_decided_is_decided_anew_on_request_only(study):
    run(study, boundary=Boundary.UNION)
    before = decisions(study)
    assert run(study, boundary=Boundary.INTERSECTION).value.taken == ()
    assert decisions(study) == before
    run(study, boundary=Boundary.INTERSECTION, again=True)
    assert [each.id for each in decisions(study)] == [each.id for each in before]
    assert study.entries()[1].decision.spans == (Span.of(8, 12),)


def test_what_comes_out_the_same_is_not_written_again(study):
    run(study, boundary=Boundary.UNION)
    before = journal.ids(study.project.live)
    outcome = run(study, boundary=Boundary.UNION, again=True)
    assert (outcome.value.taken, outcome.value.kept) == ((), 2)
    assert journal.ids(study.project.live) == before
    study.reopen(BEN)
    study.code(BEN, (20, 24))
    study.finish(BEN)
    merged = run(study, boundary=Boundary.UNION, again=True).value
    assert ([each.spans for each in merged.taken], merged.kept) == ([(Span.of(20, 24),)], 2)


def test_another_rule_with_the_same_outcome_is_written_as_it_is_another_rule(study):
    run(study, boundary=Boundary.UNION)
    merged = run(study, at_least=1, boundary=Boundary.UNION, again=True).value
    assert (len(merged.taken), merged.kept) == (3, 0)
    assert {each.parameters for each in decisions(study)} == {'{"at_least":1,"boundary":"union"}'}


def test_what_a_rule_decided_and_has_moved_is_to_be_reviewed(study):
    run(study, boundary=Boundary.UNION)
    study.reopen(BEN)
    study.code(BEN, (2, 9))
    study.finish(BEN)
    assert study.states() == ["to_review", "incomplete"]
    assert run(study, boundary=Boundary.UNION).value.taken == ()
    run(study, boundary=Boundary.UNION, again=True)
    (made,) = decisions(study)
    assert made.spans == (Span.of(0, 14),)
    assert study.states() == ["accepted", "incomplete"]


def test_nothing_is_decided_while_coders_are_awaited(study):
    study.reopen(BEN)
    merged = run(study, at_least=1).value
    assert (merged.taken, merged.left) == ((), {Left.WAITING: 3})


def test_blank_characters_are_nothing(study):
    study.reopen(ANNA)
    study.reopen(BEN)
    study.code(ANNA, (40, 45))
    study.code(BEN, (44, 48))
    study.finish(ANNA, BEN)
    text = "Beijing trusts Moscow, or so it says.\nNobody can know that yet.\n"
    assert text[44:45] == " "
    merged = run(study, boundary=Boundary.INTERSECTION).value
    assert merged.left == {Left.EMPTY: 1, Left.TOO_FEW: 1}


def test_one_round_and_some_codes_only(study):
    assert run(study, codes=["mistrust"]).value.taken == ()
    with pytest.raises(Refused, match="Only the lead"):
        operations.pre_merge(study.project, judge=ANNA.id, rule=MergeRule(1))


def test_all_of_one_coder(study):
    (first, *_) = study.entries()
    study.decide(first, Verdict.REJECTED, note="An idiom.")
    outcome = operations.accept_all_of(study.project, judge=MARA.id, coder=BEN.id, document=study.document)
    assert outcome.value == 1
    assert study.states() == ["rejected", "accepted", "incomplete"]
    made = study.entries()[1].decision
    assert (made.verdict, made.taken, made.spans) == (Verdict.TAKEN, BEN.id, (Span.of(8, 12),))
    operations.accept_all_of(study.project, judge=MARA.id, coder=BEN.id, document=study.document, reject_others=True)
    assert study.states() == ["rejected", "accepted", "rejected"]
    assert study.queue().article(study.document).is_decided
    with pytest.raises(Refused, match="Nothing of this coder"):
        operations.accept_all_of(study.project, judge=MARA.id, coder=BEN.id, document=study.document)
    assert study.undo().value == "accepting all of one coder"
    assert study.states() == ["rejected", "accepted", "incomplete"]


def test_all_of_one_coder_leaves_what_waits_for_further_coders(study):
    study.reopen(BEN)
    before = journal.ids(study.project.live)
    for reject_others in (False, True):
        with pytest.raises(Refused, match="waits for further coders"):
            operations.accept_all_of(
                study.project, judge=MARA.id, coder=ANNA.id, document=study.document, reject_others=reject_others
            )
    assert journal.ids(study.project.live) == before
    assert set(study.states()) == {"waiting"}
