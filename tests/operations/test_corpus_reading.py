# SPDX-License-Identifier: MIT
import pytest
from operations.foreign_corpus import annotation, corpus, written

from annotator.domain import KnownError, Refused, UsageError
from annotator.exchange.corpus_kinds import CorpusKind
from annotator.operations.corpus_import_choice import CorpusImportChoice
from annotator.operations.corpus_reading import read_corpus


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
