# SPDX-License-Identifier: MIT
"""Only the lead settles; only its coder takes a proposal back."""

from dataclasses import replace

from pytestqt.qtbot import QtBot
from ui.docks.panels import Desk, Verbs
from ui.models.values import OTHER, region

from annotator.domain import RegionState
from annotator.ui.docks.region_form import RegionForm
from annotator.ui.theme.current import Theme


def make(theme: Theme, qtbot: QtBot, *, lead: bool) -> tuple[RegionForm, Verbs]:
    desk, verbs = Desk(may_settle=lead), Verbs()
    form = RegionForm(theme, desk, verbs)
    qtbot.addWidget(form)
    form.show()
    return form, verbs


def test_the_lead_settles(theme: Theme, qtbot: QtBot) -> None:
    form, verbs = make(theme, qtbot, lead=True)
    form.show_entry(region(0, 9, coder=OTHER, memo="caption"))
    assert form.remove.isHidden()
    form.accept.click()
    form.decline.click()
    assert verbs.asked == [("settle", RegionState.ACCEPTED), ("settle", RegionState.DECLINED)]
    assert form.take_focus()


def test_a_coder_takes_back(theme: Theme, qtbot: QtBot) -> None:
    form, verbs = make(theme, qtbot, lead=False)
    mine = region(0, 9)
    form.show_entry(mine)
    assert form.accept.isHidden()
    form.remove.click()
    assert verbs.asked == [("delete",)]
    form.show_entry(replace(mine, state=RegionState.ACCEPTED))
    assert form.remove.isHidden()
    assert not form.take_focus()
    form.show_entry(None)
    assert form.isHidden()
