# SPDX-License-Identifier: MIT
"""Codes mapped by a table: what its lines would do, then one verb. Nothing is written before it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import KnownError
from annotator.operations import MappedPair
from annotator.ui import plain, words
from annotator.ui.dialogs import files
from annotator.ui.team.fields import small, tell
from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.team.team_desk import TeamDesk
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import column, row

ABOUT = "A table in CSV with the columns “from” and “to”; each line names two codes."
STANDS = "Everything in this table is so already."


class MappingTable(QWidget):
    """A button until a table is chosen; then its lines with what each concerns, and two verbs."""

    def __init__(self, theme: Theme, desk: TeamDesk) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._pairs: tuple[MappedPair, ...] = ()
        self._asked = 0
        self.choose = Button(theme, "From a table…", icon="file")
        self.list = LinesList(theme, name="What the table maps", grows=True)
        self.effect = small(theme, ABOUT)
        self.take = Button(theme, "")
        self.leave = Button(theme, "Leave it")
        self._verbs = QWidget()
        lines = column(self, gap=theme.px(8))
        for part in (self.choose, self.list, self.effect, self._verbs):
            lines.addWidget(part)
        verbs = row(self._verbs, gap=theme.px(8))
        verbs.addWidget(self.take, 1)
        verbs.addWidget(self.leave)
        self.choose.clicked.connect(self.ask)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._forget)
        self._show_pairs(())

    def ask(self) -> None:
        """Ask which table, and look into it."""
        path = files.ask_file(self, "Choose a table of codes", kinds=files.TABLES)
        if path is not None:
            self.look_into(path)

    def look_into(self, path: Path) -> None:
        """Show what a table would do."""
        self._show_pairs(())
        self._asked += 1
        mine = self._asked

        def refused(error: KnownError) -> None:
            if mine == self._asked:
                tell(self.effect, plain.sentence_of(error))

        self._desk.session.read(
            lambda project: operations.preview_code_mapping(project, path=path),
            done=lambda pairs: self._show(pairs) if mine == self._asked else None, failed=refused,
        )  # fmt: skip

    def _show(self, pairs: tuple[MappedPair, ...]) -> None:
        fresh = [each for each in pairs if not each.stands]
        self._show_pairs(pairs)
        self.take.show_words(f"Map {words.counted(len(fresh), 'code')}")
        self.take.setEnabled(bool(fresh))
        number = words.counted(sum(each.annotations for each in fresh), "annotation")
        tell(self.effect, f"{number} will count otherwise. Undo takes all of it back." if fresh else STANDS)
        (self.take if fresh else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_pairs(self, pairs: Sequence[MappedPair]) -> None:
        self._pairs = tuple(pairs)
        self.list.show_lines([_line(each) for each in pairs])
        self.list.setVisible(bool(pairs))
        self._verbs.setVisible(bool(pairs))

    def _take(self) -> None:
        pairs = {each.source.id: each.target.id for each in self._pairs}
        self._forget()
        self._desk.write(lambda project, author: operations.map_codes(project, author=author, pairs=pairs))

    def _forget(self) -> None:
        self._asked += 1
        self._show_pairs(())
        tell(self.effect, ABOUT)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(pair: MappedPair) -> ListLine:
    said = f"{words.short(pair.source.name)} counts as {words.short(pair.target.name)}"
    number = words.counted(pair.annotations, "annotation")
    return ListLine(str(pair.source.id), said, number, aside="Already so" if pair.stands else "New")
