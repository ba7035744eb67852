# SPDX-License-Identifier: MIT
"""Coders and completion, recounted."""

from hypothesis import given
from reports.statistics.made_study import CODERS, ROUNDS, Made, made_studies, records

from annotator.domain import CompletionState
from annotator.reports.statistics.coders import coders, completion


@given(made_studies())
def test_coders_are_counted(made: Made) -> None:
    rows = records(coders(made.study))
    assert [(row["coder"], row["column"], row["machine_made"]) for row in rows] == [
        ("Anna", "anna", False), ("Ben", "ben", False), ("Zoë", "zoe", True),
    ]  # fmt: skip
    for row in rows:
        own = [each for each in made.study.states.values() if each.coder == row["coder_id"]]
        assert row["finished"] == sum(each.state is CompletionState.FINISHED for each in own)
        counted = [each for each in made.annotations if each.id not in made.study.left_out]
        assert row["annotations"] == sum(each.coder == row["coder_id"] for each in counted)


@given(made_studies())
def test_completion_has_a_row_for_everybody_everywhere(made: Made) -> None:
    rows = records(completion(made.study))
    assert len(rows) == len(made.study.documents) * len(ROUNDS) * len(CODERS)
    for row in rows:
        known = made.completion(row["coder_id"], row["document_id"], row["round"])
        assert row["state"] == (known.state.value if known else "not_started")
        assert row["reason"] is None
