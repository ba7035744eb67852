# SPDX-License-Identifier: MIT
"""Who codes what: by hand, by rule, from a table; and that nothing half is ever written."""

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import Assignment, CoderId, CompletionState, DocumentId, Refused, UsageError
from annotator.operations import AssignmentRule
from annotator.store import queries, verification

PLAIN, RARE = "plain.txt", "rare.txt"


@pytest.fixture
def team(project):
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
    return project


def pairs(project, round_name=None):
    people = {each.id: each.name for each in queries.coders(project.live)}
    texts = {each.id: each.name for each in queries.documents(project.live)}
    return {
        (people[each.coder], texts[each.document]) for each in operations.assignments(project, round_name=round_name)
    }


def by_hand(project, documents, coder, *names, verb=operations.assign, **other):
    chosen = [documents[name].id for name in names]
    return verb(project, author=MARA.id, coders=[coder.id], documents=chosen, **other)


def journal(project):
    return operations.info(project).journal_digest


def test_without_any_assignment_everybody_has_everything(team, documents):
    assert operations.assignments(team) == ()
    assert operations.assigned_documents(team, coder=ANNA.id) == tuple(each.id for each in documents.values())


def test_articles_are_assigned_and_taken_away(team, documents):
    made = by_hand(team, documents, ANNA, PLAIN, RARE)
    assert (made.value.new, made.value.loads, made.value.overlap) == (2, {ANNA.id: 2}, ())
    assert made.touched.documents == {each.id for each in documents.values()}
    assert by_hand(team, documents, ANNA, PLAIN).value.new == 0
    by_hand(team, documents, BEN, PLAIN)
    assert pairs(team) == {("Anna", PLAIN), ("Anna", RARE), ("Ben", PLAIN)}
    assert operations.assigned_documents(team, coder=BEN.id) == (documents[PLAIN].id,)
    assert operations.assigned_documents(team, coder=MARA.id) == ()
    gone = by_hand(team, documents, ANNA, PLAIN, RARE, verb=operations.unassign)
    assert (gone.value.new, gone.verb) == (2, "unassign")
    assert pairs(team) == {("Ben", PLAIN)}
    by_hand(team, documents, ANNA, PLAIN)
    assert pairs(team) == {("Ben", PLAIN), ("Anna", PLAIN)}
    assert list(verification.faults(team)) == []


def test_the_list_of_articles_says_what_is_not_ones_own(team, documents):
    operations.set_active_coder(team, coder=ANNA)
    by_hand(team, documents, ANNA, PLAIN)
    states = {each.document.name: each.state for each in operations.overview(team).documents}
    assert states == {PLAIN: CompletionState.NOT_STARTED, RARE: CompletionState.NOT_ASSIGNED}
    operations.finish(team, coder=ANNA.id, document=documents[RARE].id)
    states = {each.document.name: each.state for each in operations.overview(team).documents}
    assert states[RARE] is CompletionState.FINISHED


def test_one_undo_takes_a_whole_assignment_back(team, documents):
    operations.assign(
        team, author=MARA.id, coders=[ANNA.id, BEN.id], documents=[each.id for each in documents.values()]
    )
    by_hand(team, documents, ANNA, PLAIN, verb=operations.unassign)
    assert operations.undo(team, coder=MARA.id).value == "taking articles away from coders"
    assert len(pairs(team)) == 4
    assert operations.undo(team, coder=MARA.id).value == "assigning articles"
    assert pairs(team) == set()
    operations.redo(team, coder=MARA.id)
    assert len(pairs(team)) == 4


def test_rounds_have_assignments_of_their_own(team, documents):
    operations.add_round(team, author=MARA.id, name="retest")
    by_hand(team, documents, ANNA, PLAIN, round_name="retest")
    assert pairs(team) == set()
    assert pairs(team, "retest") == {("Anna", PLAIN)}
    operations.set_active_round(team, name="retest")
    assert pairs(team) == {("Anna", PLAIN)}
    by_hand(team, documents, BEN, RARE)
    assert pairs(team, "retest") == {("Anna", PLAIN), ("Ben", RARE)}
    with pytest.raises(UsageError, match="no round"):
        by_hand(team, documents, BEN, RARE, round_name="nowhere")


def test_nothing_is_taken_away_where_nobody_has_anything(team, documents):
    with pytest.raises(Refused, match="everybody codes everything"):
        by_hand(team, documents, ANNA, PLAIN, verb=operations.unassign)


def test_only_the_lead_assigns(team, documents):
    before = journal(team)
    for verb in (operations.assign, operations.unassign):
        with pytest.raises(Refused):
            verb(team, author=ANNA.id, coders=[ANNA.id], documents=[documents[PLAIN].id])
    with pytest.raises(Refused, match="Only the lead"):
        operations.assign_by_rule(team, author=ANNA.id, rule=AssignmentRule((ANNA.id, BEN.id)), dry_run=True)
    assert journal(team) == before


@pytest.mark.parametrize(
    ("coder", "document", "words"),
    [(CoderId("01900000-0000-7000-8000-0000000000ff"), None, "coders"), (None, DocumentId("x"), "articles")],
)
def test_what_the_project_does_not_know_is_refused_whole(team, documents, coder, document, words):
    before = journal(team)
    with pytest.raises(Refused, match=f"One of these {words} is not in the project"):
        operations.assign(
            team, author=MARA.id, coders=[ANNA.id, coder or BEN.id],
            documents=[documents[PLAIN].id, document or documents[RARE].id],
        )  # fmt: skip
    assert journal(team) == before


