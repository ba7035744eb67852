# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from annotator.exchange.findings import Finding, FindingKind
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.findings_list import FindingsList


def test_each_is_said_with_weight_number_and_places(theme: Theme, keep: Callable[[QObject], None]) -> None:
    shown = FindingsList(theme)
    keep(shown)
    shown.show_findings([
        Finding(FindingKind.DROPPED, "A <i>thing</i> is gone.", 1200, ("line 1", "line 2", "line 3", "line 4")),
        Finding(FindingKind.GUESSED, "Taken so.", 1, ("line 9",)),
    ])  # fmt: skip
    said = [label.text() for label in shown.findChildren(QLabel)]
    assert said == [
        "Left out: A <i>thing</i> is gone. (1,200)", "line 1, line 2, line 3, …", "Assumed: Taken so.", "line 9",
    ]  # fmt: skip
    shown.show_findings([])
    assert shown.isHidden()


def test_very_many_end_in_a_number(theme: Theme, keep: Callable[[QObject], None]) -> None:
    shown = FindingsList(theme)
    keep(shown)
    shown.show_findings([Finding(FindingKind.NOTED, f"Number {number}.", 1) for number in range(50)])
    assert shown.findChildren(QLabel)[-1].text() == "And 10 more."
