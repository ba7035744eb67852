# SPDX-License-Identifier: MIT
"""The list of commands, and what each of them loads."""

import subprocess
import sys

import click
import pytest

from annotator.cli.group import COMMANDS, annotator

HEAVY = (
    "PySide6",
    "numpy",
    "pandas",
    "sqlite_utils",
    "sqlite3",
    "platformdirs",
    "annotator.operations",
    "annotator.ui",
)
QT_AND_NUMBERS = ("PySide6", "numpy", "pandas", "scipy", "matplotlib", "jinja2", "annotator.ui")


def _loaded_after(code: str, modules: tuple[str, ...]) -> list[str]:
    answer = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{code}\nimport sys; print('LOADED', [name for name in {modules!r} if name in sys.modules])",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.stderr == ""
    return list(eval(answer.stdout.rsplit("LOADED ", 1)[1]))  # our own list, printed a line above


def test_help_loads_click_alone() -> None:
    assert _loaded_after("from annotator.cli.edge import run; assert run(['--help']) == 0", HEAVY) == []


def test_version_loads_click_alone() -> None:
    assert _loaded_after("from annotator.cli.edge import run; assert run(['--version']) == 0", HEAVY) == []


@pytest.mark.parametrize("name", list(COMMANDS))
def test_help_of_a_command_loads_nothing_heavy(name: str) -> None:
    code = f"from annotator.cli.edge import run; assert run([{name!r}, '--help']) == 0"
    assert _loaded_after(code, (*QT_AND_NUMBERS, "sqlite_utils")) == []


def test_every_entry_is_the_command_of_its_name() -> None:
    context = click.Context(annotator)
    for name in COMMANDS:
        command = annotator.get_command(context, name)
        assert command is not None
        assert command.name == name


def test_line_of_an_entry_is_no_longer_than_the_terminal() -> None:
    assert max(len(entry.line) for entry in COMMANDS.values()) < 65


def test_unknown_command_is_none() -> None:
    assert annotator.get_command(click.Context(annotator), "mesure") is None


def test_every_command_tells_what_it_does() -> None:
    context = click.Context(annotator)
    for name in COMMANDS:
        command = annotator.get_command(context, name)
        assert command is not None
        assert command.help
