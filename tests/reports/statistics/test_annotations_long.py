# SPDX-License-Identifier: MIT
"""The long table: columns, order, and that every passage can be found again from its row."""

import csv
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain import (
    Annotation,
    AnnotationId,
    AttributeDefinition,
    AttributeKind,
    Certainty,
    Code,
    Codebook,
    CodeId,
    Coder,
    CoderId,
    Completion,
    CompletionState,
    Document,
    DocumentId,
    Region,
    RegionId,
    RegionState,
    Span,
)
from annotator.domain.variable_names import is_variable_name
from annotator.exchange import write_table
from annotator.reports.statistics.annotations_long import annotations_long
from annotator.reports.statistics.study import Study
from annotator.text import context, digest, quote

HOLDER = AttributeDefinition("holder", "Holder", AttributeKind.CHOICE, ("china", "both"))
CODEBOOK = Codebook((
    Code(CodeId("c-trust"), "evidence of trust", "trust", position=0, attributes=(HOLDER,)),
    Code(CodeId("c-quote"), "expert quote", "expert_quote", position=1, attributes=(
        HOLDER, AttributeDefinition("speaker", "Speaker", AttributeKind.TEXT),
    )),
))  # fmt: skip
CODERS = (Coder(CoderId("p1"), "Ünal"), Coder(CoderId("p2"), "Coder 1", machine_made=True))
TEXTS = {
    DocumentId("d2"): "😀 “Trust”, she\u00a0said.\nA =1+1 line,\u2028and 李克強 e\u0301.",
    DocumentId("d1"): "Second \u05e9\u05dc\u05d5\u05dd article.",
}
DOCUMENTS = tuple(
    Document(identity, f"{identity}.txt", digest(text), len(text), title=f'Title, "{identity}"', position=position)
    for position, (identity, text) in enumerate(TEXTS.items())
)


def _annotation(identity: str, document: str, start: int, end: int, coder: str = "p1", code: str = "c-trust", **more: object) -> Annotation:  # fmt: skip  # noqa: E501  # a table row
    text, span = TEXTS[DocumentId(document)], Span.of(start, end)
    before, after = context(text, span)
    return Annotation(
        AnnotationId(identity), DocumentId(document), CoderId(coder), CodeId(code), span, quote(text, span),
        before, after, **more,  # type: ignore[arg-type]  # the fields are typed in Annotation
    )  # fmt: skip


ANNOTATIONS = (
    _annotation("a6", "d1", 0, 6),
    _annotation("a5", "d2", 22, 27, memo='=cmd "x",\r\ny', certainty=Certainty.LOW, ask_lead=True),
    _annotation("a4", "d2", 2, 9, code="c-quote", attributes={"speaker": "李", "holder": "both"}),
    _annotation("a3", "d2", 2, 9),
    _annotation("a2", "d2", 2, 9, coder="p2"),
    _annotation("a1", "d2", 0, 9),
    _annotation("a0", "d2", 2, 5),
)
COMPLETIONS = (Completion(CoderId("p1"), DocumentId("d2"), state=CompletionState.FINISHED),)


ORDER = {code.id: place for place, code in enumerate(CODEBOOK.codes)}


def _source(codebook: Codebook = CODEBOOK, annotations: tuple[Annotation, ...] = ANNOTATIONS, **more: object) -> Study:
    def annotations_of(document: DocumentId) -> list[Annotation]:
        here = [each for each in annotations if each.document == document]
        return sorted(here, key=lambda each: (each.span.start, -each.span.end, ORDER.get(each.code, 9), each.coder))

    values: dict[str, frozenset[str]] = {}
    for each in annotations:
        for name, value in each.attributes.items():
            values[name] = values.get(name, frozenset()) | {value}
    settings: dict[str, object] = {
        "codebook": codebook,
        "codes": codebook.codes,
        "coders": CODERS,
        "people": {coder.id: coder for coder in CODERS},
        "rounds": ("main",),
        "documents": DOCUMENTS,
        "states": {(each.coder, each.document, each.round): each for each in COMPLETIONS},
        "attribute_values": values,
        "annotations_of": annotations_of,
        "marks_of": lambda document: (),
        "created_of": lambda document: {AnnotationId("a4"): "2026-03-01T10:00:00Z"},
        "text_of": lambda document: TEXTS[document.id],
        "units_of": lambda document: [(0, document.length)],
        "sentences_of": lambda document: [(0, 20), (21, 40)],
    }
    return Study(**(settings | more))  # type: ignore[arg-type]  # the fields are typed in Study


def _records(study: Study) -> list[dict[str, object]]:
    table = annotations_long(study)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows()]


def test_columns_are_those_that_are_described_and_one_per_attribute() -> None:
    table = annotations_long(_source())
    assert table.columns == (
        "annotation_id", "layer", "document_id", "document", "title", "outlet", "author", "date", "text_sha256",
        "coder_id", "coder", "coder_original", "coder_machine_made", "round", "code_id", "code", "code_name",
        "code_original", "category", "start_char", "end_char", "length", "length_counted", "offset_unit",
        "sentence_first", "sentence_last", "quote", "before", "after", "certainty", "memo", "ask_lead", "attributes",
        "attribute_holder", "attribute_speaker", "codebook_revision", "completion_state", "created",
    )  # fmt: skip
    assert all(len(each.description) > 10 and each.label for each in table.variables)
    assert all(map(is_variable_name, table.columns))


def test_rows_are_sorted_by_document_start_length_code_and_coder() -> None:
    rows = _records(_source())
    assert [row["annotation_id"] for row in rows] == ["a1", "a3", "a2", "a4", "a0", "a5", "a6"]
    assert _records(_source(annotations=ANNOTATIONS[::-1])) == rows


