# SPDX-License-Identifier: MIT
import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import Verdict
from annotator.operations.decisions import decisions_of


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    made.code(ANNA, (0, 7))
    made.code(BEN, (0, 6))
    made.finish(ANNA, BEN)
    return made


def test_decisions_by_document_and_round(study):
    made = study.decide(study.entries()[0], Verdict.TAKEN, taken=BEN.id)
    assert decisions_of(study.project) == {study.document: [made]}
    assert decisions_of(study.project, "main") == {study.document: [made]}
    assert decisions_of(study.project, "retest") == {}


def test_decisions_follow_a_mapping_of_codes_and_people(study):
    study.decide(study.entries()[0], Verdict.TAKEN, taken=BEN.id)
    trust, mistrust = study.codes["trust"], study.codes["mistrust"]
    operations.map_code(study.project, author=MARA.id, source=trust, target=mistrust)
    operations.same_person(study.project, author=MARA.id, source=BEN.id, target=ANNA.id)
    (counted,) = decisions_of(study.project)[study.document]
    assert (counted.code, counted.result, counted.taken) == (mistrust, mistrust, ANNA.id)
    (entry,) = study.entries()
    assert (entry.code, entry.decision.id) == (mistrust, counted.id)
