# SPDX-License-Identifier: MIT
"""Rounds: the passes over the articles, and in which of them this file is coded."""

from annotator.domain import MAIN_ROUND, Json, Refused, Round, RoundPurpose, UsageError
from annotator.domain.identifiers import CoderId
from annotator.domain.team import round_id
from annotator.operations.outcome import EVERYTHING, Outcome
from annotator.operations.passages import checked_round, require_lead
from annotator.operations.projects import Project
from annotator.store import queries, team_queries

_MOST_CODERS = 1000


def rounds(project: Project) -> tuple[Round, ...]:
    """Give the rounds in their order: ``main``, which every project has, those that were added, and those worked in.

    A round in which somebody worked without anyone having added it is of the purpose MAIN, at the end.
    """
    made = {each.name: each for each in team_queries.rounds(project.live)}
    made.setdefault(MAIN_ROUND, Round(MAIN_ROUND))
    last = max(each.position for each in made.values())
    worked_in = (*queries.rounds(project.live), *(each.round for each in team_queries.assignments(project.live)))
    for name in worked_in:
        made.setdefault(name, Round(name, position=last + 1))
    return tuple(sorted(made.values(), key=lambda each: (each.position, each.name != MAIN_ROUND, each.name)))


def round_named(project: Project, *, name: str) -> Round:
    """Give the round of this name; raises UsageError, which lists the rounds, where there is none."""
    known = rounds(project)
    for each in known:
        if each.name == name:
            return each
    raise UsageError(f"There is no round “{name[:80]}”. The rounds are: {', '.join(each.name for each in known)}.")


def chosen_round(project: Project, name: str | None) -> Round:
    """Give the round of this name, or the one in which this file is coded for None; raises UsageError likewise."""
    return round_named(project, name=project.state().active_round if name is None else name)


def add_round(
    project: Project, *, author: CoderId, name: str, purpose: RoundPurpose = RoundPurpose.MAIN, coders_needed: int = 2
) -> Outcome[Round]:
    """Add a round after the others. Raises Refused for a name that is there, whatever its case, or is none."""
    require_lead(project, author, what="adds rounds")
    checked = checked_round(name)
    known = rounds(project)
    if any(each.name.casefold() == checked.casefold() for each in known):
        raise Refused(f"There is already a round “{checked}”; choose another name.")
    position = max(each.position for each in known) + 1
    fields: dict[str, Json] = {
        "name": checked, "purpose": purpose.value, "position": position,
        "coders_needed": _checked_number(coders_needed),
    }  # fmt: skip
    with project.action(author=author, verb="add round") as action:
        action.write("round", round_id(checked), fields)
    return Outcome(round_named(project, name=checked), EVERYTHING, "add round")


def change_round(
    project: Project,
    *,
    author: CoderId,
    name: str,
    purpose: RoundPurpose | None = None,
    coders_needed: int | None = None,
    released: bool | None = None,
) -> Outcome[Round]:
    """Change what a round is for, how many coders judging needs, whether coders see the decisions; None leaves it."""
    require_lead(project, author, what="changes rounds")
    known = round_named(project, name=name)
    fields: dict[str, Json] = {}
    if purpose not in (None, known.purpose):
        fields["purpose"] = purpose.value
    if coders_needed not in (None, known.coders_needed):
        fields["coders_needed"] = _checked_number(coders_needed)
    if released not in (None, known.released):
        fields["released"] = released
    if not fields:
        return Outcome(known)
    if known.name not in {each.name for each in team_queries.rounds(project.live)}:
        fields |= {"name": known.name, "position": known.position}
    with project.action(author=author, verb="change round") as action:
        action.write("round", round_id(known.name), fields)
    return Outcome(round_named(project, name=name), EVERYTHING, "change round")


def set_active_round(project: Project, *, name: str) -> Outcome[Round]:
    """Say in which round this file is coded from now on; a local matter, which no copy of the project learns of."""
    chosen = round_named(project, name=name)
    with project.transaction():
        project.set_active_round(chosen.name)
    return Outcome(chosen, EVERYTHING)


def _checked_number(coders_needed: int) -> int:
    if not 1 <= coders_needed <= _MOST_CODERS:
        raise UsageError(f"A round needs 1 to {_MOST_CODERS} coders for each article, not {coders_needed}.")
    return coders_needed
