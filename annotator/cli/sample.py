# SPDX-License-Identifier: MIT
"""``annotator sample``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.operations import ReliabilitySample


@click.command()
@project_argument
@click.option("--documents", type=int, required=True, metavar="N", help="How many articles to draw.")
@click.option(
    "--seed",
    type=int,
    default=1,
    show_default=True,
    help="The same seed draws the same articles, whenever and wherever.",
)
@click.option("--by", type=click.Choice(operations.STRATA), help="Draw from each in proportion, one article at least.")
@click.option(
    "--near-identical",
    type=click.Choice(operations.NEAR_IDENTICAL),
    default="each",
    show_default=True,
    help="Whether of nearly the same articles each can be drawn, or one at most.",
)
@click.option("--output", type=ANY_PATH, metavar="FILE", help="Write the list as CSV to this file too.")
@json_option
def sample(
    project: Path,
    documents: int,
    seed: int,
    by: str | None,
    near_identical: str,
    output: Path | None,
    as_json: bool,
) -> None:
    """Draw the articles of PROJECT at random that several people shall code.

    Each article gets its place by the SHA-256 of "SEED:identity", and the first ones are drawn: a larger
    draw with the same seed holds the smaller one, and articles that are added later change the place of
    no other. Nothing in the project is changed.
    """
    with opened(project) as handle:
        drawn = operations.draw_sample(
            handle, documents=documents, seed=seed, by=by or "", near_identical=near_identical
        )
    if output is not None:
        operations.export_sample(drawn, path=output)
    if as_json:
        say_json(sample_as_json(drawn))
    else:
        describe_sample(drawn, output=output)


def sample_as_json(drawn: ReliabilitySample) -> dict[str, object]:
    """Give the drawn articles in the order of the draw, and the strata."""
    return {
        "seed": drawn.seed,
        "by": drawn.by or None,
        "documents": [
            {"document": each.name, "id": each.id, "sha256": each.text_sha256, "title": each.title, "stratum": stratum}
            for each, stratum in zip(drawn.documents, drawn.stratum_of, strict=True)
        ],
        "strata": [{"stratum": each.name, "documents": each.size, "drawn": each.drawn} for each in drawn.strata],
    }


def describe_sample(drawn: ReliabilitySample, *, output: Path | None) -> None:
    """Print the list, the strata where there are any, and where it was written."""
    for number, (document, stratum) in enumerate(zip(drawn.documents, drawn.stratum_of, strict=True), start=1):
        say(f"{number:>4}  {document.name}{f'  ({stratum})' if drawn.by else ''}")
    say("")
    if drawn.by:
        for each in drawn.strata:
            say(f"{each.name}: {each.drawn:,} of {counted(each.size, 'article')}")
    say(f"{counted(len(drawn.documents), 'article')} drawn with seed {drawn.seed}.")
    if output is not None:
        say(f"Wrote {output}")
