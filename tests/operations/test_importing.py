# SPDX-License-Identifier: MIT
import json
from dataclasses import replace

import pytest
from operations.replicas import ANNA, MARA, TEXTS

from annotator import operations
from annotator.domain import Coder, CoderId, CompletionState, Refused
from annotator.operations.importing import proposed_title
from annotator.store import journal, queries

PLAIN = TEXTS["plain.txt"]


def article(project, path):
    made = operations.import_texts(project, author=MARA.id, paths=[path]).value
    return operations.article(project, document=made.added[0].id)


RAW = {
    "a byte order mark goes": (b"\xef\xbb\xbfabc", "abc"),
    "CRLF and CR become LF": (b"a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd"),
    "astral": ("👍🏽 \U00010348 x".encode(), "👍🏽 \U00010348 x"),
    "CJK": ("北京信任莫斯科。".encode(), "北京信任莫斯科。"),
    "combining marks stay apart": ("e\u0301 \u00e9".encode(), "e\u0301 \u00e9"),
    "NBSP": ("a\u00a0b\u202fc".encode(), "a\u00a0b\u202fc"),
    "line separators stay": ("a\u2028b\u2029c\x0bd\x85e".encode(), "a\u2028b\u2029c\x0bd\x85e"),
    "right to left": ("שלום\nעולם\u200f.".encode(), "שלום\nעולם\u200f."),
    "UTF-16": ("\ufeffa👍b".encode("utf-16-le"), "a👍b"),
}


@pytest.mark.parametrize("name", RAW)
def test_a_text_comes_to_the_article_as_it_is(project, tmp_path, name):
    raw, text = RAW[name]
    (tmp_path / "in.txt").write_bytes(raw)
    shown = article(project, tmp_path / "in.txt")
    assert shown.text == text
    assert shown.document.length == len(text)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [(b"", "empty"), (b"a\x00b", "binary|NUL"), (b"\xff\xfe\xfa\xfb\xfc", "."), (b"caf\xe9 au lait", "encoding")],
)
def test_what_is_no_text_is_named_and_nothing_of_the_import_is_written(project, tmp_path, raw, sentence):
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / "bad.txt").write_bytes(raw)
    before = journal.ids(project.live)
    with pytest.raises(Refused, match=sentence) as said:
        operations.import_texts(project, author=MARA.id, paths=[tmp_path / "good.txt", tmp_path / "bad.txt"])
    assert "bad.txt" in str(said.value)
    assert journal.ids(project.live) == before


def test_single_files_may_have_an_encoding_of_their_own(project, tmp_path):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_bytes("für".encode("cp1252"))
    new.write_bytes("über".encode())
    made = operations.import_texts(project, author=MARA.id, paths=[old, new], encodings={old: "cp1252"}).value
    texts = [operations.article(project, document=each.id).text for each in made.added]
    assert texts == ["für", "über"]
    assert [each.encoding for each in made.added] == ["cp1252", "utf-8"]


def test_the_same_text_stays_one_document_and_keeps_every_name(project, documents, tmp_path):
    (tmp_path / "again.txt").write_text(PLAIN)
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("a new text")
    report = operations.import_texts(
        project, author=MARA.id, paths=[tmp_path / name for name in ("again.txt", "one.txt", "two.txt", "one.txt")]
    ).value
    assert [document.name for document in report.added] == ["one.txt"]
    assert report.added[0].other_names == ("two.txt",)
    assert report.already_there == ("again.txt", "two.txt", "one.txt")
    assert queries.document(project.live, documents["plain.txt"].id).other_names == ("again.txt",)


def test_an_import_that_was_undone_can_be_made_again(project, tmp_path):
    operations.undo(project, coder=MARA.id)
    operations.import_texts(project, author=MARA.id, paths=[tmp_path / name for name in TEXTS])
    assert len(queries.documents(project.live)) == 2
    assert queries.conflicts(project.live) == []
    operations.undo(project, coder=MARA.id)
    assert queries.documents(project.live) == ()


def test_what_is_known_beside_a_text_is_kept(project, tmp_path):
    (tmp_path / "a.txt").write_text("Title of it\n\nbody")
    metadata = {"a.txt": operations.Metadata("A title", "An outlet", "An author", "2024-05")}
    made = operations.import_texts(project, author=MARA.id, paths=[tmp_path / "a.txt"], metadata=metadata).value.added[
        0
    ]
    assert (made.title, made.outlet, made.author, made.date) == ("A title", "An outlet", "An author", "2024-05")
    assert made.position == 2


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Title\nbody", "Title"),
        ("\n \u00a0\n  A   title \n", "A title"),
        ("", ""),
        ("word " * 60, "word " * 22 + "word…"),
        ("w" * 200, "w" * 119 + "…"),
    ],
)
def test_a_title_is_proposed(body, title):
    assert proposed_title(body) == title


def row(start, end, *, code="trust", document="plain.txt", quote=None, **other):
    quote = TEXTS["plain.txt"][start:end] if quote is None else quote
    return {"document": document, "code": code, "start": start, "end": end, "quote": quote} | other


