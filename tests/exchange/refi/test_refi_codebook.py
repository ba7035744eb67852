# SPDX-License-Identifier: MIT
from dataclasses import replace
from pathlib import Path

import pytest
from exchange.made_codebooks import codebooks
from exchange.made_refi import CODE, NOTE
from hypothesis import HealthCheck, given, settings
from lxml import etree

from annotator.domain import Codebook, Refused
from annotator.exchange.codebooks.codebook_read import CodebookRead
from annotator.exchange.refi.refi_codebook import read_qdc, write_qdc
from annotator.resources import resource

LENIENT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SPACE = 'xmlns="urn:QDA-XML:codebook:1.0"'


def read(folder: Path, xml: str) -> CodebookRead:
    (folder / "a.qdc").write_text(xml, encoding="utf-8")
    return read_qdc(folder / "a.qdc")


@LENIENT
@given(codebook=codebooks())
def test_what_the_form_carries_comes_back(codebook: Codebook, tmp_path: Path) -> None:
    codebook = Codebook(tuple(replace(code, category="") for code in codebook.codes))
    write_qdc(codebook, tmp_path / "a.qdc")
    data = (tmp_path / "a.qdc").read_bytes()
    etree.XMLSchema(etree.parse(str(resource("refi/codebook.xsd")))).assertValid(etree.fromstring(data))
    found = read_qdc(tmp_path / "a.qdc").codes
    assert [(each.code.id, each.code.name, each.code.colour) for each in found] == [
        (code.id, code.name, code.colour) for code in codebook.codes
    ]
    write_qdc(codebook, tmp_path / "a.qdc")
    assert (tmp_path / "a.qdc").read_bytes() == data


def test_categories_are_codes_above(tmp_path: Path) -> None:
    xml = (
        f'<CodeBook {SPACE}><Codes><Code guid="{NOTE}" name="Top" isCodable="false">'
        f'<Code guid="{CODE}" name="Low" isCodable="true" color="#abc"><Description>D\n\nCounts: c</Description></Code>'
        "</Code></Codes></CodeBook>"
    )
    (found,) = read(tmp_path, xml).codes
    assert (found.code.category, found.code.colour, found.code.definition, found.code.counts) == (
        "Top",
        "#AABBCC",
        "D",
        "c",
    )
    assert "colour" in found.fields
    assert not found.fields & {"short_name", "shortcut", "attributes", "retired", "pattern", "colour_dark", "position"}


def test_another_namespace_and_sets_are_told(tmp_path: Path) -> None:
    xml = (
        f'<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes><Code guid="x" name="A"/></Codes>'
        f'<Sets><Set guid="{NOTE}" name="S"/></Sets></CodeBook>'
    )
    found = read(tmp_path, xml)
    assert [each.code.name for each in found.codes] == ["A"]
    assert len(found.findings) == 2


def test_a_codebook_without_codes_has_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="at least one code"):
        write_qdc(Codebook(), tmp_path / "a.qdc")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("xml", ["", "<a/>", "<CodeBook/>", f"<CodeBook {SPACE}><Codes>", "<!DOCTYPE a><CodeBook/>"])
def test_what_is_no_codebook_is_refused(tmp_path: Path, xml: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(tmp_path, xml)
    assert refusal.value.where == "a.qdc"


def test_a_name_that_is_too_long_is_cut_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, f'<CodeBook {SPACE}><Codes><Code guid="x" name="{"n" * 400}"/></Codes></CodeBook>')
    assert len(found.codes[0].code.name) == 300
    assert len(found.findings) == 1
