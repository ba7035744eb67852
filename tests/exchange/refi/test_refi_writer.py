# SPDX-License-Identifier: MIT
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from exchange.made_corpora import CODERS, CODES, corpora, corpus_of, with_regions
from hypothesis import HealthCheck, given, settings
from lxml import etree

from annotator.domain import Codebook, NotSaved
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import FindingKind
from annotator.exchange.refi.refi_writer import write_refi, write_refi_per_coder
from annotator.resources import resource

SPACE = "{urn:QDA-XML:project:1.0}"
LENIENT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def project_in(path: Path) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read("project.qde"))


def each_of(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return root.iter(f"{SPACE}{name}")


@LENIENT
@given(corpus=corpora(control=True, rounds=True))
def test_everything_written_is_valid_and_twice_the_same(corpus: Corpus, tmp_path: Path) -> None:
    first, second = tmp_path / "a.qdpx", tmp_path / "b.qdpx"
    write_refi(with_regions(corpus), first)
    write_refi(with_regions(corpus), second)
    assert first.read_bytes() == second.read_bytes()
    assert (tmp_path / "a.extras.json").read_bytes() == (tmp_path / "b.extras.json").read_bytes()
    schema = etree.XMLSchema(etree.parse(str(resource("refi/project.xsd"))))
    assert schema.validate(project_in(first)), schema.error_log


def test_the_archive_is_laid_out_as_other_programs_want_it(tmp_path: Path) -> None:
    corpus = corpus_of("One\nTwo", (0, 3))
    write_refi(corpus, tmp_path / "a.qdpx")
    source = f"sources/{corpus.documents[0].id}.txt"
    with zipfile.ZipFile(tmp_path / "a.qdpx") as archive:
        assert archive.namelist() == ["project.qde", source]
        assert archive.read(source) == b"One\nTwo"
        assert archive.read("project.qde").startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<Project xmlns=')
    (written,) = each_of(project_in(tmp_path / "a.qdpx"), "TextSource")
    assert written.get("plainTextPath") == f"internal://{corpus.documents[0].id}.txt"
    assert written.get("richTextPath") is None


def test_one_selection_per_span_and_one_coding_per_annotation(tmp_path: Path) -> None:
    corpus = corpus_of("One two three", (0, 3), (0, 3), (4, 7))
    write_refi(corpus, tmp_path / "a.qdpx")
    selections = list(each_of(project_in(tmp_path / "a.qdpx"), "PlainTextSelection"))
    assert [(each.get("startPosition"), each.get("endPosition"), each.get("name")) for each in selections] == [
        ("0", "3", "One"),
        ("4", "7", "two"),
    ]
    codings = [coding for each in selections for coding in each.iter(f"{SPACE}Coding")]
    annotations = corpus.annotations[corpus.documents[0].id]
    assert [coding.get("guid") for coding in codings] == [each.id for each in annotations]
    assert all(coding.get("creatingUser") == CODERS[0].id and coding.get("creationDateTime") for coding in codings)


def test_line_ends_of_windows_leave_positions_as_they_are(tmp_path: Path) -> None:
    corpus = corpus_of("One\nTwo", (4, 7))
    write_refi(corpus, tmp_path / "a.qdpx", crlf=True)
    with zipfile.ZipFile(tmp_path / "a.qdpx") as archive:
        assert archive.read(f"sources/{corpus.documents[0].id}.txt") == b"One\r\nTwo"
    (selection,) = each_of(project_in(tmp_path / "a.qdpx"), "PlainTextSelection")
    assert (selection.get("startPosition"), selection.get("endPosition")) == ("4", "7")


def test_a_category_is_a_code_that_cannot_be_applied(tmp_path: Path) -> None:
    codes = (replace(CODES[0], category="Trust & doubt"), CODES[1], replace(CODES[2], category="Trust & doubt"))
    write_refi(replace(corpus_of("One"), codebook=Codebook(codes)), tmp_path / "a.qdpx")
    written = [(each.get("name"), each.get("isCodable")) for each in each_of(project_in(tmp_path / "a.qdpx"), "Code")]
    assert written == [
        ("Trust & doubt", "false"), (CODES[0].name, "true"), (CODES[2].name, "true"), (CODES[1].name, "true"),
    ]  # fmt: skip


def test_lists_without_members_are_left_out(tmp_path: Path) -> None:
    write_refi(Corpus("x", (), {}, Codebook(), (), {}), tmp_path / "a.qdpx")
    assert [etree.QName(each).localname for each in project_in(tmp_path / "a.qdpx")] == ["Description"]


def test_dates_and_numbers_are_typed_only_where_all_are_such(tmp_path: Path) -> None:
    corpus = corpus_of("One")
    values = {"day": "2026-03-15", "month": "2026-03", "size": "5.", "power": "1e3"}
    fields = (
        MetadataField("day", kind=MetadataKind.DATE), MetadataField("month", kind=MetadataKind.DATE),
        MetadataField("size", kind=MetadataKind.NUMBER), MetadataField("power", kind=MetadataKind.NUMBER),
    )  # fmt: skip
    documents = (replace(corpus.documents[0], metadata=values),)
    write_refi(replace(corpus, documents=documents, fields=fields), tmp_path / "a.qdpx")
    types = {
        each.get("name"): each.get("typeOfVariable") for each in each_of(project_in(tmp_path / "a.qdpx"), "Variable")
    }
    assert {name: types[name] for name in values} == {"day": "Date", "month": "Text", "size": "Float", "power": "Text"}


def test_what_the_format_cannot_carry_is_told_by_number(tmp_path: Path) -> None:
    findings = write_refi(with_regions(corpus_of("One two", (0, 3))), tmp_path / "a.qdpx")
    told = {finding.sentence.split(" has no place for ")[1].split(";")[0]: finding.count for finding in findings}
    assert told["excluded regions"] == 1
    assert told["states of completion"] == 2
    assert {finding.kind for finding in findings} == {FindingKind.DROPPED}


def test_one_project_for_each_coder(tmp_path: Path) -> None:
    corpus = corpus_of("One two", (0, 3), coder=1)
    paths, _ = write_refi_per_coder(corpus, tmp_path)
    assert [path.name for path in paths] == ["Study - Anna.qdpx", "Study - anna 2.qdpx", "Study - 李 😀.qdpx"]
    users = [[user.get("name") for user in each_of(project_in(path), "User")] for path in paths]
    assert users == [[coder.name] for coder in CODERS]
    assert [len(list(each_of(project_in(path), "Coding"))) for path in paths] == [0, 1, 0]
    assert [len(list(each_of(project_in(path), "TextSource"))) for path in paths] == [1, 1, 1]


def test_the_extras_state_unit_hash_and_quote(tmp_path: Path) -> None:
    corpus = corpus_of("One\n two", (0, 8))
    write_refi(corpus, tmp_path / "a.qdpx")
    extras = json.loads((tmp_path / "a.extras.json").read_text(encoding="utf-8"))
    assert extras["offset_unit"] == "unicode-codepoint"
    assert extras["documents"][0]["text_sha256"] == corpus.documents[0].text_sha256
    assert extras["documents"][0]["annotations"][0]["quote"] == "One\n two"


def test_what_would_not_be_valid_is_not_delivered(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    write_refi(corpus_of("One", (0, 3)), path)
    before = path.read_bytes()
    broken = replace(corpus_of("One", (0, 3)), modified="yesterday")
    with pytest.raises(ValueError, match="breaks the standard"):
        write_refi(broken, path)
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.extras.json", "a.qdpx"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        write_refi(corpus_of("One"), tmp_path / "nowhere" / "a.qdpx")
