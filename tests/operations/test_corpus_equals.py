# SPDX-License-Identifier: MIT
from operations.foreign_corpus import EVE, PRAISE, annotation

from annotator.domain import Span
from annotator.operations.corpus_equals import Equals

FIRST, SECOND, THIRD = (f"01900000-0000-7000-8000-00000000000{each}" for each in range(3))


def met(equals, span=(0, 5), round_name="main"):
    found = equals.meet(EVE.id, PRAISE.id, Span.of(*span), round_name=round_name)
    return found and found.id


def test_each_of_equals_is_met_once_and_what_the_file_names_never():
    several = [annotation(0, 5, identity=each) for each in (SECOND, FIRST, THIRD)]
    equals = Equals(several, named={SECOND}, by_round=True)
    assert [met(equals, (0, 6)), met(equals), met(equals), met(equals)] == [None, FIRST, THIRD, None]


def test_rounds_count_only_where_the_file_says_them():
    several = [annotation(0, 5, identity=FIRST, round="pilot"), annotation(0, 5, identity=SECOND)]
    equals = Equals(several, named=(), by_round=True)
    assert [met(equals), met(equals), met(equals, round_name="pilot")] == [SECOND, None, FIRST]
    equals = Equals(several, named=(), by_round=False)
    assert [met(equals), met(equals), met(equals)] == [SECOND, FIRST, None]
