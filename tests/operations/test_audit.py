# SPDX-License-Identifier: MIT
"""The history tells who did what on which passage, in order, filtered, in pages, with what was taken back marked."""

import csv
from datetime import datetime, timedelta

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import HistoryMark, RegionState, Span, UsageError
from annotator.operations import HistoryFilter
from annotator.store import clock, journal, queries


@pytest.fixture
def told(project, documents, codes):
    """What Anna did to one passage, and the lead after her."""
    text = documents["plain.txt"].id
    operations.add_coder(project, author=MARA.id, coder=ANNA)
    own = operations.annotate(
        project, coder=ANNA.id, document=text, code=codes["trust"], span=Span.of(0, 7)
    ).value  # fmt: skip
    operations.recode(project, coder=ANNA.id, annotation=own.id, code=codes["mistrust"])
    operations.resize(project, coder=ANNA.id, annotation=own.id, span=Span.of(0, 14))
    operations.describe(project, coder=ANNA.id, annotation=own.id, ask_lead=True)
    operations.answer(project, author=MARA.id, annotation=own.id, text="No.")
    region = operations.propose_region(project, coder=ANNA.id, document=text, span=Span.of(15, 21)).value
    operations.settle_region(project, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    operations.finish(project, coder=ANNA.id, document=text)
    operations.reopen(project, coder=ANNA.id, document=text)
    operations.delete(project, coder=ANNA.id, annotations=[own.id])
    return own


def lines(project, **wanted):
    entries = operations.whole_history(project, wanted=HistoryFilter(**wanted))
    return [f"{each.person_name} {each.sentence}".strip() for each in entries][::-1]


def test_every_step_is_told_in_order(project, told):
    title = "“Beijing trusts Moscow, or so it says.”"
    assert lines(project) == [
        "Mara began the project “Study”",
        f"Mara took in {title} and 1 other article",
        "Mara added the coder “Anna”",
        f"Anna coded “Beijing” as trust in {title}",
        f"Anna recoded “Beijing” from trust to mistrust in {title}",
        f"Anna moved the ends of “Beijing” to “Beijing trusts” (mistrust) in {title}",
        f"Anna asked the lead about “Beijing trusts” (mistrust) in {title}",
        f"Mara answered the question about “Beijing trusts” in {title}: “No.”",
        f"Anna proposed to exclude “Moscow” in {title}",
        f"Mara accepted to exclude “Moscow” in {title}",
        f"Anna finished {title}",
        f"Anna reopened {title}",
        f"Anna deleted “Beijing trusts” (mistrust) in {title}",
    ]


def test_an_entry_holds_the_passage_as_it_was_then(project, told, documents, codes):
    [coded] = [each for each in operations.whole_history(project) if each.verb == "annotate"]
    assert (coded.person, coded.annotation, coded.document) == (ANNA.id, told.id, documents["plain.txt"].id)
    assert (coded.quote, coded.span, coded.code, coded.code_name) == ("Beijing", Span.of(0, 7), codes["trust"], "trust")
    assert (coded.changes, coded.mark) == (2, HistoryMark.STANDS)
    [change] = [each for each in journal.changes_in(project.live, coded.action) if each.entity == told.id]
    assert coded.time == clock.as_iso(change.time)
    assert coded.time.endswith("Z")


def test_filters(project, told, documents, codes):
    everything = lines(project)
    assert len(lines(project, person=ANNA.id)) == 8
    assert lines(project, verb="recode") == [everything[4]]
    assert lines(project, document=documents["plain.txt"].id) == [everything[1], *everything[3:]]
    assert lines(project, document=documents["rare.txt"].id) == [everything[1]]
    assert lines(project, code=codes["trust"])[-1] == everything[3]
    assert everything[4] in lines(project, code=codes["mistrust"])
    assert lines(project, text="MOSCOW”") == everything[8:10]
    assert lines(project, text="anna", verb="finish") == [everything[10]]
    assert lines(project, person=BEN.id) == []


def test_days_and_moments(project, told):
    newest = next(operations.whole_history(project))
    moment = datetime.fromisoformat(newest.time).astimezone()
    day, before = moment.date(), moment.date() - timedelta(days=1)
    assert len(lines(project, since=before.isoformat(), until=(day + timedelta(days=1)).isoformat())) == 13
    assert lines(project, until=before.isoformat()) == []
    assert lines(project, since=(moment + timedelta(seconds=60)).isoformat()) == []
    assert len(lines(project, until=newest.time)) == 13
    for wrong in ("yesterday", "2026-13-01", "1'; DROP TABLE change; --", "\x00", "1950-01-01"):
        with pytest.raises(UsageError):
            operations.history_page(project, wanted=HistoryFilter(since=wrong))


@pytest.mark.parametrize("most", [1, 2, 5, 50])
@pytest.mark.parametrize("wanted", [HistoryFilter(), HistoryFilter(text="beijing"), HistoryFilter(person=ANNA.id)])
def test_pages_together_are_the_whole(project, told, most, wanted):
    with project.transaction():
        project.note_event("export", {"files": ["Beijing.csv"], "author": ANNA.id})
    whole = tuple(operations.whole_history(project, wanted=wanted))
    found, before = [], ""
    while True:
        page = operations.history_page(project, wanted=wanted, before=before, most=most)
        assert len(page.entries) <= most
        found += page.entries
        if not page.next:
            break
        before = page.next
    assert sorted(each.key for each in found) == sorted(each.key for each in whole)
    assert [each.time for each in found] == sorted((each.time for each in found), reverse=True)


def test_what_was_taken_back_is_marked_and_told(project, told):
    operations.undo(project, coder=ANNA.id)
    entries = list(operations.whole_history(project))
    assert entries[0].sentence.startswith("took back: deleted “Beijing trusts”")
    assert [each.mark for each in entries[:2]] == [HistoryMark.STANDS, HistoryMark.UNDONE]
    operations.redo(project, coder=ANNA.id)
    entries = list(operations.whole_history(project))
    assert entries[0].sentence.startswith("brought back: deleted “Beijing trusts”")
    assert [each.mark for each in entries[:3]] == [HistoryMark.STANDS] * 3


def test_merges_stand_among_the_steps_and_what_they_hide_is_marked(project, documents, codes, sent):
    theirs = sent(ANNA, "from-anna.annotator")
    operations.annotate(
        theirs, coder=ANNA.id, document=documents["plain.txt"].id, code=codes["trust"], span=Span.of(0, 7)
    )
    operations.merge(project, author=MARA.id, paths=[closed(theirs)])
    merged = next(operations.whole_history(project))
    assert (merged.verb, merged.person_name, merged.action) == ("merge", "Mara", "")
    assert merged.sentence == "merged 1 file: from-anna.annotator"
    assert operations.way_back(project, coder=MARA.id, entry=merged).way is operations.Way.WITHDRAW
    operations.withdraw_merge(project, author=MARA.id, number=merged.event)
    entries = {each.verb: each for each in operations.whole_history(project)}
    assert entries["annotate"].mark is HistoryMark.WITHDRAWN
    assert entries["annotate"].person_name in ("Anna", "an unknown coder")
    assert entries["withdrawn merge"].sentence.startswith("took back merge")
    for verb in ("merge", "annotate"):
        assert operations.way_back(project, coder=MARA.id, entry=entries[verb]).way is operations.Way.NONE
    assert {"merge", "annotate", "withdrawn merge"} <= set(operations.history_verbs(project))


def test_an_export_is_told(project, told, tmp_path):
    operations.export_csv(project, directory=tmp_path / "tables")
    newest = next(operations.whole_history(project))
    assert (newest.verb, newest.person_name) == ("export", "Mara")
    assert "annotations_long.csv" in newest.sentence


def test_a_step_of_thousands_is_one_entry(project, documents, codes, tmp_path):
    path = tmp_path / "many.jsonl"
    text = queries.document(project.live, documents["plain.txt"].id)
    body = project.texts.body(text.text_sha256)
    rows = [
        f'{{"document":"plain.txt","code":"trust","start":{start},"end":{end},"quote":"{body[start:end]}"}}'
        for start in range(20) for end in range(start + 1, start + 12) if body[start:end].strip()
    ]  # fmt: skip
    path.write_text("\n".join(rows), encoding="utf-8")
    operations.import_annotations(project, author=MARA.id, path=path, coder=ANNA)
    newest = next(operations.whole_history(project))
    assert newest.sentence.startswith(f"took in {len(rows)} annotations of Anna, first")
    assert newest.changes >= len(rows)
    assert operations.history_page(project, wanted=HistoryFilter(document=text.id)).entries[0].key == newest.key


def test_a_second_identity_is_the_person(project, told):
    operations.add_coder(project, author=MARA.id, coder=BEN)
    operations.same_person(project, author=MARA.id, source=ANNA.id, target=BEN.id)
    assert len(lines(project, person=BEN.id)) == len(lines(project, person=ANNA.id)) == 8
    assert lines(project)[-1] == "Mara said that “Anna” counts as “Ben”"


def test_the_table_is_written_oldest_first(project, told, tmp_path):
    written = operations.export_history(project, path=tmp_path / "history.csv")
    with written.path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == written.rows == 13
    assert rows[0]["what"] == "began the project “Study”"
    assert rows[3]["quote"] == "Beijing"
    again = operations.export_history(project, path=tmp_path / "again.csv")
    assert again.path.read_bytes() == written.path.read_bytes()
