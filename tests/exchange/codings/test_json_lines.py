# SPDX-License-Identifier: MIT
"""The flat form of codings: every fault by its line, nothing half taken, and back again."""

import importlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Certainty, NotSaved, Refused, Span
from annotator.exchange.codings.json_lines import (
    AnnotationRow,
    annotation_lines,
    parse_annotations,
    read_annotations,
    write_annotations,
)

CODINGS = sorted((Path(__file__).parents[3] / "seeds" / "codings").glob("*.jsonl"))
GOOD: dict[str, object] = {
    "document": "a.txt", "code": "trust", "start": 3, "end": 6, "quote": "two",
    "attributes": {"holder": "both"}, "memo": "why", "certainty": "high",
}  # fmt: skip

storable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
words = storable.filter(lambda word: word.strip())


@st.composite
def rows(draw: st.DrawFn) -> AnnotationRow:
    start = draw(st.integers(0, 10**9))
    quote = draw(storable.filter(bool))
    return AnnotationRow(
        line=0,
        document=draw(words),
        code=draw(words),
        start=start,
        end=start + len(quote),
        quote=quote,
        attributes=draw(st.dictionaries(words, storable.filter(bool), max_size=3)),
        memo=draw(storable),
        certainty=draw(st.sampled_from(Certainty)),
        ask_lead=draw(st.booleans()),
    )


def _parsed(*lines: bytes) -> list[AnnotationRow]:
    return list(parse_annotations(lines, name="codings.jsonl"))


def _line(**changed: object) -> bytes:
    return json.dumps({**GOOD, **changed}).encode()


def _refusal(*lines: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        _parsed(*lines)
    assert "nothing was imported" in caught.value.sentence
    assert "\n" not in caught.value.sentence
    return caught.value


def test_a_row() -> None:
    (row,) = _parsed(_line(ask_lead=True))
    assert row == AnnotationRow(1, "a.txt", "trust", 3, 6, "two", {"holder": "both"}, "why", Certainty.HIGH, True)
    assert row.span == Span.of(3, 6)


def test_what_is_not_set_may_be_left_out_or_empty() -> None:
    needed = {name: GOOD[name] for name in ("document", "code", "start", "end", "quote")}
    (row,) = _parsed(json.dumps(needed).encode())
    assert (row.attributes, row.memo, row.certainty, row.ask_lead) == ({}, "", Certainty.NOT_SET, False)
    (row,) = _parsed(_line(attributes={"holder": "", "target": "russia"}, memo="", certainty=""))
    assert row.attributes == {"target": "russia"}
    assert row.certainty is Certainty.NOT_SET


def test_any_word_may_be_a_code_and_a_document_may_be_a_hash() -> None:
    (first, second) = _parsed(_line(code="exclude"), _line(document="0" * 64, code="019a-ü evidence of trust"))
    assert first.code == "exclude"
    assert (second.document, second.code) == ("0" * 64, "019a-ü evidence of trust")


def test_blank_lines_carriage_returns_and_a_mark_are_passed_over_but_counted(tmp_path: Path) -> None:
    path = tmp_path / "codings.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + _line() + b"\r\n\r\n  \n" + _line(code="mistrust"))
    assert [(row.line, row.code) for row in read_annotations(path)] == [(1, "trust"), (4, "mistrust")]
    path.write_bytes(_line() + b"\n\n\n{}\n")
    with pytest.raises(Refused) as caught:
        read_annotations(path)
    assert caught.value.where == "codings.jsonl, line 4"


def test_a_line_separator_within_a_text_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "codings.jsonl"
    path.write_bytes(json.dumps({**GOOD, "quote": "a\u2028\x85"}, ensure_ascii=False).encode() + b"\n")
    assert read_annotations(path)[0].quote == "a\u2028\x85"


@pytest.mark.parametrize("name", ["document", "code", "start", "end", "quote"])
def test_a_missing_field(name: str) -> None:
    value = {key: word for key, word in GOOD.items() if key != name}
    refusal = _refusal(_line(), json.dumps(value).encode())
    assert f'"{name}" is missing' in refusal.sentence
    assert refusal.where == "codings.jsonl, line 2"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"coder": "me"}, "The field 'coder' is not one of this form"),
        ({"Start": 1}, "The field 'Start' is not one"),
        ({"\x1b[31m\u202e": 1}, r"The field '\x1b[31m\u202e' is not one"),
        ({"start": "3"}, '"start" must be a whole number'),
        ({"start": 3.0}, '"start" must be a whole number'),
        ({"start": True}, '"start" must be a whole number'),
        ({"end": None}, '"end" must be a whole number'),
        ({"start": -1}, '"start" lies before the start'),
        ({"end": 2**53 + 1}, '"end" lies before the start or beyond'),
        ({"start": 6}, "from 6 to 6 is empty"),
        ({"start": 9}, "from 9 to 6 is empty"),
        ({"quote": ""}, "The quote has 0 characters (code points) where the span has 3"),
        ({"quote": "😀😀"}, "The quote has 2 characters (code points) where the span has 3"),
        ({"quote": 5}, '"quote" must be text'),
        ({"document": " "}, '"document" is empty'),
        ({"document": None}, '"document" must be text'),
        ({"code": ""}, '"code" is empty'),
        ({"code": ["trust"]}, '"code" must be text'),
        ({"memo": None}, '"memo" must be text'),
        ({"certainty": "sure"}, "The certainty 'sure' is none of"),
        ({"certainty": "High"}, "The certainty 'High' is none of"),
        ({"certainty": 1}, '"certainty" must be text'),
        ({"ask_lead": "yes"}, '"ask_lead" must be true or false'),
        ({"ask_lead": 1}, '"ask_lead" must be true or false'),
        ({"attributes": []}, '"attributes" must be an object'),
        ({"attributes": {"holder": 1}}, "The attribute 'holder' must be text"),
        ({"attributes": {"holder": None}}, "The attribute 'holder' must be text"),
        ({"attributes": {" ": "x"}}, "An attribute has no name"),
        ({"memo": "\0"}, "A text holds a NUL"),
        ({"attributes": {"a": "\ud800"}}, "A text holds a lone surrogate"),
    ],
)
def test_a_wrong_field(changed: dict[str, object], sentence: str) -> None:
    refusal = _refusal(_line(), b"", _line(**changed))
    assert sentence in refusal.sentence
    assert refusal.where == "codings.jsonl, line 3"


