# SPDX-License-Identifier: MIT
"""The middle column: the article of the chosen difference, a lane per coder of its code, the difference in tint."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from annotator.domain import Code, CodeId, CodePoint, DocumentId, Span
from annotator.merging.adjudication_queue import Entry, Queue
from annotator.merging.clusters import joined
from annotator.ui import words
from annotator.ui.judging.desk import JudgedText
from annotator.ui.judging.kinds import common_spans
from annotator.ui.judging.legend import Legend, spoken_lanes
from annotator.ui.judging.voices import Voices
from annotator.ui.text_view.beside import Neighbour
from annotator.ui.text_view.coder_lanes import lane_marks, lane_styles
from annotator.ui.text_view.lanes_page import LanesPage
from annotator.ui.text_view.marks import CodeStyle, Mark, MarkKind
from annotator.ui.text_view.scene import Tint
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import ARTICLE_SIZE
from annotator.ui.widgets.surfaces import Surface, column

_TINT, _COMMON_TINT = 0.11, 0.13


class LanesPanel(Surface):
    """``picked(place of the lane, code point)`` for a click on a lane or on words that somebody marked."""

    picked = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__("page")
        self._theme = theme
        self.legend = Legend(theme)
        self.page = LanesPage()
        self.view = self.page.view
        self._document: DocumentId | None = None
        self._code: Code | None = None
        self._marks: dict[str, Mark] = {}
        self._voices: Voices | None = None
        lines = column(self)
        lines.addWidget(self.legend)
        lines.addWidget(self.page, 1)
        self.view.setAccessibleName("Article")
        self.view.picked.connect(self._picked)
        theme.changed.connect(self._dress)
        self.set_text_size(ARTICLE_SIZE)

    @property
    def span(self) -> Span | None:
        """What is selected in the text."""
        return self.view.current_span()

    @property
    def text(self) -> str:
        """The text that is shown."""
        return self.view.scene.model.text

    def set_text_size(self, size: int) -> None:
        """Set the article's type, in pixels at 100 % of the system's text size."""
        self.view.set_text_size(self._theme.px(size))

    def show_entry(self, entry: Entry, queue: Queue, read: JudgedText) -> None:
        """Show an article with the lanes of the entry's code, and the entry in tint; ``queue`` is the whole one."""
        voices = Voices(queue, queue.article(entry.document))
        code = next((each for each in queue.codes if each.id == entry.code), None)
        if code != self._code or self._voices is None or len(voices.all) != len(self._voices.all):
            self._code, self._voices = code, voices
            self._dress()
        self._voices = voices
        self.page.set_letters([voice.letter for voice in voices.all])
        self.legend.tell(voices, self._styles())
        self.view.setAccessibleDescription(spoken_lanes(voices))
        entries = queue.of(entry.document)
        marks = {mark.id: mark for mark in _marks(entries, entry.code, voices, read.excluded)}
        if entry.document != self._document:
            self._document = entry.document
            self.view.set_lane_room(len(voices.all))
            self.view.show_article(read.text, list(marks.values()), caret=CodePoint(min(entry.start, len(read.text))))
        elif marks != self._marks:
            gone = [each for each, mark in self._marks.items() if marks.get(each) != mark]
            self.view.change_marks(
                removed=gone, added=[mark for each, mark in marks.items() if self._marks.get(each) != mark]
            )
        self._marks = marks
        self.page.beside.show_neighbours(self._neighbours(entries, entry.code, queue, read.excluded))
        self._tint(entry)
        if entry.start < entry.end:
            self.view.reveal_high(Span.of(entry.start, entry.end))

    def show_nothing(self) -> None:
        """Show an empty page."""
        self._document, self._marks = None, {}
        self.view.show_article("", [])
        self.page.beside.show_neighbours(())

    def select(self, span: Span) -> None:
        """Select words in the text."""
        self.view.select_span(span)
        self.view.reveal_high(span)

    def take_focus(self) -> bool:
        """Put the focus on the text."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _tint(self, entry: Entry) -> None:
        colour = self._theme.code_colour(self._code) if self._code is not None else self._theme.tokens.secondary
        versions = [version.spans for version in entry.versions]
        covered = joined(span for spans in versions for span in spans)
        if not covered and entry.decision is not None:
            covered = entry.decision.spans
        tints = [Tint(span, colour, _TINT) for span in covered]
        if len(versions) > 1:
            tints += [Tint(span, colour, _COMMON_TINT) for span in common_spans(versions)]
        self.view.show_tints(tints)

    def _styles(self) -> list[CodeStyle]:
        tokens = self._theme.tokens
        colour = self._theme.code_colour(self._code) if self._code is not None else tokens.text
        return lane_styles(calm=tokens.border, colour=colour, is_strong=tokens.secondary == tokens.text)

    def _dress(self) -> None:
        """Wear the colours in force."""
        self.view.set_styles(self._styles(), self._theme.tokens)
        self.view.set_serif(self._theme.serif)
        if self._voices is not None:
            self.legend.tell(self._voices, self._styles())

    def _neighbours(
        self, entries: Sequence[Entry], code: CodeId, queue: Queue, excluded: Sequence[Span]
    ) -> list[Neighbour]:
        looks = {
            each.id: (words.short(each.short_name or each.name), self._theme.code_colour(each)) for each in queue.codes
        }
        found = [
            Neighbour(Span.of(entry.start, entry.end), *looks[entry.code])
            for entry in entries
            if entry.code != code and entry.code in looks and entry.start < entry.end
        ]
        found += [Neighbour(span, "Excluded", "") for span in excluded]
        return sorted(found, key=lambda each: each.span)

    def _picked(self, mark_id: str) -> None:
        mark = self._marks.get(mark_id)
        if mark is not None and mark.lane is not None:
            self.picked.emit(mark.lane, mark.span.start)


def _marks(entries: Sequence[Entry], code: CodeId, voices: Voices, excluded: Sequence[Span]) -> list[Mark]:
    """Give the pieces of all lanes of one code, and the excluded regions."""
    lanes = [
        joined(
            span
            for entry in entries
            if entry.code == code
            for version in entry.versions
            if version.coder == voice.coder
            for span in version.spans
        )
        for voice in voices.all
    ]
    marks = lane_marks(lanes, names=[voice.words for voice in voices.all])
    marks += [Mark(f"excluded {span.start}", span, "", kind=MarkKind.REGION, own=False) for span in excluded]
    return marks
