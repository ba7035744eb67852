# SPDX-License-Identifier: MIT
"""A coder against herself: two rounds of the same articles."""

import json

import pytest
from operations.replicas import ANNA, BEN, MARA, TEXTS

from annotator import operations
from annotator.domain import Refused, UsageError
from annotator.operations import AgreementChoice, Project, Wanted

ALPHA = "krippendorff_alpha_nominal"


@pytest.fixture
def take_in(project: Project, tmp_path, documents):
    def taken(coder, spans, *, round_name="main", finished=True, document="plain.txt"):
        rows = [
            {"document": document, "code": "trust", "start": start, "end": end, "quote": TEXTS[document][start:end]}
            for start, end in spans
        ]
        path = tmp_path / "rows.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return operations.import_annotations(
            project, author=MARA.id, path=path, coder=coder, finished=finished, round_name=round_name
        ).value

    return taken


def measured(project: Project, *names: str):
    return operations.measure_retest(
        project, choice=AgreementChoice(resamples=0), second="retest", wanted=Wanted(measures=names or (ALPHA,))
    )


def test_each_coder_is_compared_with_herself_alone(project, codes, take_in) -> None:
    take_in(ANNA, [(0, 7)])
    take_in(BEN, [(0, 10)])
    take_in(ANNA, [(0, 7)], round_name="retest")
    take_in(BEN, [(20, 25)], round_name="retest")
    by_name = {each.coder.name: each.results for each in measured(project)}
    [anna] = [result for result in by_name["Anna"] if result.code == codes["trust"]]
    [ben] = [result for result in by_name["Ben"] if result.code == codes["trust"]]
    assert (anna.value, anna.coders) == (1.0, ("Anna (main)", "Anna (retest)"))
    assert ben.value is not None
    assert ben.value < 0
    assert anna.settings["rounds"] == ["main", "retest"]


def test_an_article_not_finished_again_does_not_count(project, codes, take_in) -> None:
    take_in(ANNA, [(0, 7)])
    take_in(ANNA, [(0, 7)], round_name="retest", finished=False)
    [only] = measured(project)
    assert {result.value for result in only.results} == {None}
    assert all("no shared articles" in result.reason for result in only.results)
    assert all("finished in both rounds" in result.reason for result in only.results)


def test_rounds_do_not_mix(project, documents, codes, take_in) -> None:
    take_in(ANNA, [(0, 7)])
    take_in(BEN, [(0, 7)])
    alone = operations.measure_agreement(project, choice=AgreementChoice(resamples=0)).results
    again = take_in(ANNA, [(0, 7)], round_name="retest")
    assert again.annotations == 1
    later = operations.measure_agreement(project, choice=AgreementChoice(resamples=0)).results
    assert [result.value for result in later] == [result.value for result in alone]
    shown = operations.article(project, document=documents["plain.txt"].id)
    assert {each.round for each in shown.annotations} == {"main"}
    assert {each.round for each in shown.completions} == {"main"}
    other = operations.article(project, document=documents["plain.txt"].id, round_name="retest")
    assert [each.coder for each in other.annotations] == [ANNA.id]


def test_the_same_file_again_adds_nothing_in_its_round(take_in) -> None:
    assert take_in(ANNA, [(0, 7)], round_name="retest").annotations == 1
    again = take_in(ANNA, [(0, 7)], round_name="retest")
    assert (again.annotations, again.already_there) == (0, 1)


@pytest.mark.parametrize("name", ["", " main", "re\ntest", "x" * 301, "\0"])
def test_a_round_has_a_tidy_name(take_in, name) -> None:
    with pytest.raises(Refused, match="A round has a name"):
        take_in(ANNA, [(0, 7)], round_name=name)


def test_what_cannot_be_compared_is_said(project, take_in) -> None:
    take_in(ANNA, [(0, 7)])
    with pytest.raises(UsageError, match="called “retest”"):
        measured(project)
    with pytest.raises(UsageError, match="given for both"):
        operations.measure_retest(project, choice=AgreementChoice(), second="main")
