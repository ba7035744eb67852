# SPDX-License-Identifier: MIT
from dataclasses import replace

from merging.made_clusters import CODERS
from merging.made_queue import NAMES, article_queue, together

from annotator.domain import DocumentId
from annotator.merging.blinding import blinded, lane_letter

QUEUE = article_queue([(0, 0, 4), (1, 0, 5), (2, 0, 6)])


def lanes(queue):
    return [lane.coder for lane in queue.articles[0].lanes]


def test_no_name_and_no_memo_is_left():
    hidden = blinded(QUEUE, seed=1)
    assert hidden.is_blind
    words = repr(hidden)
    assert all(name not in words for name in NAMES)
    assert "memo of" in repr(QUEUE)
    assert "memo of" not in words
    assert [lane.label for lane in hidden.articles[0].lanes] == ["A", "B", "C"]


def test_the_same_seed_gives_the_same_order_and_versions_follow_it():
    hidden = blinded(QUEUE, seed=1)
    assert blinded(QUEUE, seed=1) == hidden
    assert [version.coder for version in hidden.entries[0].versions] == lanes(hidden)
    assert len({tuple(lanes(blinded(QUEUE, seed=seed))) for seed in range(40)}) == 6, "every order occurs"


def test_each_article_has_an_order_of_its_own():
    def on(number):
        identity = DocumentId(f"01900000-0000-7000-8000-{number:012d}")
        article = QUEUE.articles[0]
        return replace(QUEUE, articles=(replace(article, document=replace(article.document, id=identity)),), entries=())

    orders = {tuple(lanes(blinded(on(number), seed=5))) for number in range(40)}
    assert len(orders) == 6


def test_who_is_judged_stays_the_same():
    hidden = blinded(together(QUEUE), seed=3)
    assert sorted(lanes(hidden)) == sorted(CODERS[:3])
    assert [entry.ref for entry in hidden.entries] == [entry.ref for entry in QUEUE.entries]


def test_letters_go_on_after_z():
    assert [lane_letter(number) for number in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip
