# SPDX-License-Identifier: MIT
"""``annotator doctor``."""

import click

from annotator.cli.options import json_option
from annotator.cli.output import say, say_json
from annotator.domain import FaultsFound
from annotator.operations.diagnosis import Diagnosis, diagnose


@click.command()
@json_option
def doctor(as_json: bool) -> None:
    """Say what this machine lacks for the window, library by library."""
    diagnosis = diagnose()
    if as_json:
        say_json(diagnosis.as_json())
    else:
        _describe(diagnosis)
    if not diagnosis.sound:
        raise FaultsFound("The window cannot open on this machine as it is; all other commands work.")


def _describe(diagnosis: Diagnosis) -> None:
    say(f"Python {diagnosis.python}, Qt for Python {diagnosis.qt or 'not installed'}")
    for trouble in diagnosis.troubles:
        say(trouble)
    for missing in diagnosis.missing:
        where = f"in the Debian package {missing.package}" if missing.package else "its package is not known to us"
        say(f"Missing: {missing.library} ({where})")
    if diagnosis.packages:
        say(f"On Debian or Ubuntu: sudo apt-get install {' '.join(diagnosis.packages)}")
    for note in diagnosis.notes:
        say(note)
    if diagnosis.sound:
        say("Nothing is missing for the window.")
