# SPDX-License-Identifier: MIT
"""The dialog in which the lead writes a new code or changes one. It gathers; one verb stores what it gathered."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.domain import Code, Codebook, CodeId, KnownError
from annotator.operations import free_keys
from annotator.ui import plain
from annotator.ui.dialogs.code_fields import CodeFields
from annotator.ui.dialogs.code_preview import CodePreview
from annotator.ui.theme.code_colours import free_look
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.form import FieldNote
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row

UNCHANGED = "Nothing is changed yet."
_WIDTH, _HEIGHT, _EDGE, _IN_SIGHT = 560, 720, 24, 96


class CodeEditor(QDialog):
    """``submitted(Code)`` when the primary button is pressed; the caller stores it and answers.

    The answer is :meth:`accept` or :meth:`show_refusal`. ``code`` is None for a new one.
    """

    submitted = Signal(object)

    def __init__(self, theme: Theme, codebook: Codebook, code: Code | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_new = code is None
        self._given = proposal(codebook) if code is None else code
        self._is_busy = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        words = "New code" if code is None else "Edit code"
        self.setWindowTitle(words)
        self._title = plain.label(words)
        self._title.setFont(theme.font(Type.TITLE))
        self._preview = CodePreview(theme)
        self.fields = CodeFields(theme, codebook, self._given, is_new=self._is_new)
        self.note = FieldNote(theme)
        self.save = Button(theme, "Add code" if code is None else "Save changes", kind="primary")
        self.cancel = Button(theme, "Cancel")
        self._lay_out()
        self._size_to(parent)
        self.save.setDefault(True)
        self.save.clicked.connect(self._submit)
        self.cancel.clicked.connect(self.reject)
        self.fields.changed.connect(self._follow)
        self._follow()
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_in_sight)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the caret behind a name that is there already: Qt selects all of it, and one letter would replace it."""
        super().showEvent(event)
        QTimer.singleShot(0, self.fields.name, lambda: self.fields.name.end(False))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter stores from the fields of several lines too, where Enter begins a line."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._submit()
        else:
            super().keyPressEvent(event)

    def show_refusal(self, error: KnownError) -> None:
        """Say why the code was not stored; everything written stays, and it may be tried again."""
        self._is_busy = False
        self._follow()
        self.note.tell(plain.sentence_of(error))

    def _lay_out(self) -> None:
        px = self._theme.px
        edge = px(_EDGE)
        head = Surface("panel", line="bottom")
        line = row(head, margins=(edge, px(12), edge, px(12)), gap=px(16))
        line.addWidget(self._title)
        line.addWidget(self._preview, 1)
        content = QWidget()
        column(content, margins=(edge, px(16), edge, px(24))).addWidget(self.fields)
        foot = Surface("panel", line="top")
        actions = row(foot, margins=(edge, px(12), edge, px(12)), gap=px(10))
        actions.addWidget(self.note, 1)
        actions.addStretch(0)
        actions.addWidget(self.cancel)
        actions.addWidget(self.save)
        whole = column(self)
        whole.addWidget(head)
        self._content = content
        self._scroll = Scroll(content)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(foot)

    def _size_to(self, parent: QWidget) -> None:
        """Take the size that suits the fields, but never more than the screen has."""
        px, room = self._theme.px, parent.screen().availableGeometry()
        edge = px(_EDGE)
        wanted = QSize(px(_WIDTH), px(_HEIGHT))
        self.resize(wanted.boundedTo(QSize(room.width() - edge, room.height() - 2 * edge)))
        self.setMinimumSize(QSize(px(420), px(280)).boundedTo(self.size()))

    def _keep_in_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the focus, once a card that was just added has its place."""
        if now is not None and self._content.isAncestorOf(now):
            QTimer.singleShot(0, now, lambda: self._scroll.ensureWidgetVisible(now, 0, self._theme.px(_IN_SIGHT)))

    def _follow(self) -> None:
        """Show the code as it would be; let it be stored once nothing is wrong, and say beside the button what is."""
        code, faults = self.fields.value, self.fields.faults
        self._preview.show_code(code)
        changed = self._is_new or code != self._given
        self.save.setEnabled(changed and not faults and not self._is_busy)
        self.note.tell("")
        missing = faults[0].sentence if faults else ""
        self.note.show_hint(missing if changed else UNCHANGED)

    def _submit(self) -> None:
        if self._is_busy:
            return
        if self.fields.faults:
            self.fields.show_all_faults()
        elif self.save.isEnabled():
            self._is_busy = True
            self._follow()
            self.submitted.emit(self.fields.value)


def proposal(codebook: Codebook) -> Code:
    """Begin a new code: the first free digit, the first free colour and pattern, no name."""
    nobody = CodeId("")
    pair, pattern = free_look(codebook, code=nobody)
    digits = [key for key in free_keys(codebook, code=nobody) if key.isdigit()]
    return Code(
        id=nobody, name="", short_name="", shortcut=digits[0] if digits else "",
        colour=pair.light, colour_dark=pair.dark, pattern=pattern,
    )  # fmt: skip
