# SPDX-License-Identifier: MIT
import pytest
from exchange.dna_database import sample
from operations.foreign_corpus import annotation, corpus, written
from operations.replicas import MARA

from annotator import operations
from annotator.domain import KnownError, Refused, UsageError
from annotator.exchange.codings.corpus_kinds import CorpusKind
from annotator.exchange.codings.dna_choice import DnaChoice
from annotator.operations.corpus_import_choice import CorpusImportChoice
from annotator.operations.corpus_reading import read_corpus
from annotator.store import queries


def test_the_content_decides_unless_a_format_is_named(project, tmp_path):
    path = written(tmp_path / "anything.dat", corpus(annotation(0, 5)))
    kind, read = read_corpus(project, path=path, choice=CorpusImportChoice())
    assert (kind, len(read.corpus.documents)) == (CorpusKind.JSONL, 1)
    with pytest.raises((Refused, UsageError)):
        read_corpus(project, path=path, choice=CorpusImportChoice(kind=CorpusKind.FLAT, coder="Mara"))


@pytest.mark.parametrize("kind", list(CorpusKind))
@pytest.mark.parametrize(
    "data", [b"", b"\0\1\2", b"PK\3\4 cut off", b"<a", b'{"format":', b"SQLite format 3\0", b"\xff\xfe"]
)
def test_no_bytes_whatsoever_end_in_anything_but_a_sentence(project, tmp_path, kind, data):
    (tmp_path / "hostile").write_bytes(data)
    with pytest.raises(KnownError) as said:
        read_corpus(project, path=tmp_path / "hostile", choice=CorpusImportChoice(kind=kind, coder="Mara"))
    assert said.value.sentence.endswith((".", ")"))


def test_statements_of_dna_become_annotations_of_their_coders(project, tmp_path):
    path = sample(tmp_path / "study.dna")
    choice = CorpusImportChoice(dna=DnaChoice("concept", "agreement"), coders={"Admin": "Mara"})
    preview = operations.preview_corpus(project, path=path, choice=choice)
    assert preview.kind is CorpusKind.DNA
    assert [each.quote for each in preview.samples] == ["We trust B.", "C denied it"]
    assert any("unproven" in each.sentence and each.count == 2 for each in preview.findings)
    report = operations.import_corpus(project, author=MARA.id, preview=preview).value
    assert (report.annotations, [each.name for each in report.coders]) == (2, ["Ben"])
    stored = sorted(queries.annotations(project.live, report.documents[0].id), key=lambda each: each.span)
    assert [(each.quote, each.coder == MARA.id, each.attributes.get("person")) for each in stored] == [
        ("We trust B.", True, "A"), ("C denied it", False, "C"),
    ]  # fmt: skip
    again = operations.preview_corpus(project, path=path, choice=choice)
    assert again.tally == {"already there": 2}
