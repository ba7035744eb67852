# SPDX-License-Identifier: MIT
"""How the states of the board are drawn and said."""

from annotator.operations import Board, BoardCell, BoardRow, BoardState
from annotator.ui import words

STATE_WORDS = {
    BoardState.NOT_ASSIGNED: "Not assigned",
    BoardState.NOT_STARTED: "Not started",
    BoardState.IN_PROGRESS: "In progress",
    BoardState.REOPENED: "Reopened",
    BoardState.FINISHED: "Finished",
}
NOTHING_FOUND = "Nothing found"
_SHAPES = {
    BoardState.NOT_ASSIGNED: "not_assigned",
    BoardState.NOT_STARTED: "not_started",
    BoardState.IN_PROGRESS: "in_progress",
    BoardState.REOPENED: "to_review",
    BoardState.FINISHED: "finished",
}


def cell_words(cell: BoardCell) -> str:
    """Say a cell's state; a finished article without a passage is told apart."""
    if cell.state is BoardState.FINISHED and not cell.annotations:
        return NOTHING_FOUND
    return STATE_WORDS[cell.state]


def cell_shape(cell: BoardCell) -> str:
    """Name the icon of a cell."""
    return "finished_empty" if cell_words(cell) == NOTHING_FOUND else _SHAPES[cell.state]


def cell_spoken(cell: BoardCell) -> str:
    """Say all of a cell: state, passages, why it was set aside, work that nobody assigned."""
    parts = [cell_words(cell)]
    if cell.annotations:
        parts.append(words.counted(cell.annotations, "annotation"))
    if cell.reason:
        parts.append(f"set aside: {cell.reason}")
    if not cell.is_assigned and parts[0] != STATE_WORDS[BoardState.NOT_ASSIGNED]:
        parts.append("not assigned to this coder")
    return ", ".join(parts)


def row_words(row: BoardRow) -> str:
    """Say how many of an article's coders are through with it."""
    if not row.assigned and not row.finished:
        return "Nobody"
    return f"{row.finished} of {max(row.assigned, row.finished)}"


def board_words(board: Board) -> str:
    """Say in a sentence how far the round is, and on how much of it agreement can be measured."""
    articles = len(board.rows)
    done = f"{len(board.done):,} of {words.counted(articles, 'article')} finished by"
    needed = f"{done} {words.counted(board.round.coders_needed, 'coder')} or more."
    overlap = len(board.overlap)
    if not overlap:
        return f"{needed} No article has two coders yet: agreement cannot be measured."
    return f"{needed} {overlap:,} {'has' if overlap == 1 else 'have'} two coders or more, for agreement."