def test_a_rule_shares_out_and_keeps_its_seed(team, documents):
    rule = AssignmentRule((ANNA.id, BEN.id, MARA.id), each=2, seed=42)
    planned = operations.assign_by_rule(team, author=MARA.id, rule=rule, dry_run=True)
    assert (planned.verb, operations.assignments(team)) == ("", ())
    made = operations.assign_by_rule(team, author=MARA.id, rule=rule)
    assert made.value == planned.value
    assert (made.value.new, made.value.seed, len(made.value.overlap)) == (4, 42, 2)
    assert set(made.value.assignments) == set(operations.assignments(team))
    ((_, _, kept),) = queries.events(team.live, "assignment by rule")
    assert (kept["seed"], kept["each"], kept["round"], kept["coders"]) == (42, 2, "main", list(rule.coders))
    again = operations.assign_by_rule(team, author=MARA.id, rule=rule)
    assert (again.value.new, again.verb) == (0, "")
    assert len(queries.events(team.live, "assignment by rule")) == 1


def test_a_rule_for_some_articles_leaves_the_others(team, documents):
    rule = AssignmentRule((ANNA.id, BEN.id), each=1, documents=(documents[RARE].id,))
    operations.assign_by_rule(team, author=MARA.id, rule=rule)
    assert {document for _, document in pairs(team)} == {RARE}


def test_a_rule_tops_up_what_was_assigned_by_hand(team, documents):
    by_hand(team, documents, ANNA, PLAIN, RARE)
    operations.assign_by_rule(team, author=MARA.id, rule=AssignmentRule((ANNA.id, BEN.id), each=1))
    assert pairs(team) == {("Anna", PLAIN), ("Anna", RARE)}
    operations.assign_by_rule(team, author=MARA.id, rule=AssignmentRule((ANNA.id, BEN.id), each=1, everybody=1))
    assert len(pairs(team)) == 3


def table(tmp_path, text):
    path = tmp_path / "who.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_table_names_articles_and_coders_in_any_way(team, documents, tmp_path):
    rare = documents[RARE]
    path = table(
        tmp_path,
        "\ufeffCoder;remark;DOCUMENT\r\n"
        f"Anna;x;plain.txt\r\n{BEN.id};;{rare.text_sha256}\r\n\r\nanna;;{rare.id}\r\nAnna;again;plain.txt\r\n",
    )
    planned = operations.assign_from_csv(team, author=MARA.id, path=path, dry_run=True).value
    assert pairs(team) == set()
    made = operations.assign_from_csv(team, author=MARA.id, path=path).value
    assert made == planned
    assert (made.new, made.seed) == (3, None)
    assert Assignment(BEN.id, rare.id, "main") in made.assignments
    assert pairs(team) == {("Anna", PLAIN), ("Ben", RARE), ("Anna", RARE)}


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("document,coder\nplain.txt,Anna\nplain.txt,Cara\n", "who.csv, line 3", "no coder “Cara”"),
        ("document,coder\nnowhere.txt,Anna\n", "who.csv, line 2", "No article of the project is called 'nowhere.txt'"),
        ("document,coder\nplain.txt\n", "who.csv, line 2", "another number of cells"),
        ("document,person\nplain.txt,Anna\n", "who.csv, line 1", 'no column "coder"'),
        ("document,coder,coder\nplain.txt,Anna,Anna\n", "who.csv, line 1", 'column "coder" is twice'),
        ("document,coder\n", "who.csv, line 1", "no line below the header"),
        ("", "who.csv", "The file is empty, so nothing was assigned"),
        (b"document,coder\nplain.txt,\xff\n", "who.csv, line 2", "not UTF-8"),
        (b"document,coder\nplain.txt,\0\n", "who.csv, line 2", "NUL"),
        ('document,coder\n"plain.txt,Anna\n', "who.csv, line 2", "no valid CSV"),
        ("document,coder\n\x1b[31mred.txt,Anna\n", "who.csv, line 2", r"\\x1b"),
    ],
)
def test_a_fault_in_a_table_is_told_with_its_line_and_nothing_is_written(team, tmp_path, text, where, words):
    before = journal(team)
    with pytest.raises(Refused, match=words) as refusal:
        operations.assign_from_csv(team, author=MARA.id, path=table(tmp_path, text))
    assert refusal.value.where == where
    assert "nothing was assigned" in refusal.value.sentence
    assert journal(team) == before


def test_a_name_that_means_two_things_is_refused(team, tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / PLAIN).write_text("Other words.")
    operations.import_texts(team, author=MARA.id, paths=[tmp_path / "x" / PLAIN])
    with pytest.raises(Refused, match=r"2 articles of the project are called 'plain.txt'"):
        operations.assign_from_csv(team, author=MARA.id, path=table(tmp_path, "document,coder\nplain.txt,Anna\n"))
    with pytest.raises(UsageError, match="2 articles are called"):
        operations.document_named(team, name=PLAIN)


def test_articles_are_named_for_commands(team, documents):
    rare = documents[RARE]
    for name in (RARE, rare.id, rare.text_sha256):
        assert operations.document_named(team, name=name) == rare
    with pytest.raises(UsageError, match="no article"):
        operations.document_named(team, name="nowhere.txt")


def test_assignments_travel_by_merging(team, documents, sent):
    theirs = sent()
    by_hand(team, documents, ANNA, PLAIN)
    path = closed(team)
    operations.merge(theirs, author=ANNA.id, paths=[path])
    assert pairs(theirs) == {("Anna", PLAIN)}
    assert list(verification.faults(theirs)) == []
