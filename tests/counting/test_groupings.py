# SPDX-License-Identifier: MIT
from annotator.counting.groupings import by_attribute, by_field, by_period, frequencies_by
from annotator.counting.periods import Period
from annotator.counting.selection import EVERYTHING, InPeriod, Selection, Values
from annotator.domain import Document


def documents(*dates):
    return [Document(f"{place}", f"{place}", "", 1, date=date) for place, date in enumerate(dates)]


def test_time_runs_without_gaps_and_the_undated_come_last():
    groups = by_period(Period.MONTH, documents("2026-01-31", "2025-11", "2026", "")).groups
    assert groups == (("2025-11",), ("2025-12",), ("2026-01",), ("",))
    assert by_period(Period.DAY, documents("2026-01")).groups == (("",),)
    assert by_period(Period.YEAR, []).groups == ()
    mistyped = documents("0202-03-01", "2026-03-01", "2026-03-03")
    assert by_period(Period.DAY, mistyped).groups == (("0202-03-01",), ("2026-03-01",), ("2026-03-03",))


def test_each_grouping_narrows_a_selection():
    assert frequencies_by(("article", "round")).narrowed(EVERYTHING, ("d", "r")) == Selection(
        documents=("d",), rounds=("r",)
    )
    before = Selection(fields=(Values("outlet", ("Times", "Post")),))
    assert by_field("outlet").narrowed(before, ("Post",)).fields == (*before.fields, Values("outlet", ("Post",)))
    assert by_attribute("speaker").narrowed(EVERYTHING, ("",)).attributes == (Values("speaker", ("",)),)
    assert by_period(Period.YEAR, []).narrowed(EVERYTHING, ("2026",)).placed == InPeriod(Period.YEAR, "2026")
