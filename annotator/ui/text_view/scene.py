# SPDX-License-Identifier: MIT
"""What one open article shows at present: model, styles, sizes, what is selected; and the shapes made from them."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock

from annotator.domain import Pattern, Span
from annotator.ui.shortcuts import EXCLUDED_KEY
from annotator.ui.text_view.marks import CodeStyle, Mark
from annotator.ui.text_view.metrics import Metrics
from annotator.ui.text_view.model import ArticleModel
from annotator.ui.text_view.positions import Positions
from annotator.ui.text_view.segments import Segment
from annotator.ui.text_view.shapes import Looks, ShapeMaker, Shapes
from annotator.ui.theme.tokens import LIGHT, Tokens

SLAB_LINES = 100
"""Shapes are made for so many lines at a time; nearly every block is one slab, a huge paragraph is many."""

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class VisibleBlock:
    """A block in sight: its number, its top left corner in the viewport (px), and where the next one begins."""

    number: int
    origin: QPointF
    bottom: float
    block: QTextBlock


@dataclass(frozen=True, slots=True)
class Tint:
    """A fill behind some words: ``colour`` is ``#RRGGBB``, ``opacity`` from 0 to 1."""

    span: Span
    colour: str
    opacity: float


class Scene:
    """The state that painting reads. ``made`` counts the slabs whose shapes were made."""

    def __init__(self) -> None:
        self.model = ArticleModel("")
        self.positions = Positions("")
        self.metrics = Metrics()
        self.tokens: Tokens = LIGHT
        self.styles: Mapping[str, CodeStyle] = {}
        self.selected = ""
        self.hovered = ""
        self.preview: Span | None = None
        self.tints: tuple[Tint, ...] = ()
        self.made = 0
        self._slabs: dict[int, dict[int, Shapes]] = {}
        self._maker = ShapeMaker(self.positions, Looks(self.metrics, {}))

    @property
    def selected_mark(self) -> Mark | None:
        """The mark that is selected, if it is there."""
        return self.model.mark(self.selected)

    @property
    def is_high_contrast(self) -> bool:
        """Whether colours carry nothing: there is one for all text and all lanes."""
        return self.tokens.secondary == self.tokens.text

    def show(self, text: str, marks: Collection[Mark], positions: Positions) -> None:
        """Take another article."""
        self.model = ArticleModel(text, marks, ranks={style.code: style.order for style in self.styles.values()})
        self.positions = positions
        self.selected, self.hovered, self.preview, self.tints = "", "", None, ()
        self.refresh()

    def restyle(self, styles: Sequence[CodeStyle], tokens: Tokens) -> None:
        """Take other colours, patterns or names of codes."""
        self.styles = {style.code: style for style in styles}
        self.tokens = tokens
        self.model.rank({style.code: style.order for style in styles})
        self.refresh()

    def resize(self, metrics: Metrics) -> None:
        """Take other sizes."""
        self.metrics = metrics
        self.refresh()

    def refresh(self) -> None:
        """Drop all shapes: the width, the type or the looks have changed."""
        patterns = {style.code: style.pattern for style in self.styles.values()}
        self._maker = ShapeMaker(self.positions, Looks(self.metrics, patterns))
        self._slabs.clear()

    def change(self, *, removed: Collection[str], added: Sequence[Mark]) -> None:
        """Take marks out and put marks in; only the shapes of paragraphs that look different are dropped."""
        for numbers in self.model.change(removed=removed, added=added).ranges:
            if len(numbers) > len(self._slabs):
                for number in [known for known in self._slabs if known in numbers]:
                    del self._slabs[number]
            else:
                for number in numbers:
                    self._slabs.pop(number, None)
        if self.model.mark(self.selected) is None:
            self.selected = ""
        if self.model.mark(self.hovered) is None:
            self.hovered = ""

    def style(self, mark: Mark) -> CodeStyle:
        """Give the look of a mark's code; a region and an unknown code are grey."""
        known = self.styles.get(mark.code)
        if known is not None and not mark.is_region:
            return known
        name, initial = ("Excluded", EXCLUDED_KEY) if mark.is_region else ("Unknown code", "–")
        return CodeStyle(mark.code, name, initial, self.tokens.secondary, Pattern.SOLID, len(self.styles))

    def shapes(self, seen: VisibleBlock, *, top: float, bottom: float) -> Iterator[Shapes]:
        """Give the shapes of the lines of a block that lie between two heights (px) of the viewport."""
        slabs = self._slabs.setdefault(seen.number, {})
        count = seen.block.layout().lineCount()
        for number in self._slab_numbers(seen, count, top, bottom):
            if number not in slabs:
                lines = range(number * SLAB_LINES, min(count, (number + 1) * SLAB_LINES))
                slabs[number] = self._make(seen, lines)
            yield slabs[number]

    def pieces(self, seen: VisibleBlock, span: Span, *, top: float, bottom: float) -> list[Segment]:
        """Cut a span into its stretches on the lines of a block between two heights of the viewport."""
        paragraphs = self.model.paragraphs
        if span.end <= paragraphs.start(seen.number) or span.start >= paragraphs.end(seen.number):
            return []
        count = seen.block.layout().lineCount()
        slabs = self._slab_numbers(seen, count, top, bottom)
        lines = range(slabs.start * SLAB_LINES, min(count, slabs.stop * SLAB_LINES))
        return self._maker.pieces(seen.block, span, lines=lines, right_to_left=self._is_right_to_left(seen.number))

    def _make(self, seen: VisibleBlock, lines: range) -> Shapes:
        self.made += 1
        marks: Sequence[Mark] = self.model.codes_in(seen.number)
        layout, count = seen.block.layout(), seen.block.layout().lineCount()
        if len(lines) < count:
            first, last = layout.lineAt(lines.start), layout.lineAt(lines.stop - 1)
            start = self.positions.from_qt(seen.block.position() + first.textStart())
            end = self.positions.from_qt(seen.block.position() + last.textStart() + last.textLength())
            marks = [mark for mark in marks if mark.span.start < end and mark.span.end > start]
        lanes = self.model.lanes.of(seen.number)
        return self._maker.make(
            seen.block,
            marks,
            lanes={mark.id: lanes[mark.id] for mark in marks},
            lines=lines,
            right_to_left=self._is_right_to_left(seen.number),
        )

    def _slab_numbers(self, seen: VisibleBlock, count: int, top: float, bottom: float) -> range:
        if count <= SLAB_LINES:
            return range(1)
        layout, origin = seen.block.layout(), seen.origin.y()
        numbers = range((count - 1) // SLAB_LINES + 1)

        def slab_top(slab: int) -> float:
            return layout.lineAt(slab * SLAB_LINES).y() + origin

        first = max(0, bisect_left(numbers, top, key=slab_top) - 1)
        return range(first, max(first + 1, bisect_left(numbers, bottom, key=slab_top)))

    def _is_right_to_left(self, number: int) -> bool:
        paragraphs = self.model.paragraphs
        found = RIGHT_TO_LEFT.search(self.model.text, paragraphs.start(number), paragraphs.end(number))
        return found is not None
