# SPDX-License-Identifier: MIT
from ui.conftest import Driver
from ui.judging.conftest import judged, judging

from annotator.merging.adjudication_rules import Boundary, Left, MergeRule
from annotator.operations import PreMerge
from annotator.ui.dialogs.fill_by_rule import FillByRuleDialog, preview_words
from annotator.ui.pages.adjudicate import AdjudicatePage

__all__ = ["judged", "judging"]


def test_each_choice_shows_what_it_would_do(judging: tuple[Driver, AdjudicatePage]) -> None:
    driver, page = judging
    dialog = FillByRuleDialog(page.theme, page.session, page, queue=page.desk.queue)
    dialog.open()
    driver.bot.waitUntil(dialog.fill.isEnabled)
    assert dialog.rule == MergeRule(2, Boundary.EXACT)
    assert dialog.preview.text().startswith("Fills 2 of 6 that nobody has decided; leaves 1 that still wait for coders")
    assert dialog.fill.text() == "Fill 2 by rule"
    dialog.at_least.setCurrentIndex(2)
    driver.bot.waitUntil(lambda: dialog.fill.text() == "Fill 1 by rule")
    dialog.boundary.setCurrentIndex(dialog.boundary.findData("union"))
    driver.bot.waitUntil(lambda: dialog.fill.text() == "Fill 2 by rule")
    told: list[str] = []
    dialog.filled.connect(told.append)
    driver.click(dialog.fill)
    driver.bot.waitUntil(lambda: bool(told))
    assert told == ["Filled 2 passages by rule. Undo takes it back."]
    driver.bot.waitUntil(lambda: page.desk.queue.progress.by_rule == 2)


def test_nothing_to_fill_is_said(judging: tuple[Driver, AdjudicatePage]) -> None:
    driver, page = judging
    dialog = FillByRuleDialog(page.theme, page.session, page, queue=page.desk.queue)
    dialog.open()
    dialog.at_least.setCurrentIndex(2)
    dialog.code.setCurrentIndex(1)
    driver.bot.waitUntil(lambda: dialog.fill.text() == "Nothing to fill")
    assert not dialog.fill.isEnabled()
    driver.click(dialog.leave)


def test_previews_in_words() -> None:
    rule = MergeRule(2, Boundary.MAJORITY)
    assert preview_words(PreMerge(rule, (), {Left.BROKEN_UP: 4, Left.TOO_FEW: 1_000})) == (
        "Fills 0 of 1,004 that nobody has decided; "
        "leaves 1,000 that are marked by too few and 4 that would be broken up."
    )
    assert preview_words(PreMerge(rule, (), {})) == "Fills 0 of 0 that nobody has decided."
    assert preview_words(PreMerge(rule, (), {}, kept=3)) == (
        "Fills 0 of 0 that nobody has decided. 3 passages would come out the same."
    )
