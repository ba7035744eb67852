# SPDX-License-Identifier: MIT
import pytest

from annotator.domain import FaultsFound, KnownError, LockedOrDamaged, NotSaved, Refused, UsageError


@pytest.mark.parametrize(
    ("kind", "code"), [(Refused, 1), (UsageError, 2), (LockedOrDamaged, 3), (NotSaved, 3), (FaultsFound, 4)]
)
def test_each_family_has_its_exit_code(kind, code):
    error = kind("It is off.", where="a.txt")
    assert error.exit_code == code
    assert str(error) == "a.txt: It is off."
    assert isinstance(error, KnownError)


def test_a_place_may_be_missing():
    assert str(Refused("It is off.")) == "It is off."
