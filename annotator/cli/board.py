# SPDX-License-Identifier: MIT
"""``annotator board``."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import CoderId
from annotator.operations import Board, BoardCell, BoardRow, BoardState
from annotator.reports.terminal import columns, padded, printable

_WORDS = {
    BoardState.NOT_ASSIGNED: "-",
    BoardState.NOT_STARTED: "not started",
    BoardState.IN_PROGRESS: "in progress",
    BoardState.REOPENED: "reopened",
    BoardState.FINISHED: "finished",
}


@click.command()
@project_argument
@click.option("--round", "round_name", metavar="NAME", help="Of this round; else of the one that is active here.")
@json_option
def board(project: Path, round_name: str | None, as_json: bool) -> None:
    """Show how far each coder of PROJECT is with each article of a round."""
    with opened(project) as handle:
        shown = operations.board(handle, round_name=round_name)
    if as_json:
        say_json(board_as_json(shown))
    else:
        describe_board(shown)


def board_as_json(shown: Board) -> dict[str, object]:
    """Give the board article by article, and the totals of each coder."""
    names = {each.id: each.name for each in shown.coders}
    return {
        "round": shown.round.name,
        "purpose": shown.round.purpose.value,
        "coders_needed": shown.round.coders_needed,
        "has_assignments": shown.has_assignments,
        "documents": [_row_as_json(row, names) for row in shown.rows],
        "coders": [
            {
                "coder": total.coder.name,
                "coder_id": total.coder.id,
                "assigned": total.assigned,
                "not_started": total.not_started,
                "in_progress": total.in_progress,
                "finished": total.finished,
                "annotations": total.annotations,
            }
            for total in shown.totals
        ],
    }


def _row_as_json(row: BoardRow, names: Mapping[CoderId, str]) -> dict[str, object]:
    return {
        "document": row.document.name,
        "sha256": row.document.text_sha256,
        "assigned": row.assigned,
        "finished": row.finished,
        "annotations": row.annotations,
        "overlap": row.is_overlap,
        "coders": [
            {
                "coder": names[cell.coder],
                "coder_id": cell.coder,
                "state": cell.state.value,
                "assigned": cell.is_assigned,
                "annotations": cell.annotations,
                "reason": cell.reason,
            }
            for cell in row.cells
        ],
    }


def describe_board(shown: Board) -> None:
    """Print the board as a table, an article a line, and what it comes to."""
    heads = ["article", *(printable(each.name) for each in shown.coders)]
    lines = [[printable(row.document.name), *map(_cell, row.cells)] for row in shown.rows]
    sums = ["finished", *(f"{total.finished} of {total.assigned}" for total in shown.totals)]
    for line in _aligned([heads, *lines, sums]):
        say(line)
    say("")
    if not shown.has_assignments:
        say("Nobody is assigned anything in this round, so everybody codes every article.")
    say(
        f"Round {shown.round.name}: {counted(len(shown.overlap), 'article')} with two coders or more; "
        f"{len(shown.done):,} of {len(shown.rows):,} finished by {counted(shown.round.coders_needed, 'coder')}."
    )


def _cell(cell: BoardCell) -> str:
    number = f" ({cell.annotations:,})" if cell.annotations else ""
    extra = "" if cell.is_assigned or cell.state is BoardState.NOT_ASSIGNED else ", not assigned"
    return f"{_WORDS[cell.state]}{number}{extra}"


def _aligned(lines: Sequence[Sequence[str]]) -> list[str]:
    width = [max(columns(line[place]) for line in lines) for place in range(len(lines[0]))]
    return ["  ".join(padded(cell, width=width[place]) for place, cell in enumerate(line)).rstrip() for line in lines]
