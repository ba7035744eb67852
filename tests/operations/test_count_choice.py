# SPDX-License-Identifier: MIT
import pytest

from annotator.counting.selection import Relation, Selection, Together
from annotator.domain import UsageError
from annotator.operations import CountChoice, CountKind


@pytest.mark.parametrize("wrong", [
    {"by": ("coder",)}, {"by": ("article", "article")},
    {"selection": Selection(together=Together("a", "b", Relation.OVERLAP))},
])  # fmt: skip
def test_what_cannot_be_counted_is_a_sentence(wrong):
    with pytest.raises(UsageError):
        CountChoice(kind=CountKind.FREQUENCIES, **wrong)
