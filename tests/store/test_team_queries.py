# SPDX-License-Identifier: MIT
"""What a team shares, written to the journal, folded, read back, and what of it is refused."""

import pytest
from store.conftest import CODE, CODER, DOCUMENT, annotation, span
from store.crafting import change, plant, writing

from annotator.domain import (
    Alias,
    AliasOf,
    Assignment,
    CarriedOver,
    DecisionReason,
    Grouping,
    MessageKind,
    Refused,
    Round,
    RoundPurpose,
    Span,
    Verdict,
    new_uuid,
)
from annotator.domain.team import alias_id, assignment_id, carried_over_id, round_id
from annotator.store import guard, opening, projection, team_queries, verification
from annotator.store.schema import PROJECTION

OTHER = "01900000-0000-7000-8000-0000000000ab"
ONE = "01900000-0000-7000-8000-000000000001"
TWO = "01900000-0000-7000-8000-000000000002"
NINE = "01900000-0000-7000-8000-000000000009"
BASIS = "b" * 64

ROUND = {"name": "pilot", "purpose": "training", "position": 1, "coders_needed": 3}
ASSIGNMENT = {"coder": CODER, "document": DOCUMENT, "round": "main", "assigned": True}
ALIAS = {"of": "code", "source": ONE, "target": CODE}
CARRIED = {"annotation": ONE, "document": DOCUMENT, "span": span(15, 21), "score": 987}
DECISION = {
    "document": DOCUMENT, "round": "main", "code": CODE, "members": [ONE], "basis": BASIS, "verdict": "union",
    "result": CODE, "spans": [span(0, 7), span(15, 21)], "reason": "boundary_only", "note": "n", "judge": CODER,
    "judged": "2026-03-14T10:00:00Z", "blind": True,
}  # fmt: skip
GROUPING = {"document": DOCUMENT, "round": "main", "code": CODE, "members": [ONE, TWO]}
MESSAGE = {
    "author": CODER, "annotation": ONE, "document": DOCUMENT, "kind": "answer", "text": "Yes.",
    "written": "2026-03-14T10:00:00Z",
}  # fmt: skip

WHOLE = {
    "round": (round_id("pilot"), ROUND),
    "assignment": (assignment_id(CODER, DOCUMENT, "main"), ASSIGNMENT),
    "alias": (alias_id(AliasOf.CODE, ONE), ALIAS),
    "carried_over": (carried_over_id(ONE, DOCUMENT), CARRIED),
    "decision": (NINE, DECISION),
    "grouping": (TWO, GROUPING),
    "message": (OTHER, MESSAGE),
}


def write(file, entity, fields, kind):
    with file.action(author=CODER, verb="assign") as action:
        return action.write(kind, entity, fields)


def tables(file):
    return {table: sorted(file.live.execute(f"SELECT * FROM {table}")) for table in PROJECTION}


@pytest.fixture
def team(file):
    write(file, ONE, annotation(0, 7), "annotation")
    for kind, (entity, fields) in WHOLE.items():
        write(file, entity, fields, kind)
    return file


def test_everything_is_read_as_it_was_written(team):
    assert team_queries.rounds(team.live) == (Round("pilot", RoundPurpose.TRAINING, 1, 3),)
    assert team_queries.assignments(team.live) == (Assignment(CODER, DOCUMENT, "main"),)
    assert team_queries.aliases(team.live) == (Alias(AliasOf.CODE, ONE, CODE),)
    assert team_queries.carried_over(team.live) == (CarriedOver(ONE, DOCUMENT, 15, 21, 987),)
    assert team_queries.groupings(team.live) == (Grouping(TWO, DOCUMENT, "main", CODE, (ONE, TWO)),)
    (decided,) = team_queries.decisions(team.live)
    assert team_queries.decision(team.live, NINE) == decided
    assert (decided.verdict, decided.reason, decided.blind) == (Verdict.UNION, DecisionReason.BOUNDARY_ONLY, True)
    assert decided.spans == (Span.of(0, 7), Span.of(15, 21))
    assert (decided.members, decided.taken, decided.basis) == ((ONE,), None, BASIS)
    (said,) = team_queries.messages(team.live)
    assert (said.id, said.kind, said.text) == (OTHER, MessageKind.ANSWER, "Yes.")


