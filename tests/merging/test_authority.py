# SPDX-License-Identifier: MIT
import pytest
from merging.test_plan import HERE, THERE, Book

from annotator.domain import Change
from annotator.domain.change import payload
from annotator.merging import DELETED, resolve
from annotator.merging.asking import two_wordings
from annotator.merging.authority import Team, left_to_the_lead, new_codes, not_theirs
from annotator.merging.plan import IncomingFile, take_in
from annotator.merging.questions import HERE as HERE_VERSION
from annotator.merging.questions import KEEP, LEAVE_OUT, TAKE, Question, QuestionKind, VersionsDetail

LEAD, ANNA, BEN, BEN_AT_HOME = "lead", "anna", "ben", "ben at home"
TEAM = Team(HERE, frozenset({LEAD}), lambda each: BEN if each == BEN_AT_HOME else each)


class TeamBook(Book):
    """A book in which several people write."""

    def by(self, author, kind, entity, fields):
        history = [each for each in self.changes if each.entity == entity]
        prev = resolve(history).heads_of(fields) if history else []
        number = len(self.changes)
        made = Change.made(
            replica=author, seq=number + 1, time=f"{number:015d}.00000", author=author, action=f"x{number}", verb="v",
            entity=entity, payload=payload(kind, fields), prev=prev,
        )  # fmt: skip
        self.changes.append(made)
        return made


@pytest.fixture
def here():
    book = TeamBook()
    book.by(LEAD, "project", HERE, {"name": "Study", "lead": LEAD})
    for person in (LEAD, ANNA, BEN):
        book.by(LEAD, "coder", person, {"name": person.title()})
    book.by(LEAD, "code", "trust", {"name": "Trust", "short_name": "trust", "definition": "relies"})
    book.by(LEAD, "document", "text", {"name": "a.txt", "text_sha256": "0" * 64, "length": 9})
    book.by(ANNA, "annotation", "note", {"coder": ANNA, "document": "text"})
    book.by(BEN, "annotation", "bens", {"coder": BEN, "document": "text"})
    book.by(ANNA, "region", "menu", {"coder": ANNA, "document": "text", "state": "proposed"})
    return book


def asked(here, there, *, project=HERE, before=()):
    taken = take_in(IncomingFile("ben.annotator", project, there.changes, digest="5" * 64), here.union())
    return list(not_theirs([taken], TEAM, asked=before, name_of=str.title)), taken


def write(here, author, *fields):
    there = TeamBook(*here.changes)
    made = there.by(author, *fields)
    return there, made


@pytest.mark.parametrize(
    "fields",
    [
        ("project", HERE, {"lead": BEN}),
        ("code", "trust", {"definition": "doubts"}),
        ("code", "trust", {"retired": True}),
        ("round", "main", {"name": "main", "released": True}),
        ("assignment", "a", {"coder": BEN, "document": "text", "round": "main", "assigned": True}),
        ("alias", "m", {"of": "coder", "source": ANNA, "target": BEN}),
        ("carried_over", "c", {"annotation": "note", "document": "text"}),
        ("decision", "d", {"document": "text", "verdict": "rejected", "judge": BEN}),
        ("decision", "d", {"document": "text", "verdict": "rejected", "judge": LEAD}),
        ("grouping", "g", {"document": "text", "members": ["note"]}),
        ("annotation", "note", {DELETED: True}),
        ("annotation", "note", {"memo": "x"}),
        ("annotation", "other", {"coder": ANNA, "document": "text"}),
        ("completion", "f", {"coder": ANNA, "document": "text", "state": "finished"}),
        ("region", "menu", {"state": "accepted"}),
        ("region", "own", {"coder": BEN, "document": "text", "state": "accepted"}),
        ("message", "s", {"author": ANNA, "annotation": "note", "document": "text", "text": "x"}),
        ("message", "s", {"author": BEN, "annotation": "note", "document": "text", "text": "x", "kind": "answer"}),
        ("coder", ANNA, {"name": "Hanna"}),
        ("document", "text", {DELETED: True}),
        ("document", "text", {"duplicate_group": "g"}),
        ("metadata_field", "new", {"name": "sponsor", "kind": "text"}),
    ],
)
def test_what_a_coder_may_not_write_is_asked_about(here, fields):
    there, made = write(here, BEN, *fields)
    [question], _ = asked(here, there)
    assert (question.kind, question.required, question.default) == (QuestionKind.AUTHORITY, True, KEEP)
    assert [each.id for each in question.choices] == [KEEP, TAKE, LEAVE_OUT]
    assert question.title == "ben.annotator holds what was not Ben's to write"
    assert (question.detail.changes, dict(question.detail.things)) == ((made.id,), {fields[0]: 1})
    assert asked(here, write(here, LEAD, *fields)[0])[0] == []


