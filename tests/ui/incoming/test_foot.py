# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject
from ui.conftest import Driver

from annotator.ui.incoming.foot import IncomingFoot
from annotator.ui.theme.current import Theme


def test_what_is_missing_leads_there(driver: Driver, theme: Theme, keep: Callable[[QObject], None]) -> None:
    foot, asked = IncomingFoot(theme, driver.window.session.check), []
    keep(foot)
    foot.missing_asked.connect(lambda: asked.append("missing"))
    foot.asked.connect(lambda: asked.append("take"))
    foot.cancelled.connect(lambda: asked.append("cancel"))
    foot.allow(True, answers="2 passages wait for an answer")
    assert not foot.take.isEnabled()
    assert foot.missing == "2 passages wait for an answer"
    driver.click(foot.go_there)
    foot.allow(False, missing="No file is chosen")
    assert (foot.go_there.isHidden(), foot.missing) == (True, "No file is chosen")
    foot.allow(True)
    driver.click(foot.take)
    driver.click(foot.cancel)
    assert asked == ["missing", "take", "cancel"]


def test_in_a_narrow_window_the_verbs_stay(driver: Driver, theme: Theme, keep: Callable[[QObject], None]) -> None:
    foot = IncomingFoot(theme, driver.window.session.check)
    keep(foot)
    foot.resize(1000, 60)
    foot.show()
    assert foot._promise.isVisible()
    foot.resize(500, 60)
    assert not foot._promise.isVisible()
    assert foot.take.isVisible()
