# SPDX-License-Identifier: MIT
"""The window. The only room that speaks Qt."""

from collections.abc import Sequence
from pathlib import Path


def run(path: Path | None = None, *, arguments: Sequence[str] = ()) -> int:
    """Show the window, on a project if a path is given; returns the exit code. Loads Qt when called, not before."""
    from annotator.ui.app import run as run_application

    return run_application(path, arguments=arguments)


__all__ = ["run"]
