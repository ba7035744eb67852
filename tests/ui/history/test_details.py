# SPDX-License-Identifier: MIT
"""The chosen entry: what it says, where it leads, and the way back."""

from ui.conftest import Driver
from ui.history.values import entry

from annotator import operations
from annotator.domain import HistoryEntry, HistoryMark
from annotator.operations import Way, WayBack
from annotator.operations.audit_passages import EntryPassages
from annotator.ui.history.details import NOTHING, HistoryDetails
from annotator.ui.theme.current import Theme


def test_it_says_what_can_be_done_or_why_not(driver: Driver, theme: Theme) -> None:
    details, told = HistoryDetails(theme), []
    driver.bot.addWidget(details)
    details.taken.connect(lambda: told.append("taken"))
    assert details.sentence == NOTHING
    details.show_entry(entry("a", mark=HistoryMark.UNDONE))
    assert details.sentence == "Anna <b>B</b> coded “a” as trust"
    details.show_way(WayBack(Way.BRING_BACK))
    assert (details.way.accessibleName(), details.reason) == ("Bring it back", "")
    details.way.click()
    details.show_way(WayBack(Way.NONE, "This is another person's step."))
    assert (details.way.isHidden(), details.reason) == (True, "This is another person's step.")
    assert told == ["taken"]


def test_passages_are_opened_and_a_deleted_one_where_it_was(driver: Driver, theme: Theme) -> None:
    driver.code("engineers", "1")
    details, opened = HistoryDetails(theme), []
    driver.bot.addWidget(details)
    details.opened.connect(lambda line, _: opened.append((line.start, line.end)))
    assert not details.open_first()
    details.show_entry(entry("a"))
    assert details.open_first()
    assert opened == [(1, 4)]
    found: list[EntryPassages] = []
    session = driver.window.session
    session.read(
        lambda project: operations.history_passages(project, entry=_newest(project)), done=found.append
    )  # fmt: skip
    driver.saved()
    details.show_passages(found[0], session.overview)
    assert details.open_first()
    assert opened[-1][1] - opened[-1][0] == len("engineers")
    details.show_entry(HistoryEntry("k", "2026-03-14T12:00:00Z", sentence="wrote an export"))
    details.show_passages(EntryPassages((), 2), session.overview)
    assert details._about.text() == "2 passages deleted since"
    assert not details.open_first()


def _newest(project: operations.Project) -> HistoryEntry:
    return operations.history_page(project, most=1).entries[0]
