# SPDX-License-Identifier: MIT
from PySide6.QtWidgets import QLabel
from ui.conftest import Driver
from ui.judging.conftest import judged, judging
from ui.pages.test_adjudicate import go_to, press, settled

from annotator.merging.blinding import blinded
from annotator.ui.dialogs.judged_so_far import HIDDEN, NO_REASONS, JudgedSoFarDialog, JudgingFigures
from annotator.ui.pages.adjudicate import AdjudicatePage

__all__ = ["judged", "judging"]


def words_of(dialog: JudgedSoFarDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_reasons_and_who_was_followed(judging: tuple[Driver, AdjudicatePage]) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    press(page, "m")
    press(page, "6", ctrl=True)
    driver.click(page.panel.accept)
    settled(driver, page, 1)
    page.verbs._count()
    driver.bot.waitUntil(lambda: page.findChild(JudgedSoFarDialog) is not None)
    dialog = page.findChild(JudgedSoFarDialog)
    said = words_of(dialog)
    assert "1 of 6 decided: 1 accepted, 1 waiting." in said
    assert "Most often: boundary only at Trust. Look at its entry in the codebook." in said
    place = said.index("Novak")
    assert said[place : place + 3] == ["Novak", "1", "1"]
    assert said[said.index("Berg") + 1] == "0"
    dialog.accept()


def test_nothing_yet_and_blind(judging: tuple[Driver, AdjudicatePage]) -> None:
    _, page = judging
    queue = blinded(page.desk.queue, seed=1)
    dialog = JudgedSoFarDialog(page.theme, page, figures=JudgingFigures.of(queue))
    said = words_of(dialog)
    assert NO_REASONS in said
    assert HIDDEN in said
    assert not any(name in said for name in ("Berg", "Novak", "Okafor"))
    dialog.deleteLater()
