# SPDX-License-Identifier: MIT
from operations.replicas import ANNA, MARA, template

from annotator import operations
from annotator.domain import Span
from annotator.store import corpus_queries, queries


def test_an_annotation_was_made_when_the_first_change_to_it_was_written(tmp_path):
    project = operations.open_project(template(tmp_path))
    document = queries.documents(project.live)[0].id
    code = queries.codebook(project.live).codes[0].id
    made = operations.annotate(project, coder=ANNA.id, document=document, code=code, span=Span.of(0, 7)).value
    first = corpus_queries.creation_times(project.live)
    operations.describe(project, coder=ANNA.id, annotation=made.id, memo="later")
    assert corpus_queries.creation_times(project.live) == first
    assert first[made.id].endswith("Z")
    assert queries.snapshot(project.live).latest >= first[made.id]
    assert MARA.id not in first
    operations.close_project(project)
