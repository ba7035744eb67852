# SPDX-License-Identifier: MIT
"""``annotator agreement``."""

from pathlib import Path

import click

from annotator import operations
from annotator.agreement.question import UNITS
from annotator.cli.options import json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.operations import AgreementAnswer
from annotator.reports.agreement_table import agreement_in_words


@click.command()
@project_argument
@click.option(
    "--unit",
    type=click.Choice(UNITS),
    default="character",
    show_default=True,
    help="What is counted.",
)
@click.option("--coder", "coders", metavar="NAME", multiple=True, help="Only these coders; repeat it for each.")
@click.option(
    "--exclude",
    type=click.Choice(["none", "accepted", "any"]),
    default="accepted",
    show_default=True,
    help="Which excluded regions leave the count: none, those the lead accepted, or any that was proposed.",
)
@json_option
def agreement(project: Path, unit: str, coders: tuple[str, ...], exclude: str, as_json: bool) -> None:
    """Show how far the coders of PROJECT agree, per code, over the articles that they finished."""
    with opened(project) as handle:
        answer = operations.measure_agreement(
            handle, choice=operations.AgreementChoice(unit=unit, coders=coders, exclude=exclude)
        )
    if as_json:
        say_json(results_as_json(answer))
    else:
        describe_agreement(answer)


def results_as_json(answer: AgreementAnswer) -> list[dict[str, object]]:
    """Give every result with names where the computation has identities: they are what a reader of JSON knows."""
    codes: dict[str, str] = {code.id: code.short_name for code in answer.codebook.codes}
    people: dict[str, str] = {coder.id: coder.name for coder in answer.coders}
    documents: dict[str, str] = {document.id: document.name for document in (*answer.shared, *answer.left_out)}
    return [
        result.as_json()
        | {
            "code": codes.get(result.code, result.code) if result.code else None,
            "coders": [people.get(coder, coder) for coder in result.coders],
            "documents": [documents.get(document, document) for document in result.documents],
        }
        for result in answer.results
    ]


def describe_agreement(answer: AgreementAnswer) -> None:
    """Print the table per code with what it is about."""
    names: dict[str, str] = {code.id: code.short_name for code in answer.codebook.codes}
    people: dict[str, str] = {coder.id: coder.name for coder in answer.coders}
    say(agreement_in_words(answer.results, code_names=names, coder_names=people))
    say("")
    compared, left_out = len(answer.shared), len(answer.left_out)
    if left_out:
        say(f"{counted(left_out, 'article')} left out: not finished by two of the coders.")
    if answer.excluded_characters:
        gone = counted(answer.excluded_characters, "character")
        say(f"{gone} in excluded regions left out ({answer.choice.exclude}).")
    say(f"{counted(compared, 'article')} compared.")
