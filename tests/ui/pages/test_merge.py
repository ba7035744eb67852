# SPDX-License-Identifier: MIT
"""Merging in the window: a preview that writes nothing, questions on the page, then one verb; and back."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from ui.conftest import Driver, read_elsewhere
from ui.dragging import drag_enter

from annotator import operations
from annotator.domain import Coder, Span
from annotator.merging.questions import QuestionKind
from annotator.ui.dialogs import files
from annotator.ui.merging.alarm_card import AlarmCard
from annotator.ui.merging.reading import FileReading
from annotator.ui.merging.table import CODER, FILE, STATE
from annotator.ui.pages import merge as merge_pages
from annotator.ui.pages.merge import MergePage


class Team:
    """A lead's project and files that coders sent."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.path = path
        self.folder = folder

    def sent(self, name: str, coder: str, spans: Sequence[tuple[int, int]]) -> Path:
        """Give a copy of the project with somebody's work in it."""
        project = operations.open_project(self.path)
        copy = operations.send_copy(project, path=self.folder / name)
        operations.close_project(project)
        return self.code(copy, operations.person(coder), spans)

    def code(self, path: Path, person: Coder, spans: Sequence[tuple[int, int]]) -> Path:
        project = operations.open_project(path)
        operations.set_active_coder(project, coder=person)
        overview = operations.overview(project)
        document, code = overview.documents[0].document.id, overview.codebook.codes[0].id
        for start, end in spans:
            operations.annotate(project, coder=person.id, document=document, code=code, span=Span.of(start, end))
        operations.close_project(project)
        return path

    def merge(self, *paths: Path, lead: Coder) -> None:
        project = operations.open_project(self.path)
        operations.merge(project, author=lead.id, paths=paths)
        operations.close_project(project)

    def delete_all(self, path: Path, coder: str) -> None:
        project = operations.open_project(path)
        person = next(each for each in operations.overview(project).coders if each.name == coder)
        own = [each.id for each in operations.annotations(project) if each.coder == person.id]
        operations.delete(project, coder=person.id, annotations=own)
        operations.close_project(project)


@pytest.fixture
def team(make_project: Callable[..., Path], me: Coder, tmp_path: Path) -> Team:
    return Team(make_project(lead=me), tmp_path)


@pytest.fixture
def jonas(team: Team) -> Path:
    return team.sent("from <b>jonas.annotator", "Jonas <i>Weber</i>", [(27, 38)])


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.annotator"
    path.write_bytes(b"no project at all")
    return path


@pytest.fixture
def dropped_work(team: Team, me: Coder) -> Path:
    """Six annotations that were merged, and all are deleted in what comes now."""
    path = team.sent("okafor.annotator", "Okafor", [(27 + 4 * step, 30 + 4 * step) for step in range(6)])
    team.merge(path, lead=me)
    team.delete_all(path, "Okafor")
    return path


def merge_page(driver: Driver) -> MergePage:
    driver.window.act("page_merge")
    page = driver.window.stack.currentWidget()
    assert isinstance(page, MergePage)
    return page


def looked_at(driver: Driver, paths: Sequence[Path]) -> MergePage:
    page = merge_page(driver)
    page.add_files(paths)
    driver.bot.waitUntil(lambda: not page.reading.is_running and page.subtitle.startswith("This is a preview"))
    return page


