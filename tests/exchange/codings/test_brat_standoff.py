# SPDX-License-Identifier: MIT
import pytest

from annotator.exchange.codings.brat_standoff import (
    Attached,
    StandoffNames,
    TextBound,
    fragments_of,
    joined,
    on_one_line,
    parsed_line,
    words_of,
)


@pytest.mark.parametrize(
    ("line", "parsed"),
    [
        ("T1\tClaim 0 5\tWords", TextBound("T1", "Claim", ((0, 5),), "Words")),
        ("T1\tClaim 0 5;7 9\ta\tb", TextBound("T1", "Claim", ((0, 5), (7, 9)), "a\tb")),
        ("T1\tClaim 0 5", TextBound("T1", "Claim", ((0, 5),), None)),
        ("A1\tNegated T1", Attached("Negated", "T1", None, is_note=False)),
        ("M1\tTense T1 past", Attached("Tense", "T1", "past", is_note=False)),
        ("#1\tAnnotatorNotes T1\tsee", Attached("AnnotatorNotes", "T1", "see", is_note=True)),
        ("R1\tX Arg1:T1 Arg2:T2", None),
        ("T1\tClaim 0\tWords", None),
        ("T1\tClaim -1 5\tWords", None),
        ("T1 Claim 0 5", None),
        ("T1\tClaim ٣ ٥\tWords", None),
        ("", None),
    ],
)
def test_a_line(line: str, parsed: TextBound | Attached | None) -> None:
    assert parsed_line(line) == parsed


def test_no_fragment_holds_a_line_break() -> None:
    text = "ab\n\ncd\u2028e"
    assert fragments_of(text, 1, 8) == ((1, 2), (4, 6), (7, 8))
    assert fragments_of(text, 2, 4) == ()
    assert words_of(text, fragments_of(text, 0, 8)) == "ab cd e"
    assert joined(text, fragments_of(text, 0, 8)) == ((0, 8),)


def test_only_white_space_joins_fragments() -> None:
    assert joined("ab cd, e", ((3, 5), (0, 2), (7, 8))) == ((0, 5), (7, 8))
    assert joined("abcdef", ((0, 4), (1, 2))) == ((0, 4),)


def test_names() -> None:
    names = StandoffNames("Certainty")
    assert [names.name(word, fallback="code") for word in ("a b", "A B", "certainty", "\u4e2d", "", "--")] == [
        "a_b", "A_B_2", "certainty_2", "code", "code_2", "code_3",
    ]  # fmt: skip
    assert on_one_line("a\r\nb\tc\u2029") == "a  b c "
