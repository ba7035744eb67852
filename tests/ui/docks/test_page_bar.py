# SPDX-License-Identifier: MIT
"""The bar of the pages beside coding."""

from pytestqt.qtbot import QtBot

from annotator.ui.docks.page_bar import PAGES, PageBar
from annotator.ui.theme.current import Theme


def test_tabs_lead_to_the_pages(theme: Theme, qtbot: QtBot) -> None:
    bar, asked = PageBar(theme, here="page_merge"), []
    qtbot.addWidget(bar)
    bar.asked.connect(asked.append)
    assert bar.tabs["page_merge"].isChecked()
    for page in PAGES:
        bar.tabs[page].click()
    assert asked == [page for page in PAGES if page != "page_merge"]
    assert bar.tabs["page_merge"].isChecked(), "a bar always names the page it stands on"


def test_the_name_gives_way(theme: Theme, qtbot: QtBot) -> None:
    bar = PageBar(theme, here="page_merge")
    qtbot.addWidget(bar)
    bar.name.set_text("<b>Study</b>")
    bar.resize(1200, 48)
    bar.show()
    assert bar.name.isVisible()
    bar.resize(500, 48)
    assert not bar.name.isVisible()


def test_pages_that_are_not_offered_have_neither_tab_nor_entry(theme: Theme, qtbot: QtBot) -> None:
    bar = PageBar(theme, here="page_own")
    qtbot.addWidget(bar)
    bar.resize(1400, 48)
    bar.show()
    bar.offer(("page_team", "page_merge"))
    assert bar.tabs["page_own"].isVisible()
    assert not bar.tabs["page_team"].isVisible()
    assert "Merge" not in [action.text() for action in bar.pages_menu("page_own").actions()]
    bar.resize(400, 48)
    assert bar.here.isVisible()
    assert not bar.tabs["page_own"].isVisible()
    bar.resize(1400, 48)
    assert bar.tabs["page_own"].isVisible()
    assert not bar.tabs["page_merge"].isVisible()
