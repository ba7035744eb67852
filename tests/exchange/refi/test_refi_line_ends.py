# SPDX-License-Identifier: MIT
import pytest

from annotator.exchange.codings.foreign_positions import Counting, ForeignText, OffsetUnit
from annotator.exchange.refi.refi_line_ends import begins_with_name, guess, is_exactly_named, is_ours
from annotator.exchange.refi.refi_parts import Selection
from annotator.exchange.refi.refi_words import ORIGIN


def selected(start: int, end: int, name: str = "") -> Selection:
    return Selection("", name, start, end, "", "", "", (), ())


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("One", True),
        ("One two", True),
        ("One…", True),
        ("One...", True),
        ("One tw…", True),
        ("two", False),
        ("One x…", False),
    ],
)
def test_a_name_is_the_beginning_of_the_words(name: str, fits: bool) -> None:
    assert begins_with_name("One\n two three", 0, 8, name) is fits


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 99)])
def test_no_name_fits_outside_the_text(start: int, end: int) -> None:
    assert not begins_with_name("One two", start, end, "One")
    assert not is_exactly_named("One two", start, end, "One")


def test_names_decide_before_edges_and_edges_before_the_end() -> None:
    text = ForeignText("a b\r\ncd ef")
    named = guess(text, [selected(4, 6, "cd")], origin="")
    assert (named.counting.cr_lf_is_two, named.names_are_quotes) == (False, True)
    edges = guess(text, [selected(5, 7)], origin="")
    assert (edges.counting.cr_lf_is_two, edges.names_are_quotes) == (True, False)


def test_of_equals_the_way_that_a_program_is_known_for() -> None:
    text = ForeignText("👍\r\n" + "a " * 20)
    nothing = [selected(0, 1, "👍")]
    assert guess(text, nothing, origin="NVivo 14").counting.cr_lf_is_two
    assert guess(text, [], origin="QualCoder 3").counting.unit is OffsetUnit.UTF_16
    assert guess(text, nothing, origin="").counting == Counting()
    assert guess(text, nothing, origin="").is_narrow


def test_what_we_wrote_is_not_guessed() -> None:
    assert is_ours(ORIGIN)
    assert is_ours("Discourse Annotator 99.0")
    assert not is_ours("Discourse Annotators")
    found = guess(ForeignText("a\r\nb"), [selected(0, 1, "zzzz")], origin=ORIGIN)
    assert (found.counting, found.runner_up, found.names_are_quotes) == (Counting(), None, True)


def test_names_that_occur_elsewhere_are_quotes() -> None:
    assert guess(ForeignText("One two three four"), [selected(0, 3, "three four")], origin="").names_are_quotes
    assert not guess(ForeignText("One two three four"), [selected(0, 3, "Selection 1")], origin="").names_are_quotes
