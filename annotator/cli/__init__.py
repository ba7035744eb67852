# SPDX-License-Identifier: MIT
"""The command line: one file per command, loaded when it is named."""

from annotator.cli.edge import command_line

__all__ = ["command_line"]
