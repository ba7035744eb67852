# SPDX-License-Identifier: MIT
"""What each coder marked, those together who marked the same; above it what was decided before things changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.domain import Span
from annotator.merging.adjudication_queue import Entry, Version
from annotator.merging.decision_matching import ClusterState
from annotator.ui import plain, words
from annotator.ui.judging.kinds import NameOf, common_spans, verdict_words
from annotator.ui.judging.tinted_quote import TintedQuote
from annotator.ui.judging.voices import Voice, Voices, grouped
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.keyed_button import KeyedButton
from annotator.ui.widgets.surfaces import column, row, rule

_MOST_KEYS = 9


@dataclass(frozen=True, slots=True)
class Shown:
    """What a list of versions is made of: the difference, whose it is, the article's text, the code's colour."""

    entry: Entry
    voices: Voices
    text: str
    colour: str
    name_of: NameOf


class _Card(QWidget):
    """One version: who, how long, the words; and where one judges the button that takes it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        self.who = Elided(theme, role=Type.STRONG)
        self.count = plain.label(ink="secondary")
        self.count.setFont(theme.font(Type.META))
        self.quote = TintedQuote(theme)
        self.memo = plain.label(ink="secondary", wrap=True)
        self.memo.setFont(theme.font(Type.META))
        self.button: KeyedButton | None = None
        self.head = row(gap=px(8))
        self.head.addWidget(self.who)
        self.head.addWidget(self.count)
        self.head.addStretch(1)
        lines = column(self, margins=(px(16), px(8), px(16), px(10)), gap=px(4))
        lines.addLayout(self.head)
        lines.addWidget(self.quote)
        lines.addWidget(self.memo)

    def show_button(self, button: KeyedButton | None) -> None:
        """Put another button at the right end, or none."""
        if self.button is not None:
            self.head.removeWidget(self.button)
            self.button.hide()
            self.button.deleteLater()
        self.button = button
        if button is not None:
            self.head.addWidget(button)


class Versions(QWidget):
    """``taken(coder)`` asks for a version, ``kept`` for what was decided before. ``judging`` shows the buttons."""

    taken = Signal(object)
    kept = Signal()

    def __init__(self, theme: Theme, *, judging: bool) -> None:
        super().__init__()
        self._theme = theme
        self._judging = judging
        self._cards: list[_Card] = []
        self._rules: list[QWidget] = []
        self.silent = plain.label(ink="secondary", wrap=True)
        self.silent.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(8))
        self._lines = column(self)
        self._lines.addWidget(self.silent)

    @property
    def cards(self) -> tuple[_Card, ...]:
        """The cards that are shown, from the top."""
        return tuple(card for card in self._cards if not card.isHidden())

    def show_versions(self, shown: Shown, *, may_take: bool) -> None:
        """Show what there is; where nothing can be decided the buttons are dimmed."""
        entry, voices = shown.entry, shown.voices
        together = grouped(entry)
        common = common_spans([versions[0].spans for versions in together]) if len(together) > 1 else ()
        former = self._former(shown)
        for place in range(max(len(self._cards), len(together) + len(former))):
            card = self._card(place)
            is_shown = place < len(together) + len(former)
            card.setVisible(is_shown)
            self._rules[place].setVisible(is_shown)
            if not is_shown:
                continue
            if place < len(former):
                self._show_former(card, shown, *former[place], may_take=may_take)
            else:
                self._show_version(card, shown, together[place - len(former)], common, may_take=may_take)
        said = f"{voices.letters(entry.silent)} marked nothing here." if entry.silent else ""
        self.silent.setText(said)
        self.silent.setVisible(bool(said))

    def _card(self, place: int) -> _Card:
        while len(self._cards) <= place:
            card, line = _Card(self._theme), rule()
            self._cards.append(card)
            self._rules.append(line)
            before = self._lines.count() - 1
            self._lines.insertWidget(before, card)
            self._lines.insertWidget(before + 1, line)
        return self._cards[place]

    def _former(self, shown: Shown) -> list[tuple[str, Sequence[Span]]]:
        """Give what was decided, where it is to be looked at again: words and spans."""
        entry = shown.entry
        if entry.state is not ClusterState.TO_REVIEW:
            return []
        decisions = [*([entry.decision] if entry.decision is not None else []), *entry.former]
        return [(verdict_words(each, shown.voices, shown.name_of), each.spans) for each in decisions]

    def _show_former(self, card: _Card, shown: Shown, said: str, spans: Sequence[Span], *, may_take: bool) -> None:
        card.who.set_text("Before")
        card.count.setText(f"{said}, {_characters(spans)}" if spans else said)
        card.quote.show_spans(shown.text, spans, common=(), colour=shown.colour)
        card.memo.hide()
        button = None
        if self._judging and spans:
            button = KeyedButton(self._theme, "Keep", keys=["K"], kind="quiet")
            button.clicked.connect(self.kept)
            button.setEnabled(may_take)
        card.show_button(button)

    def _show_version(
        self, card: _Card, shown: Shown, versions: Sequence[Version], common: Sequence[Span], *, may_take: bool
    ) -> None:
        voices = [voice for each in versions if (voice := _voice(shown.voices, each)) is not None]
        card.who.set_text(", ".join(voice.words for voice in voices))
        card.count.setText(_characters(versions[0].spans))
        card.quote.show_spans(shown.text, versions[0].spans, common=common, colour=shown.colour)
        memos = [f"{shown.voices.letter(each.coder)}: {memo}" for each in versions for memo in each.memos]
        card.memo.setText(plain.cut(". ".join(memos), longest=400))
        card.memo.setVisible(bool(memos))
        card.show_button(self._take_button(voices, may_take=may_take) if self._judging and voices else None)

    def _take_button(self, voices: Sequence[Voice], *, may_take: bool) -> KeyedButton:
        letters = [voice.letter for voice in voices]
        said = f"Take {' or '.join(letters)}" if len(letters) < 3 else f"Take {letters[0]} to {letters[-1]}"
        keys = [str(voice.place + 1) for voice in voices if voice.place < _MOST_KEYS]
        button = KeyedButton(self._theme, said, keys=keys[:3], kind="quiet")
        button.clicked.connect(lambda: self.taken.emit(voices[0].coder))
        button.setEnabled(may_take)
        return button


def _voice(voices: Voices, version: Version) -> Voice | None:
    return next((voice for voice in voices.all if voice.coder == version.coder), None)


def _characters(spans: Sequence[Span]) -> str:
    said = words.counted(sum(span.length for span in spans), "character")
    return f"{said} in {len(spans)} spans" if len(spans) > 1 else said
