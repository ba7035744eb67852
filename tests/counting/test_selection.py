# SPDX-License-Identifier: MIT
from dataclasses import fields

from annotator.counting.selection import EVERYTHING, Selection


def test_what_is_left_out_restricts_nothing():
    assert not any(getattr(EVERYTHING, each.name) for each in fields(Selection) if each.name != "duplicates")
    assert Selection() == EVERYTHING
