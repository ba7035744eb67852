# SPDX-License-Identifier: MIT
"""The README against the code: every command, option and key that it names exists, and none is missing."""

import re
from collections.abc import Iterator

import click
import pytest
from contracts.sources import ROOT

from annotator.cli.group import COMMANDS, annotator

README = (ROOT / "README.md").read_text(encoding="utf-8")


def _leaves(command: click.Command, words: str) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield words, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        below = command.get_command(context, name)
        assert below is not None
        yield from _leaves(below, f"{words} {name}")


LEAVES = dict(_leaves(annotator, "annotator"))


def _rows(section: str) -> list[list[str]]:
    words = README.split(f"\n## {section}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in words.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[1:]]


def _command_rows() -> dict[str, list[str]]:
    """Each command of the table, without its arguments, with its options."""
    found = {}
    for command, options, _ in _rows("Commands"):
        words = [word for word in command.strip("`").split(" ") if word.islower()]
        found[" ".join(words)] = re.findall(r"--[a-z-]+", options)
    return found


def test_commands_in_the_table_are_those_of_the_program() -> None:
    assert set(_command_rows()) - {"annotator"} == set(LEAVES)


@pytest.mark.parametrize("name", sorted(LEAVES))
def test_options_in_the_table_are_those_of_the_command(name: str) -> None:
    options = [
        spelling
        for parameter in LEAVES[name].params
        if isinstance(parameter, click.Option)
        for spelling in parameter.opts
        if spelling.startswith("--")
    ]
    assert sorted(_command_rows()[name]) == sorted(options)


def test_commands_in_the_examples_exist() -> None:
    """Every ``annotator ...`` in a block of code names a command and options that there are."""
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL):
        for line in re.findall(r"(?:^|/)annotator ([^\n]+)", block, re.MULTILINE):
            name = line.split(" ")[0]
            assert name in COMMANDS
            options = {spelling for parameter in LEAVES[f"annotator {name}"].params for spelling in parameter.opts}
            assert set(re.findall(r" (--[a-z-]+)", line)) <= options, line


def test_the_line_in_the_list_is_the_first_line_of_the_help() -> None:
    for name, entry in COMMANDS.items():
        assert entry.line.endswith(".")
        assert entry.line[0].isupper(), name


def test_two_commands_come_first_and_are_single_lines() -> None:
    commands = re.findall(r"^python3 -m venv \.venv && .+$", README, re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith(".venv/bin/annotator demo")
    assert commands[1].endswith(".venv/bin/pytest")
    assert README.index(commands[1]) < README.index("\n## ")


def test_keys_in_the_table_are_those_of_the_window() -> None:
    from annotator.ui.shortcuts import SHORTCUTS, key_words

    expected = [
        f"| {' or '.join(f'`{key}`' for key in dict.fromkeys(map(key_words, each.keys)))} | {each.words} |"
        for each in SHORTCUTS
        if each.keys
    ]
    section = README.split("\n## Keys\n", 1)[1].split("\n## ", 1)[0]
    table = [line for line in section.splitlines() if line.startswith("| `")]
    assert table == expected, "The table of keys in the README shall be:\n" + "\n".join(expected)


def test_formats_in_the_table_are_those_of_the_command() -> None:
    chosen = next(each for each in LEAVES["annotator export"].params if each.name == "formats")
    assert isinstance(chosen.type, click.Choice)
    assert set(chosen.type.choices) == set(re.findall(r"--format (\w+)", README))


def test_environment_variables_are_named() -> None:
    for name in ("ANNOTATOR_AS", "ANNOTATOR_HOME"):
        assert name in README


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", README):
        assert (ROOT / target).exists(), target


def test_citation_names_the_version() -> None:
    from annotator import __version__

    assert f"version {__version__}" in README


def test_views_that_are_named_exist() -> None:
    from annotator.store.schema import VIEWS

    named = set(re.findall(r"`(v_\w+)`", README))
    assert named == {view.split()[2] for view in VIEWS}
