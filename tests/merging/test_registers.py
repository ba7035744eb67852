# SPDX-License-Identifier: MIT
"""The laws of resolution: the state of an entity depends on the set of its changes alone."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Change
from annotator.domain.change import payload
from annotator.merging import DELETED, resolve

ENTITY = "01900000-0000-7000-8000-0000000000ee"


def change(time, fields, prev=(), *, author="a", kind="annotation"):
    return Change.made(
        replica="r", seq=time + 1, time=f"{time:015d}.00000", author=author, action=f"{author}{time}", verb="v",
        entity=ENTITY, payload=payload(kind, fields), prev=sorted(each.id for each in prev),
    )  # fmt: skip


MADE = change(1, {"memo": "", "code": "trust"})


def test_an_edit_that_had_seen_another_replaces_it_whatever_the_clocks_say():
    edit = change(0, {"memo": "new"}, [MADE])
    assert resolve([MADE, edit]).values["memo"] == "new"


def test_concurrent_edits_are_both_kept_and_the_later_is_shown():
    one, two = change(5, {"memo": "one"}, [MADE]), change(6, {"memo": "two"}, [MADE], author="b")
    for order in itertools.permutations([MADE, one, two]):
        state = resolve(order)
        assert state.values["memo"] == "two"
        assert state.heads["memo"] == (one, two)
        assert state.values["code"] == "trust"


def test_concurrent_edits_of_different_fields_do_not_meet():
    one, two = change(5, {"memo": "one"}, [MADE]), change(6, {"code": "speculation"}, [MADE], author="b")
    state = resolve([MADE, one, two])
    assert (state.values["memo"], state.values["code"]) == ("one", "speculation")
    assert all(len(heads) == 1 for heads in state.heads.values())


def test_a_delete_wins_over_what_it_had_seen():
    edit = change(3, {"memo": "x"}, [MADE])
    delete = change(4, {DELETED: True}, [MADE, edit])
    assert resolve([MADE, edit, delete]).deleted


def test_a_delete_loses_against_an_edit_it_had_not_seen():
    edit = change(3, {"memo": "x"}, [MADE], author="b")
    delete = change(9, {DELETED: True}, [MADE])
    state = resolve([MADE, edit, delete])
    assert not state.deleted
    assert state.outlived == (delete,)


def test_of_two_deletes_one_that_had_seen_the_edit_is_enough():
    edit = change(3, {"memo": "x"}, [MADE], author="b")
    blind, seeing = change(4, {DELETED: True}, [MADE]), change(5, {DELETED: True}, [MADE, edit], author="b")
    assert resolve([MADE, edit, blind, seeing]).deleted


def test_what_was_brought_back_is_there():
    delete = change(4, {DELETED: True}, [MADE])
    back = change(5, {DELETED: False}, [MADE, delete])
    assert not resolve([MADE, delete, back]).deleted


def test_a_delete_is_written_over_the_heads_of_every_field():
    edit = change(3, {"memo": "x"}, [MADE])
    state = resolve([MADE, edit])
    assert state.heads_of([DELETED]) == sorted([MADE.id, edit.id])
    assert state.heads_of(["memo"]) == [edit.id]
    assert state.heads_of(["never written"]) == []


@pytest.mark.parametrize("changes", [[], [MADE, change(2, {"name": "x"}, kind="code")]])
def test_an_entity_has_one_kind(changes):
    with pytest.raises(ValueError, match="one kind"):
        resolve(changes)


@st.composite
def histories(draw):
    """Draw a history in which each change has seen some of those before it."""
    made = [MADE]
    for time in range(draw(st.integers(1, 7))):
        fields = draw(
            st.dictionaries(st.sampled_from(["memo", "code", "round"]), st.sampled_from(["x", "y"]), min_size=1)
            | st.fixed_dictionaries({DELETED: st.booleans()})
        )
        seen = [each for each in made if draw(st.booleans())]
        state = resolve(seen) if seen else None
        known = {each.id: each for each in seen}
        prev = [known[each] for each in state.heads_of(fields)] if state else []
        made.append(change(draw(st.integers(0, 9)) * 100 + time, fields, prev, author=draw(st.sampled_from("ab"))))
    return made


@given(histories(), st.randoms())
def test_order_and_repetition_do_not_matter(history, random):
    shuffled = history + random.sample(history, k=len(history) // 2)
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(history)


@given(histories())
def test_what_is_shown_is_the_greatest_head_and_no_head_was_seen_by_another_writer_of_the_field(history):
    state = resolve(history)
    for name, heads in state.heads.items():
        assert heads == tuple(sorted(heads, key=lambda head: (head.time, head.id)))
        assert state.values[name] == heads[-1].payload["set"][name]
        writers = [each for each in history if name in each.payload["set"]]
        assert {head.id for head in heads} == {
            each.id for each in writers if not any(each.id in other.prev for other in writers)
        }
