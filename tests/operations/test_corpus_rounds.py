# SPDX-License-Identifier: MIT
import pytest
from operations.foreign_corpus import annotation, corpus, number_of_changes, taken_in, written
from operations.replicas import ANNA, MARA

from annotator import operations
from annotator.domain import Round, RoundPurpose
from annotator.operations.corpus_rounds import MADE, NO_NAME, NOT_THE_LEAD, OTHERWISE
from annotator.store import team_queries

PILOT = Round("pilot", RoundPurpose.TRAINING, 7, 3, released=True)
FILES_THAT_HOLD_ROUNDS = ("jsonl", "brat", "cas", "w3c", "qdpx")


def said(report):
    return {each.sentence for each in report.findings} & {MADE, OTHERWISE, NOT_THE_LEAD, NO_NAME}


def file(tmp_path, *rounds):
    return written(tmp_path / "in.jsonl", corpus(annotation(0, 5, round="pilot"), rounds=rounds))


def made(project):
    return [(each.name, each.purpose, each.coders_needed, each.released) for each in team_queries.rounds(project.live)]


def test_a_round_is_made_as_the_file_says_once_and_goes_with_an_undo(project, tmp_path):
    assert said(taken_in(project, file(tmp_path, PILOT))) == {MADE}
    assert made(project) == [("pilot", RoundPurpose.TRAINING, 3, True)]
    before = number_of_changes(project)
    assert not said(taken_in(project, file(tmp_path, PILOT)))
    assert number_of_changes(project) == before
    operations.undo(project, coder=MARA.id)
    assert not made(project)


def test_a_round_that_is_here_stays_as_it_is(project, tmp_path):
    operations.add_round(project, author=MARA.id, name="Pilot", purpose=RoundPurpose.RETEST)
    assert said(taken_in(project, file(tmp_path, PILOT))) == {OTHERWISE}
    assert [each[1] for each in made(project)] == [RoundPurpose.RETEST]


def test_only_the_lead_makes_rounds_and_only_with_names_that_can_be(project, tmp_path):
    assert said(taken_in(project, file(tmp_path, PILOT), author=ANNA)) == {NOT_THE_LEAD}
    assert said(taken_in(project, file(tmp_path, Round(" x ")))) == {NO_NAME}
    assert not said(taken_in(project, file(tmp_path, PILOT), round_name="main"))
    assert not made(project)


@pytest.mark.parametrize("name", FILES_THAT_HOLD_ROUNDS)
def test_rounds_go_out_and_come_back(project, tmp_path, name):
    taken_in(project, file(tmp_path, PILOT))
    (path, *_) = operations.export_corpus(project, directory=tmp_path / "out", formats=[name]).files
    other = operations.new_project(tmp_path / "other.annotator", lead=MARA)
    taken_in(other, path)
    assert made(other) == made(project)
    operations.close_project(other)


def test_labels_cannot_hold_rounds_and_say_so(project, tmp_path):
    taken_in(project, file(tmp_path, PILOT))
    report = operations.export_corpus(project, directory=tmp_path / "out", formats=["doccano"])
    assert [each.count for each in report.findings if each.sentence.startswith("What a round is for")] == [1]
