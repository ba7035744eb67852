# SPDX-License-Identifier: MIT
from annotator.domain import Span
from annotator.text.boundaries import Edge, Unit
from annotator.ui.text_view.edges import dragged, nudged, place_of, with_edge

TEXT = "She trusts him. He does not know. \U0001f468\u200d\U0001f469 ok"


def words(span: Span | None) -> str | None:
    return None if span is None else TEXT[span.start : span.end]


def span_of(part: str) -> Span:
    return Span.of(TEXT.index(part), TEXT.index(part) + len(part))


def test_an_end_moves_by_words_and_never_stands_beside_white_space() -> None:
    span = span_of("trusts him")
    assert words(nudged(TEXT, span, edge=Edge.END, unit=Unit.WORD, direction=-1)) == "trusts"
    assert words(nudged(TEXT, span, edge=Edge.START, unit=Unit.WORD, direction=1)) == "him"
    assert words(nudged(TEXT, span, edge=Edge.START, unit=Unit.WORD, direction=-1)) == "She trusts him"


def test_an_end_moves_by_whole_graphemes() -> None:
    start = TEXT.index("\U0001f468")
    span = Span.of(start - 1, start)
    assert nudged(TEXT, span, edge=Edge.END, unit=Unit.CHARACTER, direction=1) == Span.of(start - 1, start + 3)


def test_an_end_that_would_leave_nothing_stays() -> None:
    assert nudged(TEXT, Span.of(0, 1), edge=Edge.END, unit=Unit.CHARACTER, direction=-1) is None
    assert nudged(TEXT, Span.of(0, 1), edge=Edge.START, unit=Unit.CHARACTER, direction=-1) is None
    assert with_edge(Span.of(2, 5), Edge.START, 5) is None


def test_a_drawn_end_snaps_alone() -> None:
    span = span_of("rusts him")
    assert words(dragged(TEXT, span, edge=Edge.END, unit=Unit.SENTENCE, position=20)) == "rusts him. He does not know."
    assert words(dragged(TEXT, span, edge=Edge.START, unit=Unit.WORD, position=2)) == "She trusts him"
    assert words(dragged(TEXT, span, edge=Edge.END, unit=Unit.CHARACTER, position=10)) == "rusts"
    assert dragged(TEXT, span, edge=Edge.END, unit=Unit.CHARACTER, position=2) is None


def test_the_place_of_an_end() -> None:
    assert [place_of(Span.of(2, 5), edge) for edge in (Edge.START, Edge.END)] == [2, 5]
