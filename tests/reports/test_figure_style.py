# SPDX-License-Identifier: MIT
import pytest

from annotator.reports.figure_style import UNKNOWN, WIDEST_NAME, drawable, drawn, figure_of


def test_letters_that_no_font_has_become_a_box() -> None:
    assert drawable("Zoë") == "Zoë"
    assert drawable("a\U0010fffd\x00b") == f"a{UNKNOWN}b" or "\\" in drawable("a\U0010fffd\x00b")
    assert drawable("\U00012345") in (UNKNOWN, "\U00012345")
    assert len(drawable("x" * 500)) == WIDEST_NAME


@pytest.mark.parametrize(("picture_format", "begins"), [("svg", b"<?xml"), ("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_a_figure_is_the_same_file_each_time(picture_format: str, begins: bytes) -> None:
    first = drawn(lambda: figure_of(1.0), picture_format=picture_format)
    assert first.startswith(begins)
    assert drawn(lambda: figure_of(1.0), picture_format=picture_format) == first
