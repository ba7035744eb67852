# SPDX-License-Identifier: MIT
"""Handing out: what is in a coder's file, what never is, and that a file which comes back loses nothing."""

import os

import pytest
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import Coder, CoderId, Refused, RegionState, Span, UsageError
from annotator.store import journal, queries, verification

CARA = Coder(CoderId("01900000-0000-7000-8000-0000000000c1"), "Cara")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "coders"
    made.mkdir()
    return made


@pytest.fixture
def team(project):
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
    return project


def annotate(project, coder, document, code, start, end, **details):
    return operations.annotate(
        project, coder=coder.id, document=document.id, code=code, span=Span.of(start, end),
        details=operations.Details(**details),
    ).value  # fmt: skip


def hand_out(project, folder, **chosen):
    return operations.hand_out(project, author=MARA.id, directory=folder, **chosen).value


def one_file(project, folder, coder=ANNA, **chosen):
    [made] = hand_out(project, folder, coders=[coder.id], **chosen)
    return made


class opened:
    def __init__(self, path):
        self._path = path

    def __enter__(self):
        self._project = operations.open_project(self._path)
        return self._project

    def __exit__(self, *_):
        operations.close_project(self._project)


def merged(project, path):
    return operations.merge(project, author=MARA.id, paths=[path]).value.added_changes


def test_a_file_for_every_coder_but_the_lead_and_programs(team, folder):
    machine = Coder(CoderId("01900000-0000-7000-8000-0000000000c2"), "Model", machine_made=True)
    operations.add_coder(team, author=MARA.id, coder=machine)
    made = hand_out(team, folder)
    assert [each.coder for each in made] == [ANNA, BEN]
    assert sorted(os.listdir(folder)) == ["Study - Anna.annotator", "Study - Ben.annotator"]
    assert [(each.documents, each.annotations, each.notes) for each in made] == [(2, 0, ())] * 2


def test_a_coders_file_is_of_the_project_but_a_file_of_its_own(team, folder):
    made = one_file(team, folder)
    with opened(made.path) as theirs:
        state = theirs.state()
        assert state.project == team.project_id
        assert state.file != team.file_id
        assert (state.active_coder, state.active_round, state.is_handed_out) == (ANNA.id, "main", True)
        assert queries.coders(theirs.live) == (ANNA, MARA)
        assert queries.codebook(theirs.live) == queries.codebook(team.live)
        assert queries.documents(theirs.live) == queries.documents(team.live)
        assert list(verification.faults(theirs)) == []


def test_own_work_goes_and_nobody_elses(team, documents, codes, folder):
    plain = documents["plain.txt"]
    mine = annotate(team, ANNA, plain, codes["trust"], 0, 7, memo="mine")
    gone = annotate(team, ANNA, plain, codes["trust"], 8, 14)
    operations.delete(team, coder=ANNA.id, annotations=[gone.id])
    annotate(team, BEN, plain, codes["mistrust"], 0, 7, memo="a secret")
    operations.finish(team, coder=BEN.id, document=plain.id)
    made = one_file(team, folder)
    assert made.annotations == 1
    with opened(made.path) as theirs:
        assert list(operations.annotations(theirs)) == [mine]
        assert {each.coder for each in queries.completions(theirs.live)} == {ANNA.id}
        assert {gone.id, mine.id} <= journal.entities(theirs.live)
    assert b"a secret" not in made.path.read_bytes()


def test_only_what_is_assigned_and_what_was_begun_goes(team, documents, codes, folder):
    plain, rare = documents["plain.txt"], documents["rare.txt"]
    operations.assign(team, author=MARA.id, coders=[BEN.id], documents=[plain.id])
    operations.assign(team, author=MARA.id, coders=[ANNA.id], documents=[rare.id])
    anna, _ben = hand_out(team, folder)
    with opened(anna.path) as theirs:
        assert [each.name for each in queries.documents(theirs.live)] == ["rare.txt"]
        assert theirs.live.execute("SELECT count(*) FROM text").fetchone() == (1,)
        assert [each.coder for each in operations.assignments(theirs)] == [ANNA.id]
    annotate(team, BEN, rare, codes["trust"], 0, 3)
    assert one_file(team, folder, BEN, replace=True).documents == 2


def test_somebody_without_assignments_gets_no_file(team, documents, folder):
    operations.assign(team, author=MARA.id, coders=[BEN.id], documents=[documents["plain.txt"].id])
    assert [each.coder for each in hand_out(team, folder)] == [BEN]
    with pytest.raises(Refused, match="Anna is assigned nothing"):
        one_file(team, folder)


