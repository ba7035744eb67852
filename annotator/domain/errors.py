# SPDX-License-Identifier: MIT
"""The errors that a user can act on. Anything else that is raised is a bug and is reported as one.

Each carries one sentence for the user (what happened, what is safe, what to do) and, where it
helps, the place: a file, a line, a field. ``exit_code`` is what the command line returns.
"""


class KnownError(Exception):
    """Something the user can act on: one sentence, and where."""

    exit_code = 1

    def __init__(self, sentence: str, *, where: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}" if self.where else self.sentence


class Refused(KnownError):
    """The input cannot be taken: nothing was written, nothing was lost."""


class UsageError(KnownError):
    """The call itself is off: a missing name, an unknown option value."""

    exit_code = 2


class LockedOrDamaged(KnownError):
    """The project file is open elsewhere, or what is in it cannot be trusted."""

    exit_code = 3


class NotSaved(KnownError):
    """The disk did not take a change; the file is as it was before the action."""

    exit_code = 3


class FaultsFound(KnownError):
    """A check has found faults; they are listed beside this sentence."""

    exit_code = 4
