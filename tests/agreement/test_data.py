# SPDX-License-Identifier: MIT
import pytest
from agreement.made import document


def test_silence_counts_for_those_who_finished_only() -> None:
    given = document({("C", "trust"): [(0, 10)]}, finished="A")
    assert given.gives_value("A", code="trust")
    assert not given.gives_value("C", code="trust")


def test_a_code_gives_values_only_where_it_stood_in_the_codebook() -> None:
    known = {"A": frozenset({"trust", "mistrust"}), "B": frozenset({"trust"})}
    given = document({}, codes_known=known)
    assert given.gives_value("A", code="mistrust")
    assert not given.gives_value("B", code="mistrust")
    assert given.gives_value("B", code="trust")


def test_everyone_who_finished_has_a_codebook() -> None:
    with pytest.raises(ValueError, match="document d1: codes_known lacks a coder"):
        document({}, finished="AB", codes_known={"A": frozenset()})


def test_a_length_is_not_negative() -> None:
    with pytest.raises(ValueError, match="document d1: length -1"):
        document({}, length=-1)
