# SPDX-License-Identifier: MIT
"""The look in force: one object that painted widgets ask for colours, fonts and lengths."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPixmap
from PySide6.QtWidgets import QApplication

from annotator.domain import Code
from annotator.ui import icons
from annotator.ui.theme import fonts
from annotator.ui.theme.contrast import nudged
from annotator.ui.theme.palette import palette
from annotator.ui.theme.style_sheet import style_sheet
from annotator.ui.theme.tokens import TABLES, Mode, Tokens

SYSTEM = "system"
CHOICES = (SYSTEM, *(mode.value for mode in Mode))


class Theme(QObject):
    """Follows the system or a user's choice; ``changed`` is emitted after the application wears the new look."""

    changed = Signal()

    def __init__(self, application: QApplication, *, choice: str = SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice if choice in CHOICES else SYSTEM
        self._mode = Mode.LIGHT
        self._serif = True
        self._family = application.font().family()
        self._scale = fonts.unit(QFontInfo(application.font()).pixelSize())
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._wear()

    @property
    def choice(self) -> str:
        """What the user chose: ``system`` or the name of a mode."""
        return self._choice

    @property
    def mode(self) -> Mode:
        """The mode in force."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return TABLES[self._mode]

    @property
    def serif(self) -> bool:
        """Whether articles and quotes are set in a serif."""
        return self._serif

    def choose(self, choice: str) -> None:
        """Take ``system`` or the name of a mode; anything else counts as ``system``."""
        self._choice = choice if choice in CHOICES else SYSTEM
        self._wear()

    def set_serif(self, serif: bool) -> None:
        """Choose the face of articles and quotes."""
        if serif != self._serif:
            self._serif = serif
            self.changed.emit()

    def px(self, length: float) -> int:
        """Turn a length at 100 % into pixels at the system's text size."""
        return round(length * self._scale)

    def colour(self, token: str) -> QColor:
        """Give the colour of a token in force."""
        return QColor(getattr(self.tokens, token))

    def code_colour(self, code: Code) -> str:
        """Give a code's colour for the mode in force, moved to 3:1 against the page where it has less."""
        if self._mode is Mode.HIGH_CONTRAST:
            return self.tokens.text
        own = code.colour if self._mode is Mode.LIGHT else code.colour_dark
        return nudged(own, against=self.tokens.page)

    def font(self, role: fonts.Type) -> QFont:
        """Give the interface font of a role."""
        return fonts.font(role, family=self._family, scale=self._scale)

    def reading_font(self, size: float) -> QFont:
        """Give the font of quotes at this size (pixels at 100 %)."""
        return fonts.reading_font(size_px=self.px(size), serif=self._serif, family=self._family)

    def pixmap(self, name: str, *, token: str = "text", size: int = 16, ratio: float = 1.0) -> QPixmap:
        """Give an icon in a token's colour; ``size`` counts at 100 %, ``ratio`` is the screen's."""
        key = (name, getattr(self.tokens, token), self.px(size), ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.drawn(name, QColor(key[1]), size_px=key[2], ratio=ratio)
        return self._pixmaps[key]

    def disabled_pixmap(self, name: str, *, ratio: float = 1.0) -> QPixmap:
        """Give an icon of something that cannot be used: paler, and struck out where colours carry nothing."""
        is_struck = self._mode is Mode.HIGH_CONTRAST
        if not is_struck:
            return self.pixmap(name, token="border", ratio=ratio)
        return icons.drawn(name, self.colour("disabled"), size_px=self.px(16), ratio=ratio, is_struck=True)

    def _follow(self) -> None:
        if self._choice == SYSTEM:
            self._wear()

    def _wear(self) -> None:
        scheme = self._application.styleHints().colorScheme()
        if self._choice == SYSTEM:
            self._mode = Mode.DARK if scheme == Qt.ColorScheme.Dark else Mode.LIGHT
        else:
            self._mode = Mode(self._choice)
        self._application.setFont(self.font(fonts.Type.BODY))
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens, scale=self._scale))
        self.changed.emit()
