# SPDX-License-Identifier: MIT
"""What the lead does in the window: sets the team up, merges, answers, looks at agreement, decides, exports."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from end_to_end.computer import Computer
from end_to_end.study import ARTICLES, CODERS, LEAD, Figure, figures
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.merging.decision_matching import ClusterState
from annotator.merging.questions import TAKE, AlarmDetail
from annotator.operations import AgreementChoice
from annotator.ui.judging.draft import NOTE
from annotator.ui.merging.lines import REFUSED
from annotator.ui.models import agreement_figures
from annotator.ui.models.agreement import ALPHA
from annotator.ui.pages.adjudicate import AdjudicatePage
from annotator.ui.pages.agreement import AgreementPage
from annotator.ui.pages.export import ExportPage
from annotator.ui.pages.merge import MergePage
from annotator.ui.pages.team import HAND_OUT, TeamPage

VERDICT_KEYS = "um1i3x2o"
REASON_KEYS = "1234567"
EXPLANATION = "read it twice"


def make_project(lead: Computer, articles: Path, project: Path) -> None:
    """Say one's name and make a project from a folder of articles."""
    start = lead.window.start
    lead.enter(start.name, LEAD)
    lead.chooses(folder=articles, new=project)
    lead.key("n", at=start, ctrl=True)
    lead.push(lead.window.stack.currentWidget().accept)
    lead.opened()
    assert len(lead.window.session.overview.documents) == len(ARTICLES)


def add_people(lead: Computer, page: TeamPage) -> None:
    lead.until(lambda: page.desk.state)
    for name in CODERS:
        lead.enter(page.people.name.field, name)
        lead.until(lambda name=name: name in [line.title for line in page.people.list.model().lines])


def assign_by_rule(lead: Computer, page: TeamPage) -> None:
    """One article to everybody, each of the others to two coders by chance."""
    lead.until(page.assign.by_rule.isEnabled)
    lead.enter(page.assign.everybody, "1")
    lead.until(lambda: "9 new assignments" in page.assign.preview.text())
    lead.push(page.assign.by_rule)
    lead.until(lambda: page.desk.state.board.has_assignments)
    assert [total.assigned for total in page.desk.state.board.totals] == [3, 3, 3]
    assert sorted(row.assigned for row in page.desk.state.board.rows) == [2, 2, 2, 3]


def make_coder_files(lead: Computer, page: TeamPage, folder: Path) -> dict[str, Path]:
    """Make a file for each coder in a new folder, and give the files by the coders' names."""
    folder.mkdir()
    lead.until(lambda: page.desk.state)
    page.choice.focus_chosen()
    lead.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert page.panel == HAND_OUT
    panel = page.hand_out
    lead.chooses(folder=folder)
    lead.push(panel.folder)
    lead.push(panel.make)
    lead.until(lambda: panel.made)
    assert [each.documents for each in panel.made] == [3, 3, 3]
    return {each.coder.name: each.path for each in panel.made}


def merge_with_one_refused(lead: Computer, page: MergePage, paths: list[Path], *, refused: Path) -> None:
    """Choose files of which one is damaged: that is told in a sentence, the others go through."""
    lead.chooses(paths=paths)
    lead.push(page.pane.add)
    lead.until(page.foot.merge.isEnabled)
    (line,) = [each for each in page.pane.table.merging.lines if each.state is REFUSED]
    assert line.file == refused.name
    assert line.sentence.endswith(".")
    assert line.sentence.startswith("The file ends in the middle")
    assert page.foot.merge.text() == f"Merge {len(paths) - 1} file{'' if len(paths) == 2 else 's'}"
    _merge(lead, page)


def merge_what_is_dropped(lead: Computer, page: MergePage, paths: list[Path], *, known: Path) -> None:
    """Drop files on the window from another page, one of them for the second time."""
    lead.turn_to("1", type(lead.page))
    lead.drop(paths)
    assert lead.window.stack.currentWidget() is page
    lead.until(page.foot.merge.isEnabled)
    without_news = {line.file for line in page.pane.table.merging.lines if not any(line.figures[:3])}
    assert without_news == {known.name}
    _merge(lead, page)


def find_nothing_new(lead: Computer, page: MergePage, paths: list[Path]) -> None:
    """Drop files that were all merged before."""
    lead.drop(paths)
    lead.until(lambda: page.foot.missing == "Everything in these files is here already")
    assert not page.foot.merge.isEnabled()
    lead.push(page.foot.cancel)


