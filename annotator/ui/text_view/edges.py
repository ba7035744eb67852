# SPDX-License-Identifier: MIT
"""Moving one end of a span and leaving the other where it is; over the stored text, never a widget's words. Pure."""

from annotator.domain import CodePoint, Span
from annotator.text.boundaries import Edge, Unit, next_boundary, snapped


def place_of(span: Span, edge: Edge) -> CodePoint:
    """Give where an end of a span lies."""
    return span.start if edge is Edge.START else span.end


def with_edge(span: Span, edge: Edge, position: int) -> Span | None:
    """Give the span with one end elsewhere, or None where nothing would be left of it."""
    start, end = (position, span.end) if edge is Edge.START else (span.start, position)
    return Span.of(start, end) if 0 <= start < end else None


def nudged(text: str, span: Span, *, edge: Edge, unit: Unit, direction: int) -> Span | None:
    """Give the span with one end moved on by a unit, or None where it cannot go there."""
    place = next_boundary(text, place_of(span, edge), unit, direction, edge=edge)
    return None if place == place_of(span, edge) else with_edge(span, edge, place)


def dragged(text: str, span: Span, *, edge: Edge, unit: Unit, position: int) -> Span | None:
    """Give the span with one end drawn to a position and grown there to a whole unit; the other end stays."""
    drawn = with_edge(span, edge, position)
    return None if drawn is None else with_edge(span, edge, place_of(snapped(text, drawn, unit), edge))
