# SPDX-License-Identifier: MIT
from random import Random

import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import Certainty, DecisionReason, Refused, Span, Verdict
from annotator.merging.adjudication_queue import ClusterRef
from annotator.store import journal, team_queries


@pytest.fixture
def study(project, documents, codes):
    """“Beijing trusts” by Anna, “trusts” by Ben; “Moscow” by Anna alone; both have finished."""
    made = Study(project, documents, codes)
    made.code(ANNA, (0, 14), (15, 21))
    made.code(BEN, (8, 14))
    made.finish(ANNA, BEN)
    return made


def spans(*pairs):
    return tuple(Span.of(*pair) for pair in pairs)


def decisions(study):
    return team_queries.decisions(study.project.live)


def test_two_boundaries_are_one_cluster_and_are_decided(study):
    first, second = study.entries()
    assert (first.kind.value, first.state.value, first.quote) == ("boundary", "differs", "Beijing trusts")
    assert (second.kind.value, second.state.value, second.silent) == ("omission", "incomplete", (BEN.id,))
    made = study.decide(
        first, Verdict.TAKEN, taken=BEN.id, reason=DecisionReason.BOUNDARY_ONLY, certainty=Certainty.HIGH
    )
    assert (made.spans, made.result, made.taken, made.judge) == (spans((8, 14)), first.code, BEN.id, MARA.id)
    assert (made.members, made.basis, made.blind) == (first.ref.members, first.ref.basis, False)
    assert made.judged.endswith("Z")
    assert study.states() == ["accepted", "incomplete"]


def test_a_lone_wrong_span_can_be_closed_and_then_the_article_is_decided(study):
    first, second = study.entries()
    study.decide(first, Verdict.INTERSECTION)
    assert not study.queue().article(study.document).is_decided
    operations.reject(study.project, judge=MARA.id, ref=second.ref, reason=DecisionReason.CODER_SLIP)
    assert study.states() == ["accepted", "rejected"]
    queue = study.queue()
    assert queue.article(study.document).is_decided
    assert (queue.progress.decided, queue.progress.left) == (2, 0)


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [(Verdict.UNION, (0, 14)), (Verdict.INTERSECTION, (8, 14)), (Verdict.MAJORITY, (8, 14))],
)
def test_what_a_verdict_leaves(study, verdict, expected):
    entry = study.entries()[0]
    assert operations.result_spans(entry, verdict=verdict) == spans(expected)
    assert study.decide(entry, verdict).spans == spans(expected)


def test_ties_are_said(study):
    assert operations.tied_spans(study.entries()[0]) == spans((0, 8))


def test_against_every_coder_a_note_is_needed(study):
    first = study.entries()[0]
    for judgement in (
        {"verdict": Verdict.OWN, "spans": spans((0, 7))},
        {"verdict": Verdict.REJECTED},
        {"verdict": Verdict.UNION, "result": study.codes["mistrust"]},
    ):
        with pytest.raises(Refused, match="why in a note"):
            study.decide(first, **judgement)
        with pytest.raises(Refused, match="why in a note"):
            study.decide(first, note="  ", **judgement)
    assert decisions(study) == ()
    assert study.decide(first, Verdict.OWN, spans=spans((8, 14))).verdict is Verdict.OWN, "it is Ben's"
    study.undo()
    made = study.decide(study.entries()[0], Verdict.REJECTED, note="An idiom.")
    assert made.note == "An idiom."


def test_another_code_that_somebody_used_here_needs_no_note(study):
    study.reopen(BEN)
    study.code(BEN, (2, 9), code="mistrust")
    study.finish(BEN)
    first = study.entries()[0]
    made = study.decide(first, Verdict.UNION, result=study.codes["mistrust"])
    assert (made.code, made.result) == (study.codes["trust"], study.codes["mistrust"])


def test_changing_a_decision_keeps_its_identity_and_undo_its_former_words(study):
    made = study.decide(study.entries()[0], Verdict.UNION)
    changed = study.decide(study.entries()[0], Verdict.INTERSECTION, reason=DecisionReason.EDGE_CASE)
    assert (changed.id, changed.spans) == (made.id, spans((8, 14)))
    assert study.undo().value == "changing a decision"
    assert decisions(study) == (made,)
    assert study.redo().value == "changing a decision"
    assert decisions(study) == (changed,)


