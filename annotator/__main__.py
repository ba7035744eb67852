# SPDX-License-Identifier: MIT
"""``python -m annotator`` and the command ``annotator``."""

import multiprocessing


def main() -> None:
    """Run the command line."""
    multiprocessing.freeze_support()
    from annotator.cli import command_line

    command_line()


if __name__ == "__main__":
    main()
