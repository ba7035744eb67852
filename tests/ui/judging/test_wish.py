# SPDX-License-Identifier: MIT
from annotator.merging.adjudication_order import QueueOrder
from annotator.merging.adjudication_queue import Queue
from annotator.merging.decision_matching import ClusterState
from annotator.ui.judging.kinds import OTHER_CODE
from annotator.ui.judging.wish import OPEN, Wish


def number(queue: Queue, wish: Wish) -> int:
    return len(wish.answered(queue).queue.entries)


def test_parts_restrict_and_empty_ones_do_not(queue: Queue) -> None:
    assert number(queue, Wish()) == len(queue.entries) == 6
    assert number(queue, Wish(kind="boundary")) == 1
    assert number(queue, Wish(kind=OTHER_CODE)) == 2
    assert number(queue, Wish(kind="omission")) == 1
    assert number(queue, Wish(code=str(queue.codes[1].id))) == 2
    assert number(queue, Wish(document=str(queue.articles[1].document.id))) == 1
    assert number(queue, Wish(states=ClusterState.WAITING.value)) == 1
    assert number(queue, Wish(states=OPEN)) == 6
    assert number(queue, Wish(differing=True)) == 4


def test_two_coders_are_those_who_differ(queue: Queue) -> None:
    people = {coder.name: str(coder.id) for coder in queue.coders}
    wish = Wish(coders=(people["Novak"], people["Okafor"]), code=str(queue.codes[0].id))
    entries = wish.answered(queue).queue.entries
    assert [entry.quote for entry in entries] == ["Nobody has asked"]


def test_progress_counts_the_code_that_is_looked_at(queue: Queue) -> None:
    assert Wish().answered(queue).progress.total == 6
    assert Wish(code=str(queue.codes[1].id), kind="boundary").answered(queue).progress.total == 2


def test_orders(queue: Queue) -> None:
    codes = [entry.code for entry in Wish(order=QueueOrder.CODE).answered(queue).queue.entries]
    assert codes == sorted(codes, key=[code.id for code in queue.codes].index)
