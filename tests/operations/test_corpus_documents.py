# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest
from operations.foreign_corpus import TEXT, corpus, document, taken_in, written
from operations.replicas import MARA

from annotator.domain import Refused
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.exchange.findings import Findings
from annotator.operations.corpus_documents import IncomingDocuments, match_documents
from annotator.store import metadata_queries, queries


@pytest.mark.parametrize("text", ["", " \n", "a\0b", "a\rb", "a\ud800b"])
def test_a_text_that_cannot_be_kept_is_refused_with_its_name(project, text):
    value = replace(corpus(), texts={document().id: text})
    with pytest.raises(Refused, match="nothing was written") as said:
        match_documents(project, value)
    assert said.value.where == "foreign.txt"


def test_values_that_cannot_be_kept_are_left_out_and_told(project, tmp_path):
    number = MetadataField("words", kind=MetadataKind.NUMBER)
    article = document(outlet="x" * 400, author="A", metadata={"words": "many", "unknown": "1"})
    findings = Findings()
    value = corpus(documents=(article,), fields=(number,))
    with project.action(author=MARA.id, verb="import annotations") as action:
        IncomingDocuments(project, value, findings=findings).write(action, match_documents(project, value))
    stored = queries.document(project.live, article.id)
    assert (stored.outlet, stored.author, dict(stored.metadata)) == ("", "A", {})
    assert [each.count for each in findings] == [3]


def test_new_articles_come_after_the_others_and_need_no_title(project, tmp_path):
    last = max(each.position for each in queries.documents(project.live))
    taken_in(project, written(tmp_path / "in.jsonl", corpus()))
    stored = queries.document(project.live, document().id)
    assert (stored.position, stored.title, stored.length) == (last + 1, TEXT, len(TEXT))


def test_a_field_is_the_same_in_any_case(project, tmp_path):
    for name, text in (("desk", "one text"), ("DESK", "another text")):
        field = MetadataField(name)
        article = document(text, metadata={name: "world"})
        value = corpus(text=text, documents=(article,), fields=(field,))
        taken_in(project, written(tmp_path / f"{name}.jsonl", value))
        assert queries.document(project.live, article.id).metadata == {"desk": "world"}
    assert [each.name for each in metadata_queries.metadata_fields(project.live)] == ["desk"]
