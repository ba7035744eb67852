# SPDX-License-Identifier: MIT
"""Laws of units: whole, sorted, disjoint, without outer white space, never inside a grapheme."""

import subprocess
import sys
from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from text.strategies import texts

from annotator.domain import CodePoint, Refused, Span
from annotator.text import SEGMENTER_VERSION, Edge, Unit, boundaries, next_boundary, snapped, span_around
from annotator.text.blanks import is_blank

units = st.sampled_from(Unit)
spaced_units = st.sampled_from([Unit.WORD, Unit.SENTENCE, Unit.PARAGRAPH])


def _is_blank(text: str) -> bool:
    return all(is_blank(character) for character in text)


def _graphemes(text: str) -> list[str]:
    return regex.findall(r"\X", text)


def _grapheme_edges(text: str) -> set[int]:
    return {0} | {found.end() for found in regex.finditer(r"\X", text)}


@given(texts, spaced_units)
def test_units_are_sorted_disjoint_trimmed_and_whole(text: str, unit: Unit) -> None:
    spans = boundaries(text, unit)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    edges = _grapheme_edges(text)
    for span in spans:
        assert {span.start, span.end} <= edges
        graphemes = _graphemes(text[span.start : span.end])
        assert not _is_blank(graphemes[0])
        assert not _is_blank(graphemes[-1])


@given(texts, st.sampled_from([Unit.SENTENCE, Unit.PARAGRAPH]))
def test_all_that_is_seen_lies_in_a_sentence_and_a_paragraph(text: str, unit: Unit) -> None:
    spans = boundaries(text, unit)
    for position, character in enumerate(text):
        if not is_blank(character):
            assert span_around(spans, CodePoint(position)) is not None


@given(texts)
def test_graphemes_cover_the_text_without_gap(text: str) -> None:
    spans = boundaries(text, Unit.CHARACTER)
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert all(before.end == after.start for before, after in pairwise(spans))


@given(texts, texts, units)
def test_a_blank_line_keeps_apart_what_is_above_and_below(above: str, below: str, unit: Unit) -> None:
    first, gap = boundaries(above, unit), len(above) + 2
    both = boundaries(f"{above}\n\n{below}", unit)
    shifted = tuple(Span.of(span.start + gap, span.end + gap) for span in boundaries(below, unit))
    if unit is Unit.CHARACTER:
        both = tuple(span for span in both if not len(above) <= span.start < gap)
    if not above.endswith("\r"):
        assert both == first + shifted


@given(texts, units, st.integers(0, 70))
def test_span_around_agrees_with_a_search(text: str, unit: Unit, position: int) -> None:
    spans = boundaries(text, unit)
    expected = [span for span in spans if span.start <= position < span.end]
    assert span_around(spans, CodePoint(position)) == (expected[0] if expected else None)


