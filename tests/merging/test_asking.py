# SPDX-License-Identifier: MIT
import pytest
from merging.test_plan import ANNA, HERE, Book

from annotator.merging import DELETED
from annotator.merging.asking import Named, alarms, codebook_differences, same_names, two_wordings, wanted_out
from annotator.merging.plan import IncomingFile, plan_file, take_in
from annotator.merging.preview import DifferenceKind
from annotator.merging.questions import APART, LEAVE_OUT, QuestionKind


@pytest.fixture
def here():
    book = Book()
    book.write("coder", ANNA, {"name": "Anna"})
    for number in range(10):
        book.write("annotation", f"note{number}", {"coder": ANNA, "document": f"doc{number % 2}", "code": "c"})
    book.write("code", "trust", {"name": "Trust", "short_name": "trust", "definition": "relies"})
    return book


def moves(here, *books):
    union = here.union()
    taken = [
        take_in(IncomingFile(f"{number}.annotator", HERE, book.changes, digest=f"{number}" * 64), union)
        for number, book in enumerate(books)
    ]
    return taken, union


def test_an_alarm_says_whose_how_many_when_and_where(here):
    there = Book(*here.changes)
    for number in range(7):
        there.write("annotation", f"note{number}", {DELETED: True})
    [taken], union = moves(here, there)
    plan = plan_file(taken, union=union, living={ANNA: 10}, project=HERE)
    [alarm] = alarms(taken, plan, last_merge="", article=str.upper, as_iso=str)
    assert (alarm.detail.before, alarm.detail.after, len(alarm.detail.deleted)) == (10, 3, 7)
    assert alarm.detail.articles == (("doc0", "DOC0", 4), ("doc1", "DOC1", 3))
    assert alarm.detail.first < alarm.detail.last
    assert (alarm.required, alarm.default) == (True, "")
    assert wanted_out([alarm], {alarm.id: LEAVE_OUT}) == {"0.annotator"}
    assert wanted_out([alarm], {}) == frozenset()


@pytest.mark.parametrize("fields", [{"name": "TRUST", "short_name": "t2"}, {"name": "x", "short_name": "Trust"}])
def test_a_code_of_nearly_the_same_name_is_asked_about_and_never_mapped_by_itself(here, fields):
    there = Book(*here.changes)
    there.write("code", "other", fields)
    taken, _ = moves(here, there)
    known = [Named("trust", "Trust", "trust")]
    [question] = same_names("code", known, taken, frozenset())
    assert (question.id, question.default, question.required) == ("code:other:trust", APART, False)
    assert [each.kind for each in codebook_differences(taken[0], [question])] == [DifferenceKind.SAME_NAME]
    assert same_names("code", known, taken, frozenset({"other"})) == []
    assert [each.kind for each in codebook_differences(taken[0], [])] == [DifferenceKind.ADDED]


def test_two_files_may_bring_two_people_of_one_name(here):
    books = []
    for number in range(2):
        books.append(Book(*here.changes))
        books[-1].write("coder", f"kim{number}", {"name": ("Kim", "KIM")[number]})
    taken, _ = moves(here, *books)
    [question] = same_names("coder", [Named(ANNA, "Anna")], taken, frozenset())
    assert question.id == "person:kim1:kim0"
    assert question.files == ("1.annotator",)


def test_two_wordings_that_had_not_seen_each_other_are_asked_about(here):
    there = Book(*here.changes)
    there.write("code", "trust", {"definition": "counts on"})
    here.write("code", "trust", {"definition": "believes"})
    taken, union = moves(here, there)
    [question] = two_wordings("code", taken, current=union.state)
    assert question.kind is QuestionKind.DEFINITION
    by_source = {each.source: each.fields["definition"] for each in question.detail.versions}
    assert by_source == {"here": "believes", "0.annotator": "counts on"}
    assert question.default in {each.id for each in question.detail.versions}
    assert [each.kind for each in codebook_differences(taken[0], [question])] == [DifferenceKind.TWO_DEFINITIONS]


def test_a_wording_that_had_seen_the_other_is_no_question(here):
    there = Book(*here.changes)
    there.write("code", "trust", {"definition": "counts on"})
    taken, union = moves(here, there)
    assert two_wordings("code", taken, current=union.state) == []


def test_one_person_of_two_names_is_asked_about(here):
    there = Book(*here.changes)
    there.write("coder", ANNA, {"name": "Anne"})
    here.write("coder", ANNA, {"name": "Hannah"})
    taken, union = moves(here, there)
    [question] = two_wordings("coder", taken, current=union.state)
    assert question.kind is QuestionKind.NAME
    assert {each.fields["name"] for each in question.detail.versions} == {"Anne", "Hannah"}
