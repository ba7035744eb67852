# SPDX-License-Identifier: MIT
"""The options of ``annotator agreement`` stand in their groups, and each says what it is for."""

import click

from annotator.agreement.by_name import IntervalMethod
from annotator.cli.agreement import agreement
from annotator.cli.agreement_options import agreement_options
from annotator.operations import BatchBy, Excluded, Piece


def options() -> dict[str, click.Option]:
    return {each.opts[0]: each for each in agreement.params if isinstance(each, click.Option)}


def test_they_keep_their_order() -> None:
    @click.command()
    @agreement_options
    def made(**_given: object) -> None:
        """Take them all."""

    names = [each.opts[0] for each in made.params]
    assert names[0] == "--matrix"
    assert names[-1] == "--separate-duplicates"
    assert names.index("--unit") < names.index("--measure") < names.index("--interval")


def test_every_option_says_what_it_is_for() -> None:
    assert [name for name, each in options().items() if not (each.help or "").endswith((".", ". "))] == []


def test_choices_are_those_that_the_verbs_know() -> None:
    def choices(name: str) -> set[str]:
        kind = options()[name].type
        assert isinstance(kind, click.Choice)
        return set(kind.choices)

    assert choices("--by") == set(Piece)
    assert choices("--batch") == set(BatchBy)
    assert choices("--exclude") == set(Excluded)
    assert choices("--interval") == set(IntervalMethod)
