# SPDX-License-Identifier: MIT
r"""Graphemes against the ``\X`` of the package regex over whole texts."""

import subprocess
import sys
from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from text.strategies import texts

from annotator.text.graphemes import grapheme_end, grapheme_spans, grapheme_start, may_join, whole_graphemes

FAMILY = "👩\u200d👩\u200d👧"


def _clusters(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in regex.finditer(r"\X", text)]


# Planes of ideographs, precomposed Hangul and private use hold one kind of character each: a sample will do.
UNIFORM = ((0x3400, 0x9FFF), (0xAC00, 0xD7A3), (0xD800, 0xF8FF), (0x20000, 0xDFFFF), (0xE1000, 0x10FFFF))
EVERY_KIND = [
    chr(code)
    for code in range(0x110000)
    if not 0xD800 <= code < 0xE000 and (code % 997 == 0 or not any(first <= code <= last for first, last in UNIFORM))
]


@pytest.mark.parametrize(
    "neighbour", ["a", "\n", "中", "😀", "한", "ᄀ", "ᅡ", "क", "्", "\u200d", "🇫", "\u0600"], ids=ascii
)
def test_what_cannot_join_is_a_boundary(neighbour: str) -> None:
    """Only where ``may_join`` says True may two be one cluster: characters of every kind, on both sides."""
    cluster = regex.compile(r"\X")
    pairs = [pair for each in EVERY_KIND for pair in (each + neighbour, neighbour + each)]
    apart = [pair for pair in pairs if not may_join(pair[0], pair[1])]
    assert [ascii(pair) for pair in apart if cluster.match(pair).end() != 1] == []


def test_what_the_news_is_made_of_never_joins() -> None:
    line = "“Li (李克強)” – he said… ‘no’—over €5 bn 😀 naïve Ünal שלום Москва 한국"
    assert [ascii(pair) for pair in pairwise(line) if may_join(*pair)] == []


@given(texts)
def test_the_grapheme_around_every_position(text: str) -> None:
    edges = {0, len(text)} | {edge for span in _clusters(text) for edge in span}
    for position in range(len(text) + 1):
        assert grapheme_start(text, position) == max(edge for edge in edges if edge <= position)
        assert grapheme_end(text, position) == min(edge for edge in edges if edge >= position)


def test_known_clusters() -> None:
    text = f"e\u0301{FAMILY}🇫🇷🇩🇪👍🏽한"
    assert [text[s:e] for s, e in grapheme_spans(text, 0, len(text))] == ["e\u0301", FAMILY, "🇫🇷", "🇩🇪", "👍🏽", "한"]
    assert grapheme_start(text, 4) == 2
    assert grapheme_end(text, 4) == 2 + len(FAMILY)


@given(texts, st.data())
def test_spans_grow_to_whole_graphemes_and_stay_disjoint(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    grown = whole_graphemes(text, spans)
    cluster_edges = {0, len(text)} | {edge for span in _clusters(text) for edge in span}
    assert all(edge in cluster_edges for span in grown for edge in span)
    assert all(before[1] <= after[0] for before, after in pairwise(grown))
    for start, end in spans:
        assert any(first <= start and end <= last for first, last in grown)
    covered = sum(end - start for start, end in grown)
    needed = {c for c in _clusters(text) if any(c[0] < end and start < c[1] for start, end in spans)}
    assert covered == sum(end - start for start, end in needed)


def test_spans_that_meet_in_one_grapheme_become_one() -> None:
    assert whole_graphemes("ae\u0301b", [(0, 2), (2, 4)]) == [(0, 4)]
    assert whole_graphemes("ae\u0301b", [(0, 1), (3, 4)]) == [(0, 1), (3, 4)]
    assert whole_graphemes("ab", []) == []


def test_a_long_pile_of_marks_is_segmented_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is counted, not timed: one pass over the text however many edges fall into the pile."""
    passes = []
    monkeypatch.setattr(
        "annotator.text.graphemes.grapheme_spans",
        lambda text, start, end: passes.append(end - start) or grapheme_spans(text, start, end),
    )
    text = " \u0301" * 1000
    whole_graphemes(text, [(edge, edge + 1) for edge in range(0, 2000, 2)])
    assert passes == [2000]


@pytest.mark.parametrize("before", ["", "a", "\u0600", "\u200d", "🇫a", "é"])
@pytest.mark.parametrize("flags", [31, 32, 33, 64, 99])
@pytest.mark.parametrize("after", ["", "\u0301b", "a", "\ufe0f🇫"])
def test_long_runs_of_flags_are_cut_between_two(before: str, flags: int, after: str) -> None:
    text = before + "🇫" * flags + after
    assert grapheme_spans(text, 0, len(text)) == _clusters(text)


def test_ordinary_text_does_not_import_regex() -> None:
    program = (
        "import sys; from annotator.text import *; t = 'Mr. Li (李克強) said: “No.” Then—he left…\\n\\nThe end.'\n"
        "for unit in (Unit.WORD, Unit.SENTENCE, Unit.PARAGRAPH): boundaries(t, unit)\n"
        "[next_boundary(t, p, Unit.CHARACTER, d) for p in range(len(t)) for d in (1, -1)]\n"
        "assert 'regex' not in sys.modules\n"
        "boundaries('e\\u0301', Unit.CHARACTER); assert 'regex' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
