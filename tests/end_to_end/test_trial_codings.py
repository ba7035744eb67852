# SPDX-License-Identifier: MIT
"""The team story on the five articles, with the two machine-made codings as two of the three coders, verb by verb."""

import csv
from pathlib import Path

import pytest

from annotator import operations
from annotator.domain import Coder, Verdict
from annotator.merging.adjudication_rules import Boundary, MergeRule
from annotator.merging.decision_matching import ClusterState
from annotator.operations import Judgement, Project

ALPHA = "krippendorff_alpha_nominal"


@pytest.fixture
def lead() -> Coder:
    return operations.person("Mara Lindqvist")


@pytest.fixture
def project(tmp_path: Path, lead: Coder) -> Project:
    """The demonstration, and a third coder: the first one's passages, some left out, the others a little shorter."""
    opened = operations.open_project(operations.make_demo(tmp_path / "demo", me=lead).path)
    third = operations.person("Okafor")
    operations.add_coder(opened, author=lead.id, coder=third)
    [first, _] = [coder for coder in operations.overview(opened).coders if coder.machine_made]
    for each in operations.overview(opened).documents:
        article = operations.article(opened, document=each.document.id, coders=[first.id])
        for place, annotation in enumerate(article.annotations):
            span = annotation.span
            if place % 3 and span.end - span.start > 20:
                operations.annotate(
                    opened,
                    coder=third.id,
                    document=annotation.document,
                    code=annotation.code,
                    span=type(span)(span.start, type(span.end)(span.end - 5)),
                )
        operations.finish(opened, coder=third.id, document=each.document.id)
    yield opened
    operations.close_project(opened)


def alphas(project: Project) -> dict[str | None, float | None]:
    found = operations.measure_agreement(project, choice=operations.AgreementChoice(resamples=0)).results
    return {result.code: result.value for result in found if result.measure == ALPHA}


def test_from_hand_out_to_consensus(project: Project, lead: Coder, tmp_path: Path) -> None:
    before, coded = alphas(project), tuple(operations.annotations(project))
    folder = tmp_path / "coder-files"
    handed_out = operations.hand_out(project, author=lead.id, directory=folder).value
    assert [(each.coder.name, each.documents) for each in handed_out] == [("Okafor", 5)], "a program needs no file"
    again = operations.merge(project, author=lead.id, paths=[each.path for each in handed_out]).value
    assert again.added_changes == 0

    filled = operations.pre_merge(project, judge=lead.id, rule=MergeRule(2, Boundary.MAJORITY)).value
    assert filled.taken
    left = [each for each in operations.adjudication(project).entries if each.decision is None]
    assert left
    for entry in left:
        assert entry.state is not ClusterState.WAITING
        operations.decide(project, judge=lead.id, ref=entry.ref, judgement=Judgement(Verdict.UNION))
    queue = operations.adjudication(project)
    assert queue.progress.decided == len(queue.entries)
    assert queue.articles_decided == 5

    operations.export_consensus(project, directory=tmp_path / "consensus")
    with (tmp_path / "consensus" / "consensus.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["provenance"] for row in rows} >= {"rule", "adjudicated"}
    assert alphas(project) == before
    assert tuple(operations.annotations(project)) == coded
    assert list(operations.check(project)) == []
