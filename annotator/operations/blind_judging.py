# SPDX-License-Identifier: MIT
"""Judging blind: when names were hidden and when they were shown again, kept as local records of this copy."""

from secrets import randbelow

from annotator.domain import CoderId
from annotator.operations.outcome import Outcome
from annotator.operations.passages import round_of
from annotator.operations.projects import Project
from annotator.store import queries

_BLIND, _LIFTED = "blind", "blind lifted"
_SEEDS = 2**31


def blind_seed(project: Project, *, round_name: str | None = None) -> int | None:
    """Give the seed of the order of coders where a round (None: the active one) is judged blind, else None."""
    chosen = round_of(project, round_name)
    records = [*queries.events(project.live, _BLIND), *queries.events(project.live, _LIFTED)]
    seed = None
    for _, _, detail in sorted(records, key=lambda record: record[0]):
        if detail["round"] == chosen:
            seed = detail.get("seed")
    return seed


def begin_blind(
    project: Project, *, judge: CoderId, round_name: str | None = None, seed: int | None = None
) -> Outcome[int]:
    """Hide names from now on; the value is the seed, drawn where none is given. Not a step of undo."""
    drawn = randbelow(_SEEDS) if seed is None else seed
    with project.transaction():
        project.note_event(_BLIND, {"round": round_of(project, round_name), "judge": judge, "seed": drawn})
    return Outcome(drawn)


def lift_blind(project: Project, *, judge: CoderId, round_name: str | None = None) -> Outcome[None]:
    """Show names again; that they were shown, when and to whom is kept."""
    if blind_seed(project, round_name=round_name) is not None:
        with project.transaction():
            project.note_event(_LIFTED, {"round": round_of(project, round_name), "judge": judge})
    return Outcome(None)
