# SPDX-License-Identifier: MIT
"""What goes to the terminal: JSON for programs, words for people, and never a control character from a file."""

import json

import click

from annotator.reports.terminal import printable


def say(sentence: str) -> None:
    """Print words for a person; what may come from a file is made harmless."""
    click.echo(shown(sentence))


def shown(text: str) -> str:
    """Give a text with control characters spelled out, so that no file can steer the terminal; line ends stay."""
    return "\n".join(printable(line) for line in text.split("\n"))


def say_json(value: object) -> None:
    """Print a value for a program: UTF-8, keys in the order in which they were given."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def counted(number: int, one: str, many: str = "") -> str:
    """Give a number with its noun: ``counted(1, "article")``, ``counted(5, "article")``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
