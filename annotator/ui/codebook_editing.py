# SPDX-License-Identifier: MIT
"""The lead's way to the codebook: opens the editor for a code, stores what comes back, keeps the screens in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator import operations
from annotator.domain import Annotation, Code, Codebook, CodeId, Refused
from annotator.operations import Outcome

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.domain import KnownError
    from annotator.operations import Project
    from annotator.ui.article_desk import ArticleDesk
    from annotator.ui.dialogs.code_editor import CodeEditor
    from annotator.ui.docks.codebook import CodebookPanel
    from annotator.ui.menus import Menus
    from annotator.ui.session import Session
    from annotator.ui.theme.current import Theme

NO_CODE = "Go to a code in the codebook, or select a passage of it, to edit that code."


class CodebookEditing(QObject):
    """``recoloured`` when codes have another look than before."""

    recoloured = Signal()
    refused = Signal(object)

    def __init__(
        self, theme: Theme, session: Session, desk: ArticleDesk, panel: CodebookPanel, *, menus: Menus, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._desk = desk
        self._panel = panel
        self._menus = menus
        self._window = window
        self._shown: Codebook | None = None
        self._wanted = ""
        self._editor: CodeEditor | None = None
        panel.edit_asked.connect(self.edit)
        panel.new_asked.connect(self.new)

    @property
    def editor(self) -> CodeEditor | None:
        """The dialog that is open, or None."""
        return self._editor

    def follow(self) -> None:
        """Show the lead's entries to the lead only, and the codes as they are now."""
        is_lead = self._session.is_lead
        self._panel.let_edit(is_lead)
        self._menus.let_lead(is_lead)
        codebook = self._session.overview.codebook
        if self._shown is not None and codebook != self._shown:
            self.recoloured.emit()
        self._shown = codebook
        if self._wanted and self._panel.reveal(self._wanted):
            self._wanted = ""

    def new(self) -> None:
        """Open the editor on a new code."""
        self._open(None)

    def edit_here(self) -> None:
        """Open the editor on the code of the codebook that has the focus, else on that of the selected passage."""
        chosen = self._desk.chosen
        code = self._panel.focused_code or (str(chosen.code) if isinstance(chosen, Annotation) else "")
        if code:
            self.edit(code)
        else:
            self.refused.emit(Refused(NO_CODE))

    def edit(self, code: str) -> None:
        """Open the editor on a code of the project."""
        known = self._session.overview.codebook.by_id(CodeId(code))
        if known is not None:
            self._open(known)

    def _open(self, code: Code | None) -> None:
        if not self._session.is_lead or self._editor is not None:
            return
        from annotator.ui.dialogs.code_editor import CodeEditor

        editor = CodeEditor(self._theme, self._session.overview.codebook, code, self._window)
        self._editor = editor
        editor.submitted.connect(lambda made: self._store(made, is_new=code is None))
        editor.finished.connect(lambda _: self._closed())
        editor.open()

    def _closed(self) -> None:
        self._editor = None
        # Where the disk refused and the lead gave up, the status line must not go on saying "Not saved".
        if self._session.is_saved:
            self._session.note_typing(False)

    def _store(self, code: Code, *, is_new: bool) -> None:
        author = self._session.coder.id
        verb = operations.add_code if is_new else operations.change_code

        def store(project: Project) -> Outcome[Code | Refused]:
            try:
                outcome = verb(project, author=author, code=code)
            except Refused as refusal:
                # The editor shows it itself, beside what it is about.
                return Outcome(refusal)
            return Outcome(outcome.value, outcome.touched, outcome.verb)

        self._session.write(store, done=lambda outcome: self._stored(outcome.value), failed=self._failed)

    def _stored(self, answer: Code | Refused) -> None:
        if isinstance(answer, Refused):
            self._failed(answer)
            return
        self._wanted = answer.id
        self._session.refresh()
        if self._editor is not None:
            self._editor.accept()

    def _failed(self, error: KnownError) -> None:
        if self._editor is not None:
            self._editor.show_refusal(error)
