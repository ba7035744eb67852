# SPDX-License-Identifier: MIT
"""The command that is shown for a choice writes the same bytes."""

import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from ui.exporting.choices import choices, look

from annotator import operations
from annotator.cli.group import annotator
from annotator.domain import Coder
from annotator.ui.exporting.command_words import command_of
from annotator.ui.exporting.formats import FORMATS
from annotator.ui.exporting.wanted import ExportWanted


def written(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_command_writes_the_same_bytes(coded: Path, tmp_path: Path, name: str) -> None:
    overview = look(coded)
    for number, chosen in enumerate(choices(overview)):
        wanted = replace(chosen, format=name)
        here, there = tmp_path / f"here {number}", tmp_path / f"there {number}"
        there.mkdir()
        project = operations.open_project(coded)
        report = wanted.worded(overview).write(project, directory=here, progress=lambda _: None)
        operations.close_project(project)
        words = shlex.split(command_of(wanted, overview, directory=str(there)))
        assert words[0] == "annotator"
        answer = CliRunner().invoke(annotator, words[1:])
        assert answer.exit_code == 0, answer.output
        assert written(here) == written(there)
        assert {str(path.relative_to(here)) for path in report.files} == set(written(here))


def test_two_coders_of_one_name_are_named_by_identity(coded: Path) -> None:
    overview = look(coded)
    twin = Coder(operations.person("twin").id, overview.coders[0].name)
    doubled = replace(overview, coders=(*overview.coders, twin))
    command = command_of(ExportWanted(coders=(twin.id,)), doubled, directory="out")
    assert twin.id in command
