# SPDX-License-Identifier: MIT
"""Choices that cannot be are sentences; those in force are said."""

import pytest

from annotator.domain import UsageError
from annotator.operations.export_choice import TABLES, ExportChoice, policies


@pytest.mark.parametrize(
    "chosen",
    [
        {"tables": ("nothing",)}, {"states": ("done",)}, {"layer": "both layers"}, {"unit": "word"},
        {"rule": "most"}, {"duplicates": "decade"},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_can(chosen):
    with pytest.raises(UsageError) as refused:
        ExportChoice(**chosen)
    assert "," in refused.value.sentence


def test_no_tables_means_all():
    assert all(ExportChoice().wants(name) for name in TABLES)
    assert not ExportChoice(tables=("articles",)).wants("coders")


def test_what_is_in_force_is_said_and_what_is_not_is_not():
    said = policies(ExportChoice(), left_out=0, segmenter="1")
    assert said["duplicates"] == "Every annotation counts."
    assert "memos" not in said
    assert "pseudonyms" not in said
    said = policies(
        ExportChoice(pseudonyms=True, coders=("Anna",), codes=("trust", "mistrust"), duplicates="month"),
        left_out=1200, segmenter="1",
    )  # fmt: skip
    assert "Anna" not in " ".join(said.values())
    assert said["codes"] == "only trust, mistrust"
    assert said["duplicates"].endswith("Left out: 1,200.")
    assert {"memos", "pseudonyms"} <= set(said)
