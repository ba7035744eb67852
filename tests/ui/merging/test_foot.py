# SPDX-License-Identifier: MIT
"""The foot: the promise gives way, the verbs stay; what is missing is named and leads there."""

from pytestqt.qtbot import QtBot
from ui.conftest import Driver

from annotator.ui.merging.foot import MergeFoot
from annotator.ui.theme.current import Theme


def test_what_is_missing_is_said_beside_the_button(driver: Driver, theme: Theme, qtbot: QtBot) -> None:
    foot, asked = MergeFoot(theme, driver.window.session.check), []
    qtbot.addWidget(foot)
    foot.missing_asked.connect(lambda: asked.append("missing"))
    foot.merge_asked.connect(lambda: asked.append("merge"))
    foot.cancelled.connect(lambda: asked.append("cancel"))
    foot.allow(True, answers="1 answer is missing: Okafor’s deletions")
    assert not foot.merge.isEnabled()
    foot.go_there.click()
    assert foot.missing == "1 answer is missing: Okafor’s deletions"
    foot.allow(False, missing="No file is chosen")
    assert (foot.go_there.isHidden(), foot.missing) == (True, "No file is chosen")
    foot.allow(True)
    assert (foot.merge.isEnabled(), foot.missing) == (True, "")
    foot.merge.click()
    foot.cancel.click()
    assert asked == ["missing", "merge", "cancel"]


def test_in_a_narrow_window_the_verbs_stay(driver: Driver, theme: Theme, qtbot: QtBot) -> None:
    foot = MergeFoot(theme, driver.window.session.check)
    qtbot.addWidget(foot)
    foot.resize(1000, 60)
    foot.show()
    promise = foot._promise
    assert promise.isVisible()
    foot.resize(600, 60)
    assert not promise.isVisible()
    assert foot.cancel.isVisible()
    assert foot.merge.isVisible()
