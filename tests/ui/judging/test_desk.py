# SPDX-License-Identifier: MIT
"""The queue in memory, over a real session."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator import operations
from annotator.domain import Coder, Verdict
from annotator.operations import Judgement, Touched
from annotator.ui.bus import Bus
from annotator.ui.jobs import Jobs
from annotator.ui.judging.desk import JudgedText, JudgingDesk
from annotator.ui.judging.wish import Answer, Wish
from annotator.ui.session import Session


@pytest.fixture
def session(judged: Path, me: Coder, qtbot: QtBot) -> Iterator[Session]:
    jobs = Jobs()
    made = Session(jobs, Bus(jobs), parent=jobs)
    made.open(lambda: operations.open_project(judged), me=me, failed=lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: made.is_open)
    yield made
    closed: list[bool] = []
    made.close(closed=lambda: closed.append(True), failed=lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: bool(closed))
    jobs.stop()


@pytest.fixture
def desk(session: Session, qtbot: QtBot) -> JudgingDesk:
    made = JudgingDesk(session, parent=session)
    made.is_watched = lambda: True
    with qtbot.waitSignal(made.changed):
        made.refresh()
    return made


def test_a_decision_is_read_anew_with_its_article_alone(session: Session, desk: JudgingDesk, qtbot: QtBot) -> None:
    before = desk.queue
    entry = before.entries[0]
    other = before.articles[1]
    judge = session.coder.id
    with qtbot.waitSignal(desk.changed):
        session.write(
            lambda project: operations.decide(project, judge=judge, ref=entry.ref, judgement=Judgement(Verdict.UNION))
        )
    assert desk.queue.progress.decided == 1
    assert any(article is other for article in desk.queue.articles)


def test_hidden_names_are_nowhere_in_the_queue(session: Session, desk: JudgingDesk, qtbot: QtBot) -> None:
    judge = session.coder.id
    done: list[object] = []
    session.write(lambda project: operations.begin_blind(project, judge=judge), done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    desk.forget()
    with qtbot.waitSignal(desk.changed):
        desk.refresh()
    assert desk.queue.is_blind
    assert {coder.name for coder in desk.queue.coders} == {""}
    assert {lane.label for article in desk.queue.articles for lane in article.lanes} <= {"A", "B", "C"}


def test_the_latest_wish_alone_is_answered(desk: JudgingDesk, qtbot: QtBot) -> None:
    answers: list[Answer] = []
    desk.arrange(Wish(), done=answers.append)
    desk.arrange(Wish(kind="boundary"), done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert [len(answer.queue.entries) for answer in answers] == [1]


def test_texts_are_kept_until_they_are_touched(session: Session, desk: JudgingDesk, qtbot: QtBot) -> None:
    document = desk.queue.articles[0].document.id
    read: list[JudgedText] = []
    desk.text(document, read.append)
    qtbot.waitUntil(lambda: len(read) == 1)
    desk.prepare(document)
    desk.text(document, read.append)
    assert len(read) == 2
    assert read[0] is read[1]
    session.bus.changed.emit(Touched(documents=frozenset([document])), None)
    desk.text(document, read.append)
    assert len(read) == 2
    qtbot.waitUntil(lambda: len(read) == 3)


def test_a_round_that_is_not_there_is_said(desk: JudgingDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.failed):
        desk.choose_round("nowhere")
    assert desk.round_name == "nowhere"


def test_everything_is_read_where_coders_changed(session: Session, desk: JudgingDesk, qtbot: QtBot) -> None:
    articles = desk.queue.articles
    with qtbot.waitSignal(desk.changed):
        session.bus.changed.emit(Touched(coders=True), None)
    assert desk.queue.articles is not articles
