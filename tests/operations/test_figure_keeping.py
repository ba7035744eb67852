# SPDX-License-Identifier: MIT
import pytest
from operations.replicas import ANNA, MARA

from annotator import operations
from annotator.agreement import Interval, Result, Status
from annotator.domain import Snapshot, Span, UsageError
from annotator.operations import KeptFigures, Project

SNAPSHOT = Snapshot(position=17, digest="a" * 64)


def figure(value: float = 0.1 + 0.2) -> Result:
    interval = Interval(low=0.1, high=0.4, level=0.95, method="documents", resamples=10)
    return Result(
        "percent", "trust", "character", ("Anna", "Ben"), ("d1",), 9, value, Status.OK, "", interval, {"seed": 1}
    )


def keep(project: Project, name: str = "before adjudication") -> KeptFigures:
    return operations.keep_figures(project, name=name, snapshot=SNAPSHOT, results=[figure()])


def test_kept_figures_come_back_to_the_last_digit(project: Project) -> None:
    kept = keep(project, "  before \n adjudication ")
    assert kept.name == "before adjudication"
    assert kept.snapshot == SNAPSHOT
    assert kept.results == (figure().as_json(),)
    assert kept.results[0]["value"] == 0.1 + 0.2
    assert kept.kept_at.endswith("Z")
    assert kept.as_json()["results"] == [figure().as_json()]


def test_they_stand_beside_each_other_and_survive_a_restart(project: Project) -> None:
    keep(project, "one")
    keep(project, "one")
    path = project.path
    operations.close_project(project)
    again = operations.open_project(path)
    try:
        assert [each.name for each in operations.kept_figures(again)] == ["one", "one"]
    finally:
        operations.close_project(again)


def test_later_coding_changes_nothing_of_them_and_they_are_no_change_of_the_journal(
    project: Project, documents, codes
) -> None:
    before = operations.info(project).journal_digest
    kept = keep(project)
    assert operations.info(project).journal_digest == before
    operations.add_coder(project, author=MARA.id, coder=ANNA)
    operations.annotate(
        project, coder=ANNA.id, document=documents["plain.txt"].id, code=codes["trust"], span=Span.of(0, 7)
    )
    assert operations.kept_figures(project) == (kept,)


@pytest.mark.parametrize("name", ["", " \n ", "x" * 201])
def test_a_name_is_needed(project: Project, name: str) -> None:
    with pytest.raises(UsageError, match="1 to 200 characters"):
        keep(project, name)
    assert operations.kept_figures(project) == ()


def test_nothing_is_not_kept(project: Project) -> None:
    with pytest.raises(UsageError, match="no figures"):
        operations.keep_figures(project, name="none", snapshot=SNAPSHOT, results=[])
