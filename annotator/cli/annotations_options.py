# SPDX-License-Identifier: MIT
"""The options of ``annotator annotations import``, in the groups in which a reader looks for them."""

from collections.abc import Callable
from functools import reduce

import click

from annotator.cli.options import ANY_PATH, Command

Option = Callable[[Command], Command]

FORMATS = ("auto", "flat", "jsonl", "doccano", "qdpx", "brat", "cas", "w3c", "dna")

WHOSE: tuple[Option, ...] = (
    click.option("--format", "format_name", type=click.Choice(FORMATS), default="auto", show_default=True, help=(
        "What FILE is; auto goes by its content."
    )),
    click.option("--coder", "coders", metavar="NAME | OLD=NEW", multiple=True, help=(
        "NAME: whose annotations these are, where FILE does not say. OLD=NEW: who a coder of FILE is here, a coder "
        "of the project or a new one; repeat it for each. Without it names and identities decide."
    )),
    click.option("--code", "codes", metavar="OLD=NEW", multiple=True, help=(
        "Which code of the project a code of FILE is; repeat it for each. What is called the same needs no word; "
        "all others are added to the codebook."
    )),
    click.option("--finished", is_flag=True, help=(
        "Mark the articles that hold annotations of FILE as finished by their coders."
    )),
    click.option("--round", "round_name", metavar="NAME", default="", help=(
        "In which round they were made; else as FILE says, else main."
    )),
    click.option("--machine-made", is_flag=True, help="The coder is a program and is shown as one everywhere."),
)  # fmt: skip

PLACES: tuple[Option, ...] = (
    click.option("--dry-run", is_flag=True, help="Only say what would come and how it fits; nothing is written."),
    click.option("--reanchor", is_flag=True, help=(
        "Where a quote does not stand at its place but exactly once elsewhere, in its context, take it there; leave "
        "the rest out."
    )),
    click.option("--answers", "answers_file", type=ANY_PATH, help=(
        "Where misplaced annotations belong: what --dry-run --json has written, with each “answer” filled in."
    )),
    click.option("--drop-attributes", is_flag=True, help="Leave out attributes that our codes do not have."),
)  # fmt: skip

SINGLE_FORMATS: tuple[Option, ...] = (
    click.option("--type", "cas_type", metavar="TYPE", default="", help="UIMA CAS: the type of the annotations."),
    click.option("--feature", "cas_feature", metavar="NAME", default="", help="UIMA CAS: the feature with the code."),
    click.option("--coder-feature", "cas_coder_feature", metavar="NAME", default="", help=(
        "UIMA CAS: the feature with the coder."
    )),
    click.option("--fragments", type=click.Choice(["hull", "fragments"]), default=None, help=(
        "brat: an annotation with gaps becomes its hull, or one annotation for each fragment."
    )),
    click.option("--unit", type=click.Choice(["unicode-codepoint", "utf-16-code-unit"]), default=None, help=(
        "doccano: what the offsets count, where the file does not prove it."
    )),
    click.option("--dna-variable", metavar="NAME", default="", help=(
        "DNA: the variable whose values are the codes, usually concept; else the types of statements are."
    )),
    click.option("--dna-sign", metavar="NAME", default="", help=(
        "DNA: a variable of yes and no that belongs to the code, usually agreement."
    )),
    click.option("--dna-type", metavar="NAME", default="", help="DNA: only statements of this type."),
)  # fmt: skip


def import_options(command: Command) -> Command:
    """Put all of them on a command, in this order."""
    return reduce(lambda made, option: option(made), reversed((*WHOSE, *PLACES, *SINGLE_FORMATS)), command)
