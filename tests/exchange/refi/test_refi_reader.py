# SPDX-License-Identifier: MIT
import json
from dataclasses import replace
from pathlib import Path

import pytest
from exchange.made_corpora import CODES, corpora, corpus_of, told, with_regions
from hypothesis import HealthCheck, given, settings

from annotator.domain import Annotation, Codebook, Refused
from annotator.domain.identifiers import AnnotationId, derived_uuid
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import FindingKind
from annotator.exchange.refi.refi_reader import read_refi
from annotator.exchange.refi.refi_writer import write_refi, write_refi_per_coder

LENIENT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def plain(corpus: Corpus) -> dict[str, object]:
    """Everything of a corpus but how its containers are made."""
    return {
        "name": corpus.name,
        "documents": list(corpus.documents),
        "texts": dict(corpus.texts),
        "codebook": corpus.codebook,
        "coders": list(corpus.coders),
        "annotations": {document: list(found) for document, found in corpus.annotations.items() if found},
        "regions": list(corpus.regions),
        "completions": list(corpus.completions),
        "fields": list(corpus.fields),
        "created": dict(corpus.created),
        "modified": corpus.modified,
        "digest": corpus.digest,
    }


@LENIENT
@given(corpus=corpora(control=True, rounds=True))
def test_what_is_written_is_read_back_whole(corpus: Corpus, tmp_path: Path) -> None:
    whole = with_regions(corpus)
    for crlf in (False, True):
        write_refi(whole, tmp_path / "a.qdpx", crlf=crlf)
        read = read_refi(tmp_path / "a.qdpx")
        assert plain(read.corpus) == plain(whole)
        assert (read.unplaced, read.findings) == ((), ())


@LENIENT
@given(corpus=corpora(control=True))
def test_without_the_extras_all_is_there_that_the_archive_carries(corpus: Corpus, tmp_path: Path) -> None:
    write_refi(corpus, tmp_path / "a.qdpx")
    (tmp_path / "a.extras.json").unlink()
    read = read_refi(tmp_path / "a.qdpx")
    assert read.unplaced == ()
    assert dict(read.corpus.texts) == dict(corpus.texts)
    bare = {identity: (*said[:6], said[7]) for identity, said in told(corpus).items()}
    assert {identity: (*said[:6], said[7]) for identity, said in told(read).items()} == bare
    assert [(each.title, each.date, dict(each.metadata)) for each in read.corpus.documents] == [
        (each.title, each.date, dict(each.metadata)) for each in corpus.documents
    ]
    assert [(code.id, code.name, code.colour) for code in read.corpus.codebook.codes] == [
        (code.id, code.name, code.colour.upper()) for code in CODES
    ]


def test_codes_whose_names_differ_in_case_alone_stay_two(tmp_path: Path) -> None:
    codes = (replace(CODES[0], name="Trust"), replace(CODES[1], name="trust"))
    corpus = replace(corpus_of("One two", (0, 3), (4, 7)), codebook=Codebook(codes))
    write_refi(corpus, tmp_path / "a.qdpx")
    (tmp_path / "a.extras.json").unlink()
    read = read_refi(tmp_path / "a.qdpx").corpus.codebook.codes
    assert [code.name for code in read] == ["Trust", "trust"]
    assert [code.short_name for code in read] == ["trust", "trust_2"]


def test_texts_of_a_code_come_back_from_its_description(tmp_path: Path) -> None:
    code = replace(CODES[0], definition="a\n\nb", counts="c", does_not="d", examples=("e", "f\ng"), category="Cat")
    write_refi(replace(corpus_of("One"), codebook=Codebook((code,))), tmp_path / "a.qdpx")
    (tmp_path / "a.extras.json").unlink()
    (read,) = read_refi(tmp_path / "a.qdpx").corpus.codebook.codes
    assert (read.definition, read.counts, read.does_not) == (code.definition, code.counts, code.does_not)
    assert (read.examples, read.category) == (code.examples, code.category)


