# SPDX-License-Identifier: MIT
import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA, TEXTS

from annotator import operations
from annotator.domain import Certainty, UsageError, Verdict
from annotator.operations.consensus_as_coder import NAME, consensus_coder, gather_consensus


@pytest.fixture
def study(project, documents, codes):
    return Study(project, documents, codes)


def found(study, **how):
    return gather_consensus(study.project, **how).annotations.get(study.document, [])


def test_what_all_agree_on_and_what_was_judged_stands_and_what_is_open_is_counted(study):
    study.code(ANNA, (0, 7), (8, 14), (22, 24))
    study.code(BEN, (0, 7), (8, 12))
    study.finish(ANNA, BEN)
    study.decide(study.entries()[1], Verdict.TAKEN, taken=BEN.id, note="shorter", certainty=Certainty.LOW)
    assert [(each.quote, each.memo, each.certainty) for each in found(study)] == [
        ("Beijing", "", Certainty.NOT_SET), ("trus", "shorter", Certainty.LOW),
    ]  # fmt: skip
    assert gather_consensus(study.project).unresolved == 1
    assert {each.coder for each in found(study)} == {consensus_coder(study.project).id}
    assert consensus_coder(study.project).name == NAME
    text = TEXTS["plain.txt"]
    assert all(text[each.span.start : each.span.end] == each.quote for each in found(study))


def test_identities_are_the_same_each_time_and_apart_from_each_other(study):
    study.code(ANNA, (0, 7), (8, 14))
    study.code(BEN, (0, 7), (8, 14))
    study.finish(ANNA, BEN)
    first, again = found(study), found(study)
    assert [each.id for each in first] == [each.id for each in again]
    assert len({each.id for each in first}) == 2


def test_attributes_come_from_the_annotations_where_these_agree(study):
    (one,), (other,) = study.code(ANNA, (0, 7)), study.code(BEN, (0, 7))
    for annotation, coder, attributes in (
        (one, ANNA, {"holder": "china", "target": "russia"}), (other, BEN, {"holder": "china"}),
    ):  # fmt: skip
        operations.describe(study.project, coder=coder.id, annotation=annotation.id, attributes=attributes)
    study.finish(ANNA, BEN)
    assert found(study)[0].attributes == {"holder": "china", "target": "russia"}
    study.decide(study.entries()[0], Verdict.TAKEN, taken=BEN.id)
    assert found(study)[0].attributes == {"holder": "china"}


def test_one_round_alone(study):
    study.code(ANNA, (0, 7))
    study.code(BEN, (0, 7))
    study.finish(ANNA, BEN)
    operations.add_round(study.project, author=MARA.id, name="second")
    assert found(study, round_names=("main",))
    assert not found(study, round_names=("second",))
    with pytest.raises(UsageError):
        operations.gather_corpus(study.project, choice=operations.CorpusChoice(rounds=("third",)))
