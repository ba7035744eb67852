# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest

from annotator.domain import Code, Codebook, CodeId, Refused
from annotator.domain.identifiers import derived_uuid, is_uuid
from annotator.exchange.codebooks.codebook_read import CODE_FIELDS, CodebookRead, CodeRead
from annotator.operations.codebook_matching import CodebookMatching, CodebookPreview

TRUST = Code(CodeId(derived_uuid("test", "trust")), "Trust", "trust", "1", definition="Old.", position=0)
DOUBT = Code(CodeId(derived_uuid("test", "doubt")), "Doubt", "doubt", "2", position=1)
HOPE = Code(CodeId(derived_uuid("test", "hope")), "Hope", "hope", "3")
HERE = Codebook((TRUST, DOUBT))
ALL = frozenset(CODE_FIELDS)


def held(
    *codes: Code, fields: frozenset[str] = ALL, used: frozenset[str] = frozenset(), updates: bool = False
) -> CodebookPreview:
    read = CodebookRead(tuple(CodeRead(code, fields, f"line {place}") for place, code in enumerate(codes, start=2)))
    return CodebookMatching(HERE, used=used, updates=updates).preview(read)


def test_the_same_is_the_same() -> None:
    preview = held(DOUBT, replace(TRUST, position=7, colour="#5c6672", definition=" Old.\n"))
    assert (preview.new, preview.changed, preview.same, preview.collisions) == ((), (), (DOUBT, TRUST), ())


def test_a_new_code_comes_last_with_its_identity() -> None:
    (code,) = held(HOPE).new
    assert code == replace(HOPE, position=2)


def test_a_new_code_without_an_identity_or_with_a_used_one_gets_its_own() -> None:
    (without,) = held(replace(HOPE, id=CodeId(""))).new
    (used,) = held(HOPE, used=frozenset({HOPE.id})).new
    assert is_uuid(without.id)
    assert used.id != HOPE.id


def test_what_differs_is_told_field_by_field() -> None:
    (change,) = held(replace(TRUST, definition="New.", examples=("e",))).changed
    assert [(field.field, field.here, field.there) for field in change.fields] == [
        ("definition", "Old.", "New."),
        ("examples", [], ["e"]),
    ]
    assert change.coming == replace(TRUST, definition="New.", examples=("e",))


def test_fields_of_which_the_file_does_not_speak_stay() -> None:
    preview = held(replace(TRUST, shortcut="", definition=""), fields=frozenset({"name"}))
    assert preview.same == (TRUST,)


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        (replace(TRUST, name="TRUST", id=CodeId("")), frozenset({"name"})),
        (replace(TRUST, id=HOPE.id), ALL),
        (replace(TRUST, name="Confidence", id=CodeId("")), frozenset({"name", "short_name"})),
        (replace(TRUST, name="Confidence"), ALL),
    ],
)
def test_a_code_is_found_by_identity_name_or_short_name(code: Code, fields: frozenset[str]) -> None:
    preview = held(code, fields=fields)
    assert preview.new == ()
    assert [change.known for change in preview.changed] in ([], [TRUST])


def test_two_codes_that_share_a_short_name_or_a_key_are_told_apart() -> None:
    preview = held(replace(HOPE, short_name="Trust", shortcut="2"))
    (code,) = preview.new
    assert (code.short_name, code.shortcut) == ("hope", "")
    assert [(each.field, each.where) for each in preview.collisions] == [
        ("short_name", "line 2"),
        ("shortcut", "line 2"),
    ]


def test_a_key_that_an_update_frees_is_free_then_only() -> None:
    freed = replace(TRUST, shortcut="")
    wanting = replace(HOPE, shortcut="1")
    assert held(freed, wanting).new[0].shortcut == ""
    assert held(freed, wanting, updates=True).new[0].shortcut == "1"


def test_a_known_code_keeps_its_own_where_another_has_it() -> None:
    preview = held(replace(TRUST, shortcut="2", definition="New."), updates=True)
    (change,) = preview.changed
    assert [field.field for field in change.fields] == ["definition"]
    assert [each.sentence for each in preview.collisions] == ["The shortcut “2” is taken; “Trust” keeps its own."]


def test_the_second_of_two_rows_for_one_code_is_told() -> None:
    preview = held(replace(TRUST, definition="First."), replace(TRUST, definition="Second."))
    assert len(preview.changed) == 1
    assert [each.field for each in preview.collisions] == ["name"]


def test_what_cannot_be_a_code_refuses_the_file_with_its_place() -> None:
    with pytest.raises(Refused) as refusal:
        held(TRUST, replace(HOPE, colour="red"))
    assert refusal.value.where == "line 3"
    assert "nothing was taken" in refusal.value.sentence
