# SPDX-License-Identifier: MIT
"""Each state of the board has its word and its shape."""

from ui.models.values import DOCUMENT

from annotator.domain import CoderId, Round
from annotator.operations import Board, BoardCell, BoardRow, BoardState
from annotator.ui.icons import ICONS
from annotator.ui.team import states


def cell(state: BoardState, *, annotations: int = 0, assigned: bool = True, reason: str = "") -> BoardCell:
    return BoardCell(CoderId("a"), state, assigned, annotations, reason)


def test_every_state_has_a_word_and_a_shape_of_its_own() -> None:
    cells = [*(cell(state, annotations=1) for state in BoardState), cell(BoardState.FINISHED)]
    assert len({states.cell_words(each) for each in cells}) == len(cells)
    shapes = {states.cell_shape(each) for each in cells}
    assert len(shapes) == len(cells)
    assert shapes <= set(ICONS)


def test_what_is_spoken_leaves_nothing_out() -> None:
    assert states.cell_spoken(cell(BoardState.FINISHED)) == "Nothing found"
    said = states.cell_spoken(cell(BoardState.IN_PROGRESS, annotations=2, assigned=False, reason="no text"))
    assert said == "In progress, 2 annotations, set aside: no text, not assigned to this coder"
    assert states.cell_spoken(cell(BoardState.NOT_ASSIGNED, assigned=False)) == "Not assigned"


def test_rows_and_boards_in_words() -> None:
    row = BoardRow(DOCUMENT, (cell(BoardState.FINISHED), cell(BoardState.NOT_STARTED)))
    nobody = BoardRow(DOCUMENT, (cell(BoardState.NOT_ASSIGNED, assigned=False),))
    assert (states.row_words(row), states.row_words(nobody)) == ("1 of 2", "Nobody")
    board = Board(Round("main"), (), (row, nobody), (), True)
    assert states.board_words(board) == (
        "0 of 2 articles finished by 2 coders or more. 1 has two coders or more, for agreement."
    )
    alone = Board(Round("main", coders_needed=1), (), (nobody,), (), True)
    assert states.board_words(alone).endswith("No article has two coders yet: agreement cannot be measured.")
