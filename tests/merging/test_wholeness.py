# SPDX-License-Identifier: MIT
"""What is not whole is named; the store's guard holds the same against crafted files."""

import hashlib

import pytest
from store.conftest import CODE, CODER, DOCUMENT, TEXT, annotation, span
from store.crafting import change, writing

from annotator.domain.identifiers import completion_id
from annotator.merging.wholeness import beginnings, is_same_thing, stands

ONE = "01900000-0000-7000-8000-000000000001"
SHA = hashlib.sha256(TEXT.encode()).hexdigest()
TEXTS = {SHA: TEXT}
ARTICLE = change(DOCUMENT, writing("document", name="a", text_sha256=SHA, length=len(TEXT)))
PASSAGE = change(ONE, writing("annotation", **annotation(0, 7)))


def test_the_first_change_of_each_thing_is_its_beginning():
    edit = change(ONE, writing("annotation", memo="x"), seq=2)
    assert beginnings([ARTICLE, PASSAGE, edit], TEXTS) == {DOCUMENT: ARTICLE, ONE: PASSAGE}
    assert beginnings([], {}) == {}


def test_a_completion_says_again_what_it_is_of():
    fields = {"coder": CODER, "document": DOCUMENT, "round": "main"}
    entity = completion_id(CODER, DOCUMENT, "main")
    begun = change(entity, writing("completion", state="in_progress", **fields))
    done = change(entity, writing("completion", state="finished", **fields), seq=2)
    again = change(entity, writing("completion", state="in_progress"), seq=3)
    assert beginnings([begun, done, again], {}) == {entity: begun}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ([PASSAGE], "not in the file"),
        ([PASSAGE, ARTICLE], "not in the file"),
        ([change(ONE, writing("annotation", memo="x"))], "without document, coder, code, round, span"),
        ([change(CODE, writing("code", name="x"))], "without short_name"),
        ([ARTICLE, PASSAGE, change(ONE, writing("region", state="accepted"))], "one thing into another"),
        ([ARTICLE, PASSAGE, change(ONE, writing("annotation", coder=CODE))], "one thing into another"),
        ([ARTICLE, PASSAGE, change(ONE, writing("annotation", span=span(0, 7) | {"after": "x"}))], "does not stand"),
        (
            [change(ONE, writing("document", name="a", text_sha256=SHA, length=1))],
            "names a document otherwise than by what it is",
        ),
        ([change(DOCUMENT, writing("document", name="a", text_sha256=SHA, length=1))], "length"),
        (
            [change(ONE, writing("completion", coder=CODER, document=DOCUMENT, round="main", state="finished"))],
            "names a completion otherwise than by what it is",
        ),
    ],
)
def test_what_is_not_whole_is_named(changes, fault):
    with pytest.raises(ValueError, match=fault):
        beginnings(changes, TEXTS)


def test_a_document_needs_its_text():
    with pytest.raises(ValueError, match="no text"):
        beginnings([ARTICLE], {})


def test_the_same_thing_is_of_one_kind_and_of_the_same_other_things():
    assert is_same_thing(PASSAGE, change(ONE, writing("annotation", memo="x", coder=CODER)))
    assert not is_same_thing(PASSAGE, change(ONE, writing("annotation", document=ONE)))
    assert not is_same_thing(PASSAGE, ARTICLE)


@pytest.mark.parametrize("start", range(0, len(TEXT) - 2, 3))
def test_every_passage_of_a_text_stands_and_none_stands_elsewhere(start):
    place = span(start, start + 2)
    assert stands(TEXT, place)
    assert not stands("x" + TEXT, place)
    assert not stands(TEXT, place | {"start": "0"})
