# SPDX-License-Identifier: MIT
"""What the page says: who, when, how many; sums without what is left out."""

from datetime import UTC, datetime

import pytest
from ui.merging.values import ALARM, CODE, PREVIEW

from annotator.merging.questions import AlarmDetail
from annotator.operations import MergePreview, MergeResult
from annotator.ui.merging import sentences

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture
def alarm(monkeypatch: pytest.MonkeyPatch) -> AlarmDetail:
    monkeypatch.setattr(sentences, "moment", datetime.fromisoformat)
    assert isinstance(ALARM.detail, AlarmDetail)
    return ALARM.detail


def test_the_alarm_says_who_when_where_and_how_many(alarm: AlarmDetail) -> None:
    assert sentences.alarm_title(alarm) == "Okafor’s file holds 81 annotations fewer than this project"
    assert sentences.alarm_story(alarm, now=NOW) == (
        "Okafor deleted 83 on 14 March between 16:40 and 16:52, 79 of them in “Natural or by Necessity?”."
    )
    assert sentences.before_words(alarm, now=NOW) == "517 at last merge, 7 March"


def test_times_are_said_as_short_as_they_can_be(alarm: AlarmDetail) -> None:
    begin = "2025-03-14T16:40:00Z"
    assert sentences.between(begin, begin, now=NOW) == "on 14 March 2025 at 16:40"
    assert sentences.between(begin, alarm.first, now=NOW) == "between 14 March 2025 and 14 March"


def test_missing_answers_are_named() -> None:
    assert sentences.missing_words(()) == ""
    assert sentences.missing_words((ALARM,)) == "1 answer is missing: Okafor’s deletions"
    assert sentences.missing_words((ALARM, CODE)) == "2 answers are missing: Okafor’s deletions and “Suspicion”"
    assert sentences.missing_words((ALARM, CODE, ALARM)).endswith("deletions, “Suspicion” and 1 more")
    assert sentences.of("Ines") == "Ines’"


def test_the_total_adds_up_without_what_is_left_out() -> None:
    assert sentences.total(PREVIEW) == ("3 files: 40 annotations are new, 5 changed, 83 deleted, 441 already there.")
    assert sentences.total(PREVIEW, left_out=["okafor.annotator"]) == (
        "2 files: 38 annotations are new, 0 changed, 0 deleted, 0 already there."
    )
    assert sentences.title(PREVIEW) == "Merge 4 files"


def test_decisions_are_spoken_of() -> None:
    assert sentences.decisions(PREVIEW) == "No decision of yours is touched."
    three = MergePreview((), (), (), review_again=3)
    assert sentences.decisions(three) == ("No decision of yours is undone; 3 decisions will be marked to review again.")


def test_articles_and_what_is_settled() -> None:
    assert [(head, number) for _, head, number, _ in sentences.text_lines(PREVIEW)] == [
        ("Same text", 2), ("Nearly the same text", 1), ("New articles", 1),
    ]  # fmt: skip
    said = [said for _, _, _, said in sentences.text_lines(PREVIEW)]
    assert said[0].endswith("1 carries another name in berg.annotator.")
    assert (
        said[1] == "“drei.txt” of berg.annotator is nearly “three.txt”: 5 passages found again for sure, 1 to look at."
    )
    assert [(head, number) for _, head, number, _ in sentences.settled_lines(PREVIEW)] == [
        ("Edited twice", 2), ("Codebook", 0), ("Good to know", 1),
    ]  # fmt: skip


def test_what_came_of_it() -> None:
    assert sentences.merged_words(MergeResult(PREVIEW, 15, None)) == "3 files merged, 15 changes written."
    assert "Nothing was written" in sentences.merged_words(MergeResult(PREVIEW, 0, None))
