# SPDX-License-Identifier: MIT
from dataclasses import replace

from ui.judging.conftest import entry_at, span_of
from ui.judging.test_kinds import decided

from annotator.domain import Verdict
from annotator.merging.adjudication_queue import Entry, Queue
from annotator.merging.decision_matching import ClusterState
from annotator.ui.judging import draft as drafts
from annotator.ui.judging.draft import Draft


def missing(queue: Queue, draft: Draft) -> str:
    return draft.missing(queue, queue.article(draft.entry.document))


def test_nothing_is_chosen_at_first(queue: Queue) -> None:
    draft = Draft.of(entry_at(queue, "trusts"))
    assert draft.verdict is None
    assert draft.spans == ()
    assert missing(queue, draft) == drafts.CHOOSE


def test_where_all_agree_that_is_proposed(queue: Queue) -> None:
    draft = Draft.of(entry_at(queue, "receipt", code=1))
    assert draft.verdict is Verdict.TAKEN
    assert missing(queue, draft) == ""
    assert draft.judgement().taken == draft.entry.versions[0].coder


def test_each_verdict_says_what_it_leaves(queue: Queue) -> None:
    draft = Draft.of(entry_at(queue, "trusts"))
    assert draft.chosen(Verdict.UNION).spans == (span_of("The council trusts its engineers"),)
    assert draft.chosen(Verdict.INTERSECTION).spans == (span_of("trusts its engineers"),)
    assert draft.chosen(Verdict.MAJORITY).spans == (span_of("trusts its engineers"),)
    assert draft.chosen(Verdict.REJECTED).spans == ()


def test_no_characters_left_is_said(queue: Queue) -> None:
    draft = Draft.of(entry_at(queue, "Nobody")).chosen(Verdict.MAJORITY)
    assert missing(queue, draft) == drafts.NOTHING_LEFT


def test_an_own_span_needs_words_and_a_note(queue: Queue) -> None:
    draft = Draft.of(entry_at(queue, "trusts")).chosen(Verdict.OWN)
    assert missing(queue, draft) == drafts.SELECT
    draft = replace(draft, own=(span_of("its engineers"),))
    assert missing(queue, draft) == drafts.NOTE
    assert missing(queue, replace(draft, note=" because ")) == ""
    assert replace(draft, note=" because ").judgement().note == "because"


def test_rejecting_what_all_marked_needs_a_note(queue: Queue) -> None:
    assert missing(queue, Draft.of(entry_at(queue, "trusts")).chosen(Verdict.REJECTED)) == drafts.NOTE
    assert missing(queue, Draft.of(entry_at(queue, "Nobody")).chosen(Verdict.REJECTED)) == ""


def test_what_is_decided_can_only_be_changed(queue: Queue) -> None:
    entry: Entry = decided(entry_at(queue, "trusts"), Verdict.UNION)
    draft = Draft.of(entry)
    assert draft.verdict is Verdict.UNION
    assert missing(queue, draft) == drafts.AS_IT_IS
    assert missing(queue, draft.chosen(Verdict.MAJORITY)) == ""


def test_what_waits_cannot_be_decided(queue: Queue) -> None:
    waiting = next(entry for entry in queue.entries if entry.state is ClusterState.WAITING)
    said = missing(queue, Draft.of(waiting).chosen(Verdict.UNION))
    assert said.startswith("Waiting: 1 coder more")