def test_an_unchanged_file_brings_nothing_back(team, documents, codes, folder):
    annotate(team, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    made = one_file(team, folder)
    with opened(made.path):
        pass
    before = operations.info(team).journal_digest
    assert merged(team, made.path) == 0
    assert operations.info(team).journal_digest == before


def test_what_was_coded_comes_back_whole(team, documents, codes, folder):
    first = annotate(team, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    made = one_file(team, folder)
    with opened(made.path) as theirs:
        operations.resize(theirs, coder=ANNA.id, annotation=first.id, span=Span.of(0, 14))
        second = annotate(theirs, ANNA, documents["rare.txt"], codes["trust"], 0, 3)
        operations.finish(theirs, coder=ANNA.id, document=documents["rare.txt"].id)
        copy = operations.send_copy(theirs, path=folder / "back.annotator")
    assert merged(team, copy) > 0
    found = {each.id: each.span for each in operations.annotations(team)}
    assert found == {first.id: Span.of(0, 14), second.id: Span.of(0, 3)}
    assert merged(team, copy) == 0
    assert queries.conflicts(team.live) == []


def test_handing_out_twice_gives_the_same_but_for_the_file(team, documents, codes, folder, tmp_path):
    region = operations.propose_region(
        team, coder=BEN.id, document=documents["plain.txt"].id, span=Span.of(0, 7), memo="Bens reason"
    ).value
    operations.settle_region(team, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    annotate(team, ANNA, documents["rare.txt"], codes["trust"], 0, 3)
    once = one_file(team, folder)
    digest = operations.info(team).journal_digest
    again = tmp_path / "again"
    again.mkdir()
    twice = one_file(team, again)
    assert operations.info(team).journal_digest == digest
    with opened(once.path) as first, opened(twice.path) as second:
        assert operations.info(first).journal_digest == operations.info(second).journal_digest
        assert first.file_id != second.file_id


def test_an_accepted_region_goes_without_its_origin(team, documents, folder):
    region = operations.propose_region(
        team, coder=BEN.id, document=documents["plain.txt"].id, span=Span.of(0, 7), memo="Bens reason"
    ).value
    other = operations.propose_region(team, coder=BEN.id, document=documents["plain.txt"].id, span=Span.of(8, 14)).value
    operations.settle_region(team, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    made = one_file(team, folder)
    with opened(made.path) as theirs:
        [copy] = queries.regions(theirs.live)
        assert (copy.coder, copy.span, copy.state, copy.memo) == (MARA.id, Span.of(0, 7), RegionState.ACCEPTED, "")
        assert copy.id != region.id
    words = made.path.read_bytes()
    assert not any(word.encode() in words for word in (BEN.id, region.id, other.id, "Bens reason"))
    assert len(queries.regions(team.live)) == 2, "the lead's list shows the region itself, not its copy as well"


def test_a_region_of_ones_own_comes_once(team, documents, folder):
    regions = [
        operations.propose_region(team, coder=coder.id, document=documents["plain.txt"].id, span=Span.of(0, 7)).value
        for coder in (ANNA, BEN)
    ]
    for region in regions:
        operations.settle_region(team, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    with opened(one_file(team, folder).path) as theirs:
        assert [(each.id, each.state) for each in queries.regions(theirs.live)] == [
            (regions[0].id, RegionState.ACCEPTED)
        ]


def test_a_region_taken_back_goes_from_the_next_file(team, documents, folder, tmp_path):
    region = operations.propose_region(team, coder=BEN.id, document=documents["plain.txt"].id, span=Span.of(0, 7)).value
    operations.settle_region(team, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    first = one_file(team, folder)
    operations.settle_region(team, author=MARA.id, region=region.id, state=RegionState.DECLINED)
    assert [each.state for each in queries.regions(team.live)] == [RegionState.DECLINED]
    later = tmp_path / "later"
    later.mkdir()
    second = one_file(team, later)
    with opened(first.path) as theirs:
        operations.merge(theirs, author=ANNA.id, paths=[second.path])
        assert queries.regions(theirs.live) == ()


def test_what_somebody_else_took_in_is_restated_by_the_lead(team, documents, codes, folder, tmp_path):
    (tmp_path / "third.txt").write_text("Ben brought this one.\n")
    operations.import_texts(team, author=BEN.id, paths=[tmp_path / "third.txt"])
    with team.action(author=BEN.id, verb="change code") as action:
        action.write("code", codes["trust"], {"definition": "as Ben would have it"})
    conflicts = queries.conflicts(team.live)
    made = one_file(team, folder)
    assert BEN.id.encode() not in made.path.read_bytes()
    with opened(made.path) as theirs:
        assert queries.codebook(theirs.live) == queries.codebook(team.live)
        assert [each.name for each in queries.documents(theirs.live)] == ["plain.txt", "rare.txt", "third.txt"]
        third = queries.documents(theirs.live)[2]
        annotate(theirs, ANNA, third, codes["trust"], 0, 3)
        assert queries.conflicts(theirs.live) == []
    assert merged(team, made.path) > 0
    assert queries.conflicts(team.live) == conflicts
    assert list(verification.faults(team)) == []


def test_a_restated_article_keeps_its_other_names_here(team, documents, folder, tmp_path):
    for coder, name in ((BEN, "third.txt"), (MARA, "same.txt")):
        (tmp_path / name).write_text("One text under two names.\n")
        operations.import_texts(team, author=coder.id, paths=[tmp_path / name])
    one_file(team, folder)
    third = queries.documents(team.live)[2]
    assert {third.name, *third.other_names} == {"third.txt", "same.txt"}


def test_own_work_that_somebody_else_entered_is_restated(team, documents, codes, folder):
    annotation = annotate(team, ANNA, documents["plain.txt"], codes["trust"], 0, 7, memo="hers")
    with team.action(author=BEN.id, verb="import annotations") as action:
        action.write("annotation", annotation.id, {"memo": "hers, corrected"})
    made = one_file(team, folder)
    assert BEN.id.encode() not in made.path.read_bytes()
    with opened(made.path) as theirs:
        [found] = operations.annotations(theirs)
        assert found.memo == "hers, corrected"
        operations.delete(theirs, coder=ANNA.id, annotations=[found.id])
    assert merged(team, made.path) > 0
    assert list(operations.annotations(team)) == []
    assert queries.conflicts(team.live) == []


def test_a_withdrawn_merge_stays_behind(team, documents, codes, folder, tmp_path):
    made = one_file(team, folder)
    with opened(made.path) as theirs:
        annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    merged(team, made.path)
    operations.withdraw_merge(team, author=MARA.id)
    later = tmp_path / "later"
    later.mkdir()
    second = one_file(team, later)
    assert second.annotations == 0
    assert merged(team, second.path) == 0
    assert list(operations.annotations(team)) == []


def test_a_coder_named_like_a_word_of_an_article_is_no_hindrance(team, folder):
    operations.add_coder(team, author=MARA.id, coder=Coder(CARA.id, "Moscow"))
    operations.add_coder(team, author=MARA.id, coder=Coder(CoderId("01900000-0000-7000-8000-0000000000c3"), "ab"))
    assert len(hand_out(team, folder)) == 4


def test_what_must_not_go_stops_all_files(team, documents, folder, tmp_path):
    (tmp_path / "odd.txt").write_text(f"An article that holds {BEN.id}, of all things.\n")
    operations.import_texts(team, author=MARA.id, paths=[tmp_path / "odd.txt"])
    with pytest.raises(Refused, match="told of somebody else"):
        hand_out(team, folder)
    assert os.listdir(folder) == []


def test_two_coders_of_one_name_get_two_files(team, folder):
    operations.add_coder(team, author=MARA.id, coder=Coder(CARA.id, "anna"))
    made = hand_out(team, folder)
    assert len({each.path.name.casefold() for each in made}) == 3


def test_a_file_that_is_there_is_never_lost(team, documents, codes, folder):
    made = one_file(team, folder)
    with pytest.raises(Refused, match="already a file of this name"):
        one_file(team, folder)
    one_file(team, folder, replace=True)
    with opened(made.path) as theirs:
        annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
        with pytest.raises(Refused, match="open here"):
            one_file(team, folder, replace=True)
    with pytest.raises(Refused, match="merge it first"):
        one_file(team, folder, replace=True)
    merged(team, made.path)
    assert one_file(team, folder, replace=True).annotations == 1


def test_only_the_lead_hands_out_and_only_to_coders(team, folder):
    with pytest.raises(Refused, match="Only the lead"):
        operations.hand_out(team, author=ANNA.id, directory=folder)
    with pytest.raises(Refused, match="Mara gets no file"):
        one_file(team, folder, MARA)
    with pytest.raises(UsageError, match="not in the project"):
        one_file(team, folder, CARA)
    (folder / "a file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(Refused, match="This is a file"):
        hand_out(team, folder / "a file")


def test_nobody_to_hand_out_to(project, folder):
    with pytest.raises(Refused, match="nobody to hand out to"):
        hand_out(project, folder)


def test_what_was_handed_out_is_remembered_here_only(team, folder):
    made = one_file(team, folder)
    [record] = operations.hand_outs(team)
    assert (record.coder, record.round, record.file) == (ANNA.id, "main", made.path.name)
    with opened(made.path) as theirs:
        assert operations.hand_outs(theirs) == ()


def test_two_identities_of_one_person_get_one_file(team, documents, codes, folder):
    operations.add_coder(team, author=MARA.id, coder=CARA)
    annotate(team, CARA, documents["plain.txt"], codes["trust"], 0, 7)
    annotate(team, ANNA, documents["rare.txt"], codes["trust"], 0, 3)
    operations.same_person(team, author=MARA.id, source=CARA.id, target=ANNA.id)
    made = hand_out(team, folder)
    assert [(each.coder.id, each.annotations) for each in made] == [(ANNA.id, 2), (BEN.id, 0)]
    with opened(made[0].path) as theirs:
        assert {each.coder for each in operations.annotations(theirs)} == {ANNA.id}
    assert merged(team, made[0].path) == 0
    assert CARA.id.encode() not in made[1].path.read_bytes()
