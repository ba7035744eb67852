# SPDX-License-Identifier: MIT
import pytest

from annotator.domain import Change
from annotator.domain.change import payload
from annotator.merging import DELETED, resolve
from annotator.merging.plan import IncomingFile, Union, plan_file, take_in

ANNA = "01900000-0000-7000-8000-0000000000aa"
HERE, THERE = "project here", "project there"


class Book:
    """Makes changes that see what their book holds."""

    def __init__(self, *known):
        self.changes = list(known)

    def write(self, kind, entity, fields):
        history = [each for each in self.changes if each.entity == entity]
        made = Change.made(
            replica=str(id(self)), seq=len(self.changes) + 1, time=f"{len(self.changes):015d}.00000", author=ANNA,
            action=f"x{len(self.changes)}", verb="v", entity=entity, payload=payload(kind, fields),
            prev=resolve(history).heads_of(fields) if history else [],
        )  # fmt: skip
        self.changes.append(made)
        return made

    def union(self):
        return Union(
            {each.id for each in self.changes},
            lambda entity: [each for each in self.changes if each.entity == entity],
        )


@pytest.fixture
def here():
    book = Book()
    book.write("coder", ANNA, {"name": "Anna"})
    book.write("document", "doc", {"name": "a.txt", "text_sha256": "0" * 64, "length": 9})
    for number in range(10):
        book.write("annotation", f"note{number}", {"coder": ANNA, "document": "doc", "memo": ""})
    return book


def plan(here, there, *, project=HERE, living=10):
    return planned(IncomingFile("anna.annotator", project, there.changes), here.union(), living=living)


def planned(incoming, union, *, living=10):
    return plan_file(take_in(incoming, union), union=union, living={ANNA: living}, project=HERE)


def test_a_file_that_brings_nothing_says_so(here):
    made = plan(here, Book(*here.changes))
    assert (made.new_changes, made.known_changes) == (0, 12)
    [coder] = made.coders
    assert (coder.name, coder.new, coder.changed, coder.deleted, coder.already_there) == ("Anna", 0, 0, 0, 10)
    assert (made.documents_known, made.documents_new, made.notes) == (1, (), ())


def test_new_changed_deleted_and_known_add_up(here):
    there = Book(*here.changes)
    there.write("annotation", "fresh", {"coder": ANNA, "document": "doc"})
    there.write("annotation", "note0", {"memo": "changed"})
    there.write("annotation", "note1", {DELETED: True})
    there.write("annotation", "gone at once", {"coder": ANNA, "document": "doc"})
    there.write("annotation", "gone at once", {DELETED: True})
    [coder] = plan(here, there).coders
    assert (coder.new, coder.changed, coder.deleted, coder.already_there) == (1, 1, 1, 8)
    assert (coder.before, coder.after) == (10, 10)
    assert not coder.has_dropped


def test_a_drop_in_somebodys_annotations_is_an_alarm(here):
    there = Book(*here.changes)
    for number in range(5):
        there.write("annotation", f"note{number}", {DELETED: True})
    [coder] = plan(here, there).coders
    assert coder.has_dropped


def test_the_second_file_is_planned_upon_the_first(here):
    there = Book(*here.changes)
    there.write("annotation", "fresh", {"coder": ANNA, "document": "doc"})
    union = here.union()
    both = [planned(IncomingFile(name, HERE, there.changes), union) for name in ("one", "two")]
    assert [each.new_changes for each in both] == [1, 0]


def test_a_delete_that_had_not_seen_an_edit_is_counted_as_a_conflict_and_not_as_a_deletion(here):
    there = Book(*here.changes)
    there.write("annotation", "note0", {DELETED: True})
    here.write("annotation", "note0", {"memo": "kept"})
    made = plan(here, there)
    assert made.coders[0].deleted == 0


def test_the_same_text_under_another_name_is_one_document_and_is_told(here):
    there = Book()
    there.write("document", "doc", {"name": "b.txt", "text_sha256": "0" * 64, "length": 9})
    made = plan(here, there, project=THERE)
    assert made.documents_known == 1
    assert any("project of its own" in note for note in made.notes)
    assert any("is one document" in note and ".txt" in note for note in made.notes)


def test_another_definition_of_a_code_is_told(here):
    here.write("code", "trust", {"name": "Trust", "definition": "relies"})
    there = Book(*here.changes)
    there.write("code", "trust", {"definition": "likes"})
    assert any("defined otherwise" in note for note in plan(here, there).notes)


def test_new_documents_are_named(here):
    there = Book()
    there.write("document", "other", {"name": "new.txt", "text_sha256": "1" * 64, "length": 3})
    assert plan(here, there).documents_new == ("new.txt",)
