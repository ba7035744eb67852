# SPDX-License-Identifier: MIT
"""Where an entry stands among others, and what an action is about when it writes several kinds of thing."""

from operations.replicas import ANNA, MARA

from annotator import operations
from annotator.domain import ActionId, Span
from annotator.operations.audit_reading import HistoryReader, event_key
from annotator.store import clock, journal


def test_keys_of_local_records_stand_by_time_among_actions():
    one, two = (event_key(3, f"2026-11-21T22:00:00.00{digit}Z") for digit in (1, 2))
    assert one < two
    assert event_key(3, "2026-11-21T22:00:00.001Z") < event_key(4, "2026-11-21T22:00:00.001Z")
    milliseconds = int(one[:8] + one[9:13], 16)
    assert clock.as_iso(clock.spell(milliseconds, 0)) == "2026-11-21T22:00:00.001Z"


def test_an_action_is_about_the_passage_and_not_about_the_article_it_began(project, documents, codes):
    operations.add_coder(project, author=MARA.id, coder=ANNA)
    own = operations.annotate(
        project, coder=ANNA.id, document=documents["rare.txt"].id, code=codes["trust"], span=Span.of(4, 8)
    ).value  # fmt: skip
    [change] = journal.changes_of(project.live, own.id)
    reader = HistoryReader(project)
    entry = reader.entry(change.action)
    assert (entry.annotation, entry.quote, entry.changes) == (own.id, own.quote, 2)
    assert reader.readings[entry.key] == change.time
    assert reader.touches(entry, document=own.document, code=own.code)
    assert not reader.touches(entry, document=documents["plain.txt"].id, code=own.code)


def test_an_undo_of_what_is_not_in_this_copy_is_told(project, documents, codes):
    with project.action(author=MARA.id, verb="undo", undoes="01900000-0000-7000-8000-0000000000ff") as action:
        action.write("coder", MARA.id, {"name": "Mara L."})
    entry = HistoryReader(project).entry(ActionId(action.id))
    assert entry.sentence == "took back: a step that is not in this copy"
    assert entry.person_name == "Mara L."
