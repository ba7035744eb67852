# SPDX-License-Identifier: MIT
"""Questions about all annotations at once, against the slow way of asking."""

import pytest
from operations.replicas import ANNA, BEN, template

from annotator import operations
from annotator.domain import Span
from annotator.store import corpus_queries, queries, statistics_queries


@pytest.fixture
def project(tmp_path):
    opened = operations.open_project(template(tmp_path))
    yield opened
    operations.close_project(opened)


def code(project, coder, *places):
    document, word = queries.documents(project.live)[0].id, queries.codebook(project.live).codes[0].id
    return [
        operations.annotate(project, coder=coder.id, document=document, code=word, span=Span.of(*place)).value
        for place in places
    ]


def test_first_times_are_those_of_the_journal(project):
    (first,) = code(project, ANNA, (0, 5))
    operations.describe(project, coder=ANNA.id, annotation=first.id, memo="later")
    found = statistics_queries.first_times(project.live)
    assert {first.id: found[first.id]} == corpus_queries.creation_times(project.live)


def test_places_of_work_and_values(project):
    code(project, ANNA, (0, 5), (6, 9))
    code(project, BEN, (0, 5))
    here = {(each.coder, each.document, each.round) for each in queries.annotations(project.live)}
    assert statistics_queries.places_of_work(project.live) == here
    assert len(here) == 2
    assert statistics_queries.attribute_values(project.live) == {}
