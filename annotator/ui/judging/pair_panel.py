# SPDX-License-Identifier: MIT
"""Two coders side by side with all their codes; one text scrolls with the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from annotator.domain import CoderId, DocumentId, Span
from annotator.merging.adjudication_queue import Entry, Queue
from annotator.ui.code_styles import styles_of
from annotator.ui.judging.desk import JudgedText
from annotator.ui.judging.voices import Voice, Voices
from annotator.ui.text_view.lanes_view import LanesView
from annotator.ui.text_view.marks import CodeStyle, Mark, MarkKind
from annotator.ui.text_view.metrics import FEWEST_LANES, MOST_LANES
from annotator.ui.text_view.model import ArticleModel
from annotator.ui.text_view.page import ReadingPage
from annotator.ui.text_view.scene import Tint
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import ARTICLE_SIZE
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.surfaces import Surface, column, row, rule

_TINT = 0.16


class _Side(Surface):
    """One coder: who, and the text with this coder's lanes."""

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__("page")
        px = theme.px
        self.coder = Choice(theme, name=name)
        self.page = ReadingPage(kind=LanesView)
        self.view: LanesView = self.page.view  # type: ignore[assignment]  # the page was asked for this kind
        self.view.setAccessibleName(f"{name}: article")
        head = Surface("page", line="bottom")
        row(head, margins=(px(16), px(4), px(16), px(4))).addWidget(self.coder)
        lines = column(self)
        lines.addWidget(head)
        lines.addWidget(self.page, 1)


class PairPanel(Surface):
    """``pair_chosen`` when the user chose another coder for a side; ``picked(code point)`` for a click on a passage."""

    pair_chosen = Signal()
    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__("page")
        self._theme = theme
        self.sides = (_Side(theme, name="Left coder"), _Side(theme, name="Right coder"))
        self._document: DocumentId | None = None
        self._is_following = False
        line = row(self)
        line.addWidget(self.sides[0], 1)
        line.addWidget(rule(down=True))
        line.addWidget(self.sides[1], 1)
        for side, other in (self.sides, self.sides[::-1]):
            side.view.verticalScrollBar().valueChanged.connect(
                lambda value, other=other: self._follow(other.view, value)
            )
            side.coder.activated.connect(lambda _: self.pair_chosen.emit())
            side.view.picked.connect(lambda mark, side=side: self._tell(side.view, mark))
            side.view.set_text_size(theme.px(ARTICLE_SIZE))

    @property
    def pair(self) -> tuple[CoderId, CoderId]:
        """Who is looked at."""
        left, right = self.sides
        return CoderId(left.coder.value), CoderId(right.coder.value)

    def show_entry(self, entry: Entry, queue: Queue, read: JudgedText, *, wanted: Sequence[CoderId] = ()) -> None:
        """Show the article with all codes of two coders: the wanted ones, else those who stay or the first two."""
        voices = Voices(queue, queue.article(entry.document))
        pair = self._offer(voices, wanted)
        styles = styles_of(queue.codes, self._theme)
        entries = queue.of(entry.document)
        marks = [_marks(entries, voice, read.excluded) for voice in pair]
        room = max((_depth(read.text, each, styles) for each in marks), default=FEWEST_LANES)
        top = self.sides[0].view.verticalScrollBar().value() if entry.document == self._document else 0
        for side, own in zip(self.sides, marks, strict=False):
            side.view.set_styles(styles, self._theme.tokens)
            side.view.set_serif(self._theme.serif)
            side.view.set_lane_room(room)
            side.view.show_article(read.text, own)
            side.view.verticalScrollBar().setValue(top)
        self._document = entry.document
        self.tint(entry, colour=next((style.colour for style in styles if style.code == entry.code), ""))

    def tint(self, entry: Entry, *, colour: str) -> None:
        """Tint what each of the two marked, and bring the passage into sight on both sides."""
        if entry.start >= entry.end:
            return
        for side, coder in zip(self.sides, self.pair, strict=True):
            version = entry.version(coder)
            spans = version.spans if version is not None else ()
            side.view.show_tints([Tint(span, colour or self._theme.tokens.secondary, _TINT) for span in spans])
        self.sides[0].view.reveal_high(Span.of(entry.start, entry.end))

    def take_focus(self) -> bool:
        """Put the focus on the left text."""
        self.sides[0].view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _offer(self, voices: Voices, wanted: Sequence[CoderId]) -> list[Voice]:
        known = {voice.coder: voice for voice in voices.all}
        stays = [coder for coder in self.pair if coder in known]
        chosen = [coder for coder in wanted if coder in known] if len(wanted) > 1 else stays
        chosen += [coder for coder in known if coder not in chosen]
        for side, coder in zip(self.sides, chosen[:2], strict=False):
            side.coder.blockSignals(True)
            side.coder.clear()
            for voice in voices.all:
                side.coder.addItem(voice.words, str(voice.coder))
            side.coder.setCurrentIndex(side.coder.findData(str(coder)))
            side.coder.blockSignals(False)
        return [known[coder] for coder in chosen[:2]]

    def _follow(self, other: LanesView, value: int) -> None:
        if not self._is_following:
            self._is_following = True
            other.verticalScrollBar().setValue(value)
            self._is_following = False

    def _tell(self, view: LanesView, mark_id: str) -> None:
        mark = view.scene.model.mark(mark_id)
        if mark is not None:
            self.picked.emit(mark.span.start)


def _marks(entries: Sequence[Entry], voice: Voice, excluded: Sequence[Span]) -> list[Mark]:
    marks = [
        Mark(f"{entry.code} {span.start} {span.end}", span, entry.code, own=False, coder=voice.words)
        for entry in entries
        if (version := entry.version(voice.coder)) is not None
        for span in version.spans
    ]
    marks += [Mark(f"excluded {span.start}", span, "", kind=MarkKind.REGION, own=False) for span in excluded]
    return list({mark.id: mark for mark in marks}.values())


def _depth(text: str, marks: Sequence[Mark], styles: Sequence[CodeStyle]) -> int:
    """Count the lanes that the deepest paragraph needs: both texts get as many, or they would not scroll alike."""
    model = ArticleModel(text, marks, ranks={style.code: style.order for style in styles})
    deepest = max((model.lanes.depth(number) for number in range(len(model.paragraphs))), default=0)
    return max(FEWEST_LANES, min(deepest, MOST_LANES))