def test_each_verb_can_be_undone_and_done_again(study):
    first, second = study.entries()
    steps = [
        lambda: study.decide(first),
        lambda: operations.defer(study.project, judge=MARA.id, ref=second.ref, note="ask"),
        lambda: operations.reject(study.project, judge=MARA.id, ref=study.entries()[1].ref),
        lambda: operations.withdraw_decision(study.project, judge=MARA.id, decision=study.entries()[0].decision.id),
        lambda: operations.split_cluster(
            study.project, judge=MARA.id, ref=study.entries()[0].ref, parts=[[each] for each in first.ref.members]
        ),
        lambda: operations.join_clusters(
            study.project, judge=MARA.id, refs=[each.ref for each in study.entries() if each.decision is None]
        ),
        lambda: operations.accept_all_of(study.project, judge=MARA.id, coder=ANNA.id, document=study.document),
    ]
    seen = [study.queue()]
    for step in steps:
        step()
        seen.append(study.queue())
        assert seen[-1] != seen[-2]
    for expected in reversed(seen[:-1]):
        study.undo()
        assert study.queue() == expected
    for expected in seen[1:]:
        study.redo()
        assert study.queue() == expected


def test_a_reference_that_has_gone_stale_is_refused(study):
    first = study.entries()[0]
    study.decide(first)
    with pytest.raises(Refused, match="changed since"):
        study.decide(first, Verdict.INTERSECTION)
    second = study.entries()[1]
    study.reopen(ANNA)
    with pytest.raises(Refused, match="changed since"):
        study.decide(second)
    assert len(decisions(study)) == 1


def test_only_the_lead_decides_and_never_in_a_coders_file(study):
    first = study.entries()[0]
    before = journal.ids(study.project.live)
    verbs = [
        lambda judge: study.decide(first, judge=judge),
        lambda judge: operations.defer(study.project, judge=judge.id, ref=first.ref),
        lambda judge: operations.reject(study.project, judge=judge.id, ref=first.ref),
        lambda judge: operations.withdraw_decision(study.project, judge=judge.id, decision=first.ref.members[0]),
        lambda judge: operations.split_cluster(study.project, judge=judge.id, ref=first.ref, parts=[]),
        lambda judge: operations.join_clusters(study.project, judge=judge.id, refs=[]),
        lambda judge: operations.accept_all_of(study.project, judge=judge.id, coder=ANNA.id, document=study.document),
    ]
    for verb in verbs:
        with pytest.raises(Refused, match="Only the lead"):
            verb(ANNA)
    with study.project.transaction():
        study.project.set_handed_out()
    for verb in verbs:
        with pytest.raises(Refused, match=r"handed out|coder's file"):
            verb(MARA)
    assert journal.ids(study.project.live) == before


def test_a_span_that_nobody_marked(study):
    trust = study.codes["trust"]
    nowhere = ClusterRef.drawn(document=study.document, round_name="main", code=trust)
    with pytest.raises(Refused, match="why in a note"):
        study.decide(nowhere, Verdict.OWN, spans=spans((38, 44)))
    with pytest.raises(Refused, match="draw the span"):
        study.decide(nowhere, Verdict.UNION, note="x")
    with pytest.raises(Refused, match="have marked some"):
        study.decide(nowhere, Verdict.OWN, spans=spans((12, 20)), note="x")
    with pytest.raises(Refused, match="overlap"):
        study.decide(nowhere, Verdict.OWN, spans=spans((38, 44), (40, 46)), note="x")
    made = study.decide(nowhere, Verdict.OWN, spans=spans((38, 44)), note="Both missed it.")
    assert made.members == ()
    assert study.states() == ["differs", "incomplete", "accepted"]
    drawn = study.entries()[2]
    assert (drawn.cluster, drawn.quote) == (None, "Nobody")
    changed = study.decide(drawn, Verdict.OWN, spans=spans((38, 48)), note="More of it.")
    assert (changed.id, changed.spans) == (made.id, spans((38, 48)))
    study.reopen(BEN)
    study.code(BEN, (40, 44))
    study.finish(BEN)
    assert study.states() == ["differs", "incomplete", "to_review"], "somebody marks there after all"


def test_nothing_left_to_take_is_refused(study):
    study.reopen(BEN)
    study.code(BEN, (20, 30))
    study.finish(BEN)
    (joined,) = [entry for entry in study.entries() if entry.start == 15]
    with pytest.raises(Refused, match="marked nothing here"):
        study.decide(joined, Verdict.TAKEN, taken=MARA.id)
    with pytest.raises(Refused, match="No characters"):
        study.decide(joined, Verdict.OWN, note="x")
    with pytest.raises(Refused, match="beyond the text"):
        study.decide(joined, Verdict.OWN, spans=spans((10, 999)), note="x")


