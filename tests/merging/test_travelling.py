# SPDX-License-Identifier: MIT
"""Which changes may travel: all of them, or a restatement and what was written upon it."""

import pytest

from annotator.domain import Change, new_uuid
from annotator.domain.change import payload
from annotator.merging import resolve
from annotator.merging.travelling import HAND_OUT, restated_fields, travelling

LEAD, ANNA, BEN = (f"01900000-0000-7000-8000-00000000000{digit}" for digit in "abc")
ENTITY = new_uuid()


def made(author, fields, *seen, verb="change code", kind="code"):
    made.count += 1
    return Change.made(
        replica=new_uuid(), seq=1, time=f"{made.count:015d}.00000", author=author, action=new_uuid(), verb=verb,
        entity=ENTITY, payload=payload(kind, fields), prev=sorted(each.id for each in seen),
    )  # fmt: skip


made.count = 0


def code(author, **fields):
    return made(author, {"name": "Trust", "short_name": "trust", **fields})


def restated(*changes):
    state = resolve(changes)
    return made(
        LEAD, restated_fields(state), *(head for heads in state.heads.values() for head in heads), verb=HAND_OUT
    )


def test_all_go_where_all_writers_may():
    changes = [code(LEAD), made(ANNA, {"name": "Confidence"})]
    assert travelling(changes, {LEAD, ANNA}) == tuple(changes)


def test_somebody_else_s_word_must_be_restated():
    changes = [code(LEAD), made(BEN, {"name": "Confidence"})]
    assert travelling(changes, {LEAD, ANNA}) is None


def test_the_restatement_goes_and_nothing_before_it():
    changes = [code(BEN, definition="as Ben has it")]
    changes.append(restated(*changes))
    assert travelling(changes, {LEAD}) == (changes[1],)
    assert travelling(changes, {LEAD, BEN}) == tuple(changes)


def test_what_was_written_upon_it_goes_along():
    changes = [code(BEN)]
    changes.append(restated(*changes))
    changes.append(made(ANNA, {"name": "Confidence"}, changes[1]))
    assert travelling(changes, {LEAD, ANNA}) == tuple(changes[1:])


@pytest.mark.parametrize("knows", [True, False])
def test_somebody_else_s_later_word_must_be_restated_anew(knows):
    changes = [code(BEN)]
    changes.append(restated(*changes))
    changes.append(made(BEN, {"name": "Confidence"}, *(changes[1:] if knows else [])))
    assert travelling(changes, {LEAD}) is None
    changes.append(restated(*changes))
    assert travelling(changes, {LEAD}) == (changes[3],)


def test_what_somebody_else_deleted_does_not_go():
    changes = [code(LEAD)]
    changes.append(made(BEN, {"deleted": True}, changes[0]))
    assert travelling(changes, {LEAD}) == ()


def test_a_restatement_of_part_of_it_is_none():
    changes = [code(BEN), made(LEAD, {"name": "Trust"}, verb=HAND_OUT)]
    assert travelling(changes, {LEAD}) is None


def test_further_names_of_a_document_are_not_restated():
    first = made(BEN, {"name": "a.txt", "text_sha256": "0" * 64, "length": 3, "alias.b.txt": True}, kind="document")
    assert restated_fields(resolve([first])) == {"name": "a.txt", "text_sha256": "0" * 64, "length": 3}
