# SPDX-License-Identifier: MIT
"""Agreement in the window: coders, choices, what is selected, the passages behind it and the way to them and back."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.conftest import TEXT, Driver

from annotator import operations
from annotator.agreement.disagreement import Kind
from annotator.domain import Coder, Span
from annotator.ui.dialogs import files
from annotator.ui.file_check import STILL_CHECKING
from annotator.ui.models.agreement import ALPHA, PERCENT
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages import agreement_measuring
from annotator.ui.pages.agreement import AgreementPage

Shown = tuple[Driver, AgreementPage]


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
    operations.annotate(project, coder=me.id, document=document, code=codes[0].id, span=Span.of(90, 100))
    for coder in (me, other):
        operations.finish(project, coder=coder.id, document=document)
    operations.close_project(project)
    return path


@pytest.fixture
def shown(open_window: Callable[[Path], Driver], coded: Path) -> Shown:
    driver = open_window(coded)
    driver.key("7", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, AgreementPage)
    driver.bot.waitUntil(lambda: page.measured is not None)
    return driver, page


def measured_anew(driver: Driver, page: AgreementPage, deed: Callable[[], None]) -> None:
    """Do something and wait for other figures."""
    before = page.measured
    deed()
    driver.bot.waitUntil(lambda: page.measured is not None and page.measured is not before)


def quotes(page: AgreementPage) -> list[str]:
    model = page.pane.passages.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_figures_per_code(shown: Shown) -> None:
    _, page = shown
    model = page.table.figures
    assert page.subtitle.startswith("2 coders, 1 article finished by both, character by character")
    length = len(TEXT)
    percent = float(model.data(model.index(0, model.column_of(PERCENT))).removesuffix(" %"))
    assert percent == pytest.approx(100 * (length - 20) / length, abs=0.06)
    assert model.data(model.index(0, model.column_of(ALPHA))).startswith(".")
    assert model.data(model.index(1, model.first_measure)).startswith("Undefined (no variation: nobody used this code")
    assert page.table.columnSpan(1, model.first_measure) > 1
    assert "conventions, not tests" in page.pane.definition
    assert "1 article" in page.settings._note.text()
    assert not page.grab().isNull()


def test_choices_measure_anew(shown: Shown) -> None:
    driver, page = shown
    measured_anew(driver, page, lambda: driver.click(page.settings.units.dots["sentence"]))
    assert "sentence by sentence" in page.subtitle
    box = next(each for each in page.settings.boxes.values() if each.text() == "<b>Jonas</b> Weber")
    driver.click(box)
    assert page.subtitle.startswith("Agreement needs two coders")
    assert not page.save.isEnabled()
    driver.click(box)
    driver.bot.waitUntil(page.save.isEnabled)
    measured_anew(driver, page, lambda: driver.click(page.settings.dots["none"]))


def test_the_selected_row_drives_the_cards(shown: Shown) -> None:
    driver, page = shown
    driver.bot.waitUntil(page.table.hasFocus)
    pane = page.pane
    assert page.selection.code == page.measured.answer.codebook.codes[0].id
    assert pane.passages.model.rowCount() == 2
    driver.bot.waitUntil(lambda: quotes(page) == [TEXT[27:70].strip(), TEXT[90:100]] or all(quotes(page)))
    assert sorted(quotes(page)) == sorted([TEXT[27:70], TEXT[90:100]])
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.selection == Selection(code=page.measured.answer.codebook.codes[1].id)
    assert pane.passages.model.rowCount() == 0
    assert "Evidence of mistrust" in pane.words or "nobody used" in pane.words
    assert pane.pairs.aside.text == "Mistrust, alpha"
    assert "differ on no passage" in pane.passages._sentence.text()


def test_a_kind_is_chosen_by_click_and_taken_back(shown: Shown) -> None:
    driver, page = shown
    cells = page.pane.differ.bars.cells
    missed = next(cell for cell in cells.values() if cell.accessibleName().endswith("missed by one or more: 1 passage"))
    driver.click(missed)
    assert page.selection.kind is Kind.MISSED
    assert page.pane.passages.model.rowCount() == 1
    driver.click(missed)
    assert page.selection.kind is None
    assert page.pane.passages.model.rowCount() == 2


def test_a_pair_shows_its_passages_by_keys_alone(shown: Shown) -> None:
    _, page = shown
    pairs = page.pane.pairs
    assert pairs.show_them.text() == "Show their 2 passages"
    pairs.show_them.setFocus()
    QTest.keyClick(pairs.show_them, Qt.Key.Key_Space)
    assert page.selection.coders is not None
    assert page.pane.passages.list.hasFocus()


def test_a_passage_opens_in_its_text_and_esc_leads_back(shown: Shown) -> None:
    driver, page = shown
    passages = page.pane.passages
    passages.take_focus()
    QTest.keyClick(passages.list, Qt.Key.Key_Down)
    line = passages.model.line(1)
    QTest.keyClick(passages.list, Qt.Key.Key_Return)
    coding = driver.page
    assert driver.window.stack.currentWidget() is coding
    span = Span.of(line.start, line.end)
    driver.bot.waitUntil(lambda: coding.reading.span == span)
    driver.bot.waitUntil(coding.reading.view.hasFocus)
    article = driver.window.pages.desk.article
    assert {each.coder for each in article.entries.values()} == set(line.coders) | {driver.window.session.coder.id}
    assert coding.way_back.isVisible()
    assert coding.way_back.words.text.startswith("2 of 2. ")
    selection = page.selection
    driver.key(Qt.Key.Key_Escape)
    assert driver.window.stack.currentWidget() is page
    assert page.selection == selection
    assert passages.list.currentIndex().row() == 1
    assert passages.list.hasFocus()
    assert not coding.way_back.isVisible()
    driver.bot.waitUntil(lambda: driver.window.session.overview.shown == ())


def test_neighbours_are_reached_from_the_text(shown: Shown) -> None:
    driver, page = shown
    coding, passages = driver.page, page.pane.passages
    passages.list.doubleClicked.emit(passages.model.index(0))
    first, second = (Span.of(passages.model.line(row).start, passages.model.line(row).end) for row in (0, 1))
    driver.bot.waitUntil(lambda: coding.reading.span == first)
    driver.click(coding.way_back.next)
    driver.bot.waitUntil(lambda: coding.reading.span == second)
    driver.click(coding.way_back.previous)
    driver.bot.waitUntil(lambda: coding.reading.span == first)
    driver.click(coding.way_back.back)
    assert driver.window.stack.currentWidget() is page


def test_the_order_of_the_passages(shown: Shown) -> None:
    driver, page = shown
    passages = page.pane.passages
    driver.click(passages.order._buttons["text"])
    starts = [passages.model.line(row).start for row in range(passages.model.rowCount())]
    assert starts == sorted(starts)
    assert "in the order of the text" in passages.aside.text


def test_a_cell_of_the_confusion_shows_its_passages(shown: Shown) -> None:
    driver, page = shown
    differ = page.pane.differ
    driver.click(differ.switch._buttons["code"])
    assert differ.confusion.isVisible()
    nothing = len(differ.confusion.codes) - 1
    driver.click(differ.confusion.cells[0, nothing])
    driver.bot.waitUntil(lambda: "no code by the other" in page.pane.passages.aside.text)
    line = page.pane.passages.model.line(0)
    assert line.kind is None
    assert "Evidence of trust" in page.pane.passages.model.who(line)


def test_the_table_is_copied(shown: Shown) -> None:
    driver, page = shown
    driver.click(page.copy)
    assert QApplication.clipboard().text() == page.table.copied()
    assert "copied" in driver.window.banner.sentence


def test_the_methods_paragraph_is_copied(shown: Shown) -> None:
    driver, page = shown
    driver.click(page.pane.methods.copy)
    assert QApplication.clipboard().text() == page.pane.methods.paragraph
    assert "Krippendorff" in page.pane.methods.paragraph


def test_f6_goes_round_the_page(shown: Shown) -> None:
    driver, page = shown
    page.table.setFocus()
    seen = []
    for _ in range(12):
        driver.key(Qt.Key.Key_F6, at=QApplication.focusWidget())
        seen.append(QApplication.focusWidget())
    assert page.table in seen
    assert page.pane.passages.list in seen
    assert page.bar.menu in seen
    driver.key(Qt.Key.Key_F6, at=QApplication.focusWidget(), shift=True)
    assert QApplication.focusWidget() is seen[-2]


def test_keys_go_back_to_coding(shown: Shown) -> None:
    driver, page = shown
    driver.key("1", at=page.table, alt=True)
    assert driver.window.stack.currentWidget() is driver.page
    measured = page.measured
    driver.key("7", alt=True)
    assert page.measured is measured, "nothing changed, so nothing is measured again"


def test_a_change_is_measured_when_it_pauses(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, page = shown
    session = driver.window.session
    document = session.overview.documents[0].document.id

    def reopen() -> None:
        session.write(lambda project: operations.reopen(project, coder=session.coder.id, document=document))

    reopen()
    driver.bot.waitUntil(lambda: page.subtitle.startswith("No article is finished by two"))
    assert page.pane.go.isVisible()
    driver.click(page.pane.go)
    assert driver.window.stack.currentWidget() is driver.page


def test_long_measuring_shows_its_share_and_is_called_off(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, page = shown
    gate = threading.Event()

    def slowly(_asked: object, report: Callable[[float], None]) -> None:
        report(0.4)
        assert gate.wait(30)
        report(0.5)

    monkeypatch.setattr(agreement_measuring, "measure", slowly)
    work = driver.window.status.work
    driver.click(page.settings.units.dots["sentence"])
    driver.bot.waitUntil(work.isVisible)
    assert work.words == "Measuring agreement"
    driver.click(work.cancel)
    gate.set()
    assert not work.isVisible()
    assert page.subtitle.startswith("Cancelled")
    monkeypatch.undo()
    measured_anew(driver, page, lambda: driver.click(page.settings.units.dots["character"]))


def test_the_page_is_painted_before_anything_is_measured(
    open_window: Callable[[Path], Driver], coded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = open_window(coded)
    gate = threading.Event()
    monkeypatch.setattr(agreement_measuring, "gather", lambda *_, **__: gate.wait(30))
    driver.key("7", alt=True)
    page = driver.window.stack.currentWidget()
    assert page.isVisible()
    assert page.subtitle == "Measuring."
    assert not page.grab().isNull()
    driver.key("1", at=page.table, alt=True)
    gate.set()
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)
    monkeypatch.undo()
    driver.key("7", alt=True)
    driver.bot.waitUntil(lambda: page.measured is not None)


def test_a_narrow_window_hides_what_is_compared(shown: Shown) -> None:
    driver, page = shown
    driver.window.resize(600, 500)
    driver.bot.waitUntil(lambda: not page.settings.isVisible())
    assert page.pane._words.isVisible(), "what the table has no room for is said in words"
    driver.click(page.pane.compare)
    assert page.settings.isVisible()
    QTest.keyClick(page.settings.done, Qt.Key.Key_Escape)
    assert page.table.isVisible()


def test_nobody_finished_is_said(driver: Driver) -> None:
    driver.window.act("page_agreement")
    page = driver.window.stack.currentWidget()
    driver.bot.waitUntil(lambda: page.subtitle.startswith("No article is finished by two coders yet"))
    assert page.pane.go.isVisible()


def test_one_finished_alone_is_said(driver: Driver) -> None:
    session = driver.window.session
    document = session.overview.documents[0].document.id
    session.write(lambda project: operations.finish(project, coder=session.coder.id, document=document))
    driver.bot.waitUntil(lambda: bool(session.overview.documents[0].finished_by))
    driver.window.act("page_agreement")
    page = driver.window.stack.currentWidget()
    assert page.subtitle.startswith("Only one coder has finished an article so far")


def test_the_file_waits_for_the_check(shown: Shown) -> None:
    driver, page = shown
    assert page.save.isEnabled()
    check = driver.window.session.check
    check._is_sound = False
    check.changed.emit()
    assert not page.save.isEnabled()
    assert page.pane.missing.text() == STILL_CHECKING
    assert page.pane.missing.isVisible()
    check._is_sound = True
    check.changed.emit()
    assert page.save.isEnabled()
    assert not page.pane.missing.isVisible()


def test_the_report_is_saved_in_every_form(shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, page = shown
    for number, suffix in enumerate(("html", "pdf", "md", "tex", "csv")):
        target = tmp_path / f"figures.{suffix}"
        monkeypatch.setattr(files, "ask_new_file", lambda *_, target=target, **__: target)
        menu = page.saving.menu(page.measured)
        actions = [action for action in menu.actions() if not action.isSeparator()]
        actions[number + 1].trigger()
        driver.bot.waitUntil(lambda target=target: str(target) in driver.window.banner.sentence, timeout=20_000)
        assert target.stat().st_size > 100
    assert (tmp_path / "figures.pdf").read_bytes().startswith(b"%PDF")
    assert "krippendorff_alpha_nominal" in (tmp_path / "figures.csv").read_text(encoding="utf-8")


def test_the_report_is_saved_as_a_folder(shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, page = shown
    monkeypatch.setattr(files, "ask_folder", lambda *_, **__: tmp_path / "report")
    page.saving.menu(page.measured).actions()[0].trigger()
    driver.bot.waitUntil(lambda: "The report lies in" in driver.window.banner.sentence, timeout=30_000)
    assert (tmp_path / "report" / "report.html").exists()


@pytest.fixture
def coded_twice(coded: Path, me: Coder) -> Path:
    """One of the two has coded the article again, in another round."""
    project = operations.open_project(coded)
    document, codes = operations.overview(project).documents[0].document.id, operations.overview(project).codebook.codes
    operations.add_round(project, author=me.id, name="again")
    operations.set_active_round(project, name="again")
    operations.annotate(project, coder=me.id, document=document, code=codes[0].id, span=Span.of(27, 50))
    operations.finish(project, coder=me.id, document=document)
    operations.set_active_round(project, name="main")
    operations.close_project(project)
    return coded


def test_a_coder_is_compared_with_herself(open_window: Callable[[Path], Driver], coded_twice: Path) -> None:
    driver = open_window(coded_twice)
    driver.key("7", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, AgreementPage)
    card = page.pane.retest
    driver.bot.waitUntil(lambda: page.measured is not None and card.isVisible())
    card.compute.click()
    driver.bot.waitUntil(lambda: len(card.forest.model.lines) == 2)
    first, second = card.forest.model.lines
    assert first.value is not None
    assert "no shared articles" in second.spoken
    assert page.measured is not None
    assert page.measured.answer.choice.round == "main"


def test_one_round_offers_no_second_pass(shown: Shown) -> None:
    assert not shown[1].pane.retest.isVisible()


def test_a_passage_of_another_round_is_shown_with_what_was_done_in_it(
    open_window: Callable[[Path], Driver], coded: Path, me: Coder
) -> None:
    project = operations.open_project(coded)
    overview = operations.overview(project)
    document, code = overview.documents[0].document.id, overview.codebook.codes[0].id
    operations.add_round(project, author=me.id, name="again")
    operations.set_active_round(project, name="again")
    for coder, end in zip(overview.coders, (50, 58), strict=True):
        operations.annotate(project, coder=coder.id, document=document, code=code, span=Span.of(27, end))
        operations.finish(project, coder=coder.id, document=document)
    operations.set_active_round(project, name="main")
    operations.close_project(project)
    driver = open_window(coded)
    driver.key("7", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, AgreementPage)
    driver.bot.waitUntil(lambda: page.measured is not None and page.settings.round.count() == 2)

    def choose_round() -> None:
        page.settings.round.show_value("again")
        page.settings.changed.emit()

    measured_anew(driver, page, choose_round)
    driver.bot.waitUntil(lambda: page.pane.passages.model.rowCount() == 1)
    page.pane.passages.opened.emit(0)
    desk = driver.window.pages.desk
    driver.bot.waitUntil(lambda: driver.view.current_span() == Span.of(27, 58))
    assert desk.article is not None
    assert {each.span for each in desk.article.entries.values()} == {Span.of(27, 50), Span.of(27, 58)}
    assert driver.page.way_back.words.text.startswith("Round “again”, to be read only. 1 of 1.")
    driver.key("1")
    assert "This is round “again”, to be read only" in driver.window.banner.sentence
    assert len(desk.article.entries) == 2
    driver.key(Qt.Key.Key_Escape)
    driver.bot.waitUntil(lambda: {each.span.end for each in desk.article.entries.values()} == {60, 100})
    assert desk.other_round == ""
