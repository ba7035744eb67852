# SPDX-License-Identifier: MIT
"""The figures from before anything was judged: kept by themselves, so that nobody has to think of it in time.

Judging changes no annotation, but what coders learn from it may; so what they reached by themselves
is gathered while nothing of a round is decided, and kept as soon as something is.
"""

from collections.abc import Sequence

from annotator.agreement.result import Result
from annotator.operations.agreement import compute, with_names
from annotator.operations.agreement_choice import AgreementChoice
from annotator.operations.agreement_gathering import AgreementInput, gather
from annotator.operations.coding_rounds import chosen_round
from annotator.operations.decisions import decisions_of
from annotator.operations.figure_keeping import KeptFigures, keep_figures, kept_figures
from annotator.operations.projects import Project
from annotator.store import queries


def figures_owed(project: Project, *, round_name: str | None = None) -> AgreementInput | None:
    """Gather what is to be measured before the first decision of a round (None: the active one).

    None where something of it is decided, where nothing can be compared, or where figures of this very
    state are kept already.
    """
    wanted = chosen_round(project, round_name).name
    if decisions_of(project, wanted) or wanted not in queries.rounds(project.live):
        return None
    asked = gather(project, choice=AgreementChoice(round=wanted))
    if not any(len(coding.finished) > 1 for coding in asked.codings):
        return None
    kept = {(each.name, each.snapshot.digest) for each in kept_figures(project)}
    return None if (name_of(asked), asked.snapshot.digest) in kept else asked


def figures_before_judging(asked: AgreementInput) -> tuple[Result, ...]:
    """Measure what was gathered; pure, so it may run on any thread."""
    return tuple(with_names(compute(asked).results, asked=asked))


def keep_before_judging(project: Project, *, asked: AgreementInput, results: Sequence[Result]) -> KeptFigures:
    """Keep them; call it once the first decision stands."""
    return keep_figures(project, name=name_of(asked), snapshot=asked.snapshot, results=results)


def name_of(asked: AgreementInput) -> str:
    """Say under which name they are kept."""
    return f"Before judging, round “{asked.choice.round}”"
