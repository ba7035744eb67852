# SPDX-License-Identifier: MIT
"""In a low window the table gets the room; what stood around it is one turn away."""

from pathlib import Path

from ui.conftest import Driver
from ui.intake.incoming import fill

from annotator.ui.intake.frame import READING, TEXT


def test_a_low_window_keeps_the_table(driver: Driver, tmp_path: Path) -> None:
    driver.window.act("add_articles")
    intake = driver.window.stack.currentWidget().intake
    with driver.bot.waitSignal(intake.reading.done, timeout=20_000):
        intake.look_into([fill(tmp_path / "new")])
    assert intake.add_files.isVisible()
    driver.window.resize(700, 460)
    driver.bot.waitUntil(lambda: intake.columns.is_folded)
    assert not intake.add_files.isVisible()
    assert intake.table.height() > intake.theme.px(120)
    intake.columns.turn_to("right")
    intake.turn_to(READING)
    assert intake.add_files.isVisible(), "nothing is lost"
    driver.window.resize(1440, 900)
    driver.bot.waitUntil(lambda: not intake.columns.is_folded)
    intake.turn_to(TEXT)
    driver.bot.waitUntil(intake.add_files.isVisible)
    assert intake.table.isVisible()
