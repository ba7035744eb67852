# SPDX-License-Identifier: MIT
"""A choice is remembered as it is."""

from pathlib import Path

import pytest
from ui.exporting.choices import choices, look

from annotator.ui.exporting.wanted import ExportWanted, wanted_from


def test_a_choice_comes_back_as_it_was_kept(coded: Path) -> None:
    for wanted in choices(look(coded)):
        assert wanted_from(wanted.as_json()) == wanted


@pytest.mark.parametrize(
    "kept",
    [None, [], "x", {"format": "docx2"}, {"format": 3}, {"unit": "furlong"}, {"layer": "x"}, {"codebook_form": ".exe"}],
)
def test_what_is_damaged_is_as_usual(kept: object) -> None:
    assert wanted_from(kept) == ExportWanted()  # type: ignore[arg-type]  # what a file may hold


def test_one_wrong_word_loses_only_itself() -> None:
    found = wanted_from({"format": "qdpx", "codes": [1, 2], "crlf": "yes", "per_coder": True, "evil": 1})
    assert found == ExportWanted(format="qdpx", per_coder=True)


def test_what_the_project_has_no_more_is_let_go(coded: Path) -> None:
    overview = look(coded)
    code = overview.codebook.codes[0].id
    wanted = ExportWanted(codes=(code, "gone"), coders=("gone",), documents=("gone",), rounds=("main", "gone"))
    assert wanted.known_in(overview, rounds=("main",)) == ExportWanted(codes=(code,), rounds=("main",))
