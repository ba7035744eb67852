# SPDX-License-Identifier: MIT
"""Actions come newest first, each once, through the index; what restricts them is asked of the journal."""

import pytest
from store.conftest import CODER, DOCUMENT, annotation

from annotator.store import audit_queries, journal
from annotator.store.audit_queries import Wanted

OTHER = "01900000-0000-7000-8000-0000000000ab"
ANY = Wanted()


@pytest.fixture
def actions(file):
    """Give three actions after the one that began the file, oldest first."""
    found = []
    for number, (author, verb) in enumerate([(CODER, "annotate"), (OTHER, "annotate"), (CODER, "import")]):
        with file.action(author=author, verb=verb) as action:
            for each in range(number + 1):
                action.write("annotation", f"01900000-0000-7000-8000-0000000000{number}{each}", annotation(each, 9))
        found.append(action.id)
    return found


def test_actions_come_newest_first_each_once(file, actions):
    found = audit_queries.actions_before(file.live, "", most=9, wanted=ANY)
    assert sorted(found[:3]) == sorted(actions)
    assert found == sorted(found, reverse=True)
    assert len(found) == len(set(found)) == 4
    assert audit_queries.actions_before(file.live, found[0], most=1, wanted=ANY) == [found[1]]
    assert audit_queries.actions_before(file.live, found[-1], most=1, wanted=ANY) == []


def test_restrictions(file, actions):
    def asked(**wanted):
        return sorted(audit_queries.actions_before(file.live, "", most=9, wanted=Wanted(**wanted)))

    assert asked(authors=[OTHER]) == [actions[1]]
    assert asked(verb="annotate") == sorted(actions[:2])
    assert asked(verb="annotate", authors=[CODER, OTHER]) == sorted(actions[:2])
    times = [journal.changes_in(file.live, action)[0].time for action in actions]
    assert asked(since=times[1]) == sorted(actions[1:])
    assert len(asked(until=times[0])) == 2
    assert asked(authors=["'; --"]) == []


def test_what_is_asked_of_an_action(file, actions):
    assert audit_queries.kinds_in(file.live, actions[2]) == {"annotation": 3}
    assert audit_queries.mentions(file.live, actions[2], DOCUMENT, fields=["code", "document"])
    assert not audit_queries.mentions(file.live, actions[2], OTHER, fields=["code", "coder"])
    change = journal.changes_in(file.live, actions[0])[0]
    assert audit_queries.mentions(file.live, actions[0], change.entity, fields=[])
    assert not audit_queries.is_withdrawn(file.live, change.id)
    file.live.execute("INSERT INTO withdrawn VALUES (?)", (change.id,))
    assert audit_queries.is_withdrawn(file.live, change.id)
    assert journal.changes_of(file.live, change.entity) == []
    assert journal.all_changes_of(file.live, change.entity) == [change]
    assert journal.first_changes_in(file.live, actions[2], most=2) == journal.changes_in(file.live, actions[2])[:2]
    assert audit_queries.verbs(file.live) == ["annotate", "create project", "import"]


def test_events_come_in_order(file):
    with file.transaction():
        file.note_event("merge", {"files": ["a"]})
        file.note_event("export", {})
    assert [(number, kind, note) for number, _, kind, note in audit_queries.local_events(file.live)] == [
        (1, "merge", {"files": ["a"]}), (2, "export", {}),
    ]  # fmt: skip


def test_a_step_back_is_one_look_into_the_index(file):
    plan = file.live.execute(
        "EXPLAIN QUERY PLAN SELECT action FROM change WHERE action < ? ORDER BY action DESC LIMIT 1", ("g",)
    ).fetchall()
    assert "USING COVERING INDEX change_action" in plan[0][-1]
