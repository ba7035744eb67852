# SPDX-License-Identifier: MIT
from dataclasses import fields

from annotator.domain import Code
from annotator.exchange.codebooks.codebook_read import CODE_FIELDS


def test_the_fields_are_those_that_a_code_has_of_its_own() -> None:
    assert set(CODE_FIELDS) == {field.name for field in fields(Code)} - {"id", "counts_as"}