def merge_losses_and_take_it_back(lead: Computer, page: MergePage, path: Path, *, before: int, losses: int) -> None:
    """Drop a file whose coder deleted a lot: only the lead's own word takes it, and the merge can be taken back."""
    lead.until(lambda: lead.window.session.overview.annotations == before)
    lead.drop([path])
    lead.until(lambda: page.book.missing)
    assert not page.foot.merge.isEnabled()
    (question,) = page.book.missing
    assert isinstance(question.detail, AlarmDetail)
    assert len(question.detail.deleted) == losses
    lead.push(page.foot.go_there)
    (card,) = [each for each in page.pane.cards if each.question is question]
    lead.push(card.dots[TAKE])
    _merge(lead, page)
    lead.until(lambda: lead.window.session.overview.annotations == before - losses)
    lead.push(page.pane.result.back)
    lead.until(lambda: page.pane.result.title.text().startswith("The merge was taken back"))
    lead.until(lambda: lead.window.session.overview.annotations == before)


def _merge(lead: Computer, page: MergePage) -> None:
    assert page.book.missing == ()
    lead.push(page.foot.merge)
    lead.until(page.pane.result.isVisible)
    lead.saved()


def answer_the_question(lead: Computer, page: TeamPage, answer: str) -> None:
    """Find the one question of a coder on the team's page, and answer it by keys."""
    questions = page.questions
    lead.until(lambda: questions.question is not None and questions.question.is_open)
    page.choice.focus_chosen()
    lead.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    questions.answer.setFocus()
    QTest.keyClicks(questions.answer, answer)
    lead.key(Qt.Key.Key_Return, at=questions.answer, ctrl=True)
    lead.until(lambda: not questions.question.is_open)
    lead.saved()


def look_at_agreement(lead: Computer) -> tuple[AgreementChoice, list[Figure]]:
    """Give what is compared, and the figures on the page."""
    page = lead.turn_to("7", AgreementPage)
    lead.until(lambda: page.measured)
    model, defined = page.table.figures, 0
    for row in range(model.rowCount()):
        alpha = model.line(row).alpha
        if alpha is not None and alpha.value is not None:
            assert model.index(row, model.column_of(ALPHA)).data() == agreement_figures.value(alpha)
            defined += 1
    assert defined == 2
    return page.settings.choice, figures(page.measured.answer.results)


def decide_everything(lead: Computer, page: AdjudicatePage) -> None:
    """Decide cluster by cluster, by keys alone, until nothing is left."""
    lead.until(lambda: page.shown)
    total = page.desk.queue.progress.total
    assert total > len(ARTICLES)
    verdicts, reasons = _round_and_round(VERDICT_KEYS), _round_and_round(REASON_KEYS)
    for number in range(1, total + 1):
        lead.until(lambda: page.shown is not None and page.shown.entry is page.entry)
        assert not page.entry.state.is_settled
        if page.entry.state is not ClusterState.AGREED:
            _choose_verdict(lead, page, verdicts)
            lead.press_with_ctrl(next(reasons))
        assert page.panel.accept.isEnabled()
        lead.press(Qt.Key.Key_Return)
        lead.saved()
        lead.until(lambda number=number: page.desk.queue.progress.decided == number)
        lead.until(lambda number=number: page.queue.bar.value() == number)
    assert page.desk.queue.progress.left == 0
    assert page.queue.count.text() == f"{total} of {total} decided"
    assert page.queue.bar.maximum() == total
    assert page.desk.queue.articles_decided == len(ARTICLES)


def _round_and_round(keys: Sequence[str]) -> Iterator[str]:
    while True:
        yield from keys


def _choose_verdict(lead: Computer, page: AdjudicatePage, verdicts: Iterator[str]) -> None:
    """Press the next key that means something here; write a note where one is wanted."""
    for key in islice(verdicts, 2 * len(VERDICT_KEYS)):
        lead.press(key)
        if page.panel.missing.isVisible() and page.panel.missing.text() == NOTE:
            lead.press("n")
            QTest.keyClicks(page.panel.note, EXPLANATION)
        if page.panel.accept.isEnabled():
            return
    raise AssertionError(f"no key decides “{page.entry.quote}”: {page.panel.missing.text()}")


def export(lead: Computer, folder: Path) -> None:
    # On the page of adjudication Ctrl and a digit give a reason, so the way out of it is its tab.
    write_tables(lead, lead.turn_by_tab("page_export", ExportPage), folder)


def write_tables(lead: Computer, page: ExportPage, folder: Path) -> None:
    """Write what the page offers first: the whole set for statistics."""
    assert page.wanted.format == "stats"
    lead.chooses(folder=folder)
    lead.push(page.foot.export)
    lead.until(page.result.isVisible)
    assert page.result.title.text().endswith(f"written to {folder}")


def release_decisions(lead: Computer, page: TeamPage) -> None:
    lead.until(lambda: page.desk.state)
    lead.push(page.rounds.released)
    lead.saved()
    lead.until(lambda: page.desk.state.board.round.released)
