# SPDX-License-Identifier: MIT
import json
from collections.abc import Mapping
from dataclasses import replace

from exchange.made_corpora import CODERS, CODES, corpus_of

from annotator.domain.metadata import MetadataField
from annotator.domain.team import Round, RoundPurpose
from annotator.exchange.codings.corpus_header import (
    SIDECAR,
    Sidecar,
    header_as_json,
    read_sidecar,
    sidecar,
    take_header,
)
from annotator.exchange.codings.gathering import Gathering
from annotator.exchange.findings import FindingKind

CORPUS = replace(
    corpus_of("One two"),
    fields=(MetadataField("desk"),),
    rounds=(Round("pilot", RoundPurpose.TRAINING, 1, 3, released=True),),
    modified="2026-03-01T00:00:00Z",
    digest="d" * 64,
)


def _read(data: Mapping[str, bytes]) -> tuple[Sidecar, Gathering]:
    gathering = Gathering("x")
    return read_sidecar(tuple(data), data.__getitem__, folder="", gathering=gathering), gathering


def test_a_header_is_taken_as_it_was_given() -> None:
    gathering = Gathering("x")
    take_header(header_as_json(CORPUS), gathering)
    corpus = gathering.read().corpus
    assert (corpus.name, corpus.codebook.codes, corpus.coders) == ("Study", CODES, CODERS)
    assert (corpus.fields, corpus.modified, corpus.digest) == (CORPUS.fields, CORPUS.modified, CORPUS.digest)
    assert corpus.rounds == CORPUS.rounds


def test_beside_other_files_it_lists_documents_and_what_a_format_adds() -> None:
    data = sidecar(CORPUS, files={CORPUS.documents[0].id: "one"}, more={"brat": {"a": 1}})
    found, gathering = _read({SIDECAR: data})
    assert found.is_there
    assert found.document("one") == CORPUS.documents[0]
    assert found.document("two") is None
    assert (found.more("brat"), found.more("nothing")) == ({"a": 1}, {})
    assert gathering.read().corpus.coders == CODERS
    assert json.loads(data)["offset_unit"] == "unicode-codepoint"


def test_one_that_is_damaged_is_left_out_and_noted() -> None:
    good = json.loads(sidecar(CORPUS, files={CORPUS.documents[0].id: "one"}, more={}))
    for bad in (
        b"{",
        b"[" * 100_000,
        json.dumps({**good, "version": 9}).encode(),
        json.dumps({**good, "fields": [3]}).encode(),
        json.dumps({**good, "rounds": [{"name": "x", "coders_needed": -1}]}).encode(),
    ):
        found, gathering = _read({SIDECAR: bad})
        assert not found.is_there
        (finding,) = gathering.findings
        assert finding.kind is FindingKind.GUESSED
        assert gathering.read().corpus.codebook.codes == ()
    assert not _read({})[0].is_there