def cells(page: MergePage, column: int) -> list[str]:
    model = page.pane.table.merging
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def drop(widget: QWidget, paths: Sequence[Path]) -> None:
    """Drag files over a widget and let them fall."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, keys = QPointF(widget.rect().center()), Qt.KeyboardModifier.NoModifier
    enter = drag_enter(place.toPoint(), data)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys))


def test_preview_then_merge_then_back(
    team: Team, jonas: Path, broken: Path, open_window: Callable[[Path], Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = open_window(team.path)
    page = merge_page(driver)
    assert not page.foot.merge.isEnabled()
    monkeypatch.setattr(files, "ask_files", lambda *_, **__: [jonas, broken])
    driver.click(page.pane.add)
    driver.bot.waitUntil(page.foot.merge.isEnabled)
    assert page.title == "Merge 2 files"
    assert page.subtitle == "This is a preview. Nothing has been written yet."
    assert page.foot.merge.text() == "Merge 1 file"
    assert cells(page, FILE) == ["from <b>jonas.annotator", "broken.annotator"]
    assert cells(page, CODER)[0] == "Jonas <i>Weber</i>"
    assert cells(page, STATE) == ["Ready", "Refused"]
    assert page.pane.total.startswith("1 file: 1 annotation is new, 0 changed")
    assert driver.window.session.overview.annotations == 0, "nothing is written by looking"
    driver.click(page.foot.merge)
    result = page.pane.result
    driver.bot.waitUntil(result.isVisible)
    assert result.title.text().startswith("1 file merged, ")
    driver.bot.waitUntil(lambda: driver.window.session.overview.annotations == 1)
    driver.click(result.back)
    driver.bot.waitUntil(lambda: driver.window.session.overview.annotations == 0)
    assert result.title.text().startswith("The merge was taken back")
    page.add_files([jonas])
    driver.bot.waitUntil(page.foot.merge.isEnabled)
    driver.click(page.foot.merge)
    driver.bot.waitUntil(lambda: driver.window.session.overview.annotations == 1)
    found = read_elsewhere(driver.close())
    assert found["annotations"][0]["coder"] == "Jonas <i>Weber</i>"


def test_the_alarm_holds_the_merge_until_it_is_answered_by_key(
    team: Team, jonas: Path, dropped_work: Path, open_window: Callable[[Path], Driver]
) -> None:
    driver = open_window(team.path)
    page = looked_at(driver, [jonas, dropped_work])
    assert not page.foot.merge.isEnabled()
    assert page.foot.missing == "1 answer is missing: Okafor’s deletions"
    table = page.pane.table
    assert table.hasFocus()
    assert table.currentIndex().row() == 1, "the file that asks is chosen"
    QTest.keyClick(table, Qt.Key.Key_Return)
    [card] = page.pane.cards
    assert card.dots["take"].hasFocus()
    QTest.keyClick(card.dots["take"], Qt.Key.Key_Space)
    assert page.foot.merge.isEnabled()
    assert page.foot.merge.text() == "Merge 2 files"
    QTest.keyClick(card.dots["take"], Qt.Key.Key_Down)
    assert card.dots["leave_out"].isChecked()
    assert cells(page, STATE) == ["Ready", "Left out"]
    assert page.foot.merge.text() == "Merge 1 file"
    assert page.pane.total.startswith("1 file: 1 annotation is new, 0 changed, 0 deleted")
    driver.click(page.foot.merge)
    driver.bot.waitUntil(page.pane.result.isVisible)
    driver.bot.waitUntil(lambda: driver.window.session.overview.annotations == 7)


def test_what_would_go_can_be_looked_at_in_its_article_and_esc_leads_back(
    team: Team, dropped_work: Path, open_window: Callable[[Path], Driver]
) -> None:
    driver = open_window(team.path)
    page = looked_at(driver, [dropped_work])
    driver.click(page.foot.go_there)
    [card] = page.pane.cards
    assert isinstance(card, AlarmCard)
    assert card.dots["take"].hasFocus()
    assert card.show_them.text() == "Show the 6"
    driver.click(card.show_them)
    driver.bot.waitUntil(lambda: card.list.passages.rowCount() == 6 and card.list.hasFocus())
    QTest.keyClick(card.list, Qt.Key.Key_Down)
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: driver.view.current_span() == Span.of(31, 34))
    assert driver.window.stack.currentWidget() is driver.page
    driver.bot.waitUntil(driver.view.hasFocus)
    driver.key(Qt.Key.Key_Escape)
    driver.bot.waitUntil(lambda: driver.window.stack.currentWidget() is page)
    assert page.paths == (dropped_work,)


def test_answers_stay_when_files_are_added(
    team: Team, jonas: Path, dropped_work: Path, open_window: Callable[[Path], Driver]
) -> None:
    driver = open_window(team.path)
    page = looked_at(driver, [dropped_work])
    [card] = page.pane.cards
    driver.click(card.dots["take"])
    page.add_files([jonas])
    driver.bot.waitUntil(lambda: page.title == "Merge 2 files")
    [question] = page.book.questions
    assert question.kind is QuestionKind.ALARM
    assert page.pane.cards[0].dots["take"].isChecked()
    assert page.foot.merge.isEnabled()


def test_files_dropped_on_any_page_lead_here(
    team: Team, jonas: Path, broken: Path, open_window: Callable[[Path], Driver]
) -> None:
    driver = open_window(team.path)
    drop(driver.window, [jonas, broken])
    page = driver.window.stack.currentWidget()
    assert isinstance(page, MergePage)
    driver.bot.waitUntil(lambda: page.title == "Merge 2 files")


def test_cancel_goes_back_to_what_was_looked_at_and_then_lets_go(
    team: Team, jonas: Path, broken: Path, open_window: Callable[[Path], Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = open_window(team.path)
    page = looked_at(driver, [jonas])
    page.add_files([broken])
    assert page.subtitle.startswith("Reading 2 files")
    driver.click(page.foot.cancel)
    assert page.paths == (jonas,)
    assert page.title == "Merge 1 file"
    driver.click(page.foot.cancel)
    assert (page.paths, page.title) == ((), "Merge")
    assert not page.foot.merge.isEnabled()


def test_the_preview_can_be_saved_with_the_answers(
    team: Team,
    dropped_work: Path,
    open_window: Callable[[Path], Driver],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    driver = open_window(team.path)
    page = looked_at(driver, [dropped_work])
    driver.click(page.pane.cards[0].dots["take"])
    wanted = tmp_path / "preview.json"
    monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: wanted)
    driver.click(page.pane.save)
    driver.bot.waitUntil(wanted.exists)
    driver.bot.waitUntil(lambda: "The preview lies in" in driver.window.banner.sentence)
    [question] = json.loads(wanted.read_text(encoding="utf-8"))["questions"]
    assert (question["kind"], question["answer"]) == ("alarm", "take")


def test_nothing_new_leaves_the_button_dim(team: Team, broken: Path, open_window: Callable[[Path], Driver]) -> None:
    driver = open_window(team.path)
    page = looked_at(driver, [broken])
    assert page.foot.missing == "No file here can be merged"
    assert not page.foot.merge.isEnabled()


def test_the_project_itself_is_refused_in_words(driver: Driver) -> None:
    path = driver.window.session.path
    assert path is not None
    page = looked_at(driver, [path])
    assert "This is the project itself" in cells(page, CODER)[0]


def test_a_project_that_changed_meanwhile_is_looked_at_anew(
    team: Team, jonas: Path, open_window: Callable[[Path], Driver]
) -> None:
    driver = open_window(team.path)
    page = looked_at(driver, [jonas])
    driver.window.act("page_coding")
    driver.view.setFocus()
    driver.code("engineers", "1")
    driver.window.act("page_merge")
    assert page.reading.is_running
    driver.bot.waitUntil(page.foot.merge.isEnabled)


def test_who_stays_away_lets_go_of_what_was_read_and_can_still_merge(
    team: Team, jonas: Path, open_window: Callable[[Path], Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[bool] = []
    monkeypatch.setattr(merge_pages, "LETS_GO_AFTER_MILLISECONDS", 0)
    monkeypatch.setattr(FileReading, "forget", lambda _: (forgotten.append(True), operations.forget_preview()))
    driver = open_window(team.path)
    page = looked_at(driver, [jonas])
    driver.window.act("page_coding")
    driver.bot.waitUntil(lambda: forgotten == [True])
    driver.window.act("page_merge")
    driver.click(page.foot.merge)
    driver.bot.waitUntil(lambda: driver.window.session.overview.annotations == 1)