def test_the_files_of_all_coders_together_are_the_whole(tmp_path: Path) -> None:
    one, two = corpus_of("One two", (0, 3), coder=0), corpus_of("One two", (4, 7), coder=1)
    document = one.documents[0].id
    renamed = replace(two.annotations[document][0], id=AnnotationId(derived_uuid("test", "two")))
    both: tuple[Annotation, ...] = (*one.annotations[document], renamed)
    corpus = replace(one, annotations={document: both})
    paths, _ = write_refi_per_coder(corpus, tmp_path)
    read = [read_refi(path).corpus.annotations.get(document, ()) for path in paths]
    assert [each for found in read for each in found] == list(both)


def shifted(path: Path, old: bytes, new: bytes) -> None:
    """Alter the project in an archive, as another program or a fault might."""
    import zipfile

    from annotator.exchange.containers import write_container

    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert old in members["project.qde"]
    members["project.qde"] = members["project.qde"].replace(old, new)
    write_container(path, members)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'startPosition="4" endPosition="7"', b'startPosition="3" endPosition="6"'),
        (b'startPosition="4" endPosition="7"', b'startPosition="4" endPosition="8"'),
        (b'startPosition="4" endPosition="7"', b'startPosition="4" endPosition="70"'),
        (b'name="two"', b'name="twi"'),
    ],
)
def test_a_planted_fault_is_not_placed(tmp_path: Path, old: bytes, new: bytes) -> None:
    write_refi(corpus_of("One two three", (4, 7)), tmp_path / "a.qdpx")
    shifted(tmp_path / "a.qdpx", old, new)
    read = read_refi(tmp_path / "a.qdpx")
    assert dict(read.corpus.annotations) == {}
    assert len(read.unplaced) == 1
    assert FindingKind.MISMATCH in {finding.kind for finding in read.findings}


def test_extras_of_another_state_add_but_do_not_overrule(tmp_path: Path) -> None:
    corpus = with_regions(corpus_of("One two three", (4, 7), memo="old"))
    write_refi(corpus, tmp_path / "a.qdpx")
    shifted(tmp_path / "a.qdpx", b">old<", b">new<")
    read = read_refi(tmp_path / "a.qdpx")
    (annotation,) = read.corpus.annotations[corpus.documents[0].id]
    assert annotation.memo == "new"
    assert [code.short_name for code in read.corpus.codebook.codes] == [code.short_name for code in CODES]
    assert read.corpus.regions == corpus.regions
    assert any("another state" in finding.sentence for finding in read.findings)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"format": 1}', b'{"format": "annotator-corpus", "version": 1}', b"\xff", b"[" * 10_000],
)
def test_extras_that_are_none_are_left_out_and_told(tmp_path: Path, content: bytes) -> None:
    corpus = corpus_of("One two", (0, 3))
    write_refi(corpus, tmp_path / "a.qdpx")
    (tmp_path / "a.extras.json").write_bytes(content)
    read = read_refi(tmp_path / "a.qdpx")
    assert [each.quote for each in read.corpus.annotations[corpus.documents[0].id]] == ["One"]
    assert any("extras" in finding.sentence for finding in read.findings)


@pytest.mark.parametrize("field", ["coders", "codebook", "fields", "documents", "codebook_revisions", "archive_sha256"])
@pytest.mark.parametrize("value", [1, "x", [1], [{}], {"a": 1}, [None], [[]]])
def test_no_value_in_the_extras_makes_reading_fail(tmp_path: Path, field: str, value: object) -> None:
    write_refi(with_regions(corpus_of("One two", (0, 3))), tmp_path / "a.qdpx")
    extras = json.loads((tmp_path / "a.extras.json").read_text(encoding="utf-8"))
    (tmp_path / "a.extras.json").write_text(json.dumps({**extras, field: value}), encoding="utf-8")
    read = read_refi(tmp_path / "a.qdpx")
    assert sum(map(len, read.corpus.annotations.values())) == 1


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.qdpx").write_bytes(b"no archive")
    with pytest.raises(Refused, match="no ZIP container"):
        read_refi(tmp_path / "a.qdpx")
