# SPDX-License-Identifier: MIT
"""What coders reached by themselves is kept before anything is judged, without anybody thinking of it."""

import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.merging.adjudication_rules import Boundary, MergeRule


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    made.code(ANNA, (0, 7))
    made.code(BEN, (0, 7), (20, 25))
    made.finish(ANNA, BEN)
    return made


def owed(study):
    return operations.figures_owed(study.project)


def kept(study):
    asked = owed(study)
    return operations.keep_before_judging(study.project, asked=asked, results=operations.figures_before_judging(asked))


def test_they_are_those_that_agreement_shows(study) -> None:
    figures = kept(study)
    shown = operations.measure_agreement(study.project).results
    assert figures.name == "Before judging, round “main”"
    assert [each["value"] for each in figures.results] == [result.value for result in shown]
    assert {tuple(each["coders"]) for each in figures.results} == {("Anna", "Ben")}


def test_they_are_kept_once_for_a_state(study) -> None:
    kept(study)
    assert owed(study) is None


def test_nothing_is_owed_once_something_is_decided(study) -> None:
    before = owed(study)
    assert before is not None
    rule = MergeRule(2, Boundary.EXACT)
    assert operations.pre_merge(study.project, judge=MARA.id, rule=rule).value.taken
    assert owed(study) is None
    late = operations.keep_before_judging(
        study.project, asked=before, results=operations.figures_before_judging(before)
    )
    assert late.snapshot.position < operations.info(study.project).changes


def test_nothing_is_owed_where_nothing_can_be_compared(project, documents, codes) -> None:
    alone = Study(project, documents, codes)
    assert operations.figures_owed(project) is None
    alone.code(ANNA, (0, 7))
    alone.finish(ANNA)
    assert operations.figures_owed(project) is None
