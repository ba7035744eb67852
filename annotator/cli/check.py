# SPDX-License-Identifier: MIT
"""``annotator check``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import FaultsFound
from annotator.operations.checking import Weight


@click.command()
@project_argument
@json_option
def check(project: Path, as_json: bool) -> None:
    """Check PROJECT: structure, hashes, quotes, and that the tables are what the journal says."""
    with opened(project) as handle:
        findings = operations.check(handle)
    faults = [finding for finding in findings if finding.weight is Weight.FAULT]
    if as_json:
        say_json([{"weight": finding.weight.value, "sentence": finding.sentence} for finding in findings])
    else:
        for finding in findings:
            say(f"{'Fault' if finding in faults else 'To look at'}: {finding.sentence}")
    if faults:
        raise FaultsFound(f"{counted(len(faults), 'fault')} found; nothing was changed.", where=str(project))
    if not as_json:
        say("No fault found.")
