# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest
from exchange.made_codebooks import codebooks
from hypothesis import HealthCheck, given, settings

from annotator.domain import AttributeDefinition, AttributeKind, Code, Codebook, CodeId, Refused
from annotator.exchange.codebooks.codebook_markdown import read_codebook_markdown, write_codebook_markdown
from annotator.exchange.codebooks.codebook_read import CodebookRead

LENIENT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(folder: Path, text: str) -> CodebookRead:
    (folder / "codes.md").write_text(text, encoding="utf-8", newline="")
    return read_codebook_markdown(folder / "codes.md")


@LENIENT
@given(codebook=codebooks())
def test_what_is_written_is_read_back(codebook: Codebook, tmp_path: Path) -> None:
    write_codebook_markdown(codebook, tmp_path / "codes.md")
    found = read_codebook_markdown(tmp_path / "codes.md")
    assert tuple(each.code for each in found.codes) == codebook.codes
    assert found.findings == ()


def test_the_form_is_one_that_people_read(tmp_path: Path) -> None:
    code = Code(
        CodeId("22222222-2222-4222-8222-222222222222"), "Trust", "trust", "1", "Says so.\n\n# not a heading",
        examples=("e",),
        attributes=(AttributeDefinition("tone", "Tone", AttributeKind.CHOICE, ("warm", "cold")),), retired=True,
    )  # fmt: skip
    write_codebook_markdown(Codebook((code,)), tmp_path / "codes.md")
    assert (tmp_path / "codes.md").read_text(encoding="utf-8") == (
        "# Codebook\n\n## Trust\n\n"
        "- Identity: 22222222-2222-4222-8222-222222222222\n- Short name: trust\n- Key: 1\n- Colour: #5C6672\n"
        "- Colour on dark pages: #9AA6B4\n- Pattern: solid\n- Retired: yes\n\n"
        "### Definition\n\nSays so.\n\n\\# not a heading\n\n### Example\n\ne\n\n"
        "### Attribute tone\n\n- Label: Tone\n- Kind: choice\n- Choice: warm\n- Choice: cold\n"
    )


def test_a_heading_and_words_are_enough(tmp_path: Path) -> None:
    (code,) = read(tmp_path, "Our codes\r\n\r\n## Trust in others\r\nSomebody says so.\r\n").codes
    assert (code.code.name, code.code.short_name) == ("Trust in others", "trust_in_others")
    assert code.code.definition == "Somebody says so."
    assert code.fields == {"name", "definition"}
    assert code.where == "codes.md, line 3"


def test_an_unknown_heading_is_told(tmp_path: Path) -> None:
    (finding,) = read(tmp_path, "## Trust\n### History\nOnce.\n").findings
    assert finding.places == ("line 2: History",)


@pytest.mark.parametrize(
    "text",
    ["", "words", "## \nx", "## A\n- Pattern: wavy\n", "## A\n### Attribute x\n- Kind: odd\n", "## A\0"],
)
def test_what_is_no_codebook_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(tmp_path, text)
    assert "codes.md" in refusal.value.where
