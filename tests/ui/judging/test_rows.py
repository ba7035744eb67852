# SPDX-License-Identifier: MIT
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from ui.judging.conftest import entry_at

from annotator.merging.adjudication_queue import Queue
from annotator.merging.decision_matching import ClusterState
from annotator.ui.judging.rows import ROW_ROLE, QueueRows, found_again, next_open


def test_heads_stand_above_their_differences(queue: Queue) -> None:
    rows = QueueRows()
    rows.show_queue(queue)
    heads = [place for place in range(rows.rowCount()) if rows.row(place).entry is None]
    assert heads[0] == 0
    assert len(heads) == 2
    assert rows.number_at(0) == -1
    assert rows.number_at(1) == 0
    assert rows.place_of(0) == 1
    assert rows.number_at(rows.place_of(5)) == 5
    assert not rows.flags(rows.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert rows.flags(rows.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_rows_say_all_to_whoever_listens(queue: Queue) -> None:
    rows = QueueRows()
    rows.show_queue(queue)
    entry = entry_at(queue, "trusts")
    place = rows.place_of(queue.entries.index(entry))
    spoken = rows.data(rows.index(place), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Boundary, A, B and C. The council trusts its engineers. Differs"
    assert rows.data(rows.index(place), ROW_ROLE) == rows.row(place)
    assert rows.letters(rows.row(place)) == "A B C"
    assert str(rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole)).endswith("decided")
    assert rows.data(QModelIndex()) is None
    assert rows.code_name(entry.code) == "trust"
    assert rows.count(rows.row(0)).startswith("0 of ")


def test_heads_count_passages_where_nobody_judges(queue: Queue) -> None:
    rows = QueueRows(judging=False)
    rows.show_queue(queue)
    assert {rows.count(rows.row(place)) for place in range(rows.rowCount())} == {"5", "1"}


def test_found_again_by_members_then_by_place(queue: Queue) -> None:
    entry = entry_at(queue, "trusts")
    number = queue.entries.index(entry)
    assert found_again(queue.entries, entry, near=0) == number
    grown = replace(entry, ref=replace(entry.ref, members=("other",)), end=entry.end + 1)
    assert found_again(queue.entries, grown, near=0) == number
    others = tuple(each for each in queue.entries if each is not entry)
    assert found_again(others, entry, near=2) == 2
    assert found_again((), entry, near=2) == -1


def test_the_next_open_one_goes_round(queue: Queue) -> None:
    entries = list(queue.entries)
    waiting = next(number for number, each in enumerate(entries) if each.state is ClusterState.WAITING)
    seen, number = [], -1
    for _ in range(5):
        number = next_open(entries, number)
        seen.append(number)
    assert sorted(seen) == sorted(set(range(6)) - {waiting})
    assert next_open(entries, seen[-1]) == seen[0]
    assert next_open(entries, -1, leave_out=[each.ref for each in entries]) == -1
    assert next_open([replace(each, state=ClusterState.ACCEPTED) for each in entries], 0) == -1
