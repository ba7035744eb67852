# SPDX-License-Identifier: MIT
import json
import zipfile

import pytest

from annotator.domain import Refused
from annotator.exchange.codings.corpus_kinds import CorpusKind, kind_of_corpus

FLAT = json.dumps({"document": "a.txt", "code": "trust", "start": 0, "end": 1, "quote": "a"})
LABELLED = json.dumps({"text": "a", "label": [[0, 1, "trust"]]})
WORDS = {
    FLAT: CorpusKind.FLAT,
    "\ufeff" + FLAT: CorpusKind.FLAT,
    LABELLED: CorpusKind.LABELLED,
    '{"format": "annotator-corpus", "version": 1}\n': CorpusKind.JSONL,
    '{"%TYPES": {}}': CorpusKind.CAS,
    '{\n  "@context": "http://www.w3.org/ns/anno.jsonld"}': CorpusKind.W3C,
    '<?xml version="1.0"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>': CorpusKind.CAS,
    "SQLite format 3\0 and more": CorpusKind.DNA,
}


@pytest.mark.parametrize("words", WORDS)
def test_the_content_tells_the_format_whatever_the_name(tmp_path, words):
    (tmp_path / "file.txt").write_text(words, encoding="utf-8")
    assert kind_of_corpus(tmp_path / "file.txt") is WORDS[words]


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        ("Project.QDE", CorpusKind.QDPX), ("anna/a.ann", CorpusKind.BRAT), ("a.xmi", CorpusKind.CAS),
        ("a.jsonld", CorpusKind.W3C), ("anna.jsonl", CorpusKind.LABELLED),
    ],
)  # fmt: skip
def test_folders_and_containers_are_told_by_their_members(tmp_path, member, kind):
    with zipfile.ZipFile(tmp_path / "file", "w") as archive:
        archive.writestr(member, "x")
    assert kind_of_corpus(tmp_path / "file") is kind
    folder = tmp_path / "folder" / member
    folder.parent.mkdir(parents=True)
    folder.write_text("x")
    assert kind_of_corpus(tmp_path / "folder") is kind


@pytest.mark.parametrize(
    "data", [b"", b"plain words", b"<html>", b"<!DOCTYPE x><CodeBook/>", b"<Project>", b"\xff\xfe\0\0"]
)
def test_anything_else_is_refused_in_a_sentence(tmp_path, data):
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(Refused, match=r"\.$"):
        kind_of_corpus(tmp_path / "file")


def test_an_empty_folder_and_no_file_at_all(tmp_path):
    for path in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(Refused):
            kind_of_corpus(path)