@pytest.mark.parametrize("author", [BEN, BEN_AT_HOME])
@pytest.mark.parametrize(
    "fields",
    [
        ("annotation", "mine", {"coder": BEN, "document": "text"}),
        ("completion", "f", {"coder": BEN, "document": "text", "state": "finished"}),
        ("region", "mine", {"coder": BEN, "document": "text", "state": "proposed"}),
        ("message", "s", {"author": BEN, "annotation": "note", "document": "text", "text": "x", "kind": "memo"}),
        ("carried_over", "c", {"annotation": "bens", "document": "text"}),
        ("coder", BEN, {"name": "Benjamin"}),
        ("coder", "new", {"name": "Somebody"}),
        ("code", "new", {"name": "Fear", "short_name": "fear"}),
        ("document", "more", {"name": "b.txt", "text_sha256": "1" * 64, "length": 9}),
        ("document", "text", {"alias.b.txt": True}),
        ("document", "text", {"metadata.sponsor": "x"}),
        ("project", THERE, {"name": "Other", "lead": BEN}),
    ],
)
def test_own_work_is_nobody_elses_matter(here, author, fields):
    assert asked(here, write(here, author, *fields)[0])[0] == []


def test_who_took_an_article_in_may_take_it_out(here):
    there = TeamBook(*here.changes)
    there.by(BEN, "document", "more", {"name": "b.txt", "text_sha256": "1" * 64, "length": 9})
    known = TeamBook(*there.changes)
    there.by(BEN_AT_HOME, "document", "more", {DELETED: True})
    assert asked(known, there)[0] == []


def test_one_question_for_each_writer_tells_what_and_how_much(here):
    there = TeamBook(*here.changes)
    for number in range(3):
        there.by(BEN, "decision", f"d{number}", {"document": "text", "verdict": "rejected"})
    there.by(BEN, "code", "trust", {"definition": "doubts"})
    there.by(ANNA, "round", "main", {"name": "main"})
    questions, _ = asked(here, there)
    assert [each.explanation for each in questions] == ["By Ben: 3 decisions, 1 code.", "By Anna: 1 round."]
    assert len({each.id for each in questions}) == 2


def test_the_lead_of_another_project_brings_a_codebook_but_no_decisions(here):
    there = TeamBook()
    there.by(BEN, "project", THERE, {"name": "Other", "lead": BEN})
    there.by(LEAD, "code", "trust", {"name": "Trust", "short_name": "trust", "definition": "relies"})
    there.by(BEN, "code", "fear", {"name": "Fear", "short_name": "fear"})
    there.by(BEN, "annotation", "n", {"coder": ANNA, "document": "text"})
    assert asked(here, there, project=THERE)[0] == []
    there.by(BEN, "decision", "d", {"document": "text", "verdict": "rejected"})
    [question], _ = asked(here, there, project=THERE)
    assert dict(question.detail.things) == {"decision": 1}


def test_what_is_asked_as_two_definitions_is_not_asked_twice(here):
    there, _ = write(here, BEN, "code", "trust", {"definition": "doubts"})
    known = Question("q", QuestionKind.DEFINITION, (), "", "", (), detail=VersionsDetail("trust", ()))
    assert asked(here, there, before=[known])[0] == []


def test_a_new_code_of_a_coder_is_told(here):
    there, _ = write(here, BEN, "code", "new", {"name": "Fear", "short_name": "fear"})
    _, moves = asked(here, there)
    [sentence] = new_codes(moves, TEAM, asked=())
    assert sentence.startswith("It adds the code “Fear” to the codebook, which only the lead does")
    assert list(new_codes(moves, TEAM, asked={"new"})) == []
    _, own = asked(here, write(here, LEAD, "code", "new", {"name": "Fear", "short_name": "fear"})[0])
    assert list(new_codes(own, TEAM, asked=())) == []


@pytest.mark.parametrize("fields", [{"definition": "otherwise"}, {"colour": "#000000"}, {"retired": True}])
def test_the_lead_of_another_project_does_not_change_a_code_unasked(here, fields):
    there = TeamBook()
    there.by(BEN, "project", THERE, {"name": "Other", "lead": BEN})
    for _ in range(9):  # their clock is later
        there.by(BEN, "coder", BEN, {"name": "Ben"})
    there.by(BEN, "code", "trust", {"name": "Trust", "short_name": "trust", "definition": "relies"} | fields)
    [question], _ = asked(here, there, project=THERE)
    assert dict(question.detail.things) == {"code": 1}


def test_of_two_definitions_the_one_here_is_offered_where_somebody_else_worded_the_other(here):
    for author, is_asked in ((BEN, True), (LEAD, False)):
        mine, there = TeamBook(*here.changes), TeamBook(*here.changes)
        mine.by(LEAD, "code", "trust", {"definition": "trusts"})
        there.by(author, "code", "trust", {"definition": "doubts"})
        taken = take_in(IncomingFile("ben.annotator", HERE, there.changes), union := mine.union())
        [question] = two_wordings("code", [taken], current=union.state)
        left = left_to_the_lead([taken], TEAM, question)
        here_version = next(each for each in left.detail.versions if each.source == HERE_VERSION)
        assert (left.required, bool(left.detail.unwanted)) == (is_asked, is_asked)
        assert (left.default == here_version.id) or not is_asked
