# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from annotator.exchange.codings.labelled_lines import UnitQuestion, UnitSample
from annotator.ui.incoming.unit_samples import UnitSamples
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.elided import Elided


def test_each_label_is_shown_either_way(theme: Theme, keep: Callable[[QObject], None]) -> None:
    samples = UnitSamples(theme, UnitQuestion(3, (UnitSample("line 1", "<b>x", "ab", "bc"),)))
    keep(samples)
    chosen: list[str] = []
    samples.chosen.connect(chosen.append)
    assert [each.text for each in samples.findChildren(Elided)] == ["<b>x", "“ab”", "“bc”"]
    assert not any(dot.isChecked() for dot in samples.dots.values())
    QTest.keyClick(samples.dots["unicode-codepoint"], Qt.Key.Key_Space)
    assert chosen == ["unicode-codepoint"]
    samples.show_value("utf-16-code-unit")
    assert [dot.isChecked() for dot in samples.dots.values()] == [False, True]
    samples.show_value("")
    assert not any(dot.isChecked() for dot in samples.dots.values())
