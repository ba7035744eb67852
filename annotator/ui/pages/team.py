# SPDX-License-Identifier: MIT
"""The team: people and rounds left, the board in the middle, what is done with it at the right. For the lead."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedWidget, QWidget

from annotator import operations
from annotator.operations import Question
from annotator.ui import plain, words
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.team import states
from annotator.ui.team.assign_panel import AssignPanel
from annotator.ui.team.board_legend import BoardLegend
from annotator.ui.team.board_view import BoardView
from annotator.ui.team.fields import small
from annotator.ui.team.hand_out_panel import HandOutPanel
from annotator.ui.team.mapping_panel import MappingPanel
from annotator.ui.team.people_panel import PeoplePanel
from annotator.ui.team.questions_panel import QuestionsPanel
from annotator.ui.team.rounds_panel import RoundsPanel
from annotator.ui.team.team_desk import TeamDesk, TeamState
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row, rule
from annotator.ui.widgets.three_columns import LEFT, MIDDLE, RIGHT, ThreeColumns

ASSIGN, HAND_OUT, QUESTIONS, MAPPING = "assign", "hand_out", "questions", "mapping"
_SEGMENTS = ((ASSIGN, "Assign"), (HAND_OUT, "Hand out"), (QUESTIONS, "Questions"), (MAPPING, "Mapping"))
NO_ARTICLES = "There are no articles yet. Add some by Ctrl+I; then the board shows who codes what."
NONE_LEFT = "No article holds these words."


class TeamPage(ProjectPage):
    """``passage_asked(question)`` leads to a question's passage, ``article_asked(coder, document)`` to a cell's."""

    passage_asked = Signal(object)
    article_asked = Signal(str, str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here="page_team")
        self.desk = TeamDesk(session, parent=self)
        self.desk.is_watched = self.isVisible
        self.people = PeoplePanel(theme, self.desk)
        self.rounds = RoundsPanel(theme, self.desk)
        self.board = BoardView(theme)
        self.legend = BoardLegend(theme)
        self.filter = QLineEdit()
        self.assign = AssignPanel(theme, self.desk)
        self.hand_out = HandOutPanel(theme, self.desk)
        self.questions = QuestionsPanel(theme, self.desk)
        self.mapping = MappingPanel(theme, self.desk)
        self.choice = Segmented(theme, _SEGMENTS, name="At the right")
        self._title = plain.label("Team")
        self._title.setFont(theme.font(Type.TITLE))
        self._subtitle = small(theme)
        self._empty = plain.label(NO_ARTICLES, ink="secondary", wrap=True)
        self._stack = QStackedWidget()
        parts = (self._make_left(), self._make_middle(), self._make_right())
        self.columns = ThreeColumns(theme, parts, names=("People", "Board", "Actions"))
        self.body.addWidget(self.columns, 1)
        self._connect()
        self.turn_to(ASSIGN)

    def _make_left(self) -> QWidget:
        content = QWidget()
        lines = column(content)
        lines.addWidget(self.people)
        lines.addWidget(rule())
        lines.addWidget(self.rounds)
        lines.addStretch(1)
        made = Surface("panel", line="right")
        column(made).addWidget(Scroll(content))
        made.setMinimumWidth(self.theme.px(264))
        return made

    def _make_middle(self) -> QWidget:
        px = self.theme.px
        made = QWidget()
        lines = column(made, margins=(px(24), px(16), px(24), px(16)), gap=px(10))
        top = row(gap=px(16))
        said = column(gap=px(2))
        said.addWidget(self._title)
        said.addWidget(self._subtitle)
        top.addLayout(said, 1)
        self.filter.setPlaceholderText("Title, state or “overlap”")
        self.filter.setAccessibleName("Filter the board")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(px(220))
        top.addWidget(self.filter, 1, Qt.AlignmentFlag.AlignBottom)
        lines.addLayout(top)
        card = Surface("card")
        inside = column(card, margins=(1, 1, 1, 1))
        inside.addWidget(self._empty)
        self._empty.setContentsMargins(px(16), px(16), px(16), px(16))
        self._empty.hide()
        inside.addWidget(self.board, 1)
        lines.addWidget(card, 1)
        lines.addWidget(self.legend)
        made.setMinimumWidth(px(320))
        return made

    def _make_right(self) -> QWidget:
        px = self.theme.px
        made = Surface("panel", line="left")
        lines = column(made)
        top = row(margins=(px(12), px(8), px(12), px(8)))
        top.addWidget(self.choice, 1)
        lines.addLayout(top)
        lines.addWidget(rule())
        for panel in (self.assign, self.hand_out, self.questions, self.mapping):
            content = QWidget()
            inside = column(content)
            inside.addWidget(panel)
            inside.addStretch(1)
            self._stack.addWidget(Scroll(content))
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        lines.addWidget(self._stack, 1)
        made.setMinimumWidth(px(320))
        return made

    def _connect(self) -> None:
        self.desk.changed.connect(self._show)
        self.rounds.chosen.connect(self.desk.choose_round)
        self.choice.chosen.connect(self.turn_to)
        self.filter.textChanged.connect(self._narrow)
        self.board.block_changed.connect(self._show_block)
        self.board.entered_cell.connect(self.article_asked)
        for asking in (self.board, self.assign):
            asking.assign_asked.connect(self.assign_block)
            asking.unassign_asked.connect(self.unassign_block)
        self.questions.passage_asked.connect(self.passage_asked)

    @property
    def title(self) -> str:
        """What stands over the board."""
        return self._title.text()

    @property
    def subtitle(self) -> str:
        """What is said of the round."""
        return self._subtitle.text()

    @property
    def panel(self) -> str:
        """Which panel is shown at the right."""
        return self.choice.value

    @property
    def status(self) -> tuple[str, str] | None:
        """Say which round is looked at, and how much of the board is selected."""
        state = self.desk.state
        if state is None:
            return None
        coders, documents = self.board.block
        cells = words.counted(len(coders) * len(documents), "cell")
        return f"Round: {state.board.round.name}", f"{cells} selected"

    def acts(self) -> dict[str, Callable[[], object]]:
        """F6 goes round the parts."""
        return {"region": lambda: self._cycle(1), "region_back": lambda: self._cycle(-1)}

    def begin(self) -> None:
        """Come into view: everything is read anew, keys act on the board."""
        self.desk.refresh()
        if self.columns.folded:
            self.columns.turn_to(MIDDLE)
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_to(self, panel: str) -> None:
        """Show one of the panels at the right."""
        names = [name for name, _ in _SEGMENTS]
        self.choice.show_value(panel)
        self._stack.setCurrentIndex(names.index(panel))

    def assign_block(self) -> None:
        """Assign the selected cells."""
        coders, documents = self.board.block
        name = self.desk.round_name or None
        if coders and documents:
            self.desk.write(
                lambda project, author: operations.assign(
                    project, author=author, coders=coders, documents=documents, round_name=name
                )
            )

    def unassign_block(self) -> None:
        """Take the selected cells away; what was coded in them stays."""
        coders, documents = self.board.block
        name = self.desk.round_name or None
        if coders and documents:
            self.desk.write(
                lambda project, author: operations.unassign(
                    project, author=author, coders=coders, documents=documents, round_name=name
                )
            )

    def show_question(self, question: Question) -> None:
        """Come back from a question's passage."""
        self.turn_to(QUESTIONS)
        self.questions.list.choose(question.annotation.id)

    def _show(self) -> None:
        state = self.desk.state
        if state is None or not self.session.may_be_asked:
            return
        overview, board = state.overview, state.board
        self._title.setText(plain.cut(f"Round “{board.round.name}”"))
        self._subtitle.setText(states.board_words(board))
        self.board.show_board(board)
        self.legend.show_board(board)
        self._say_empty()
        self.people.show_people(overview.coders, lead=overview.lead, totals=board.totals)
        self.rounds.show_rounds(state.rounds, shown=board.round, active=overview.round)
        self._show_right(state)
        self.status_changed.emit()

    def _show_right(self, state: TeamState) -> None:
        overview = state.overview
        self.assign.show_board(state.board, people=overview.coders, lead=overview.lead)
        self.assign.show_block(self.board.block)
        self.hand_out.show_board(state.board, people=overview.coders, lead=overview.lead)
        names = {str(each.id): each.name for each in (*overview.coders, *overview.second_identities)}
        self.hand_out.show_records(state.hand_outs, names=names)
        self.questions.show_questions(state.questions, codebook=overview.codebook)
        self.mapping.show_mapped(state.mapped, codebook=overview.codebook)
        waiting = state.open_questions
        self.choice.set_words(QUESTIONS, f"Questions {waiting}" if waiting else "Questions")

    def _show_block(self) -> None:
        self.assign.show_block(self.board.block)
        self.status_changed.emit()

    def _narrow(self, text: str) -> None:
        self.board.set_filter(text)
        self._say_empty()

    def _say_empty(self) -> None:
        state = self.desk.state
        none = self.board.cells.rowCount() == 0
        self._empty.setText(NONE_LEFT if state is not None and state.board.rows else NO_ARTICLES)
        self._empty.setVisible(none)
        self.board.setVisible(not none)

    def _cycle(self, step: int) -> None:
        """Go from part to part; one that has given way is turned to."""
        stops: list[tuple[str, QWidget, Callable[[], object]]] = [
            (MIDDLE, self.board, lambda: self.board.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            (RIGHT, self._stack, self.choice.focus_chosen),
            (LEFT, self.people, self.people.list.take_focus),
            (LEFT, self.rounds, self.rounds.list.take_focus),
        ]
        focused = self.focusWidget() or self
        here = next((place for place, (_, part, _f) in enumerate(stops) if _holds(part, focused)), None)
        if here is None:
            here = 1 if _holds(self.choice, focused) else 0 if step < 0 else -1
        part, _, focus = stops[(here + step) % len(stops)]
        if self.columns.folded:
            self.columns.turn_to(part)
        focus()


def _holds(part: QWidget, focused: QWidget) -> bool:
    return part is focused or part.isAncestorOf(focused)
