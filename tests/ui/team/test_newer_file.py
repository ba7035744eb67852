# SPDX-License-Identifier: MIT
"""A newer file from the lead is looked into, then taken in by one verb; what is none for this coder is refused."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from ui.conftest import TEXT, Driver
from ui.teams import Team, change, handed_out, own_work_page, settled

from annotator import operations
from annotator.domain import Coder, Span
from annotator.merging.questions import Question, QuestionKind
from annotator.operations import Project
from annotator.ui.dialogs import files
from annotator.ui.team.newer_file import ASKS


def newer_hand_out(team: Team, folder: Path) -> Path:
    """Answer the question and hand out again."""
    folder.mkdir()

    def make(project: Project) -> None:
        lead = team.lead.id
        operations.answer(project, author=lead, annotation=team.asked, text="Yes.")
        operations.hand_out(project, author=lead, directory=folder, coders=[team.novak.id])

    change(team.path, make)
    return next(folder.iterdir())


def test_looked_into_then_taken_in(
    open_window: object, team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = handed_out(team, tmp_path)
    second = newer_hand_out(team, tmp_path / "later")
    driver: Driver = open_window(first)
    monkeypatch.setattr(files, "ask_file", lambda *_, **__: second)
    driver.window.act("take_in")
    page = own_work_page(driver)
    driver.bot.waitUntil(page.newer.take.isEnabled)
    assert page.newer.title.startswith("A newer file from your lead: ")
    assert page.newer.brings.text() == "1 new change from Mara Lindqvist."
    driver.click(page.newer.take)
    settled(driver)
    assert page.newer.isHidden()
    assert driver.window.banner.sentence == "1 change from your lead taken in. Your own work is as it was."
    page.newer.look_into(second)
    settled(driver)
    assert page.newer.brings.text() == "Everything in this file is here already."
    assert not page.newer.take.isEnabled()
    driver.click(page.newer.cancel)
    assert page.newer.isHidden()


def test_a_file_of_somebody_else_is_refused_in_words(open_window: object, team: Team, tmp_path: Path) -> None:
    first = handed_out(team, tmp_path)
    driver: Driver = open_window(first)
    page = own_work_page(driver)
    page.newer.look_into(team.path)
    settled(driver)
    assert "the lead's project and not a file made for you" in page.newer.brings.text()
    assert not page.newer.take.isEnabled()


def coded_and_emptied(first: Path, second: Path, coder: Coder) -> None:
    """Code many passages in a coder's file; copy it, and delete all of them in the copy."""

    def code(project: Project) -> None:
        overview = operations.overview(project)
        for number in range(30):
            operations.annotate(
                project, coder=coder.id, document=overview.documents[0].document.id,
                code=overview.codebook.codes[0].id, span=Span.of(number, number + 5),
            )  # fmt: skip

    def delete(project: Project) -> None:
        overview = operations.overview(project)
        own = operations.article(project, document=overview.documents[0].document.id).annotations
        operations.delete(project, coder=coder.id, annotations=[each.id for each in own])

    assert len(TEXT) > 40
    change(first, code)
    shutil.copyfile(first, second)
    change(second, delete)


def test_what_takes_own_annotations_away_is_asked_here(open_window: object, team: Team, tmp_path: Path) -> None:
    first = handed_out(team, tmp_path)
    second = tmp_path / "other machine.annotator"
    coded_and_emptied(first, second, team.novak)
    driver: Driver = open_window(first)
    page = own_work_page(driver)
    page.newer.look_into(second)
    settled(driver)
    [card] = page.newer.cards
    assert not page.newer.take.isEnabled()
    assert card.dots["leave_out"].text() == "Leave this file out and ask Mara Lindqvist first"
    driver.click(card.show_them)
    settled(driver)
    assert card.list.passages.rowCount() == 31
    driver.click(card.dots["leave_out"])
    assert not page.newer.take.isEnabled()
    driver.click(card.dots["take"])
    assert page.newer.take.isEnabled()
    driver.click(page.newer.take)
    settled(driver)
    assert page.newer.isHidden()
    assert not any(driver.window.session.overview.documents[0].counts.values())


def test_what_the_lead_has_to_settle_is_one_sentence(
    open_window: object, team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = handed_out(team, tmp_path)
    second = newer_hand_out(team, tmp_path / "later")
    driver: Driver = open_window(first)
    page = own_work_page(driver)
    real = operations.preview_merge
    theirs = Question("authority:x", QuestionKind.AUTHORITY, (second.name,), "Whose?", "", (), required=True)

    def asking(*further: object, **named: object) -> operations.MergePreview:
        preview = real(*further, **named)
        return replace(preview, questions=(*preview.questions, theirs))

    monkeypatch.setattr(operations, "preview_merge", asking)
    page.newer.look_into(second)
    settled(driver)
    assert page.newer.brings.text() == ASKS
    assert page.newer.cards == []
    assert not page.newer.take.isEnabled()
