# SPDX-License-Identifier: MIT
import pytest
from store.conftest import CODER, TEXT, annotation
from store.crafting import change, writing

from annotator.domain import Refused, document_id
from annotator.store import clock, journal, merging, opening, verification
from annotator.text.quotation import digest

ONE = "01900000-0000-7000-8000-000000000001"
TWO = "01900000-0000-7000-8000-000000000002"


def unite(file, *changes, texts=None):
    with file.transaction():
        return merging.unite(file, changes, texts or {})


def shown(file):
    return [row[0] for row in file.live.execute("SELECT id FROM annotation ORDER BY id")]


NEW = change(ONE, writing("annotation", **annotation(0, 7)))
EDIT = change(ONE, writing("annotation", memo="x"), seq=2)


def test_what_is_new_is_added_and_folded(file):
    before = merging.last_arrival(file.live)
    arrived = unite(file, NEW, EDIT)
    assert (arrived.added, arrived.ranges, arrived.entities) == (2, ((before + 1, before + 2),), (ONE,))
    assert file.live.execute("SELECT memo FROM annotation").fetchall() == [("x",)]
    assert list(verification.faults(file)) == []


def test_what_is_known_adds_nothing(file):
    unite(file, NEW)
    arrived = unite(file, NEW, NEW)
    assert (arrived.added, arrived.ranges, arrived.entities) == (0, (), ())


def test_a_change_given_twice_at_once_is_one(file):
    assert unite(file, NEW, NEW).added == 1


def test_texts_come_along_and_a_known_one_stays_one(file):
    body = "a text of theirs"
    made = change(
        document_id(digest(body)), writing("document", name="b", text_sha256=digest(body), length=len(body))
    )  # fmt: skip
    unite(file, made, texts={digest(body): body, digest(TEXT): TEXT})
    assert file.texts.body(digest(body)) == body
    assert file.live.execute("SELECT count(*) FROM text").fetchone() == (2,)


def test_what_cannot_stand_undoes_the_whole_union(file):
    before = journal.ids(file.live)
    wrong = change(TWO, writing("annotation", **annotation(0, 7, span=annotation(8, 14)["span"] | {"quote": "xxxxxx"})))
    with pytest.raises(Refused, match="does not stand"):
        unite(file, NEW, wrong)
    assert journal.ids(file.live) == before
    assert shown(file) == []


def test_a_change_of_something_deleted_here_is_kept_beside_the_delete(file):
    unite(file, NEW)
    with file.action(author=CODER, verb="delete") as action:
        action.write("annotation", ONE, {"deleted": True})
    assert shown(file) == []
    unite(file, EDIT)
    assert shown(file) == [ONE]
    assert file.live.execute("SELECT field FROM conflict").fetchall() == [("deleted",)]


def test_what_is_withdrawn_is_hidden_stays_in_the_journal_and_comes_back(file):
    arrived = unite(file, NEW, EDIT)
    digest_before = journal.digest(journal.ids(file.live))
    with file.transaction():
        assert merging.withdraw(file, ranges=arrived.ranges) == (ONE,)
    assert shown(file) == []
    assert journal.digest(journal.ids(file.live)) == digest_before
    assert list(verification.faults(file)) == []
    with file.action(author=CODER, verb="annotate") as action:
        action.write("annotation", TWO, annotation(8, 14))
    later = change("01900000-0000-7000-8000-000000000003", writing("annotation", **annotation(0, 14)), seq=3)
    again = unite(file, NEW, EDIT, later)
    assert again.added == 3
    assert len(again.ranges) == 2, "one's own change between them is no part of the merge"
    with file.transaction():
        merging.withdraw(file, ranges=again.ranges)
    assert shown(file) == [TWO]


def test_the_clock_goes_past_what_came(file, path, data):
    ahead = clock.spell(clock.wall_milliseconds() + 3_600_000, 0)
    unite(file, change(ONE, writing("annotation", **annotation(0, 7)), time=ahead))
    opening.close_file(file)
    again = opening.open_file(path, data_folder=data)
    with again.action(author=CODER, verb="annotate") as action:
        assert action.write("annotation", TWO, annotation(8, 14)).time > ahead
    opening.close_file(again)
