# SPDX-License-Identifier: MIT
"""Making coder files: for whom, where to, what goes in and what does not, and what was made."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import Coder, CoderId, KnownError
from annotator.operations import Board, HandedOut, HandOutRecord, Outcome
from annotator.ui import plain, words
from annotator.ui.dialogs import files
from annotator.ui.file_check import HeldButton
from annotator.ui.team.coder_ticks import CoderTicks
from annotator.ui.team.fields import head, small, tell
from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.team.team_desk import TeamDesk
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button, TickBox
from annotator.ui.widgets.surfaces import column, rule

GOES_IN = "Goes in: the articles, the codebook, that coder’s assignments and own work, your answers to it."
STAYS = "Stays here: everybody else’s names and work, your decisions, the history."


class HandOutPanel(QWidget):
    """The files are made in one piece: all that are ticked, or none."""

    def __init__(self, theme: Theme, desk: TeamDesk) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._folder: Path | None = None
        self._board: Board | None = None
        self._made: tuple[HandedOut, ...] = ()
        self.coders = CoderTicks(theme)
        self.folder = Button(theme, "Choose a folder…", icon="folder")
        self.where = small(theme)
        self.replace = TickBox(theme, "Replace files whose work is all merged")
        self.make = Button(theme, "Make coder files", kind="primary")
        self.missing = small(theme)
        self._held = HeldButton(desk.session.check, self.make, self.missing)
        self.result = LinesList(theme, name="Files that were made", grows=True)
        self.notes = small(theme)
        self.show_folder = Button(theme, "Show in folder", kind="quiet", icon="folder")
        self.before = LinesList(theme, name="Files made before", grows=True)
        self._lay_out()
        self._connect()
        self._allow()

    def _lay_out(self) -> None:
        px, theme = self._theme.px, self._theme
        whole = column(self)
        whole.addWidget(head(theme, "Make coder files"))
        lines = column(margins=(px(16), 0, px(16), px(12)), gap=px(8))
        for part in (self.coders, small(theme, GOES_IN), small(theme, STAYS), self.folder, self.where, self.replace):
            lines.addWidget(part)
        lines.addWidget(self.make)
        lines.addWidget(self.missing)
        whole.addLayout(lines)
        whole.addWidget(self.result)
        after = column(margins=(px(16), px(4), px(16), px(4)), gap=px(6))
        after.addWidget(self.notes)
        after.addWidget(self.show_folder)
        whole.addLayout(after)
        whole.addWidget(rule())
        whole.addWidget(head(theme, "Made before"))
        whole.addWidget(self.before)
        self._none = small(theme, "No coder file was made from this copy yet.")
        self._none.setContentsMargins(px(16), 0, px(16), px(16))
        whole.addWidget(self._none)
        for part in (self.where, self.notes, self.show_folder):
            part.hide()

    def _connect(self) -> None:
        self.coders.followers = (self.folder, self.replace, self.make, self.result, self.show_folder, self.before)
        self.coders.changed.connect(self._allow)
        self.folder.clicked.connect(self._choose_folder)
        self.make.clicked.connect(self._make)
        self.show_folder.clicked.connect(self._open_folder)
        self.result.entered_line.connect(lambda _: self._open_folder())

    @property
    def made(self) -> tuple[HandedOut, ...]:
        """What was made last."""
        return self._made

    def show_board(self, board: Board, *, people: Sequence[Coder], lead: CoderId) -> None:
        """Offer those who have something to code in the round."""
        self._board = board
        with_work = {total.coder.id for total in board.totals if total.assigned}
        self.coders.show_coders(
            [each for each in people if each.id != lead and not each.machine_made and each.id in with_work]
        )
        self._allow()

    def show_records(self, records: Sequence[HandOutRecord], *, names: dict[str, str]) -> None:
        """Show what was handed out before, the latest first."""
        self.before.show_lines(
            [
                ListLine(
                    f"{place}", names.get(each.coder, "unknown coder"), each.file, aside=words.moment_words(each.made)
                )
                for place, each in reversed(list(enumerate(records)))
            ]
        )
        self._none.setVisible(not records)

    def _allow(self) -> None:
        """Name what is missing beside the button."""
        ticked = len(self.coders.ticked)
        self.make.show_words(f"Make {words.counted(ticked, 'coder file')}" if ticked else "Make coder files")
        if not self.coders.boxes:
            self._held.allow(False, missing="Nobody has anything to code in this round: add people at the left.")
        elif not ticked:
            self._held.allow(False, missing="No coder is ticked.")
        else:
            self._held.allow(self._folder is not None, missing="" if self._folder else "No folder is chosen.")

    def _choose_folder(self) -> None:
        folder = files.ask_folder(self, "Choose a folder for the coder files")
        if folder is not None:
            self._folder = folder
            tell(self.where, f"In {folder}")
            self._allow()

    def _make(self) -> None:
        folder, board, coders, replace = self._folder, self._board, self.coders.ticked, self.replace.isChecked()
        if folder is None or board is None:
            return
        session = self._desk.session
        author = session.coder.id
        self._held.allow(
            False, missing=f"Making {words.counted(len(coders), 'file')}. Each is checked when it is done."
        )

        def refused(error: KnownError) -> None:
            self._allow()
            tell(self.notes, f"{plain.sentence_of(error)}")

        session.write(
            lambda project: operations.hand_out(
                project, author=author, directory=folder, coders=coders, round_name=board.round.name, replace=replace
            ),
            done=self._show_made,
            failed=refused,
        )

    def _show_made(self, outcome: Outcome[tuple[HandedOut, ...]]) -> None:
        self._made = outcome.value
        self.result.show_lines([_line(each) for each in self._made])
        notes = [f"{each.coder.name}: {note}" for each in self._made for note in each.notes]
        tell(self.notes, " ".join(notes))
        self.show_folder.show()
        self._allow()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _line(made: HandedOut) -> ListLine:
    note = f"{words.counted(made.documents, 'article')}, {words.counted(made.annotations, 'annotation')} of their own"
    return ListLine(made.coder.id, made.path.name, note, icon="finished")
