# SPDX-License-Identifier: MIT
"""Assigning: the selected block of the board, a rule with what it would give each coder, or a table."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator import operations
from annotator.domain import Coder, CoderId
from annotator.operations import Assigned, AssignmentRule, Board
from annotator.ui import words
from annotator.ui.dialogs import files
from annotator.ui.team.board_view import Block
from annotator.ui.team.coder_ticks import CoderTicks
from annotator.ui.team.fields import NumberField, head, named, small, tell
from annotator.ui.team.team_desk import TeamDesk
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.keyed_button import KeyedButton
from annotator.ui.widgets.surfaces import column, row, rule

_LARGEST_SEED = 999_999
_EVERYBODY = "Nobody is assigned anything in this round: everybody codes every article."
_NO_CODER = "Tick a coder to see what a rule would give."


class AssignPanel(QWidget):
    """``assign_asked`` and ``unassign_asked`` are for the selected cells of the board."""

    assign_asked = Signal()
    unassign_asked = Signal()

    def __init__(self, theme: Theme, desk: TeamDesk) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._board: Board | None = None
        self._people: Sequence[Coder] = ()
        self._table: Path | None = None
        self._wish = 0
        self.selected = small(theme)
        self.assign = KeyedButton(theme, "Assign", keys=("A",))
        self.unassign = KeyedButton(theme, "Take away", keys=("U",))
        self.coders = CoderTicks(theme)
        self.each = NumberField(theme, 2, least=1, most=999)
        self.everybody = NumberField(theme, 0, least=0, most=99_999)
        self.seed = NumberField(theme, 1, least=0, most=_LARGEST_SEED)
        self.preview = small(theme, ink="")
        self.by_rule = Button(theme, "Assign by this rule")
        self.choose_table = Button(theme, "From a table…", icon="file")
        self.table_preview = small(theme, ink="")
        self.by_table = Button(theme, "Assign what it says")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px, theme = self._theme.px, self._theme
        whole = column(self)
        whole.addWidget(head(theme, "Selected cells"))
        block = column(margins=(px(16), 0, px(16), px(12)), gap=px(8))
        block.addWidget(self.selected)
        block.addLayout(self._verbs())
        whole.addLayout(block)
        whole.addWidget(rule())
        whole.addWidget(head(theme, "By rule, at random"))
        chance = column(margins=(px(16), 0, px(16), px(12)), gap=px(8))
        chance.addWidget(self.coders)
        chance.addLayout(named(theme, "Coders for each article", self.each))
        chance.addLayout(named(theme, "Articles for everybody", self.everybody))
        chance.addLayout(named(theme, "Seed (the same gives the same)", self.seed))
        chance.addWidget(self.preview)
        chance.addWidget(self.by_rule)
        whole.addLayout(chance)
        whole.addWidget(rule())
        whole.addWidget(head(theme, "From a table"))
        table = column(margins=(px(16), 0, px(16), px(16)), gap=px(8))
        table.addWidget(small(theme, "A CSV file with the columns document and coder."))
        for part in (self.choose_table, self.table_preview, self.by_table):
            table.addWidget(part)
        whole.addLayout(table)
        self.by_table.hide()
        self.table_preview.hide()
        self.coders.followers = (
            self.each, self.everybody, self.seed, self.by_rule, self.choose_table, self.by_table,
        )  # fmt: skip

    def _verbs(self) -> QHBoxLayout:
        verbs = row(gap=self._theme.px(8))
        verbs.addWidget(self.assign)
        verbs.addWidget(self.unassign)
        verbs.addStretch(1)
        return verbs

    def _connect(self) -> None:
        self.assign.clicked.connect(self.assign_asked)
        self.unassign.clicked.connect(self.unassign_asked)
        self.coders.changed.connect(self._rehearse)
        for field in (self.each, self.everybody, self.seed):
            field.textEdited.connect(lambda _: self._rehearse())
        self.by_rule.clicked.connect(self._by_rule)
        self.choose_table.clicked.connect(self._choose_table)
        self.by_table.clicked.connect(self._by_table)

    def show_board(self, board: Board, *, people: Sequence[Coder], lead: CoderId) -> None:
        """Offer the round's coders, and rehearse the rule on what is assigned now."""
        self._board, self._people = board, people
        self.coders.show_coders([each for each in people if each.id != lead and not each.machine_made])
        self._forget_table()
        self._rehearse()

    def show_block(self, block: Block) -> None:
        """Say which cells are selected."""
        coders, documents = block
        cells = words.counted(len(coders) * len(documents), "cell")
        said = f"{cells}: {words.counted(len(documents), 'article')} by {words.counted(len(coders), 'coder')}."
        is_some = bool(coders and documents)
        has_any = self._board is not None and self._board.has_assignments
        text = said if is_some else "Select cells of the board: arrows with Shift, or the mouse."
        self.selected.setText(text if has_any or self._board is None else f"{text} {_EVERYBODY}")
        self.assign.setEnabled(is_some)
        self.unassign.setEnabled(is_some and has_any)

    def _rule(self) -> AssignmentRule | None:
        each, everybody, seed = self.each.value, self.everybody.value, self.seed.value
        if each is None or everybody is None or seed is None or not self.coders.ticked:
            return None
        return AssignmentRule(coders=self.coders.ticked, each=each, everybody=everybody, seed=seed)

    def _rehearse(self) -> None:
        """Ask what the rule would give; only the answer to the last wish is shown."""
        rule_wanted, board = self._rule(), self._board
        self._wish += 1
        wish = self._wish
        self.by_rule.setEnabled(False)
        if rule_wanted is None or board is None:
            tell(self.preview, _NO_CODER if not self.coders.ticked else "Fill in all three numbers.")
            return
        self._desk.ask(
            lambda project, author: (
                operations.assign_by_rule(
                    project, author=author, rule=rule_wanted, round_name=board.round.name, dry_run=True
                ).value
            ),
            done=lambda assigned: self._show_rehearsal(assigned, wish),
            failed=lambda sentence: tell(self.preview, sentence) if wish == self._wish else None,
        )

    def _show_rehearsal(self, assigned: Assigned, wish: int) -> None:
        if wish == self._wish:
            tell(self.preview, self._loads(assigned))
            self.by_rule.setEnabled(assigned.new > 0)

    def _loads(self, assigned: Assigned) -> str:
        """Say how much each coder has afterwards, and how many articles several have."""
        board = self._board
        assert board is not None, "there is a board once it was asked for a rehearsal"
        if not assigned.new:
            return "Nothing would change: all of it is assigned already."
        before = {(cell.coder, row.document.id) for row in board.rows for cell in row.cells if cell.is_assigned}
        pairs = {(each.coder, each.document) for each in assigned.assignments}
        pairs |= before if board.has_assignments else set()
        loads = Counter(coder for coder, _ in pairs)
        several = sum(number > 1 for number in Counter(document for _, document in pairs).values())
        names = {each.id: each.name for each in self._people}
        each_load = ", ".join(f"{names.get(coder, 'unknown coder')} {load:,}" for coder, load in loads.most_common())
        return (
            f"{words.counted(assigned.new, 'new assignment')}. Afterwards: {each_load}. "
            f"{words.counted(several, 'article')} with two coders or more."
        )

    def _by_rule(self) -> None:
        wanted, board = self._rule(), self._board
        if wanted is not None and board is not None:
            self._desk.write(
                lambda project, author: operations.assign_by_rule(
                    project, author=author, rule=wanted, round_name=board.round.name
                )
            )

    def _choose_table(self) -> None:
        path, board = files.ask_file(self, "Choose a table of assignments", kinds=files.TABLES), self._board
        if path is None or board is None:
            return

        def failed(sentence: str) -> None:
            self._forget_table()
            tell(self.table_preview, sentence)

        def show(assigned: Assigned) -> None:
            self._table = path
            tell(self.table_preview, f"{path.name}: {self._loads(assigned)}")
            self.by_table.setVisible(assigned.new > 0)

        self._desk.ask(
            lambda project, author: (
                operations.assign_from_csv(
                    project, author=author, path=path, round_name=board.round.name, dry_run=True
                ).value
            ),
            done=show,
            failed=failed,
        )

    def _forget_table(self) -> None:
        self._table = None
        self.by_table.hide()
        self.table_preview.hide()

    def _by_table(self) -> None:
        path, board = self._table, self._board
        if path is not None and board is not None:
            self._desk.write(
                lambda project, author: operations.assign_from_csv(
                    project, author=author, path=path, round_name=board.round.name
                )
            )