@pytest.fixture
def take(project, tmp_path):
    def taken(*rows, finished=False, coder=ANNA):
        path = tmp_path / "anna.jsonl"
        path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows), encoding="utf-8")
        return operations.import_annotations(project, author=MARA.id, path=path, coder=coder, finished=finished).value

    return taken


def test_rows_become_annotations_of_their_coder(project, documents, take):
    report = take(row(0, 7, memo="m", certainty="high"), row(8, 14, code="exclude"), finished=True)
    assert (report.annotations, report.regions, report.finished) == (1, 1, (documents["plain.txt"].id,))
    [made] = operations.annotations(project)
    assert (made.coder, made.quote, made.memo, made.certainty, made.after[:7]) == (
        ANNA.id, "Beijing", "m", "high", " trusts",
    )  # fmt: skip
    [completion] = queries.completions(project.live, documents["plain.txt"].id)
    assert (completion.coder, completion.state) == (ANNA.id, CompletionState.FINISHED)
    assert ANNA in queries.coders(project.live)


def test_a_coder_becomes_known_as_a_program_and_stays_one(project, take):
    take(row(0, 7))
    program = replace(ANNA, machine_made=True)
    for coder in (program, ANNA):
        take(row(0, 7), coder=coder)
        assert program in queries.coders(project.live)


def test_the_same_file_twice_adds_nothing_and_a_corrected_one_corrects(project, take):
    take(row(0, 7, memo="m"), row(8, 14))
    before = journal.ids(project.live)
    report = take(row(0, 7, memo="m"), row(8, 14))
    assert (report.annotations, report.already_there) == (0, 2)
    assert journal.ids(project.live) == before
    report = take(row(0, 7, memo="corrected"), row(8, 14))
    assert (report.updated, report.already_there) == (1, 1)
    assert [each.memo for each in operations.annotations(project)] == ["corrected", ""]


def test_two_alike_rows_are_two(project, take):
    assert take(row(0, 7), row(0, 7)).annotations == 2
    assert take(row(0, 7), row(0, 7)).already_there == 2


def test_what_was_deleted_stays_deleted_but_an_undone_import_can_be_made_again(project, documents, take):
    take(row(0, 7), row(8, 14), finished=True)
    operations.reopen(project, coder=ANNA.id, document=documents["plain.txt"].id)
    gone = next(iter(operations.annotations(project)))
    operations.delete(project, coder=ANNA.id, annotations=[gone.id])
    assert take(row(0, 7), row(8, 14)).left_deleted == 1


def test_an_undone_import_of_annotations_can_be_made_again(project, documents, take):
    take(row(0, 7, memo="m"), finished=True)
    operations.undo(project, coder=MARA.id)
    assert list(operations.annotations(project)) == []
    report = take(row(0, 7), finished=True)
    assert (report.annotations, report.left_deleted) == (1, 0)
    assert [each.memo for each in operations.annotations(project)] == [""]
    [completion] = queries.completions(project.live)
    assert completion.state is CompletionState.FINISHED
    assert queries.conflicts(project.live) == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (row(0, 7, quote="Beijinh"), "quote does not stand"),
        (row(0, 9000, quote="x" * 9000), "quote does not stand"),
        (row(0, 7, code="evil"), "no code “evil”"),
        (row(0, 7, document="evil.txt"), "No article"),
        (row(0, 7, attributes={"evil": "x"}), "no attribute “evil”"),
        (row(0, 7, certainty="sure"), "certainty"),
        (row(7, 7, quote=""), "."),
        (row(7, 8), "white space"),
        (row(0, 7, memo="m" * 100_001), "memo"),
        (row(0, 7, code="exclude", memo="m" * 100_001), "memo"),
        ({"evil": 1}, "."),
    ],
)
def test_a_row_that_cannot_stand_is_refused_by_line_and_nothing_is_written(project, take, wrong, sentence):
    before = journal.ids(project.live)
    with pytest.raises(Refused, match=sentence) as said:
        take(row(0, 7), wrong, coder=Coder(CoderId("01900000-0000-7000-8000-0000000000f9"), "New"))
    assert said.value.where.endswith("anna.jsonl, line 2")
    assert journal.ids(project.live) == before
    assert "New" not in [coder.name for coder in queries.coders(project.live)]


def test_two_articles_of_one_name_must_be_named_otherwise(project, documents, take, tmp_path):
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "plain.txt").write_text("other words")
    operations.import_texts(project, author=MARA.id, paths=[tmp_path / "more" / "plain.txt"])
    with pytest.raises(Refused, match="Several articles"):
        take(row(0, 7))
    assert take(row(0, 7, document=documents["plain.txt"].text_sha256)).annotations == 1


def test_offsets_count_code_points(project, take):
    text = TEXTS["rare.txt"]
    start = text.index("信任")
    take(row(start, start + 2, document="rare.txt", quote="信任"))
    assert [each.quote for each in operations.annotations(project)] == ["信任"]
