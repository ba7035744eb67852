# SPDX-License-Identifier: MIT
"""Texts with labels: out as doccano and scripts read them, in with the unit that the quotes prove or that is asked."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exchange.made_corpora import corpora, corpus_of, told, with_regions
from hypothesis import given

from annotator.domain import Refused
from annotator.exchange.codings.foreign_positions import OffsetUnit
from annotator.exchange.codings.gathering import BEYOND, MISMATCH, UNPROVEN
from annotator.exchange.codings.labelled_lines import read_labelled_lines, unit_question, write_labelled_lines
from annotator.exchange.corpus import Corpus, CorpusRead
from annotator.exchange.findings import FindingKind


def _said(found: CorpusRead | Corpus) -> Counter[tuple[object, ...]]:
    corpus = found.corpus if isinstance(found, CorpusRead) else found
    codes = {code.id: code.short_name for code in corpus.codebook.codes}
    return Counter((each[0], each[1], codes[each[3]], each[4], each[5]) for each in told(corpus).values())


@given(corpora(control=True))
def test_text_coder_code_and_span_come_back(corpus: Corpus) -> None:
    with TemporaryDirectory() as folder:
        write_labelled_lines(corpus, Path(folder) / "out")
        write_labelled_lines(corpus, Path(folder) / "out.zip")
        for path in sorted((Path(folder) / "out").iterdir()):
            for line in path.read_bytes().decode().split("\n")[:-1]:
                value = json.loads(line)
                for start, end, code in value["label"]:
                    assert 0 <= start < end <= len(value["text"])
                    assert code in ("trust", "doubt", "\u4fe1\u4efb")
                assert value["meta"]["offset_unit"] == "unicode-codepoint"
        read = read_labelled_lines(Path(folder) / "out")
        packed = read_labelled_lines(Path(folder) / "out.zip")
    assert _said(read) == _said(corpus)
    assert packed.corpus.annotations == read.corpus.annotations
    assert {each.sentence for each in read.findings} <= {UNPROVEN}


def test_the_same_corpus_gives_the_same_bytes_and_what_is_lost_is_told(tmp_path: Path) -> None:
    corpus = with_regions(corpus_of("One two", (0, 3), memo="why"))
    findings = write_labelled_lines(corpus, tmp_path / "1.zip")
    write_labelled_lines(corpus, tmp_path / "2.zip")
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    assert [(each.kind, each.count) for each in findings] == [(FindingKind.DROPPED, count) for count in (1, 1, 2, 3)]


def _file(folder: Path, *values: object, name: str = "anna.jsonl") -> Path:
    path = folder / name
    path.write_bytes("\n".join(json.dumps(each) for each in values).encode())
    return path


ASTRAL = "\U0001f600 One two"


def test_quotes_tell_the_unit(tmp_path: Path) -> None:
    for start, unit in ((2, "code points"), (3, "UTF-16 units")):
        path = _file(
            tmp_path, {"text": ASTRAL, "spans": [{"start": start, "end": start + 3, "label": "A", "text": "One"}]}
        )
        assert unit_question(path) is None
        read = read_labelled_lines(path)
        assert [each[4].start for each in told(read).values()] == [2]
        assert any(unit in each.sentence for each in read.findings) is (unit == "UTF-16 units")


def test_without_quotes_it_is_asked_with_samples(tmp_path: Path) -> None:
    path = _file(tmp_path, {"text": "plain", "label": [[0, 5, "A"]]}, {"text": ASTRAL, "label": [[3, 6, "A"]] * 30})
    question = unit_question(path)
    assert question is not None
    assert (question.count, len(question.samples)) == (30, 20)
    assert (question.samples[0].in_code_points, question.samples[0].in_utf_16) == ("ne ", "One")
    with pytest.raises(Refused, match="code points or UTF-16") as caught:
        read_labelled_lines(path)
    assert caught.value.where == "anna.jsonl, line 2"
    for unit, words in ((OffsetUnit.CODE_POINT, "ne "), (OffsetUnit.UTF_16, "One")):
        assert {each[5] for each in told(read_labelled_lines(path, unit=unit)).values()} == {"plain", words}


def test_nothing_is_asked_where_it_makes_no_difference(tmp_path: Path) -> None:
    path = _file(tmp_path, {"text": "One \U0001f600", "label": [[0, 3, "A"]]})
    assert unit_question(path) is None
    assert [each[5] for each in told(read_labelled_lines(path)).values()] == ["One"]


def test_cr_lf_in_a_text_counts_as_it_came(tmp_path: Path) -> None:
    path = _file(tmp_path, {"text": "a\r\nbcd", "label": [[3, 5, "A"]]})
    read = read_labelled_lines(path)
    assert [(each[0], each[5]) for each in told(read).values()] == [("a\nbcd", "bc")]
    assert next(each.sentence for each in read.findings) == "Offsets count code points, CR LF as two."


def test_label_studio_and_whose_it_is(tmp_path: Path) -> None:
    task = {"data": {"text": ASTRAL, "title": "news.txt"}, "annotations": [
        {"completed_by": 7, "result": [{"value": {"start": 3, "end": 6, "text": "One", "labels": ["A"]}}]},
        {"completed_by": 8, "result": [{"value": {"start": 3, "end": 6, "text": "Two", "labels": ["A"]}}]},
    ]}  # fmt: skip
    path = tmp_path / "tasks.json"
    path.write_bytes(json.dumps([task]).encode())
    read = read_labelled_lines(path)
    assert [(each[1], each[5]) for each in told(read).values()] == [("7", "One")]
    assert [each.annotation.quote for each in read.unplaced] == ["Two"]
    assert read.corpus.documents[0].name == "news.txt"
    assert {each.kind for each in read.findings if each.sentence == MISMATCH} == {FindingKind.MISMATCH}


def test_names_of_coders(tmp_path: Path) -> None:
    line = {"text": "One", "label": [[0, 3, "A"]]}
    by_file = read_labelled_lines(_file(tmp_path, line))
    assert [coder.name for coder in by_file.corpus.coders] == ["anna"]
    assert [coder.name for coder in read_labelled_lines(_file(tmp_path, line), coder="Eve").corpus.coders] == ["Eve"]
    assert read_labelled_lines(_file(tmp_path, line)) == by_file


def test_what_lies_beyond_and_what_is_no_label(tmp_path: Path) -> None:
    path = _file(tmp_path, {"text": "One", "label": [[0, 99, "A"], "sport"]}, {"text": " ", "label": []})
    read = read_labelled_lines(path)
    assert len(read.unplaced) == 1
    assert BEYOND in [each.sentence for each in read.findings]
    assert sum(each.count for each in read.findings if each.kind is FindingKind.DROPPED) == 2


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b'{"text": "One"}\n{', "x.jsonl, line 2"),
        (b'{"text": "One"}\n{"label": []}', "x.jsonl, line 2"),
        (b"\xff\xfe", "x.jsonl, line 1"),
        (b"[" * 100_000, "x.jsonl"),
        (b'[{"text": "One"}, 3]', "x.jsonl"),
        (b'{"text": "One", "label": [[0, 1e999, "A"]]}', "x.jsonl, line 1"),
    ],
)
def test_hostile_bytes_are_refused_with_their_place(tmp_path: Path, data: bytes, where: str) -> None:
    (tmp_path / "x.jsonl").write_bytes(data)
    with pytest.raises(Refused) as caught:
        read_labelled_lines(tmp_path / "x.jsonl")
    assert caught.value.where == where


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no file"):
        read_labelled_lines(tmp_path)


def _shift(line: dict) -> None:
    line["label"][0][0] += 1


def _recode(line: dict) -> None:
    line["label"][0][2] = "doubt"


def _drop_coder(line: dict) -> None:
    line["meta"]["coder"] = ""


@pytest.mark.parametrize("fault", [_shift, _recode, _drop_coder, lambda line: None])
def test_a_planted_fault_breaks_the_round_trip(tmp_path: Path, fault: Callable[[dict], None]) -> None:
    corpus = corpus_of("One two", (0, 3), coder=1)
    write_labelled_lines(corpus, tmp_path / "out")
    path = tmp_path / "out" / "anna_2.jsonl"
    line = json.loads(path.read_bytes())
    fault(line)
    path.write_text(json.dumps(line), "utf-8")
    is_whole = line["label"] == [[0, 3, "trust"]] and line["meta"]["coder"] == "anna"
    assert (_said(read_labelled_lines(tmp_path / "out")) == _said(corpus)) is is_whole
