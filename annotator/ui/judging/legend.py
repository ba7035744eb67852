# SPDX-License-Identifier: MIT
"""Above the text: whose lane is which, and what the three looks of a lane mean."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import plain, words
from annotator.ui.judging.voices import Voices
from annotator.ui.text_view.coder_lanes import Shared
from annotator.ui.text_view.marks import CodeStyle
from annotator.ui.text_view.patterns import device_thickness, slanted, tile
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.surfaces import Surface, row

_SAMPLE = 24
_WORDS_FROM = 420


class _Sample(QWidget):
    """A piece of lane as it is drawn below the text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._style: CodeStyle | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_style(self, style: CodeStyle) -> None:
        """Show another look."""
        self._style = style
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line."""
        return QSize(self._theme.px(_SAMPLE), self._theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if self._style is None:
            return
        painter, ratio, thick = QPainter(self), self.devicePixelRatioF(), float(self._theme.px(3))
        if self._style.is_hatched:
            picture = slanted(self._style.colour, thickness=thick, ratio=ratio)
        else:
            picture = tile(self._style.pattern, self._style.colour, thickness=thick, ratio=ratio)
        tall = device_thickness(thick, ratio) / ratio
        painter.drawTiledPixmap(QRectF(0, round((self.height() - tall) / 2), self.width(), tall), picture)


class Legend(Surface):
    """Follows the article that is shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("page", line="bottom")
        self._theme = theme
        px = theme.px
        self.who = Elided(theme, role=Type.META, token="secondary")
        self._samples = {shared: _Sample(theme) for shared in Shared}
        self._words = {shared: plain.label(ink="secondary") for shared in Shared}
        line = row(self, margins=(px(24), 0, px(24), 0), gap=px(6))
        line.addWidget(self.who, 1)
        for shared in Shared:
            line.addSpacing(px(6))
            line.addWidget(self._samples[shared])
            self._words[shared].setFont(theme.font(Type.META))
            line.addWidget(self._words[shared])
        self.setFixedHeight(px(40))

    def tell(self, voices: Voices, styles: list[CodeStyle]) -> None:
        """Say whose lanes these are."""
        letters = [voice.letter for voice in voices.all]
        if any(voice.name for voice in voices.all):
            self.who.set_text(", ".join(voice.words for voice in voices.all))
        else:
            self.who.set_text(
                f"Blind: names hidden, order shuffled per article. Lanes in the order {', '.join(letters)}"
            )
        number = len(letters)
        self._words[Shared.ALL].setText(_ALL.get(number, f"All {number}"))
        self._words[Shared.SOME].setText("Two" if number == 3 else "Some")
        self._words[Shared.ONE].setText("One")
        for style in styles:
            self._samples[Shared(style.code)].show_style(style)
        for part in (self._samples[Shared.SOME], self._words[Shared.SOME]):
            part.setVisible(number > 2)
        for part in (self._samples[Shared.ALL], self._words[Shared.ALL]):
            part.setVisible(number > 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the samples where there is room for them beside the coders."""
        super().resizeEvent(event)
        self.who.setVisible(self.width() >= self._theme.px(_WORDS_FROM))


_ALL = {2: "Both", 3: "All three", 4: "All four", 5: "All five"}


def spoken_lanes(voices: Voices) -> str:
    """Say for a screen reader what stands below the lines."""
    return f"One lane per coder: {words.listed([voice.words for voice in voices.all])}"