@pytest.mark.parametrize("read", ["carried_over", "decisions", "groupings"])
def test_one_document_is_read_alone(team, read):
    assert getattr(team_queries, read)(team.live, DOCUMENT)
    assert getattr(team_queries, read)(team.live, NINE) == ()


def test_one_round_and_one_annotation_are_read_alone(team):
    assert team_queries.assignments(team.live, "main")
    assert team_queries.assignments(team.live, "pilot") == ()
    assert team_queries.messages(team.live, ONE)
    assert team_queries.messages(team.live, TWO) == ()
    assert team_queries.decision(team.live, ONE) is None


def test_what_is_assigned_to_a_coder_is_nothing_only_where_others_have_something(team):
    assert team_queries.assigned_to(team.live, CODER, "main") == {DOCUMENT}
    assert team_queries.assigned_to(team.live, OTHER, "main") == frozenset()
    assert team_queries.assigned_to(team.live, CODER, "pilot") is None
    write(team, WHOLE["assignment"][0], {"assigned": False}, "assignment")
    assert team_queries.assigned_to(team.live, CODER, "main") is None


def test_the_tables_of_a_team_can_be_thrown_away_and_built_again(team):
    write(team, WHOLE["assignment"][0], {"assigned": False}, "assignment")
    write(team, NINE, {"verdict": "deferred", "spans": []}, "decision")
    write(team, TWO, {"deleted": True}, "grouping")
    before = tables(team)
    with team.transaction():
        projection.rebuild(team.live, team.texts)
    assert tables(team) == before
    assert list(verification.faults(team)) == []
    assert team_queries.assignments(team.live) == ()
    assert team_queries.groupings(team.live) == ()
    assert team_queries.decision(team.live, NINE).spans == ()


def test_what_counts_as_something_else_is_followed_to_its_end(file):
    for source, target in ((ONE, TWO), (TWO, CODE), (NINE, OTHER), (OTHER, NINE)):
        write(file, alias_id(AliasOf.CODE, source), {"of": "code", "source": source, "target": target}, "alias")
    write(file, alias_id(AliasOf.CODER, ONE), {"of": "coder", "source": ONE, "target": CODER}, "alias")
    found = team_queries.targets(file.live, AliasOf.CODE)
    assert (found[ONE], found[TWO]) == (CODE, CODE)
    assert (found[OTHER], NINE in found) == (NINE, False), "a circle ends at the smallest identity in it"
    assert team_queries.targets(file.live, AliasOf.CODER) == {ONE: CODER}
    write(file, alias_id(AliasOf.CODE, ONE), {"target": ""}, "alias")
    assert ONE not in team_queries.targets(file.live, AliasOf.CODE)


def test_any_sqlite_browser_reads_decisions(team):
    columns = "document, code, verdict, reason, judge"
    assert team.live.execute(f"SELECT {columns} FROM v_decisions").fetchall() == [
        ("a.txt", "trust", "union", "boundary_only", "Anna")
    ]
    extract = WHOLE["decision"][1] | {"parameters": f'{{"released":"{CODER}"}}'}
    write(team, new_uuid(), extract, "decision")
    assert len(team_queries.decisions(team.live)) == 2
    assert team.live.execute("SELECT id FROM v_decisions").fetchall() == [(NINE,)], "an extract is no decision"


@pytest.mark.parametrize("kind", ["carried_over", "decision"])
def test_a_passage_that_does_not_stand_is_not_stored(file, kind):
    entity, fields = WHOLE[kind]
    wrong = span(0, 7) | {"quote": "Beijinh"}
    planted = fields | ({"span": wrong} if kind == "carried_over" else {"spans": [span(0, 7), wrong]})
    with pytest.raises(Refused, match="does not stand"):
        write(file, entity, planted, kind)
    assert file.live.execute(f"SELECT count(*) FROM {kind}").fetchone() == (0,)


