# SPDX-License-Identifier: MIT
"""What was coded elsewhere, in the window: a preview that writes nothing, then one verb, then back."""

import json
from pathlib import Path

import pytest
from exchange import dna_database, foreign_cas
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from ui.conftest import OTHER, TEXT, Driver, read_elsewhere
from ui.dragging import drag_enter
from ui.incoming.coded import EVE, PRAISE, coded, misplaced

from annotator.operations import CorpusKind
from annotator.ui.dialogs import files
from annotator.ui.incoming.unit_samples import UnitSamples
from annotator.ui.pages.incoming import EMPTY, IncomingPage
from annotator.ui.widgets.choice import Choice

COUNCIL, NOBODY = (27, 38), (78, 84)


def incoming(driver: Driver) -> IncomingPage:
    driver.window.activateWindow()
    driver.key("I", ctrl=True, shift=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, IncomingPage)
    return page


def looked(driver: Driver, path: Path) -> IncomingPage:
    page = incoming(driver)
    page.look_into(path)
    driver.bot.waitUntil(lambda: not page.reading.is_busy and page.looked is not None)
    return page


def settled(driver: Driver, page: IncomingPage) -> None:
    driver.bot.waitUntil(lambda: not page.reading.is_busy)


def drop(widget: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place, keys = QPointF(widget.rect().center()), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, drag_enter(place.toPoint(), data))
    QApplication.sendEvent(widget, QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys))


def choose(choice: Choice, value: str) -> None:
    """Choose by keys alone."""
    while choice.value != value:
        before = choice.currentIndex()
        QTest.keyClick(choice, Qt.Key.Key_Down)
        assert choice.currentIndex() != before, f"{value} is not offered"


def test_an_empty_page_says_what_it_is_for(driver: Driver) -> None:
    page = incoming(driver)
    assert page.subtitle.text() == EMPTY
    assert page.choose_file.hasFocus()
    assert not page.foot.take.isEnabled()
    assert page.foot.missing == "No file is chosen"


