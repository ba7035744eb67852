# SPDX-License-Identifier: MIT
"""``annotator self-test``."""

import click

from annotator import operations
from annotator.cli.output import say
from annotator.domain import FaultsFound


@click.command("self-test")
def self_test() -> None:
    """Try every kind of file in and out with the sample that travels along; nothing of yours is touched."""

    def told(part: operations.TriedPart) -> None:
        say(f"failed  {part.name}: {part.fault}" if part.fault else f"OK      {part.name}")

    if not operations.self_test(told):
        raise FaultsFound("Some parts of this installation do not work, see the lines above; install it anew.")
    say("All parts work.")
