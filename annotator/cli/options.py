# SPDX-License-Identifier: MIT
"""Arguments and options that several commands share, the project they open, and who acts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from annotator import operations
from annotator.domain import Coder, KnownError, UsageError

Command = Callable[..., None]

ANY_PATH = click.Path(path_type=Path, readable=False)
"""A path that nothing has looked at yet: the operations say in one sentence what is wrong with it."""

project_argument: Callable[[Command], Command] = click.argument("project", type=ANY_PATH)

acting_option: Callable[[Command], Command] = click.option(
    "--as",
    "acting_name",
    metavar="NAME",
    envvar="ANNOTATOR_AS",
    help="Who acts, as other people know you; else ANNOTATOR_AS, else the name kept on this computer.",
)

json_option: Callable[[Command], Command] = click.option(
    "--json", "as_json", is_flag=True, help="Answer in JSON; errors too, on standard error."
)


class opened:  # used like a function, in a ``with``
    """Open a project and close it again however the command ends.

    An error that nobody foresaw becomes a sentence where a damaged file is behind it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> operations.Project:
        self._project = operations.open_project(self._path)
        return self._project

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        try:
            if _is_unforeseen(error) and (damage := operations.damage_behind_an_error(self._project)) is not None:
                raise damage from error
        finally:
            operations.close_project(self._project)


def _is_unforeseen(error: BaseException | None) -> bool:
    """Whether an error is neither a sentence for the user nor one of the terminal's or the system's."""
    return isinstance(error, Exception) and not isinstance(
        error, KnownError | click.ClickException | click.Abort | click.exceptions.Exit | OSError
    )


def acting(name: str | None, project: operations.Project | None = None) -> Coder:
    """Give the person who acts: as named, else as this computer knows; never asks, never guesses.

    In a project the name means the project's own coder of that name where there is one; in a coder's file
    nobody need be named. Raises UsageError where nobody is.
    """
    theirs = operations.coder_file(project) if project and not name else None
    if theirs is not None:
        return theirs.coder
    chosen = name or _my_name()
    return operations.acting_person(chosen, project=project) if project else operations.person(chosen)


def _my_name() -> str:
    person = operations.me()
    if person is None:
        raise UsageError("Nobody said who acts: add --as NAME, or set ANNOTATOR_AS. Nothing was done.")
    return person.name
