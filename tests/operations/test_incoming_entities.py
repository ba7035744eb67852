# SPDX-License-Identifier: MIT
import pytest
from operations.replicas import MARA

from annotator import operations
from annotator.domain import new_uuid
from annotator.operations.incoming_entities import (
    ALREADY_THERE,
    LEFT_DELETED,
    UPDATED,
    IncomingEntity,
    write_incoming,
)


@pytest.fixture
def taken_in(project, documents, codes):
    """Write an annotation of Mara's as a file would bring it; gives what was done."""
    document = documents["plain.txt"]
    text = operations.article(project, document=document.id).text
    entity = new_uuid()

    def write(**further):
        fields = {
            "document": document.id, "coder": MARA.id, "code": codes["trust"], "round": "main", "memo": "",
            "span": {"start": 0, "end": 7, "quote": text[:7], "before": "", "after": text[7:39]}, **further,
        }  # fmt: skip
        with project.action(author=MARA.id, verb="import annotations") as action:
            return write_incoming(project, action, IncomingEntity("annotation", entity, document.id, fields)).word

    write.entity = entity
    return write


def test_new_then_there_then_changed(taken_in):
    assert taken_in() == "annotation"
    assert taken_in() == ALREADY_THERE
    assert taken_in(memo="a word") == UPDATED
    assert taken_in(memo="a word") == ALREADY_THERE
    assert taken_in(**{"attribute.holder": "china"}) == UPDATED
    assert taken_in() == UPDATED  # the memo and the attribute go, as the file names neither
    assert taken_in() == ALREADY_THERE


def test_what_was_deleted_here_stays_so_but_what_an_undo_took_back_comes_again(project, taken_in):
    taken_in()
    operations.undo(project, coder=MARA.id)
    assert taken_in() == "annotation"
    operations.delete(project, coder=MARA.id, annotations=[taken_in.entity])
    assert taken_in() == LEFT_DELETED
