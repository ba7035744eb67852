# SPDX-License-Identifier: MIT
"""The one door from the command line to the window."""

import gc
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

COMPLETION = "_ANNOTATOR_COMPLETE"
"""The variable by which a shell asks for completions; the arguments are then empty too."""


def show_window(project: Path | None) -> int:
    """Show the window, on a project or on its start page; gives the exit code when the last window is closed.

    Raises Refused where no window can appear: Qt itself would end the process there without a word of sense.
    """
    from annotator.operations.screen import obstacle

    sentence = obstacle()
    if sentence:
        from annotator.domain import Refused

        raise Refused(sentence)
    # A start makes thousands of objects that stay; looking them through after every 700 cost a twentieth of it.
    gc.set_threshold(50_000, 20, 20)
    from annotator import ui

    return ui.run(project)


def plain_call(arguments: Sequence[str], *, environment: Mapping[str, str] = os.environ) -> tuple[str, ...] | None:
    """Read the calls that only open the window: ``annotator``, ``annotator open``, ``annotator open PROJECT``.

    Gives the projects named, none or one; None for every other call. These three are read without click, whose
    import costs a ninth of what an empty window costs.
    """
    if COMPLETION in environment or any(argument.startswith("-") for argument in arguments):
        return None
    if not arguments:
        return ()
    return tuple(arguments[1:]) if arguments[0] == "open" and len(arguments) <= 2 else None
