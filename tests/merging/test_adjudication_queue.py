# SPDX-License-Identifier: MIT
import pytest
from merging.made_clusters import CODERS
from merging.made_queue import DOCUMENTS, article_queue, clusters, decision, spans, together

from annotator.domain import DecisionSource, Verdict
from annotator.merging.adjudication_queue import Lane, Progress, in_lanes, progress_of
from annotator.merging.decision_matching import DRAWN

PLACES = [(0, 0, 4), (0, 10, 14), (0, 20, 24), (0, 30, 34)]


def judged_queue():
    found = clusters(*PLACES)
    made = [
        decision(found[0], result=[(0, 4)], source=DecisionSource.RULE),
        decision(found[1], Verdict.REJECTED, number=2),
        decision(found[2], Verdict.DEFERRED, number=3),
    ]
    return article_queue(PLACES, made)


def test_progress():
    progress = judged_queue().progress
    assert progress == Progress(accepted=1, by_rule=1, rejected=1, deferred=1, undecided=1)
    assert (progress.decided, progress.left, progress.total) == (2, 2, 4)
    assert progress_of(()) == Progress()
    assert progress + progress == Progress(accepted=2, by_rule=2, rejected=2, deferred=2, undecided=2)


def test_articles_are_decided_when_nothing_is_left():
    assert not judged_queue().articles[0].is_decided
    found = clusters(PLACES[0])
    done = article_queue(PLACES[:1], [decision(found[0], result=[(0, 4)])])
    assert done.articles[0].is_decided
    assert together(done, judged_queue()).articles_decided == 1


def test_no_clusters_are_decided_too_once_enough_have_finished():
    assert article_queue([]).articles[0].is_decided
    waiting = article_queue([], people=(0,)).articles[0]
    assert (waiting.is_waiting, waiting.is_decided) == (True, False)


def test_what_the_judge_drew_counts():
    queue = article_queue([], [decision(verdict=Verdict.OWN, result=[(3, 5)], basis=DRAWN)])
    assert queue.progress == Progress(accepted=1)
    assert queue.entries[0].cluster is None


def test_entries_are_found_by_reference_and_say_who_has_a_say():
    queue = judged_queue()
    first = queue.entries[0]
    assert queue.entry(first.ref) is first
    assert queue.entry(clusters_ref_of_another(first)) is None
    assert first.coders == CODERS[:3]
    assert first.version(CODERS[0]).spans == spans((0, 4))
    assert first.version(CODERS[1]) is None
    assert queue.name_of(CODERS[1]) == "Anna"
    assert queue.of(DOCUMENTS[1]) == ()
    with pytest.raises(KeyError):
        queue.article(DOCUMENTS[1])


def clusters_ref_of_another(entry):
    return entry.ref.drawn(document=entry.document, round_name="main", code=entry.code)


def test_one_article_can_be_replaced():
    queue = together(judged_queue(), article_queue([(1, 5, 8)], document=1))
    fresh = article_queue([(0, 50, 54)])
    replaced = queue.replacing(fresh)
    assert [entry.start for entry in replaced.entries] == [50, 5]
    assert [article.document.id for article in replaced.articles] == [*DOCUMENTS]
    emptied = queue.replacing(article_queue([]))
    assert [entry.start for entry in emptied.entries] == [5]
    assert [entry.start for entry in emptied.replacing(fresh).entries] == [5, 50]


def test_lanes_order_coders():
    entry = article_queue([(0, 0, 4), (1, 0, 5)]).entries[0]
    lanes = [Lane(CODERS[place], "") for place in (2, 1, 0)]
    assert [version.coder for version in in_lanes(entry, lanes).versions] == [CODERS[1], CODERS[0]]
