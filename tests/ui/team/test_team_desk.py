# SPDX-License-Identifier: MIT
"""What the page shows is read in one question, and anew after each change while somebody looks."""

from pytestqt.qtbot import QtBot
from ui.teams import Team

from annotator import operations
from annotator.ui.team.team_desk import TeamDesk


def test_everything_is_read_at_once(desk: TeamDesk, team: Team) -> None:
    state = desk.state
    assert state is not None
    assert [each.name for each in state.rounds] == ["main"]
    assert [each.id for each in state.board.coders] == [team.haddad.id, team.novak.id]
    assert (state.open_questions, state.mapped, state.hand_outs) == (1, (), ())


def test_a_verb_is_followed_by_a_reading(desk: TeamDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.changed):
        desk.write(lambda project, author: operations.add_round(project, author=author, name="training"))
    assert desk.state is not None
    assert [each.name for each in desk.state.rounds] == ["main", "training"]
    with qtbot.waitSignal(desk.changed):
        desk.choose_round("training")
    assert desk.state.board.round.name == "training"


def test_nothing_is_read_while_nobody_looks(desk: TeamDesk, qtbot: QtBot) -> None:
    desk.is_watched = lambda: False
    told: list[bool] = []
    desk.changed.connect(lambda: told.append(True))
    done: list[object] = []
    desk.write(lambda project, author: operations.add_round(project, author=author, name="training"), done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.waitUntil(lambda: desk.session.jobs.waiting == 0)
    assert told == []


def test_a_refused_question_gives_its_sentence(desk: TeamDesk, qtbot: QtBot) -> None:
    said: list[str] = []
    desk.ask(lambda project, _: operations.round_named(project, name="x"), done=lambda _: None, failed=said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("There is no round “x”.")
