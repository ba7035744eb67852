# SPDX-License-Identifier: MIT
"""Each act of coding, by keys and mouse on the real window; what was stored is read by another process."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver, read_elsewhere

from annotator import operations
from annotator.domain import Coder, NotSaved, RegionState
from annotator.text.boundaries import Edge
from annotator.ui.text_view.handles import handle_bars

WORDS = "The council trusts its engineers with every key"
QUOTE = "“They may leave us one day,” said Ana Roth, a historian"


def test_select_and_press_a_digit_codes_at_once(driver: Driver) -> None:
    driver.select(WORDS)
    driver.key("1")
    article = driver.window.pages.desk.article
    assert [entry.quote for entry in article.ordered()] == [WORDS], "painted before it is stored"
    driver.saved()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert (row["quote"], row["code"], row["coder"]) == (WORDS, "trust", "Mara Lindqvist")


def test_several_codes_in_turn_on_one_selection(driver: Driver) -> None:
    driver.select(QUOTE)
    for key in "43":
        driver.key(key)
    driver.saved()
    rows = read_elsewhere(driver.close())["annotations"]
    assert sorted(row["code"] for row in rows) == ["expert_quote", "speculation"]


def test_a_mouse_selection_is_coded_too(driver: Driver) -> None:
    driver.drag(WORDS)
    driver.key("2")
    driver.saved()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert (row["quote"], row["code"]) == (WORDS, "mistrust")


def test_a_click_in_the_codebook_codes_the_selection(driver: Driver) -> None:
    driver.select(WORDS)
    codes = driver.window.session.overview.codebook.codes
    driver.click(driver.page.right.codebook.rows[codes[2].id])
    driver.saved()
    assert driver.view.hasFocus()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert row["code"] == "speculation"


def test_a_digit_changes_the_code_of_the_selected_annotation(driver: Driver) -> None:
    driver.code(WORDS, "1")
    driver.key(Qt.Key.Key_Escape)
    driver.key("2")
    driver.saved()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert (row["quote"], row["code"]) == (WORDS, "mistrust")


def test_keys_move_the_end_of_the_selected_annotation(driver: Driver) -> None:
    driver.code(WORDS, "1")
    driver.key(Qt.Key.Key_Escape)
    driver.bot.keyClick(driver.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    driver.saved()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert row["quote"] == WORDS + "."


def test_the_mouse_draws_one_end_and_what_lies_below_stays(driver: Driver) -> None:
    driver.code(WORDS, "1")
    driver.key("4")
    driver.saved()
    driver.code("engineers with every key. Nobody", "2")
    driver.key(Qt.Key.Key_Escape)
    driver.key("[")
    driver.saved()
    desk, view = driver.window.pages.desk, driver.view
    moved, start, viewport = desk.chosen, desk.chosen.span.start, view.viewport()
    assert moved.quote == WORDS
    viewport.grab()
    grip = handle_bars(view.scene, view.visible, moved.span)[Edge.END].center().toPoint()
    cursor = view.textCursor()
    cursor.setPosition(view.scene.positions.to_qt(start + len("The council trusts")))
    target = view.cursorRect(cursor).center()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(viewport, grip - QPoint(6, 0))
    QTest.mouseMove(viewport, target)
    assert desk.chosen.span == moved.span, "a preview, no more"
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=target)
    driver.saved()
    code = desk.code(moved.code).short_name
    rows = read_elsewhere(driver.close())["annotations"]
    found = {row["code"]: row["quote"] for row in rows}
    assert len(rows) == 3
    assert found.pop(code) == "The council trusts"
    assert sorted(found.values()) == sorted([WORDS, "engineers with every key. Nobody"])


def test_delete_undo_redo(driver: Driver) -> None:
    driver.code(WORDS, "1")
    driver.key(Qt.Key.Key_Escape)
    article = driver.window.pages.desk.article
    driver.key(Qt.Key.Key_Delete)
    driver.saved()
    assert article.ordered() == []
    driver.key("z", ctrl=True)
    driver.saved()
    assert [entry.quote for entry in article.ordered()] == [WORDS]
    driver.key("y", ctrl=True)
    driver.saved()
    assert read_elsewhere(driver.close())["annotations"] == []


def test_undo_goes_over_a_restart(driver: Driver, open_window: Callable[[Path], Driver]) -> None:
    driver.code(WORDS, "1")
    path = driver.close()
    again = open_window(path)
    again.key("z", ctrl=True)
    again.saved()
    assert read_elsewhere(again.close())["annotations"] == []


def test_the_excluded_region_is_proposed_and_accepted_by_the_lead(driver: Driver) -> None:
    driver.select("The first line is a title")
    driver.key("0")
    driver.saved()
    form = driver.page.right.inspector.region_form
    assert form.isVisible()
    driver.click(form.accept)
    driver.saved()
    assert read_elsewhere(driver.close())["regions"] == [
        {"quote": "The first line is a title", "state": "accepted", "coder": "Mara Lindqvist"}
    ]


def test_the_lead_declines_a_region_by_key(driver: Driver) -> None:
    driver.code("The first line is a title", "0")
    driver.bot.keyClick(
        driver.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    driver.saved()
    (region,) = read_elsewhere(driver.close())["regions"]
    assert region["state"] == RegionState.DECLINED.value


def test_finish_and_reopen(driver: Driver) -> None:
    driver.key(Qt.Key.Key_Return, ctrl=True)
    driver.saved()
    driver.bot.waitUntil(lambda: "Finished, nothing found" in driver.page.articles.list.model().index(0, 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    ))  # fmt: skip
    driver.select(WORDS)
    driver.key("1")
    driver.bot.waitUntil(lambda: "finished this article" in driver.window.banner.sentence)
    assert driver.window.pages.desk.article.ordered() == []
    driver.click(driver.page.top.finish)
    driver.saved()
    driver.code(WORDS, "1")
    found = read_elsewhere(driver.close())
    assert found["states"]["one.txt"] == "in_progress"
    assert len(found["annotations"]) == 1


def test_the_same_passage_twice_is_refused_in_words(driver: Driver) -> None:
    driver.code(WORDS, "1")
    driver.key("1")
    assert "already" in driver.window.banner.sentence
    driver.saved()
    assert len(read_elsewhere(driver.close())["annotations"]) == 1


def test_a_digit_without_a_selection_says_what_to_do(driver: Driver) -> None:
    driver.key("1")
    assert driver.window.banner.sentence == "Select the words first, then press the code's key."


def test_what_is_refused_is_taken_away_again(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise operations_refusal

    from annotator.domain import Refused

    operations_refusal = Refused("Not today.")
    monkeypatch.setattr(operations, "annotate", refuse)
    driver.select(WORDS)
    driver.key("1")
    assert len(driver.window.pages.desk.article.entries) == 1
    driver.bot.waitUntil(lambda: driver.window.banner.sentence == "Not today.")
    assert driver.window.pages.desk.article.entries == {}
    assert driver.window.status.state == "All changes saved"


def test_what_the_disk_refuses_is_kept_as_not_saved_and_tried_again(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = operations.annotate

    def fail(*_: object, **__: object) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(operations, "annotate", fail)
    driver.select(WORDS)
    driver.key("1")
    driver.bot.waitUntil(lambda: driver.window.status.state == "Not saved")
    assert driver.window.banner.sentence.startswith("Not saved")
    article = driver.window.pages.desk.article
    assert len(article.pending) == 1
    driver.key("2")
    assert len(article.entries) == 1, "coding pauses"
    assert driver.window.banner.sentence.startswith("Not saved"), "and its verbs stay"
    driver.window.close()
    assert driver.window.isVisible(), "what is not saved keeps the window open"
    monkeypatch.setattr(operations, "annotate", works)
    assert "Try now" in driver.window.banner.button.text()
    driver.click(driver.window.banner.button)
    driver.saved()
    assert driver.window.status.state == "All changes saved"
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert row["quote"] == WORDS


def test_what_the_disk_refuses_can_be_given_up(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(operations, "annotate", fail)
    driver.select(WORDS)
    driver.key("1")
    driver.bot.waitUntil(lambda: driver.window.status.state == "Not saved")
    driver.click(driver.window.banner.other)
    assert driver.window.pages.desk.article.entries == {}
    assert driver.window.banner.isHidden()


def test_another_coders_annotation_cannot_be_deleted(
    open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder
) -> None:
    from annotator.domain import Span

    path = make_project(lead=me)
    other = operations.person("Jonas Weber")
    project = operations.open_project(path)
    operations.add_coder(project, author=me.id, coder=other)
    overview = operations.overview(project)
    document, code = overview.documents[0].document.id, overview.codebook.codes[0].id
    operations.annotate(project, coder=other.id, document=document, code=code, span=Span.of(0, 9))
    operations.remember_shown(project, coders=[other.id])
    operations.close_project(project)
    driver = open_window(path)
    driver.key("]")
    assert driver.page.right.inspector.quote == "The first"
    driver.key(Qt.Key.Key_Delete)
    assert driver.window.banner.sentence.startswith("Jonas Weber made this.")
    driver.saved()
    assert len(read_elsewhere(driver.close())["annotations"]) == 1