@pytest.mark.parametrize("kind", ["round", "assignment", "alias", "carried_over"])
def test_an_identity_that_the_fields_do_not_give_is_not_stored(file, kind):
    with pytest.raises(Refused, match="identity is not the one"):
        write(file, NINE, WHOLE[kind][1], kind)


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("round", "purpose", "fun"),
        ("round", "coders_needed", -1),
        ("round", "coders_needed", True),
        ("round", "released", 1),
        ("round", "name", "x" * 301),
        ("round", "name", "a\0b"),
        ("assignment", "assigned", "yes"),
        ("assignment", "coder", "Anna"),
        ("alias", "of", "document"),
        ("alias", "target", "trust"),
        ("carried_over", "score", 0.5),
        ("carried_over", "span", span(0, 7) | {"more": 1}),
        ("decision", "verdict", "perhaps"),
        ("decision", "verdict", ""),
        ("decision", "spans", span(0, 7)),
        ("decision", "spans", [span(0, 7) | {"end": 0}]),
        ("decision", "members", [ONE, "x"]),
        ("decision", "basis", ""),
        ("decision", "judged", "yesterday"),
        ("decision", "source", "machine"),
        ("grouping", "members", ONE),
        ("message", "text", "x" * 100_001),
        ("message", "kind", "shout"),
        ("message", "no_such_field", "x"),
    ],
)
def test_a_value_that_a_field_cannot_hold_is_written_by_nobody(file, path, kind, field, value):
    entity, fields = WHOLE[kind]
    with pytest.raises((ValueError, TypeError)):
        write(file, entity, fields | {field: value}, kind)
    opening.close_file(file)
    if not isinstance(value, float):  # canonical JSON has none, so no change can hold one
        plant(path, change(entity, writing(kind, **fields | {field: value})))
        with pytest.raises(Refused, match="not one that we could have written"):
            guard.read_project(path)


@pytest.mark.parametrize("kind", WHOLE)
def test_a_file_from_elsewhere_brings_whole_things_only(file, path, kind):
    write(file, ONE, annotation(0, 7), "annotation")
    opening.close_file(file)
    entity, fields = WHOLE[kind]
    plant(path, change(entity, writing(kind, **fields)))
    assert guard.read_project(path).beginnings[entity].payload["kind"] == kind


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("number", range(3))
def test_a_thing_without_what_it_needs_is_refused(file, path, kind, number):
    opening.close_file(file)
    entity, fields = WHOLE[kind]
    left_out = list(fields)[number % len(fields)]
    without = {name: value for name, value in fields.items() if name != left_out}
    plant(path, change(entity, writing(kind, **without)))
    if kind == "round" and left_out != "name":
        assert guard.read_project(path)
    else:
        with pytest.raises(Refused, match=f"begins a {kind} without {left_out}"):
            guard.read_project(path)


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("assignment", "coder", OTHER),
        ("alias", "source", TWO),
        ("round", "name", "other"),
        ("decision", "code", OTHER),
        ("decision", "round", "pilot"),
        ("grouping", "document", OTHER),
        ("message", "author", OTHER),
        ("message", "annotation", TWO),
    ],
)
def test_one_thing_is_not_made_into_another(file, path, kind, field, value):
    opening.close_file(file)
    entity, fields = WHOLE[kind]
    plant(path, change(entity, writing(kind, **fields)), change(entity, writing(kind, **{field: value}), seq=2))
    with pytest.raises(Refused, match="one thing into another"):
        guard.read_project(path)


@pytest.mark.parametrize("kind", ["carried_over", "decision"])
def test_a_foreign_passage_stands_in_a_text_of_its_file(file, path, kind):
    opening.close_file(file)
    entity, fields = WHOLE[kind]
    wrong = span(0, 7) | {"after": "x"}
    planted = fields | ({"span": wrong} if kind == "carried_over" else {"spans": [wrong]})
    plant(path, change(entity, writing(kind, **planted)))
    with pytest.raises(Refused, match="does not stand at its place"):
        guard.read_project(path)


@pytest.mark.parametrize("kind", WHOLE)
def test_a_table_that_was_tampered_with_is_told(team, kind):
    entity, _ = WHOLE[kind]
    team.live.execute(f"DELETE FROM {kind} WHERE id = ?", (entity,))
    assert any(entity in fault or f"Table {kind}" in fault for fault in verification.faults(team))
