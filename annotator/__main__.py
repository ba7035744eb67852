# SPDX-License-Identifier: MIT
"""``python -m annotator`` and the command ``annotator``."""

import sys


def main() -> None:
    """Run the command line."""
    if getattr(sys, "frozen", False):
        # A worker of the packaged program is the program itself, started anew: this makes it a worker.
        import multiprocessing

        multiprocessing.freeze_support()
    from annotator.cli import command_line

    command_line()


if __name__ == "__main__":
    main()