def test_preview_take_in_and_undo_by_keys(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = coded(tmp_path, TEXT, COUNCIL, NOBODY)
    page = incoming(driver)
    monkeypatch.setattr(files, "ask_file", lambda *_, **__: path)
    QTest.keyClick(page.choose_file, Qt.Key.Key_Space)
    driver.bot.waitUntil(page.foot.take.isEnabled)
    assert page.title.text() == "Take in “eve.jsonl”"
    assert page.foot.take.text() == "Take in 2 annotations"
    assert page.foot.take.hasFocus()
    assert list(page.codes.choices) == [PRAISE.id]
    assert page.codes.choices[PRAISE.id].currentText() == "New: Praise & trust"
    assert page.coders.choices[EVE.id].currentText() == "New: Eve <b>Okafor</b>"
    assert driver.window.session.overview.annotations == 0, "nothing is written by looking"
    QTest.keyClick(page.foot.take, Qt.Key.Key_Space)
    driver.bot.waitUntil(page.result.isVisible)
    assert page.result.title.text() == "Took in 2 annotations, 1 code and 1 coder."
    driver.bot.waitUntil(lambda: driver.window.session.overview.annotations == 2)
    assert page.result.undo.hasFocus()
    QTest.keyClick(page.result.undo, Qt.Key.Key_Space)
    driver.bot.waitUntil(lambda: driver.window.session.overview.annotations == 0)
    assert page.result.title.text().startswith("It was taken back")
    assert page.result.undo.isHidden()


def test_the_same_file_twice_adds_nothing(driver: Driver, tmp_path: Path) -> None:
    path = coded(tmp_path, TEXT, COUNCIL)
    page = looked(driver, path)
    driver.click(page.foot.take)
    driver.bot.waitUntil(page.result.isVisible)
    driver.saved()
    page = looked(driver, path)
    assert page.foot.missing == "Everything in it is here already"
    assert not page.foot.take.isEnabled()


def test_codes_and_coders_are_mapped_by_key(driver: Driver, tmp_path: Path) -> None:
    page = looked(driver, coded(tmp_path, TEXT, COUNCIL))
    overview = driver.window.session.overview
    trust = overview.codebook.codes[0]
    choose(page.codes.choices[PRAISE.id], trust.id)
    settled(driver, page)
    choose(page.coders.choices[EVE.id], overview.coders[0].id)
    settled(driver, page)
    driver.bot.waitUntil(page.foot.take.isEnabled)
    assert page.codes.choices[PRAISE.id].value == trust.id
    driver.click(page.foot.take)
    driver.bot.waitUntil(page.result.isVisible)
    driver.saved()
    found = read_elsewhere(driver.close())
    assert [(each["coder"], each["code"], each["quote"]) for each in found["annotations"]] == [
        ("Mara Lindqvist", trust.short_name, TEXT[slice(*COUNCIL)])
    ]


def test_a_code_of_the_same_name_can_be_a_new_one(driver: Driver, tmp_path: Path) -> None:
    from dataclasses import replace

    trust = driver.window.session.overview.codebook.codes[0]
    namesake = replace(PRAISE, name=trust.name, short_name=trust.short_name)
    page = looked(driver, coded(tmp_path, TEXT, COUNCIL, code=namesake))
    choice = page.codes.choices[PRAISE.id]
    assert choice.value == trust.id
    QTest.keyClick(choice, Qt.Key.Key_Up)
    settled(driver, page)
    assert page.looked is not None
    assert page.looked.preview is not None
    assert page.looked.preview.codes[0].code.name == f"{trust.name} (2)"


def test_misplaced_ones_are_asked_one_by_one(driver: Driver, tmp_path: Path) -> None:
    path = misplaced(coded(tmp_path, TEXT, COUNCIL, NOBODY), quote=TEXT[slice(*COUNCIL)])
    page = looked(driver, path)
    assert page.foot.missing == "1 passage waits for an answer"
    assert not page.foot.take.isEnabled()
    assert page.places.dots[0].hasFocus()
    QTest.keyClick(page.places.dots[0], Qt.Key.Key_Return)
    assert page.foot.take.isEnabled()
    assert page.book.answers[page.book.asked[0].key] is not None
    driver.click(page.foot.take)
    driver.bot.waitUntil(page.result.isVisible)
    driver.saved()
    found = read_elsewhere(driver.close())
    assert {(each["start"], each["end"]) for each in found["annotations"]} == {COUNCIL, NOBODY}


def test_one_whose_surroundings_prove_its_place_is_answered_already(driver: Driver, tmp_path: Path) -> None:
    path = coded(tmp_path, TEXT, COUNCIL)
    start = COUNCIL[0]
    moved = path.read_text(encoding="utf-8").replace(f'"start": {start}, ', f'"start": {start + 1}, ')
    moved = moved.replace(f'"end": {COUNCIL[1]}, ', f'"end": {COUNCIL[1] + 1}, ')
    path.write_text(moved, encoding="utf-8")
    page = looked(driver, path)
    assert len(page.book.asked) == 1
    assert page.foot.take.isEnabled()
    driver.click(page.foot.take)
    driver.bot.waitUntil(page.result.isVisible)
    driver.saved()
    found = read_elsewhere(driver.close())
    assert {(each["start"], each["end"]) for each in found["annotations"]} == {COUNCIL}


def test_a_passage_can_be_left_out_by_the_mouse(driver: Driver, tmp_path: Path) -> None:
    path = misplaced(coded(tmp_path, TEXT, COUNCIL), quote=TEXT[slice(*COUNCIL)])
    page = looked(driver, path)
    driver.click(page.places.dots[-1])
    driver.click(page.foot.take)
    driver.bot.waitUntil(page.result.isVisible)
    driver.saved()
    assert read_elsewhere(driver.close())["annotations"] == []


def test_a_cas_asks_which_type_holds_the_codes(driver: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "cas"
    folder.mkdir()
    (folder / "TypeSystem.xml").write_bytes(foreign_cas.TYPES)
    (folder / "one.xmi").write_bytes(foreign_cas.xmi(foreign_cas.TEXT, *foreign_cas.SPANS))
    page = looked(driver, folder)
    assert page.foot.missing == "Choose how it is read"
    assert page.fault.isHidden()
    dot = page.format.types["webanno.custom.Frame", "label"]
    QTest.keyClick(dot, Qt.Key.Key_Space)
    driver.bot.waitUntil(page.foot.take.isEnabled)
    assert page.foot.take.text() == "Take in 2 annotations"


def test_dna_offers_what_may_be_the_code(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    dna_database.sample(path)
    page = looked(driver, path)
    assert page.samples.expander.head.isChecked(), "its positions are proven by nothing"
    variable, sign = page.format.controls["variable"], page.format.controls["sign"]
    assert isinstance(variable, Choice)
    assert isinstance(sign, Choice)
    assert not sign.isEnabled()
    choose(variable, "concept")
    settled(driver, page)
    assert sign.isEnabled()
    assert page.looked is not None
    assert page.looked.preview is not None
    assert page.looked.choice.dna.variable == "concept"


def test_labels_ask_what_their_offsets_count(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    line = {"text": "\U0001f600 so it trusts them", "label": [[3, 6, "x"]]}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    page = looked(driver, path)
    assert not page.foot.take.isEnabled()
    samples = page.format.controls["unit"]
    assert isinstance(samples, UnitSamples)
    QTest.keyClick(samples.dots["utf-16-code-unit"], Qt.Key.Key_Space)
    driver.bot.waitUntil(page.foot.take.isEnabled)
    assert page.looked is not None
    assert page.looked.choice.unit == "utf-16-code-unit"


def test_rows_without_a_coder_ask_whose_they_are(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    row = {"document": "two.txt", "code": "trust", "start": 2, "end": 8, "quote": OTHER[2:8]}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    page = looked(driver, path)
    assert page.looked is not None
    assert page.looked.kind is CorpusKind.FLAT
    assert page.foot.missing == "Choose how it is read"
    field = page.format.controls["coder"]
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()
    QTest.keyClicks(field, "Ben")
    QTest.keyClick(field, Qt.Key.Key_Return)
    driver.bot.waitUntil(page.foot.take.isEnabled)


def test_what_is_none_of_ours_is_refused_in_words_of_the_window(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "poem.txt"
    path.write_text("No annotations here.", encoding="utf-8")
    page = incoming(driver)
    page.look_into(path)
    driver.bot.waitUntil(lambda: "none of the forms" in driver.window.banner.sentence)
    assert "--" not in driver.window.banner.sentence
    assert page.subtitle.text() == EMPTY


@pytest.mark.parametrize("name", ["eve.jsonl", "nothing tells.bin"])
def test_a_coded_file_is_recognised_where_it_is_dropped(driver: Driver, tmp_path: Path, name: str) -> None:
    path = coded(tmp_path, TEXT, COUNCIL, name=name)
    drop(driver.window, path)
    driver.bot.waitUntil(lambda: isinstance(driver.window.stack.currentWidget(), IncomingPage))
    page = driver.window.stack.currentWidget()
    assert isinstance(page, IncomingPage)
    driver.bot.waitUntil(page.foot.take.isEnabled)


def test_an_article_that_is_dropped_is_an_article(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "an article.txt"
    path.write_text("It says something.", encoding="utf-8")
    drop(driver.window, path)
    driver.bot.waitUntil(lambda: driver.window.stack.currentWidget() is not driver.page)
    assert not isinstance(driver.window.stack.currentWidget(), IncomingPage)


def test_another_change_takes_the_undo_away(driver: Driver, tmp_path: Path) -> None:
    page = looked(driver, coded(tmp_path, TEXT, COUNCIL))
    driver.click(page.foot.take)
    driver.bot.waitUntil(page.result.isVisible)
    driver.saved()
    driver.window.act("page_coding")
    driver.code("The council", "1")
    driver.window.act("take_annotations")
    assert page.result.undo.isHidden()
    assert not page.result.history.isHidden()


def test_cancel_lets_go_of_the_file(driver: Driver, tmp_path: Path) -> None:
    page = looked(driver, coded(tmp_path, TEXT, COUNCIL))
    driver.click(page.foot.cancel)
    assert page.looked is None
    assert page.subtitle.text() == EMPTY
    assert page.choose_file.hasFocus()


def test_f6_goes_round_and_a_narrow_window_keeps_everything(driver: Driver, tmp_path: Path) -> None:
    page = looked(driver, coded(tmp_path, TEXT, COUNCIL))
    driver.window.resize(512, 480)
    driver.bot.waitUntil(lambda: page.choose_file.y() > page.subtitle.y())
    seen = set()
    for _ in range(8):
        QTest.keyClick(page, Qt.Key.Key_F6)
        seen.add(QApplication.focusWidget())
    assert {page.choose_file, page.foot.take, page.codes.choices[PRAISE.id]} <= seen
    driver.bot.waitUntil(lambda: page.pane.horizontalScrollBar().maximum() == 0)
    assert page.width() <= driver.window.width()