@given(texts, units, st.data())
def test_snapping_grows_to_units_and_trims_and_is_settled_at_once(text: str, unit: Unit, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span.of(start, data.draw(st.integers(start + 1, len(text))))
    snap = snapped(text, span, unit)
    assert {snap.start, snap.end} <= _grapheme_edges(text)
    for position in range(span.start, span.end):
        if not is_blank(text[position]):
            assert snap.contains(CodePoint(position))
    for each in boundaries(text, unit):
        assert snap.covers(each) or not each.overlaps(snap) or unit is Unit.CHARACTER
    assert snapped(text, snap, unit) == snap
    graphemes = _graphemes(text[snap.start : snap.end])
    if any(not _is_blank(each) for each in graphemes):
        assert not _is_blank(graphemes[0])
        assert not _is_blank(graphemes[-1])


@pytest.mark.parametrize(
    ("selected", "unit", "expected"),
    [
        (" quick br", Unit.CHARACTER, "quick br"),
        ("uick br", Unit.WORD, "quick brown"),
        ("ick brown. The", Unit.SENTENCE, "A quick brown. The fox."),
        ("x", Unit.PARAGRAPH, "A quick brown. The fox."),
        ("wn. ", Unit.WORD, "brown."),
        (". ", Unit.WORD, "."),
        ("\n\n ", Unit.SENTENCE, "\n\n "),
        ("e", Unit.CHARACTER, "é"),
    ],
)
def test_snapping(selected: str, unit: Unit, expected: str) -> None:
    text = "A quick brown. The fox.\n\n  Cafe\u0301 here"
    expected = expected.replace("é", "e\u0301")
    start = text.rindex(selected) if selected == "e" else text.index(selected)
    if selected == "e":
        start = text.index("e\u0301")
    snap = snapped(text, Span.of(start, start + len(selected)), unit)
    assert text[snap.start : snap.end] == expected


def test_sentences_of_a_wrapped_column_are_found_from_every_line() -> None:
    lines = [
        "The minister said on Tuesday that he would meet with Mr.",
        "Smith of the delegation in Beijing on the morning after.",
        "The talks, he said on the way out, are going very well.",
    ]
    text = "Heading\n\n" + "\n".join(lines) + "\n\nEnd"
    first, second = (9, 9 + len(lines[0]) + 1 + len(lines[1])), (9 + len(lines[0]) + len(lines[1]) + 2, len(text) - 5)
    assert boundaries(text, Unit.SENTENCE)[1:3] == (Span.of(*first), Span.of(*second))
    for position in range(*first):
        assert snapped(text, Span.of(position, position + 1), Unit.SENTENCE) == Span.of(*first)
    for position in range(*second):
        assert next_boundary(text, CodePoint(position), Unit.SENTENCE, 1) == second[1]
        assert next_boundary(text, CodePoint(position + 1), Unit.SENTENCE, -1) == second[0]


def test_snapping_a_span_beyond_the_text_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="beyond"):
        snapped("abc", Span.of(1, 4), Unit.WORD)


@given(texts, units, st.data(), st.sampled_from([1, -1, 5, -3]), st.sampled_from([None, *Edge]))
def test_next_boundary_is_the_nearest_edge_of_its_kind(
    text: str, unit: Unit, data: st.DataObject, direction: int, edge: Edge | None
) -> None:
    position = data.draw(st.integers(0, len(text)))
    spans = boundaries(text, unit)
    wanted = edge or (Edge.END if direction > 0 else Edge.START)
    edges = [span.start if wanted is Edge.START else span.end for span in spans]
    if unit is Unit.CHARACTER:
        edges = sorted(_grapheme_edges(text))
    further = [each for each in edges if (each > position if direction > 0 else each < position)]
    expected = (min(further) if direction > 0 else max(further)) if further else position
    assert next_boundary(text, CodePoint(position), unit, direction, edge=edge) == expected


def test_next_boundary_walks_over_blank_lines() -> None:
    text = "One two.\n\n\n\nThree.\n"
    assert next_boundary(text, CodePoint(4), Unit.SENTENCE, 1) == 8
    assert next_boundary(text, CodePoint(8), Unit.SENTENCE, 1) == 18
    assert next_boundary(text, CodePoint(18), Unit.SENTENCE, 1) == 18
    assert next_boundary(text, CodePoint(12), Unit.WORD, -1) == 4
    assert next_boundary(text, CodePoint(0), Unit.WORD, 1, edge=Edge.START) == 4
    assert next_boundary(text, CodePoint(17), Unit.WORD, -1, edge=Edge.END) == 7
    assert next_boundary(text, CodePoint(0), Unit.PARAGRAPH, -1) == 0


@pytest.mark.parametrize(("position", "direction"), [(-1, 1), (4, 1), (1, 0)])
def test_next_boundary_from_nowhere_is_a_mistake(position: int, direction: int) -> None:
    with pytest.raises(ValueError, match="no way"):
        next_boundary("abc", CodePoint(position), Unit.WORD, direction)


def test_an_unknown_version_is_refused_in_words() -> None:
    with pytest.raises(Refused, match=r"segmenter version '99', .*install a newer version"):
        boundaries("abc", Unit.SENTENCE, version="99")
    assert boundaries("abc", Unit.SENTENCE, version=SEGMENTER_VERSION) == (Span.of(0, 3),)


def test_importing_the_room_loads_no_heavy_package() -> None:
    program = (
        "import sys, annotator.text\n"
        "heavy = {'regex', 'numpy', 'sqlite3', 'PySide6', 'click', 'charset_normalizer'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
