# SPDX-License-Identifier: MIT
from operations.foreign_corpus import TEXT, annotation, corpus, number_of_changes, taken_in, written

from annotator import operations
from annotator.exchange.codings.corpus_kinds import CorpusKind
from annotator.operations.corpus_matching import Match


def test_a_preview_tells_what_would_come_and_writes_nothing(project, tmp_path):
    path = written(
        tmp_path / "in.jsonl", corpus(*(annotation(place, place + 2) for place in range(30) if TEXT[place].strip()))
    )
    before = number_of_changes(project)
    preview = operations.preview_corpus(project, path=path)
    assert (preview.kind, preview.fault, len(preview.new_documents)) == (CorpusKind.JSONL, "", 1)
    assert preview.tally["annotation"] > 20
    assert [each.how for each in preview.codes] == [each.how for each in preview.coders] == [Match.NEW]
    assert len(preview.samples) == 20
    sample = preview.samples[0]
    assert (sample.document, sample.coder, sample.code, sample.quote) == ("foreign.txt", "Eve", "Praise", TEXT[:2])
    assert number_of_changes(project) == before


def test_after_the_import_everything_is_there_already(project, tmp_path):
    path = written(tmp_path / "in.jsonl", corpus(annotation(0, 5)))
    taken_in(project, path)
    preview = operations.preview_corpus(project, path=path)
    assert preview.tally == {"already there": 1}
    assert not preview.new_documents
    assert not preview.findings
