# SPDX-License-Identifier: MIT
"""The team's project, and a desk over it that has read it once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui.teams import Team, make_team

from annotator import operations
from annotator.domain import Coder
from annotator.ui.bus import Bus
from annotator.ui.jobs import Jobs
from annotator.ui.session import Session
from annotator.ui.team.team_desk import TeamDesk


@pytest.fixture
def team(make_project: Callable[..., Path], me: Coder) -> Team:
    return make_team(make_project(lead=me), me)


@pytest.fixture
def session(team: Team, qtbot: QtBot) -> Iterator[Session]:
    jobs = Jobs()
    made = Session(jobs, Bus(jobs), parent=jobs)
    made.open(lambda: operations.open_project(team.path), me=team.lead, failed=lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: made.is_open)
    yield made
    qtbot.waitUntil(lambda: jobs.waiting == 0)
    closed: list[bool] = []
    made.close(closed=lambda: closed.append(True), failed=lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: bool(closed))
    jobs.stop()


@pytest.fixture
def desk(session: Session, qtbot: QtBot) -> TeamDesk:
    made = TeamDesk(session, parent=session)
    with qtbot.waitSignal(made.changed):
        made.refresh()
    return made
