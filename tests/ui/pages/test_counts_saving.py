# SPDX-License-Identifier: MIT
"""The forms that counts are saved in are those that are written."""

from pathlib import Path

from annotator import operations
from annotator.ui.pages.counts_saving import FIGURES, TABLES


def test_there_is_a_form_for_every_ending() -> None:
    assert {Path(f"counts{form.ending}").suffix for form in (*TABLES, *FIGURES)} == set(operations.COUNT_ENDINGS)
