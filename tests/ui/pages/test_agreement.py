# SPDX-License-Identifier: MIT
"""Agreement in the window: two coders, choices, the file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import TEXT, Driver

from annotator import operations
from annotator.domain import Coder, Span
from annotator.ui.dialogs import files
from annotator.ui.file_check import STILL_CHECKING
from annotator.ui.models.agreement import ALPHA, PERCENT
from annotator.ui.pages.agreement import AgreementPage


@pytest.fixture
def coded(make_project: Callable[..., Path], me: Coder) -> Path:
    """Two coders finished one article; the other nobody did."""
    path = make_project(lead=me)
    project = operations.open_project(path)
    other = operations.person("<b>Jonas</b> Weber")
    operations.add_coder(project, author=me.id, coder=other)
    overview = operations.overview(project)
    document, codes = overview.documents[0].document.id, overview.codebook.codes
    for coder, end in ((me, 60), (other, 70)):
        operations.annotate(project, coder=coder.id, document=document, code=codes[0].id, span=Span.of(27, end))
        operations.finish(project, coder=coder.id, document=document)
    operations.close_project(project)
    return path


@pytest.fixture
def shown(open_window: Callable[[Path], Driver], coded: Path) -> tuple[Driver, AgreementPage]:
    driver = open_window(coded)
    driver.key("3", ctrl=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, AgreementPage)
    driver.bot.waitUntil(lambda: page.table.figures.rowCount() == 4)
    return driver, page


def test_figures_per_code(shown: tuple[Driver, AgreementPage]) -> None:
    _, page = shown
    model = page.table.figures
    assert page.subtitle.startswith("2 coders, 1 article finished by two or more of them, character by character")
    length = len(TEXT)
    percent = float(model.data(model.index(0, model.column_of(PERCENT))).removesuffix(" %"))
    assert percent == pytest.approx(100 * (length - 10) / length, abs=0.06)
    assert model.data(model.index(0, model.column_of(ALPHA))).startswith(".")
    assert model.data(model.index(1, model.first_measure)).startswith("Undefined (no variation: nobody used this code")
    assert page.table.columnSpan(1, model.first_measure) > 1
    assert "Conventions" in page._definition.text()
    assert "1 article" in page._notes.text()
    assert not page.grab().isNull()


def test_choices_measure_anew(shown: tuple[Driver, AgreementPage]) -> None:
    driver, page = shown
    driver.click(page.settings._units["sentence"])
    driver.bot.waitUntil(lambda: "sentence by sentence" in page.subtitle)
    box = next(each for each in page.settings._boxes.values() if each.text() == "<b>Jonas</b> Weber")
    driver.click(box)
    assert page.subtitle.startswith("Agreement needs two coders")
    assert not page.save.isEnabled()
    driver.click(box)
    driver.bot.waitUntil(page.save.isEnabled)
    driver.click(page.settings._excluded["none"])
    driver.bot.waitUntil(page.save.isEnabled)


def test_the_figures_are_saved(
    shown: tuple[Driver, AgreementPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, page = shown
    target = tmp_path / "figures.csv"
    monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: target)
    driver.click(page.save)
    driver.bot.waitUntil(target.exists)
    assert "krippendorff_alpha_nominal" in target.read_text(encoding="utf-8")
    driver.bot.waitUntil(lambda: str(target) in driver.window.banner.sentence)


def test_keys_go_along_the_rows_and_back_to_coding(shown: tuple[Driver, AgreementPage]) -> None:
    driver, page = shown
    driver.bot.waitUntil(page.table.hasFocus)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 1
    driver.key("1", at=page.table, ctrl=True)
    assert driver.window.stack.currentWidget() is driver.page


def test_a_narrow_window_hides_what_is_compared(shown: tuple[Driver, AgreementPage]) -> None:
    driver, page = shown
    driver.window.resize(600, 500)
    driver.bot.waitUntil(lambda: not page.settings.isVisible())
    driver.click(page.compare)
    assert page.settings.isVisible()
    QTest.keyClick(page.settings.done, Qt.Key.Key_Escape)
    assert page.table.isVisible()


def test_nobody_finished_is_said(driver: Driver) -> None:
    driver.window.act("page_agreement")
    page = driver.window.stack.currentWidget()
    driver.bot.waitUntil(lambda: page.subtitle.startswith("Agreement needs two coders"))


def test_the_file_waits_for_the_check(shown: tuple[Driver, AgreementPage]) -> None:
    driver, page = shown
    assert page.save.isEnabled()
    check = driver.window.session.check
    check._is_sound = False
    check.changed.emit()
    assert not page.save.isEnabled()
    assert page._missing.text() == STILL_CHECKING
    assert page._missing.isVisible()
    check._is_sound = True
    check.changed.emit()
    assert page.save.isEnabled()
    assert not page._missing.isVisible()
