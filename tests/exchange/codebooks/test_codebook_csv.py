# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest
from exchange.made_codebooks import codebooks
from hypothesis import HealthCheck, given, settings

from annotator.domain import Code, Codebook, CodeId, Pattern, Refused
from annotator.exchange.codebooks.codebook_csv import COLUMNS, read_codebook_csv, write_codebook_csv
from annotator.exchange.codebooks.codebook_read import CODE_FIELDS, CodebookRead

LENIENT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(folder: Path, text: str) -> CodebookRead:
    (folder / "codes.csv").write_text(text, encoding="utf-8", newline="")
    return read_codebook_csv(folder / "codes.csv")


@LENIENT
@given(codebook=codebooks())
def test_what_is_written_is_read_back(codebook: Codebook, tmp_path: Path) -> None:
    write_codebook_csv(codebook, tmp_path / "codes.csv")
    first = (tmp_path / "codes.csv").read_bytes()
    found = read_codebook_csv(tmp_path / "codes.csv")
    assert tuple(each.code for each in found.codes) == codebook.codes
    assert found.findings == ()
    write_codebook_csv(codebook, tmp_path / "codes.csv")
    assert (tmp_path / "codes.csv").read_bytes() == first


def test_every_field_of_a_code_has_its_column() -> None:
    assert set(CODE_FIELDS) | {"uuid"} == set(COLUMNS)


def test_a_name_is_enough(tmp_path: Path) -> None:
    (code,) = read(tmp_path, "Name\nTrust in others\n").codes
    assert (code.code.name, code.code.short_name, code.code.id) == ("Trust in others", "trust_in_others", "")
    assert code.fields == {"name"}
    assert code.where == "codes.csv, line 2"


def test_an_empty_text_is_said_and_an_empty_colour_is_not(tmp_path: Path) -> None:
    (code,) = read(tmp_path, "name,definition,colour,pattern,retired\nTrust,,,,\n").codes
    assert code.fields == {"name", "definition"}


def test_examples_one_a_line_and_words_for_yes(tmp_path: Path) -> None:
    (code,) = read(tmp_path, 'name;examples;retired;pattern\nTrust;"one\ntwo";yes;dotted\n').codes
    assert (code.code.examples, code.code.retired, code.code.pattern) == (("one", "two"), True, Pattern.DOTTED)


def test_the_guard_of_spreadsheets_comes_off(tmp_path: Path) -> None:
    code = Code(CodeId("22222222-2222-4222-8222-222222222222"), "=1+1", "trust", definition="'=2", examples=("-3",))
    write_codebook_csv(Codebook((code,)), tmp_path / "codes_spreadsheet.csv")
    assert (tmp_path / "codes_spreadsheet.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "'=1+1" in (tmp_path / "codes_spreadsheet.csv").read_text(encoding="utf-8")
    (read_back,) = read_codebook_csv(tmp_path / "codes_spreadsheet.csv").codes
    assert read_back.code == code


def test_a_column_of_another_table_is_told(tmp_path: Path) -> None:
    (finding,) = read(tmp_path, "name,revision\nTrust,7\n").findings
    assert finding.places == ("revision",)


@pytest.mark.parametrize(
    "text",
    [
        "", "colour\n#123456\n", "name,name\na,b\n", "name,pattern\na,wavy\n", "name,retired\na,perhaps\n",
        "name,position\na,-1\n",
        "name,attributes\na,speaker\n", 'name,attributes\na,"[1]"\n', 'name,examples\na,"[1"\n',
        'name,attributes\na,"[{""name"": ""x""}]"\n', "name,short_name\n,\nx,y,z\n",
        'name,examples\na,"[1] , ""b"": [2]"\n',
        'name,examples\na,"[' + "[" * 500 + '"\n', "name\n\0\n",
    ],
)  # fmt: skip
def test_what_is_no_codebook_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(tmp_path, text)
    assert "codes.csv" in refusal.value.where
