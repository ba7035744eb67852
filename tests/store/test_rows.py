# SPDX-License-Identifier: MIT
import pytest
from store.conftest import CODER, DOCUMENT, annotation
from store.crafting import change, writing

from annotator.domain import Refused
from annotator.domain.identifiers import completion_id
from annotator.merging import resolve
from annotator.store.rows import conflicts_of, row_of

ONE = "01900000-0000-7000-8000-000000000001"


def resolved(*payloads, prev="[]"):
    return resolve([change(ONE, payload, seq=number + 1) for number, payload in enumerate(payloads)])


def test_what_was_never_written_holds_its_default():
    row = row_of(ONE, resolved(writing("annotation", **annotation(0, 7))))
    assert (row.table, row.cells["memo"], row.cells["ask_lead"], row.cells["attributes"]) == ("annotation", "", 0, "{}")
    assert (row.cells["start"], row.cells["quote"]) == (0, "Beijing")


def test_attributes_are_gathered_and_cleared_ones_left_out():
    fields = annotation(0, 7, **{"attribute.holder": "china", "attribute.object": ""})
    assert row_of(ONE, resolved(writing("annotation", **fields))).cells["attributes"] == '{"holder":"china"}'


def test_what_is_deleted_has_no_row():
    first = change(ONE, writing("annotation", **annotation(0, 7)))
    gone = change(ONE, writing("annotation", deleted=True), seq=2, prev=f'["{first.id}"]')
    assert row_of(ONE, resolve([first, gone])) is None


@pytest.mark.parametrize(
    ("payload", "sentence"),
    [
        (writing("annotation", memo="x"), "annotation without document, coder, code, round, span"),
        (writing("evil", name="x"), "unknown kind"),
        (writing("document", name="x", text_sha256="0" * 64, length=1), "identity is not the one that its fields give"),
        (
            writing("completion", coder=CODER, document=DOCUMENT, round="main", state="finished"),
            "identity is not the one that its fields give",
        ),
    ],
)
def test_what_cannot_be_shown_is_refused(payload, sentence):
    with pytest.raises(Refused, match=sentence):
        row_of(ONE, resolved(payload))


def test_codes_are_kept_as_lists_and_truths_as_numbers():
    entity = completion_id(CODER, DOCUMENT, "main")
    payload = writing("completion", coder=CODER, document=DOCUMENT, round="main", state="finished", codes=[ONE])
    assert row_of(entity, resolve([change(entity, payload)])).cells["codes"] == f'["{ONE}"]'
    code = writing("code", name="x", short_name="x", retired=True)
    assert row_of(ONE, resolved(code)).cells["retired"] == 1


def test_only_differing_words_of_two_writers_are_a_conflict():
    first = writing("annotation", **annotation(0, 7))
    alike = resolved(first, writing("annotation", memo="x"), writing("annotation", memo="x"))
    assert conflicts_of(ONE, alike) == []
    differing = resolved(first, writing("annotation", memo="x"), writing("annotation", memo="y"))
    found = conflicts_of(ONE, differing)
    assert [(entity, name, is_shown) for entity, name, _, is_shown in found] == [(ONE, "memo", 0), (ONE, "memo", 1)]
    quiet = resolved(
        first, writing("annotation", codebook_revision="0" * 64), writing("annotation", codebook_revision="")
    )
    assert conflicts_of(ONE, quiet) == []


def test_a_delete_that_lost_is_listed():
    first = change(ONE, writing("annotation", **annotation(0, 7)))
    gone = change(ONE, writing("annotation", deleted=True), seq=2, prev=f'["{first.id}"]')
    edit = change(ONE, writing("annotation", memo="x"), seq=3)
    assert conflicts_of(ONE, resolve([first, gone, edit])) == [(ONE, "deleted", gone.id, 0)]


def test_another_name_of_a_text_is_kept_beside_the_shown_one(file):
    with file.action(author=CODER, verb="x") as action:
        action.write("document", DOCUMENT, {"alias.b.txt": True, "alias.c.txt": True, "alias.a.txt": True})
    assert file.live.execute("SELECT name, other_names FROM document").fetchall() == [("a.txt", '["b.txt","c.txt"]')]
