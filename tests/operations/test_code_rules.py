# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest

from annotator.domain import AttributeDefinition, AttributeKind, Code, Codebook
from annotator.operations import CodeFault, code_faults, default_codebook, free_keys, proposed_short_name

HOPE = Code(id="new", name="Evidence of hope", short_name="hope", shortcut="5")


@pytest.fixture
def codebook():
    return default_codebook()


def faults(codebook, **changed):
    return {each.field: each.sentence for each in code_faults(codebook, code=replace(HOPE, **changed))}


def test_a_sound_code_has_no_fault(codebook):
    assert code_faults(codebook, code=HOPE) == ()
    for code in codebook.codes:
        assert code_faults(codebook, code=code) == ()


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"name": "\u2003"}, "name", "needs a name"),
        ({"name": "SPECULATION"}, "name", "already a code “Speculation”"),
        ({"short_name": "_x"}, "short_name", "begins with a letter"),
        ({"short_name": "Trust"}, "short_name", "taken by “Evidence of trust”"),
        ({"shortcut": "0"}, "shortcut", "digit from 1 to 9"),
        ({"shortcut": "é"}, "shortcut", "from A to Z"),
        ({"shortcut": "1"}, "shortcut", "The key 1 is taken by “Evidence of trust”"),
        ({"colour": "#12"}, "colour", "like #8A6A00"),
        ({"counts": "x" * 100_001}, "counts", "cannot be kept: it is too long (over 100,000)"),
        ({"name": "x" * 301}, "name", "cannot be kept: it is too long (over 300)"),
    ],
)
def test_each_fault_names_its_field_and_what_to_do(codebook, changed, field, words):
    found = faults(codebook, **changed)
    assert list(found) == [field]
    assert words in found[field]


def test_all_faults_are_told_at_once_one_per_field(codebook):
    found = code_faults(codebook, code=Code(id="new", name="", short_name=""))
    assert [each.field for each in found] == ["name", "short_name"]
    assert CodeFault("name", "A code needs a name.") in found


def test_a_key_is_taken_by_codes_in_use_only_whatever_its_case(codebook):
    letters = Codebook((replace(codebook.codes[0], shortcut="q"), *codebook.codes[1:]))
    assert "shortcut" in faults(letters, shortcut="Q")
    assert "shortcut" not in faults(letters, shortcut="Q", retired=True)
    retired = Codebook((replace(letters.codes[0], retired=True), *letters.codes[1:]))
    assert "shortcut" not in faults(retired, shortcut="q")


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ([("", "text", ())], "Attribute 1: its name in files is one word"),
        ([("tone", "text", ()), ("Tone", "number", ())], "Attribute 2: the name “Tone” stands there twice"),
        ([("tone", "choice", ())], "Attribute 1: a closed list needs its choices"),
    ],
)
def test_attributes_are_named_once_and_lists_have_choices(codebook, attributes, words):
    made = tuple(AttributeDefinition(name, name, AttributeKind(kind), choices) for name, kind, choices in attributes)
    assert words in faults(codebook, attributes=made)["attributes"]


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Evidence of hope", "evidence_of_hope"),
        ("  Hope, and fear!  ", "hope_and_fear"),
        ("2nd thoughts", "nd_thoughts"),
        ("Espe\u0301rance", "espérance"),
        ("信任", "信任"),
        ("Trust", "trust_2"),
        ("exclude", "exclude_2"),
        ("x" * 60, "x" * 40),
        ("123 …", ""),
    ],
)
def test_a_short_name_is_proposed_from_the_name(codebook, name, proposed):
    assert proposed_short_name(name, codebook=codebook, code="new") == proposed
    if proposed:
        assert "short_name" not in faults(codebook, short_name=proposed)


def test_an_edited_code_may_keep_its_own_short_name_and_key(codebook):
    trust = codebook.codes[0]
    assert proposed_short_name("Trust", codebook=codebook, code=trust.id) == "trust"
    assert free_keys(codebook, code=trust.id)[:2] == ("1", "5")
    assert free_keys(codebook, code="new")[0] == "5"
    assert len(free_keys(codebook, code="new")) == 9 + 26 - 4
