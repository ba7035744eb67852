# SPDX-License-Identifier: MIT
import pytest
from merging.made_clusters import CODERS, CODES
from merging.made_queue import DOCUMENTS, article_queue, clusters, decision, together

from annotator.merging.adjudication_order import QueueFilter, QueueOrder, filtered, ordered
from annotator.merging.clusters import ClusterKind
from annotator.merging.decision_matching import ClusterState

BOTH = [(0, 10, 20), (1, 12, 20), (2, 10, 20), (0, 30, 34, 1), (0, 0, 5), (1, 0, 5), (2, 0, 2), (2, 3, 5)]


@pytest.fixture
def queue():
    return together(article_queue(BOTH, disagreement=0.1), article_queue([(1, 1, 4)], document=1, disagreement=0.3))


def starts(queue):
    return [(DOCUMENTS.index(entry.document), entry.start) for entry in queue.entries]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (QueueOrder.TEXT, [(0, 0), (0, 10), (0, 30), (1, 1)]),
        (QueueOrder.WORST, [(1, 1), (0, 0), (0, 10), (0, 30)]),
        (QueueOrder.KIND, [(0, 30), (1, 1), (0, 0), (0, 10)]),
        (QueueOrder.CODE, [(0, 0), (0, 10), (1, 1), (0, 30)]),
        (QueueOrder.PAIR, [(0, 10), (0, 30), (1, 1), (0, 0)]),
    ],
)
def test_orders(queue, order, expected):
    assert starts(ordered(queue, by=order)) == expected
    assert starts(ordered(ordered(queue, by=QueueOrder.PAIR), by=order)) == expected


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (QueueFilter(), [(0, 0), (0, 10), (0, 30), (1, 1)]),
        (QueueFilter(kinds=frozenset([ClusterKind.SEGMENTATION])), [(0, 0)]),
        (QueueFilter(codes=frozenset([CODES[1]])), [(0, 30)]),
        (QueueFilter(documents=frozenset([DOCUMENTS[1]])), [(1, 1)]),
        (QueueFilter(states=frozenset([ClusterState.INCOMPLETE])), [(0, 30), (1, 1)]),
        (QueueFilter(coders=frozenset([CODERS[3]])), []),
        (QueueFilter(coders=frozenset([CODERS[0]])), [(0, 0), (0, 10), (0, 30), (1, 1)]),
        (QueueFilter(coders=frozenset(CODERS[:2])), [(0, 10), (0, 30), (1, 1)]),
        (QueueFilter(coders=frozenset([CODERS[0], CODERS[2]])), [(0, 0), (0, 30)]),
        (QueueFilter(conflicts_only=True), []),
    ],
)
def test_filters(queue, which, expected):
    found = filtered(queue, which=which)
    assert starts(found) == expected
    assert found.progress == queue.progress, "what is not looked at still counts"


def test_the_order_of_states_stays_the_text(queue):
    found = clusters(*BOTH)
    judged = article_queue(BOTH, [decision(found[1], result=[(10, 20)])])
    assert starts(ordered(judged, by=QueueOrder.TEXT)) == [(0, 0), (0, 10), (0, 30)]
