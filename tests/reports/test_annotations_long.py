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
    Span,
)
from annotator.exchange import write_table
from annotator.reports.annotations_long import (
    COLUMN_DESCRIPTIONS,
    Source,
    attribute_columns,
    long_columns,
    long_rows,
)
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


def _source(codebook: Codebook = CODEBOOK, annotations: tuple[Annotation, ...] = ANNOTATIONS) -> Source:
    return Source(
        codebook=codebook,
        coders=CODERS,
        documents=reversed(DOCUMENTS),
        completions=COMPLETIONS,
        annotations_of=lambda document: [each for each in annotations if each.document == document],
    )


def _records(source: Source) -> list[dict[str, object]]:
    columns = long_columns(source.codebook)
    return [dict(zip(columns, row, strict=True)) for row in long_rows(source)]


def test_columns_are_those_that_are_described_and_one_per_attribute() -> None:
    assert long_columns(CODEBOOK) == (
        "annotation_id", "document_id", "document", "title", "outlet", "author", "date", "text_sha256", "coder_id",
        "coder", "coder_original", "coder_machine_made", "round", "code_id", "code", "code_name", "code_original",
        "start", "end", "offset_unit", "quote", "before", "after", "certainty", "memo", "ask_lead", "attributes",
        "attribute_holder", "attribute_speaker", "codebook_revision", "completion_state",
    )  # fmt: skip
    assert all(len(words) > 10 for words in COLUMN_DESCRIPTIONS.values())


def test_attribute_columns_are_apart_even_for_readers_that_fold_case() -> None:
    names = ("holder", "Holder", "who trusts?", "who trusts!", "日付", "s")
    codebook = Codebook((
        Code(CodeId("c"), "c", "c", attributes=tuple(AttributeDefinition(n, n, AttributeKind.TEXT) for n in names)),
    ))  # fmt: skip
    assert attribute_columns(codebook) == {
        "holder": "attribute_holder",
        "Holder": "attribute_Holder_2",
        "who trusts?": "attribute_who_trusts_",
        "who trusts!": "attribute_who_trusts__2",
        "日付": "attribute_日付",
        "s": "attribute_s",
    }


def test_rows_are_sorted_by_document_start_end_coder_and_code() -> None:
    rows = _records(_source())
    assert [row["annotation_id"] for row in rows] == ["a1", "a0", "a2", "a3", "a4", "a5", "a6"]
    assert _records(_source(annotations=ANNOTATIONS[::-1])) == rows


def test_a_row() -> None:
    row = next(row for row in _records(_source()) if row["annotation_id"] == "a4")
    assert row == {
        "annotation_id": "a4", "document_id": "d2", "document": "d2.txt", "title": 'Title, "d2"', "outlet": "",
        "author": "", "date": "", "text_sha256": digest(TEXTS[DocumentId("d2")]), "coder_id": "p1", "coder": "Ünal",
        "coder_original": "", "coder_machine_made": False, "round": "main", "code_id": "c-quote",
        "code": "expert_quote", "code_name": "expert quote", "code_original": "", "start": 2, "end": 9,
        "offset_unit": "unicode-codepoint", "quote": "“Trust”", "before": "😀 ",
        "after": TEXTS[DocumentId("d2")][9:41], "certainty": "", "memo": "", "ask_lead": False,
        "attributes": '{"holder":"both","speaker":"李"}', "attribute_holder": "both", "attribute_speaker": "李",
        "codebook_revision": "", "completion_state": "finished",
    }  # fmt: skip


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
    assert (row["coder_id"], row["coder"], row["coder_machine_made"]) == ("gone", "", False)
    assert (row["code_id"], row["code"], row["code_name"]) == ("gone", "", "")


def test_documents_are_asked_for_one_at_a_time() -> None:
    asked: list[str] = []

    def annotations_of(document: DocumentId) -> list[Annotation]:
        asked.append(document)
        return [each for each in ANNOTATIONS if each.document == document]

    rows = long_rows(Source(CODEBOOK, CODERS, DOCUMENTS, (), annotations_of))
    next(rows)
    assert asked == ["d2"]
    assert len(list(rows)) == 6
    assert asked == ["d2", "d1"]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "annotations_long.csv"
    write_table(path, columns=long_columns(CODEBOOK), rows=long_rows(_source()))
    return path


def test_a_foreign_process_finds_every_passage_again(written: Path) -> None:
    program = (
        "import csv, json, sys\n"
        "texts = json.loads(sys.argv[2])\n"
        "with open(sys.argv[1], encoding='utf-8', newline='') as file:\n"
        "    rows = list(csv.DictReader(file))\n"
        "for row in rows:\n"
        "    text = texts[row['document_id']]\n"
        "    assert text[int(row['start']):int(row['end'])] == row['quote'], row\n"
        "    whole = row['before'] + row['quote'] + row['after']\n"
        "    assert text.startswith(whole, int(row['start']) - len(row['before']))\n"
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
    write_table(again, columns=long_columns(CODEBOOK), rows=long_rows(_source(annotations=ANNOTATIONS[::-1])))
    assert again.read_bytes() == written.read_bytes()