def test_a_split_needs_every_annotation_once_and_a_join_the_same_code(study):
    first, second = study.entries()
    for parts in ([first.ref.members], [first.ref.members[:1]], [first.ref.members[:1], []]):
        with pytest.raises(Refused, match="two or more parts"):
            operations.split_cluster(study.project, judge=MARA.id, ref=first.ref, parts=parts)
    with pytest.raises(Refused, match="Two or more"):
        operations.join_clusters(study.project, judge=MARA.id, refs=[first.ref, first.ref])
    operations.join_clusters(study.project, judge=MARA.id, refs=[first.ref, second.ref])
    (entry,) = study.entries()
    assert (entry.start, entry.end) == (0, 21)
    assert study.decide(entry, Verdict.UNION).spans == spans((0, 14), (15, 21))


def test_a_person_may_decide_what_waits(study):
    study.reopen(BEN)
    assert study.states() == ["waiting", "waiting"]
    study.decide(study.entries()[0])
    assert study.states() == ["accepted", "waiting"]


def test_what_grew_together_is_decided_once_and_undo_brings_both_decisions_back(study):
    for entry in study.entries():
        study.decide(entry)
    before = decisions(study)
    study.reopen(BEN)
    study.code(BEN, (12, 18))
    study.finish(BEN)
    (entry,) = study.entries()
    assert (entry.state.value, len(entry.superseded), len(entry.former)) == ("to_review", 1, 1)
    study.decide(entry)
    (made,) = decisions(study)
    assert made.spans == spans((0, 21))
    assert study.states() == ["accepted"]
    study.undo()
    assert decisions(study) == before
    assert study.states() == ["to_review"]


def test_what_fell_apart_is_decided_on_either_side(study):
    study.reopen(BEN)
    (bridge,) = study.code(BEN, (12, 18))
    study.finish(BEN)
    (entry,) = study.entries()
    made = study.decide(entry)
    study.reopen(BEN)
    operations.delete(study.project, coder=BEN.id, annotations=[bridge.id])
    study.finish(BEN)
    first, second = study.entries()
    assert [first.state.value, second.state.value] == ["to_review", "to_review"]
    assert (first.decision, second.decision, second.shared) == (made, None, (made,))
    study.decide(second)
    assert study.states() == ["to_review", "accepted"]
    study.decide(study.entries()[0])
    assert study.states() == ["accepted", "accepted"]
    assert len(decisions(study)) == 2


def test_all_decisions_of_an_article_can_be_taken_back_at_once(study):
    first, second = study.entries()
    with pytest.raises(Refused, match="nothing to take back"):
        operations.withdraw_decisions(study.project, judge=MARA.id, document=study.document)
    operations.join_clusters(study.project, judge=MARA.id, refs=[first.ref, second.ref])
    study.decide(study.entries()[0])
    before = study.queue()
    assert operations.withdraw_decisions(study.project, judge=MARA.id, document=study.document).value == 1
    assert [entry.ref for entry in study.entries()] == [first.ref, second.ref]
    assert study.undo().value == "withdrawing all decisions on an article"
    assert study.queue() == before


@pytest.mark.parametrize("seed", range(5))
def test_every_article_can_be_decided_to_the_end(project, documents, codes, seed):
    chance = Random(seed)
    study = Study(project, documents, codes)
    length = documents["plain.txt"].length
    places = [(start, min(length, start + chance.randint(2, 20))) for start in range(0, length - 6, 3)]
    for coder in (ANNA, BEN, MARA):
        for code in ("trust", "mistrust"):
            study.code(coder, *chance.sample(places, 5), code=code)
    study.finish(ANNA, BEN, MARA)
    while not study.queue().article(study.document).is_decided:
        entry = chance.choice([each for each in study.entries() if not each.state.is_settled])
        verdict = chance.choice([Verdict.TAKEN, Verdict.UNION, Verdict.REJECTED])
        taken = chance.choice(entry.versions).coder if verdict is Verdict.TAKEN else None
        made = study.decide(entry, verdict, taken=taken, note="so")
        marked = {position for each in entry.cluster.marks for position in range(each.span.start, each.span.end)}
        assert {position for span in made.spans for position in range(span.start, span.end)} <= marked
    assert study.queue().progress.left == 0


def test_a_decision_that_is_gone_cannot_be_withdrawn(study):
    made = study.decide(study.entries()[0])
    operations.withdraw_decision(study.project, judge=MARA.id, decision=made.id)
    with pytest.raises(Refused, match="no longer there"):
        operations.withdraw_decision(study.project, judge=MARA.id, decision=made.id)
    again = study.decide(study.entries()[0])
    assert study.states() == ["accepted", "incomplete"]
    assert again.id != made.id
