# SPDX-License-Identifier: MIT
import json

import pytest
from exchange.made_corpora import CODERS, CODES

from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.exchange.codings.corpus_json import (
    Given,
    code_with_mapping,
    codebook_from_json,
    coder_as_json,
    coder_from_json,
    field_as_json,
    field_from_json,
    json_document,
    json_line,
    listed,
)
from annotator.exchange.json_objects import Fault


def _through(value: object) -> object:
    return json.loads(json.dumps(value))


def test_there_and_back() -> None:
    assert codebook_from_json(_through([code_with_mapping(code) for code in CODES])).codes == CODES
    assert [coder_from_json(_through(coder_as_json(coder))) for coder in CODERS] == list(CODERS)
    field = MetadataField("desk", "Desk", MetadataKind.CHOICE, ("a", "b"), 3)
    assert field_from_json(_through(field_as_json(field))) == field


def test_a_code_of_an_own_script_needs_no_more_than_identity_and_name() -> None:
    (code,) = codebook_from_json([{"id": CODES[0].id, "name": "Trust"}]).codes
    assert (code.name, code.colour, code.attributes) == ("Trust", "#5C6672", ())


@pytest.mark.parametrize(
    "value",
    [3, [3], [{"id": CODES[0].id}], [{"id": "x", "name": "a"}], [{"id": CODES[0].id, "name": "a", "examples": 1}]],
)
def test_a_codebook_that_is_none_is_a_fault(value: object) -> None:
    with pytest.raises(Fault):
        codebook_from_json(value)


def test_a_value_of_the_wrong_kind_is_a_fault_with_the_name_of_its_field() -> None:
    given = Given({"a": 1, "b": [1], "c": {"x": 1}, "d": True, "e": "word", "f": None}, "A thing")
    for ask in (
        lambda: given.text("a"), lambda: given.texts("b"), lambda: given.words("c"), lambda: given.number("d"),
        lambda: given.uuid("e"), lambda: given.yes("a"), lambda: given.text("f"), lambda: given.words("b"),
        lambda: listed(given.fields["a"], "a"), lambda: Given([], "A thing"),
    ):  # fmt: skip
        with pytest.raises(Fault):
            ask()
    assert (given.text("f", needed=False), given.texts("f"), given.words("f"), given.yes("z")) == ("", (), {}, False)


def test_bytes() -> None:
    assert json_line({"a": "é\n"}) == '{"a": "é\\n"}\n'.encode()
    assert json_document({"a": 1}) == b'{\n  "a": 1\n}\n'
