# SPDX-License-Identifier: MIT
"""``annotator plan``."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotator import operations
from annotator.agreement.question import DOCUMENT, SENTENCE, UNITS
from annotator.cli.options import ANY_PATH, json_option, opened
from annotator.cli.output import counted, say, say_json
from annotator.domain import UsageError
from annotator.operations import PlanRow, SampleNeed, SamplePlan
from annotator.reports.terminal import columns, padded, printable


@click.command()
@click.argument("project", type=ANY_PATH, required=False)
@click.option(
    "--prevalence",
    type=float,
    metavar="SHARE",
    help="The expected share of units with the code, as .05; in a project, of codes whose share is not known yet.",
)
@click.option(
    "--alpha",
    "alphas",
    type=float,
    metavar="ALPHA",
    multiple=True,
    default=operations.MINIMUM_ALPHAS,
    show_default=True,
    help="The least acceptable alpha; repeat it for each.",
)
@click.option("--confidence", type=float, default=0.95, show_default=True, help="How sure to be, one-sided.")
@click.option("--coders", type=int, default=2, show_default=True, help="How many people code the same articles.")
@click.option("--unit", type=click.Choice(UNITS), default=SENTENCE, show_default=True, help="What is counted.")
@json_option
def plan(
    project: Path | None,
    prevalence: float | None,
    alphas: tuple[float, ...],
    confidence: float,
    coders: int,
    unit: str,
    as_json: bool,
) -> None:
    """Say how many units and articles must be coded by several people, per code.

    The rarer a code, the more units are needed before its alpha can be trusted to reach a threshold
    (Krippendorff, after Bloch and Kraemer 1989). The shares are those measured in PROJECT so far; without
    a project, or where nothing was measured, name the share that you expect.
    """
    if project is None:
        if prevalence is None:
            raise UsageError("Name a project, or the share of units that you expect to carry the code (--prevalence).")
        answer = operations.plan_for_share(
            prevalence=prevalence, minimum_alphas=alphas, confidence=confidence, coders=coders, unit=unit
        )
    else:
        with opened(project) as handle:
            answer = operations.plan_sample(
                handle, prevalence=prevalence, minimum_alphas=alphas, confidence=confidence, coders=coders, unit=unit
            )
    if as_json:
        say_json(plan_as_json(answer))
    else:
        describe_plan(answer)


def plan_as_json(answer: SamplePlan) -> dict[str, object]:
    """Give the plan with the short names of codes; null where nothing is known."""
    return {
        "unit": answer.unit,
        "confidence": answer.confidence,
        "coders": answer.coders,
        "units_per_document": answer.units_per_document,
        "documents": answer.shared,
        "codes": [
            {
                "code": row.code.short_name if row.code else None,
                "prevalence": row.prevalence,
                "expected": row.is_expected,
                "have": row.have,
                "needs": [
                    {"minimum_alpha": need.minimum_alpha, "units": need.units, "documents": need.documents}
                    for need in row.needs
                ],
                "reason": row.reason,
            }
            for row in answer.rows
        ],
    }


def describe_plan(answer: SamplePlan) -> None:
    """Print what each code has and needs, and what to know of it."""
    who = counted(answer.coders, "coder")
    say(f"{answer.unit.capitalize()}s to be coded by {who}, {100 * answer.confidence:g} % sure (one-sided)")
    say("")
    for line in _aligned([_headings(answer), *(_cells(row, unit=answer.unit) for row in answer.rows)]):
        say(line)
    say("")
    for row in answer.rows:
        if row.reason:
            say(f"{_name(row)}: {row.reason} (--prevalence)")
    if answer.unit != DOCUMENT:
        if answer.units_per_document is not None:
            say(f"An article has {answer.units_per_document:,.1f} {answer.unit}s on average.")
        say(f"{answer.unit.capitalize()}s of one article are not independent of each other: rather more articles.")


def _headings(answer: SamplePlan) -> list[str]:
    alphas = max(([need.minimum_alpha for need in row.needs] for row in answer.rows), key=len, default=[])
    return ["code", "share", "have", *(f"alpha {alpha:g}" for alpha in alphas)]


def _cells(row: PlanRow, *, unit: str) -> list[str]:
    share = "" if row.prevalence is None else f"{row.prevalence:.3g}{' (expected)' if row.is_expected else ''}"
    return [_name(row), share, f"{row.have:,}", *(_need(need, unit=unit) for need in row.needs)]


def _need(need: SampleNeed, *, unit: str) -> str:
    if need.documents is None or unit == DOCUMENT:
        return f"{need.units:,}"
    return f"{need.units:,} ({counted(need.documents, 'article')})"


def _name(row: PlanRow) -> str:
    return printable(row.code.short_name) if row.code else "any code"


def _aligned(lines: Sequence[Sequence[str]]) -> list[str]:
    """Put columns under each other, the first flush left; lines may end early."""
    width = [max(columns(line[place]) for line in lines if place < len(line)) for place in range(len(lines[0]))]
    return [
        "  ".join(padded(cell, width=width[place], right=place > 0) for place, cell in enumerate(line)).rstrip()
        for line in lines
    ]
