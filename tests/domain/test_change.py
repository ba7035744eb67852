# SPDX-License-Identifier: MIT
"""Golden vectors: these bytes and hashes are what every version of the program must give for ever."""

import dataclasses
import hashlib
import json

import pytest

from annotator.domain import Change
from annotator.domain.change import payload

MADE = {
    "replica": "01900000-0000-7000-8000-000000000001",
    "seq": 3,
    "time": "001732213086123.00000",
    "author": "01900000-0000-7000-8000-0000000000aa",
    "action": "01900000-0000-7000-8000-0000000000bb",
    "verb": "annotate",
    "entity": "01900000-0000-7000-8000-0000000000cc",
}
GOLDEN = (
    '{"action":"01900000-0000-7000-8000-0000000000bb","author":"01900000-0000-7000-8000-0000000000aa",'
    '"entity":"01900000-0000-7000-8000-0000000000cc",'
    '"payload":{"kind":"annotation","set":{"memo":"Ни слова «лжи» \\"x\\" 北京 \\u0001"},"v":1},'
    '"prev":["' + "0" * 64 + '"],"replica":"01900000-0000-7000-8000-000000000001","seq":3,'
    '"time":"001732213086123.00000","verb":"annotate"}'
)


def made(**other):
    fields = {"payload": payload("annotation", {"memo": 'Ни слова «лжи» "x" 北京 \x01'}), "prev": ["0" * 64]} | MADE
    return Change.made(**(fields | other))


def test_the_identity_is_the_hash_of_the_canonical_bytes():
    expected = hashlib.sha256(b"annotator-change-1\n" + GOLDEN.encode()).hexdigest()
    assert made().id == expected
    assert expected == "541f2606db6347fd0cb7b954efe5a068226222424b0e28293394cb91cf15915e"
    assert made().expected_id == made().id


@pytest.mark.parametrize("name", [*MADE, "payload_json", "prev_json"])
def test_any_altered_field_shows(name):
    change = made()
    altered = 4 if name == "seq" else getattr(change, name) + "x"
    assert dataclasses.replace(change, **{name: altered}).expected_id != change.id


def test_payload_and_predecessors_come_back():
    change = made()
    assert change.payload == {"v": 1, "kind": "annotation", "set": {"memo": 'Ни слова «лжи» "x" 北京 \x01'}}
    assert change.prev == ["0" * 64]


def test_an_undo_names_what_it_undoes():
    assert payload("annotation", {"memo": ""}, undoes="a") == {
        "v": 1, "kind": "annotation", "set": {"memo": ""}, "undoes": "a",
    }  # fmt: skip


def test_a_new_change_has_the_payload_that_is_read_back():
    for value in ("a", 1, True, ["a", {"b": 2}], {"c": "d"}):
        change = made(payload={"v": 1, "kind": "code", "set": {"name": "n", "examples": value}})
        assert change.payload == json.loads(change.payload_json)
        assert list(change.payload["set"]) == ["examples", "name"]