@pytest.mark.parametrize("line", [b"{", b"[]", b"nonsense", b"\xff\xfe", b'{"a":' * 99, b'{"a": 1, "a": 1}', b"{} {}"])
def test_what_is_no_object(line: bytes) -> None:
    assert _refusal(_line(), line).where == "codings.jsonl, line 2"


def test_the_name_of_a_fault_is_cut(tmp_path: Path) -> None:
    assert len(_refusal(_line(**{"x" * 100_000: 1})).sentence) < 300
    assert len(_refusal(_line(certainty="x" * 100_000)).sentence) < 300


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("annotator.exchange.codings.json_lines")
    path = tmp_path / "codings.jsonl"
    path.write_bytes(_line() + b"\n" + _line(memo="x" * 5000) + b"\n" + _line() + b"\n")
    assert len(read_annotations(path)) == 3
    monkeypatch.setattr(module, "MAXIMUM_LINE_BYTES", 4000)
    with pytest.raises(Refused, match="The line is longer than") as caught:
        read_annotations(path)
    assert caught.value.where == "codings.jsonl, line 2"
    monkeypatch.setattr(module, "MAXIMUM_FILE_BYTES", 5000)
    with pytest.raises(Refused, match="The file is larger than"):
        read_annotations(path)


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_bytes(b"\n \n")
    with pytest.raises(Refused, match=r"empty\.jsonl: There is no annotation"):
        read_annotations(tmp_path / "empty.jsonl")
    with pytest.raises(Refused, match="folder"):
        read_annotations(tmp_path)
    with pytest.raises(Refused, match="no such file"):
        read_annotations(tmp_path / "missing.jsonl")


@given(st.lists(rows(), max_size=4))
def test_what_is_written_is_read_back(given_rows: list[AnnotationRow]) -> None:
    lines = list(annotation_lines(given_rows))
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    back = _parsed(*(line.encode() for line in lines))
    assert [_without_line(row) for row in back] == [_without_line(row) for row in given_rows]


def _without_line(row: AnnotationRow) -> tuple[object, ...]:
    return (
        row.document, row.code, row.start, row.end, row.quote, dict(row.attributes), row.memo, row.certainty,
        row.ask_lead,
    )  # fmt: skip


@pytest.mark.parametrize("coding", CODINGS, ids=lambda path: path.name)
def test_the_trial_codings_are_taken_and_written_back(coding: Path, tmp_path: Path) -> None:
    found = read_annotations(coding)
    assert len(found) == len(coding.read_bytes().splitlines())
    for row in found:
        text = (coding.parents[1] / row.document).read_bytes().decode()
        assert text[row.start : row.end] == row.quote
    assert write_annotations(tmp_path / "copy.jsonl", rows=found) == len(found)
    before = [json.loads(line) for line in coding.read_bytes().splitlines()]
    after = [json.loads(line) for line in (tmp_path / "copy.jsonl").read_bytes().splitlines()]
    for value in before:
        value["attributes"] = {name: word for name, word in value["attributes"].items() if word}
    assert after == before


def test_there_are_trial_codings() -> None:
    assert len(CODINGS) == 2


def test_a_disk_that_refuses(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        write_annotations(tmp_path / "missing" / "a.jsonl", rows=[])


@given(st.lists(st.binary(max_size=80), max_size=3))
def test_any_bytes_give_rows_or_one_sentence(lines: list[bytes]) -> None:
    try:
        _parsed(*lines)
    except Refused as refused:
        where = refused.where
    else:
        return
    assert where.startswith("codings.jsonl, line ")
