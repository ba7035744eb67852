# SPDX-License-Identifier: MIT
"""What a coder's file refuses: every verb of the table, in one sentence, before it does anything."""

import inspect

import pytest
from operations.replicas import ANNA, MARA

from annotator import operations
from annotator.domain import CodeId, Refused, Span
from annotator.operations.lead_verbs import LEAD_VERBS, as_offered, is_lead_verb


@pytest.fixture
def coders_file(project, tmp_path):
    operations.add_coder(project, author=MARA.id, coder=ANNA)
    [made] = operations.hand_out(project, author=MARA.id, directory=tmp_path, coders=[ANNA.id]).value
    theirs = operations.open_project(made.path)
    yield theirs
    operations.close_project(theirs)


@pytest.mark.parametrize("name", LEAD_VERBS)
def test_a_lead_verb_takes_the_project_first(name):
    assert next(iter(inspect.signature(getattr(operations, name)).parameters)) == "project"


@pytest.mark.parametrize("name", LEAD_VERBS)
def test_a_coders_file_refuses_it(name, coders_file):
    before = operations.info(coders_file).journal_digest
    with pytest.raises(Refused, match=f"{LEAD_VERBS[name]} is for the lead"):
        getattr(operations, name)(coders_file)
    assert operations.info(coders_file).journal_digest == before


def test_the_lead_is_not_hindered(project):
    assert operations.gather(project) is not None


def test_a_coder_codes(coders_file, documents, codes):
    made = operations.annotate(
        coders_file, coder=ANNA.id, document=documents["plain.txt"].id, code=CodeId(codes["trust"]), span=Span.of(0, 7)
    )
    assert made.value.coder == ANNA.id


def test_all_else_is_offered_as_it_is():
    assert as_offered("annotate", operations.annotate) is operations.annotate
    assert is_lead_verb("decide")
    assert not is_lead_verb("annotate")
