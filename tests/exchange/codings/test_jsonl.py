# SPDX-License-Identifier: MIT
"""The exchange form: nothing lost, every fault by its line, the same bytes for the same corpus."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exchange.made_corpora import CODERS, CODES, corpora, corpus_of, told, with_regions
from hypothesis import given

from annotator.domain import Refused
from annotator.exchange.codings.jsonl import JsonLinesForm, jsonl_form, read_jsonl, write_jsonl
from annotator.exchange.corpus import Corpus, CorpusRead
from annotator.exchange.findings import FindingKind
from annotator.text import digest

EXAMPLE = with_regions(corpus_of("One \U0001f600 two\nthree", (0, 3), (4, 9), (0, 3), memo="why"))


def _written(corpus: Corpus) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "study.jsonl"
        assert write_jsonl(corpus, path) == ()
        return path.read_bytes()


def _read(data: bytes) -> CorpusRead:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "study.jsonl"
        path.write_bytes(data)
        return read_jsonl(path)


def _changed(change: Callable[[dict, dict], None], corpus: Corpus = EXAMPLE) -> bytes:
    header, document = (json.loads(line) for line in _written(corpus).splitlines())
    change(header, document)
    return b"".join(json.dumps(each).encode() + b"\n" for each in (header, document))


def _refusal(data: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        _read(data)
    assert "nothing was imported" in caught.value.sentence
    assert "\n" not in caught.value.sentence
    return caught.value


@given(corpora(control=True, rounds=True))
def test_nothing_is_lost(corpus: Corpus) -> None:
    read = _read(_written(with_regions(corpus)))
    assert read.corpus == with_regions(corpus)
    assert (read.unplaced, read.findings) == ((), ())


@given(corpora())
def test_the_same_corpus_gives_the_same_bytes_and_another_program_reads_them(corpus: Corpus) -> None:
    data = _written(corpus)
    assert data == _written(corpus)
    header, *documents = (json.loads(line) for line in data.decode().split("\n") if line)
    assert (header["format"], header["version"], header["offset_unit"]) == ("annotator-corpus", 1, "unicode-codepoint")
    short_names = [code["short_name"] for code in header["codebook"]]
    for document in documents:
        assert document["text_sha256"] == digest(document["text"])
        for each in document["annotations"]:
            assert document["text"][each["start"] : each["end"]] == each["quote"]
            assert each["code"] in short_names
            before, after = each.get("before", ""), each.get("after", "")
            assert document["text"][: each["start"]].endswith(before)
            assert document["text"][each["end"] :].startswith(after)
            assert max(len(before), len(after)) <= 32
    assert sum(len(document["annotations"]) for document in documents) == sum(map(len, corpus.annotations.values()))


def test_an_own_script_may_leave_out_identities_and_name_codes_and_coders() -> None:
    def simplify(header: dict, document: dict) -> None:
        for each in document["annotations"]:
            del each["code_id"], each["coder_id"], each["id"]
        del document["id"], document["length"], document["text_sha256"], document["regions"], document["completions"]

    read = _read(_changed(simplify))
    assert sorted(told(read).values(), key=repr) == sorted(told(EXAMPLE).values(), key=repr)
    again = _read(_changed(simplify))
    assert set(told(read)) == set(told(again))
    assert len(told(read)) == 3


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda h, d: d["annotations"][0].update(start=-1), "begins before the text"),
        (lambda h, d: d["annotations"][0].update(start=3, end=3), "is empty"),
        (lambda h, d: d["annotations"][0].update(code_id="", code="hope"), "'hope' is not in the codebook"),
        (lambda h, d: d["annotations"][0].update(coder_id="", coder="Eve"), "'Eve' is not among the coders"),
        (lambda h, d: d["annotations"][0].update(attributes={"mood": "x"}), "'mood' is not one of the code"),
        (lambda h, d: d["annotations"][0].update(attributes={"tone": "hot"}), "cannot be 'hot'"),
        (lambda h, d: d["annotations"][0].update(certainty="quite"), "'quite' is none of high, medium, low"),
        (lambda h, d: d["annotations"][0].update(start="1"), 'a whole number as its "start"'),
        (lambda h, d: d["annotations"][0].update(start=10**17), 'a whole number as its "start"'),
        (lambda h, d: d["annotations"][0].update(ask_lead=1), "true or false"),
        (lambda h, d: d.update(annotations={}), "must be a list"),
        (lambda h, d: d.update(text=""), "needs a text"),
        (lambda h, d: d.update(text="a\r\nb"), "CR in its line ends"),
        (lambda h, d: d.update(text=" \u200b"), "nothing to see"),
        (lambda h, d: d.update(metadata={"a": 1}), "must have texts under names"),
        (lambda h, d: d["completions"][0].update(state="nearly"), "is none of"),
        (lambda h, d: d["regions"][0].update(end=0), "is empty"),
    ],
)
def test_what_is_off_in_form_is_refused_by_line(change: Callable[[dict, dict], None], words: str) -> None:
    refusal = _refusal(_changed(change))
    assert words in refusal.sentence
    assert refusal.where == "study.jsonl, line 2"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda h, d: h.update(version=2), "newer program"),
        (lambda h, d: h.update(format="other"), "'other' is not annotator-corpus"),
        (lambda h, d: h.pop("format"), "no header"),
        (lambda h, d: h.update(offset_unit="bytes"), "'bytes'"),
        (lambda h, d: h["codebook"].append(h["codebook"][0]), "twice"),
        (lambda h, d: h["codebook"][0].update(pattern="wavy"), "not described"),
        (lambda h, d: h["coders"][0].update(id="anna"), "no UUID"),
    ],
)
def test_a_header_that_is_off_is_refused(change: Callable[[dict, dict], None], words: str) -> None:
    refusal = _refusal(_changed(change))
    assert words in refusal.sentence
    assert refusal.where == "study.jsonl, line 1"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "There is nothing in this file"),
        (b"\xff\xfe{\0", "is not UTF-8"),
        (b"[" * 100_000, "nested deeper than 50"),
        (_written(EXAMPLE)[:-20], "no valid JSON"),
        (_written(EXAMPLE).replace(b"One", b"\\u0000ne"), "a NUL"),
    ],
)
def test_hostile_bytes_are_refused_in_one_sentence(data: bytes, words: str) -> None:
    assert words in _refusal(data).sentence


def test_a_quote_that_does_not_stand_is_unplaced_and_never_moved() -> None:
    read = _read(_changed(lambda h, d: d["annotations"][2].update(start=5, end=10)))
    (unplaced,) = read.unplaced
    assert (unplaced.annotation.span.start, unplaced.annotation.quote) == (5, "\U0001f600 two")
    assert unplaced.where == "line 2, annotation 3"
    assert [finding.kind for finding in read.findings] == [FindingKind.MISMATCH]
    assert len(told(read)) == 2


def test_a_span_beyond_the_text_is_unplaced_with_its_quote() -> None:
    read = _read(_changed(lambda h, d: d["annotations"][0].update(start=900, end=903)))
    assert [each.annotation.span.end for each in read.unplaced] == [903]
    assert len(told(read)) == 2


def test_a_changed_text_is_told() -> None:
    read = _read(_changed(lambda h, d: d.update(text="One \U0001f600 two\nTHREE")))
    assert [finding.count for finding in read.findings] == [1]
    assert read.corpus.documents[0].text_sha256 == digest("One \U0001f600 two\nTHREE")


def test_a_region_whose_quote_does_not_stand_is_dropped_and_told() -> None:
    read = _read(_changed(lambda h, d: d["regions"][0].update(quote="Z")))
    assert read.corpus.regions == ()
    assert [finding.kind for finding in read.findings] == [FindingKind.MISMATCH]


def test_attributes_of_an_older_codebook_are_taken_as_they_are() -> None:
    change = {"attributes": {"mood": "x"}, "codebook_revision": "0" * 64}
    read = _read(_changed(lambda h, d: d["annotations"][0].update(change)))
    assert any(each[6] == {"mood": "x"} for each in told(read).values())


def test_the_same_identity_twice_is_told_and_the_second_gets_another() -> None:
    first = json.loads(_written(EXAMPLE).splitlines()[1])["annotations"][0]["id"]
    data = _changed(lambda h, d: d["annotations"][2].update(id=first))
    assert [finding.kind for finding in _read(data).findings] == [FindingKind.GUESSED]
    assert set(told(_read(data))) == set(told(_read(data)))
    assert len(told(_read(data))) == 3


def _shift(header: dict, document: dict) -> None:
    document["annotations"][2]["start"] += 1


def _misquote(header: dict, document: dict) -> None:
    document["annotations"][2]["quote"] = "\U0001f600 tvo"


def _drop_coder(header: dict, document: dict) -> None:
    for each in document["annotations"]:
        each["coder_id"] = CODERS[1].id


@pytest.mark.parametrize("fault", [_shift, _misquote, _drop_coder])
def test_a_planted_fault_breaks_the_round_trip(fault: Callable[[dict, dict], None]) -> None:
    assert told(_read(_changed(fault))) != told(EXAMPLE)
    assert told(_read(_changed(lambda h, d: None))) == told(EXAMPLE)


def test_what_belongs_to_no_article_is_counted(tmp_path: Path) -> None:
    corpus = replace(EXAMPLE, documents=(), annotations={})
    (finding,) = write_jsonl(corpus, tmp_path / "x.jsonl")
    assert (finding.kind, finding.count) == (FindingKind.DROPPED, 3)


@pytest.mark.parametrize(
    ("first", "form"),
    [
        ({"format": "annotator-corpus", "version": 1}, JsonLinesForm.EXCHANGE),
        ({"text": "a", "label": [[0, 1, "x"]]}, JsonLinesForm.LABELLED),
        ({"data": {"text": "a"}, "annotations": []}, JsonLinesForm.LABELLED),
        ([{"data": {"text": "a"}}], JsonLinesForm.LABELLED),
        ({"document": "a", "code": "b", "start": 0, "end": 1, "quote": "x"}, JsonLinesForm.FLAT),
    ],
)
def test_the_first_line_tells_the_form(tmp_path: Path, first: Mapping[str, object], form: JsonLinesForm) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"\xef\xbb\xbf\n" + json.dumps(first).encode())
    assert jsonl_form(path) is form
    path.write_bytes(b"no json")
    assert jsonl_form(path) is JsonLinesForm.FLAT
    path.write_bytes(b"")
    assert jsonl_form(path) is JsonLinesForm.FLAT


def test_codes_of_the_example_are_those_of_the_tests() -> None:
    assert tuple(EXAMPLE.codebook.codes) == CODES
