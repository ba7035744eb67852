# SPDX-License-Identifier: MIT
import pytest
from operations.conftest import closed
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import Coder, CoderId, Span, UsageError
from annotator.operations import BoardState

PLAIN, RARE = "plain.txt", "rare.txt"
MACHINE = Coder(CoderId("01900000-0000-7000-8000-0000000000ee"), "Program", machine_made=True)


@pytest.fixture
def team(project):
    for coder in (ANNA, BEN, MACHINE):
        operations.add_coder(project, author=MARA.id, coder=coder)
    return project


def states(project, **asked):
    shown = operations.board(project, **asked)
    names = {each.id: each.name for each in shown.coders}
    return {(names[cell.coder], row.document.name): cell.state for row in shown.rows for cell in row.cells}


def assign(project, documents, coder, *names, **other):
    operations.assign(
        project, author=MARA.id, coders=[coder.id], documents=[documents[name].id for name in names], **other
    )


def code(project, documents, codes, coder, name=PLAIN, start=0):
    operations.annotate(
        project, coder=coder.id, document=documents[name].id, code=codes["trust"], span=Span.of(start, start + 5)
    )


def test_without_assignments_everybody_is_to_code_everything(team):
    shown = operations.board(team)
    assert [each.name for each in shown.coders] == ["Anna", "Ben"], "neither the lead nor a program, without work"
    assert not shown.has_assignments
    assert set(states(team).values()) == {BoardState.NOT_STARTED}
    assert len(shown.overlap) == 2
    assert [(total.assigned, total.not_started) for total in shown.totals] == [(2, 2), (2, 2)]


def test_a_lead_alone_is_shown(project):
    assert [each.name for each in operations.board(project).coders] == ["Mara"]


def test_who_has_work_is_shown(team, documents, codes):
    code(team, documents, codes, MACHINE)
    operations.finish(team, coder=MARA.id, document=documents[RARE].id)
    assert [each.name for each in operations.board(team).coders] == ["Anna", "Ben", "Mara", "Program"]


def test_every_state_has_its_word(team, documents, codes):
    assign(team, documents, ANNA, PLAIN, RARE)
    assign(team, documents, BEN, PLAIN)
    assert states(team) == {
        ("Anna", PLAIN): BoardState.NOT_STARTED, ("Anna", RARE): BoardState.NOT_STARTED,
        ("Ben", PLAIN): BoardState.NOT_STARTED, ("Ben", RARE): BoardState.NOT_ASSIGNED,
    }  # fmt: skip
    code(team, documents, codes, ANNA)
    code(team, documents, codes, ANNA, start=6)
    operations.finish(team, coder=ANNA.id, document=documents[RARE].id)
    assert states(team)["Anna", PLAIN] is BoardState.IN_PROGRESS
    assert states(team)["Anna", RARE] is BoardState.FINISHED
    operations.reopen(team, coder=ANNA.id, document=documents[RARE].id)
    assert states(team)["Anna", RARE] is BoardState.REOPENED
    operations.finish(team, coder=ANNA.id, document=documents[RARE].id)
    assert states(team)["Anna", RARE] is BoardState.FINISHED
    shown = operations.board(team)
    plain, rare = shown.rows
    assert (plain.assigned, plain.finished, plain.annotations, plain.is_overlap) == (2, 0, 2, True)
    assert (rare.assigned, rare.finished, rare.annotations, rare.is_overlap) == (1, 1, 0, False)
    assert [each.name for each in shown.overlap] == [PLAIN]
    assert shown.done == ()
    anna, ben = shown.totals
    assert (anna.assigned, anna.not_started, anna.in_progress, anna.finished, anna.annotations) == (2, 0, 1, 1, 2)
    assert (ben.assigned, ben.not_started, ben.in_progress, ben.finished, ben.annotations) == (1, 1, 0, 0, 0)


def test_work_that_nobody_assigned_has_its_state_and_says_so(team, documents, codes):
    assign(team, documents, ANNA, PLAIN)
    code(team, documents, codes, BEN)
    (cell,) = [each for each in operations.board(team).rows[0].cells if each.coder == BEN.id]
    assert (cell.state, cell.is_assigned, cell.annotations) == (BoardState.IN_PROGRESS, False, 1)


def test_an_article_is_done_when_as_many_finished_it_as_the_round_needs(team, documents):
    for coder in (ANNA, BEN):
        operations.finish(team, coder=coder.id, document=documents[RARE].id)
    assert [each.name for each in operations.board(team).done] == [RARE]
    operations.change_round(team, author=MARA.id, name="main", coders_needed=3)
    assert operations.board(team).done == ()


def test_a_board_is_of_one_round(team, documents, codes):
    operations.add_round(team, author=MARA.id, name="retest")
    code(team, documents, codes, ANNA)
    assign(team, documents, BEN, PLAIN, round_name="retest")
    assert states(team)["Anna", PLAIN] is BoardState.IN_PROGRESS
    assert states(team, round_name="retest") == {
        ("Anna", PLAIN): BoardState.NOT_ASSIGNED, ("Anna", RARE): BoardState.NOT_ASSIGNED,
        ("Ben", PLAIN): BoardState.NOT_STARTED, ("Ben", RARE): BoardState.NOT_ASSIGNED,
    }  # fmt: skip
    assert operations.board(team, round_name="retest").round.name == "retest"
    with pytest.raises(UsageError, match="no round"):
        operations.board(team, round_name="nowhere")


def test_the_board_is_filled_by_what_comes_back(team, documents, codes, sent):
    theirs = sent(ANNA)
    assign(team, documents, ANNA, PLAIN, RARE)
    code(theirs, documents, codes, ANNA)
    operations.finish(theirs, coder=ANNA.id, document=documents[RARE].id)
    path = closed(theirs)
    assert BoardState.FINISHED not in states(team).values()
    operations.merge(team, author=MARA.id, paths=[path])
    assert states(team)["Anna", PLAIN] is BoardState.IN_PROGRESS
    assert states(team)["Anna", RARE] is BoardState.FINISHED
    assert operations.board(team).totals[0].annotations == 1
