# SPDX-License-Identifier: MIT
"""One open project: who codes, what is saved, how it closes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator import operations
from annotator.domain import Coder, KnownError, Refused
from annotator.ui.bus import Bus
from annotator.ui.jobs import Jobs
from annotator.ui.session import NAME_NEEDED, Session


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    jobs = Jobs()
    made = Session(jobs, Bus())
    yield made
    closed: list[bool] = []
    made.close(closed=lambda: closed.append(True), failed=lambda _: None)
    qtbot.waitUntil(lambda: bool(closed))
    jobs.stop()


def opened(session: Session, path: Path, me: Coder | None, qtbot: QtBot) -> list[KnownError]:
    failed: list[KnownError] = []
    session.open(lambda: operations.open_project(path), me=me, failed=failed.append)
    qtbot.waitUntil(lambda: session.is_open or bool(failed))
    return failed


def test_opening_gives_an_overview(
    session: Session, make_project: Callable[..., Path], me: Coder, qtbot: QtBot
) -> None:
    path = make_project(lead=me)
    assert opened(session, path, me, qtbot) == []
    assert (session.path, session.coder, session.is_lead, session.is_saved) == (path, me, True, True)


def test_without_a_name_only_words(
    session: Session, make_project: Callable[..., Path], me: Coder, qtbot: QtBot
) -> None:
    failed = opened(session, make_project(lead=me), None, qtbot)
    assert failed[0].sentence == NAME_NEEDED
    assert not session.is_open


def test_a_missing_file_is_one_sentence(session: Session, tmp_path: Path, me: Coder, qtbot: QtBot) -> None:
    failed = opened(session, tmp_path / "gone.annotator", me, qtbot)
    assert failed[0].sentence
    assert not session.is_open


def test_a_verb_is_told_to_everyone(
    session: Session, make_project: Callable[..., Path], me: Coder, qtbot: QtBot
) -> None:
    opened(session, make_project(lead=me), me, qtbot)
    document = session.overview.documents[0].document.id
    heard: list[object] = []
    session.bus.changed.connect(lambda touched, initiator: heard.append((touched.documents, initiator)))
    with qtbot.waitSignals([session.saved, session.overview_changed]):
        session.write(lambda project: operations.finish(project, coder=me.id, document=document), initiator=session)
    assert heard == [(frozenset({document}), session)]


def test_refusals_reach_the_screen_and_leave_everything_saved(
    session: Session, make_project: Callable[..., Path], me: Coder, qtbot: QtBot
) -> None:
    opened(session, make_project(lead=me), me, qtbot)

    def refuse(_: object) -> operations.Outcome[int]:
        raise Refused("No.")

    with qtbot.waitSignal(session.refused) as told:
        session.write(refuse)
    assert told.args[0].sentence == "No."
    assert session.is_saved


def test_waiting_changes_are_not_saved(
    session: Session, make_project: Callable[..., Path], me: Coder, qtbot: QtBot
) -> None:
    opened(session, make_project(lead=me), me, qtbot)
    session.hold_unsaved(1)
    assert not session.is_saved
    with qtbot.waitSignal(session.saved):
        session.hold_unsaved(0)
    with qtbot.waitSignal(session.typing):
        session.note_typing(True)
    assert not session.is_saved
    session.note_typing(False)
    assert session.is_saved


def test_the_queue_runs_dry_first(session: Session, make_project: Callable[..., Path], me: Coder, qtbot: QtBot) -> None:
    opened(session, make_project(lead=me), me, qtbot)
    seen: list[str] = []
    session.read(lambda _: "read", done=seen.append)
    session.read_out(lambda: seen.append("then"))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["read", "then"]


def test_a_coder_s_file_opens_without_a_name_and_shows_its_own_articles(
    session: Session, make_project: Callable[..., Path], me: Coder, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_project(lead=me)
    project = operations.open_project(path)
    novak = operations.add_person(project, author=me.id, name="Novak").value
    made = operations.hand_out(project, author=me.id, directory=tmp_path, coders=[novak.id]).value
    operations.close_project(project)
    assert opened(session, made[0].path, None, qtbot) == []
    assert session.coder_file is not None
    assert (session.coder_file.lead.name, session.coder_file.confirmed) == (me.name, False)
    assert (session.coder.name, session.is_lead, len(session.overview.documents)) == ("Novak", False, 2)
