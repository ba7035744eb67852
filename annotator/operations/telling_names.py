# SPDX-License-Identifier: MIT
"""The names that would tell a coder of the others, if they stood in the coder's file."""

from collections.abc import Collection, Iterable

from annotator.operations.projects import Project
from annotator.store import journal, schema

_OURS = "\n".join(
    (*schema.STATEMENTS, "SQLite format", "sqlite_schema sqlite_autoindex sqlite_master _sqlite_migrations")
)
"""Words that stand in every file of ours."""


def names_of_others(project: Project, people: Collection[str]) -> tuple[str, ...]:
    """Give every name that anybody but these people has, or ever had, in this project."""
    return tuple(sorted({name for person, name in journal.names_of_coders(project.live) if person not in people}))


def telling_among(names: Iterable[str], words: Iterable[str]) -> tuple[str, ...]:
    """Give the names that stand in none of these words, so that seeing them tells something.

    A coder may be called as a town in an article is; ``words`` are the articles, the codebook and what
    the receiver wrote.
    """
    known = "\n".join((_OURS, *words))
    return tuple(name for name in names if name and name not in known)


def named_in(text: str, names: Iterable[str]) -> str:
    """Give the first of these names that a text holds, whatever its case; the empty string where it holds none."""
    folded = text.casefold()
    return next((name for name in names if name.casefold() in folded), "")