def test_a_row() -> None:
    row = next(row for row in _records(_source()) if row["annotation_id"] == "a4")
    assert row == {
        "annotation_id": "a4", "layer": "coder", "document_id": "d2", "document": "d2.txt", "title": 'Title, "d2"',
        "outlet": None, "author": None, "date": None, "text_sha256": digest(TEXTS[DocumentId("d2")]),
        "coder_id": "p1", "coder": "Ünal", "coder_original": None, "coder_machine_made": False, "round": "main",
        "code_id": "c-quote", "code": "expert_quote", "code_name": "expert quote", "code_original": None,
        "category": None, "start_char": 2, "end_char": 9, "length": 7, "length_counted": 7,
        "offset_unit": "unicode-codepoint", "sentence_first": 1, "sentence_last": 1, "quote": "“Trust”",
        "before": "😀 ", "after": TEXTS[DocumentId("d2")][9:41], "certainty": None, "memo": None, "ask_lead": False,
        "attributes": '{"holder":"both","speaker":"李"}', "attribute_holder": "both", "attribute_speaker": "李",
        "codebook_revision": None, "completion_state": "finished", "created": "2026-03-01T10:00:00Z",
    }  # fmt: skip


def test_sentences_are_those_that_are_touched() -> None:
    found = _records(_source(annotations=(_annotation("x", "d2", 19, 22), _annotation("y", "d2", 20, 21))))
    assert [(row["sentence_first"], row["sentence_last"]) for row in found] == [(1, 2), (None, None)]


def test_excluded_characters_do_not_count_and_duplicates_are_absent() -> None:
    region = Region(RegionId("r"), DocumentId("d2"), CoderId("p1"), Span.of(0, 4), "", state=RegionState.ACCEPTED)
    rows = _records(_source(regions={DocumentId("d2"): (region,)}, left_out=frozenset({"a0", "a6"})))
    assert {row["annotation_id"]: (row["length"], row["length_counted"]) for row in rows} == {
        "a1": (9, 5), "a2": (7, 5), "a3": (7, 5), "a4": (7, 5), "a5": (5, 5),
    }  # fmt: skip


def test_the_consensus_is_a_layer_of_its_own() -> None:
    rows = _records(_source(consensus=CoderId("p2")))
    assert {row["layer"] for row in rows if row["coder_id"] == "p2"} == {"consensus"}
    assert {row["layer"] for row in rows if row["coder_id"] != "p2"} == {"coder"}


def test_what_was_mapped_says_what_it_was_made_as() -> None:
    mapped = replace(ANNOTATIONS[0], original_coder=CODERS[-1].id, original_code=CODEBOOK.codes[-1].id)
    gone = replace(mapped, original_coder=CoderId("gone"), original_code=CodeId("gone"))
    (row,) = _records(_source(annotations=(mapped,)))
    assert (row["coder_original"], row["code_original"]) == (CODERS[-1].name, CODEBOOK.codes[-1].short_name)
    (row,) = _records(_source(annotations=(gone,)))
    assert (row["coder_original"], row["code_original"]) == ("gone", "gone")


def test_states() -> None:
    states = {row["annotation_id"]: row["completion_state"] for row in _records(_source())}
    assert states["a3"] == "finished"
    assert states["a2"] == states["a6"] == "in_progress", "an annotation without a record says that coding has begun"


def test_what_is_not_known_any_more_keeps_its_identity() -> None:
    lost = _annotation("a1", "d1", 0, 6, coder="gone", code="gone")
    (row,) = _records(_source(annotations=(lost,)))
    assert (row["coder_id"], row["coder"], row["coder_machine_made"]) == ("gone", None, False)
    assert (row["code_id"], row["code"], row["code_name"]) == ("gone", None, None)


def test_documents_are_asked_for_one_at_a_time() -> None:
    asked: list[str] = []

    def annotations_of(document: DocumentId) -> list[Annotation]:
        asked.append(document)
        return [each for each in ANNOTATIONS if each.document == document]

    rows = iter(annotations_long(_source(annotations_of=annotations_of)).rows())
    next(rows)
    assert asked == ["d2"]
    assert len(list(rows)) == 6
    assert asked == ["d2", "d1"]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "annotations_long.csv"
    table = annotations_long(_source())
    write_table(path, columns=table.columns, rows=table.rows())
    return path


def test_a_foreign_process_finds_every_passage_again(written: Path) -> None:
    program = (
        "import csv, json, sys\n"
        "texts = json.loads(sys.argv[2])\n"
        "with open(sys.argv[1], encoding='utf-8', newline='') as file:\n"
        "    rows = list(csv.DictReader(file))\n"
        "for row in rows:\n"
        "    text = texts[row['document_id']]\n"
        "    assert text[int(row['start_char']):int(row['end_char'])] == row['quote'], row\n"
        "    whole = row['before'] + row['quote'] + row['after']\n"
        "    assert text.startswith(whole, int(row['start_char']) - len(row['before']))\n"
        "    json.loads(row['attributes'])\n"
        "print(len(rows))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program, str(written), json.dumps(TEXTS)], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "7\n"


def test_hostile_cells_come_back_whole(written: Path) -> None:
    with written.open(encoding="utf-8", newline="") as file:
        rows = {row["annotation_id"]: row for row in csv.DictReader(file, strict=True)}
    assert rows["a5"]["memo"] == '=cmd "x",\r\ny'
    assert rows["a5"]["ask_lead"] == "true"
    assert rows["a5"]["title"] == 'Title, "d2"'


def test_the_same_project_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.csv"
    table = annotations_long(_source(annotations=ANNOTATIONS[::-1]))
    write_table(again, columns=table.columns, rows=table.rows())
    assert again.read_bytes() == written.read_bytes()
