# SPDX-License-Identifier: MIT
"""What is loaded when: of what the program asks for, only the few light parts come without being used."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import click
from contracts.sources import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from annotator.cli.group import annotator

LIGHT = {"click", "platformdirs", "regex"}
"""Distributions that any command may load; of the others each is loaded where it is used."""
STORE = {"sqlite-utils"}
"""What opening a project loads too."""


def _modules() -> dict[str, set[str]]:
    """Give the modules of each distribution that the project asks for, by its name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    found: dict[str, set[str]] = {name: set() for name in asked}
    for module, owners in metadata.packages_distributions().items():
        for owner in {canonicalize_name(each) for each in owners} & asked:
            found[owner].add(module)
    return found


MODULES = _modules()
HEAVY = {module for name, modules in MODULES.items() if name not in LIGHT for module in modules}
HEAVY_WITH_A_PROJECT = HEAVY - {module for name in STORE for module in MODULES[name]}


def _leaves(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _leaves(below, (*words, name))
    yield words


def _loaded(code: str, folder: Path) -> set[str]:
    """Run a program in a process of its own and give the top-level modules that are loaded at its end."""
    said = folder / "loaded.json"
    last = (
        "import json, sys; loaded = set(sys.modules)\n"
        f"with open({str(said)!r}, 'w') as file: json.dump(sorted({{each.split('.')[0] for each in loaded}}), file)\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", f"{code}\n{last}"],
        cwd=folder,
        env={**os.environ, "ANNOTATOR_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    return set(json.loads(said.read_text(encoding="utf-8")))


def test_every_distribution_has_modules() -> None:
    assert not [name for name, modules in MODULES.items() if not modules]
    assert {"PySide6", "numpy", "pandas", "lxml", "cassis", "resiliparse", "python_calamine", "striprtf"} <= HEAVY
    assert not {"click", "regex", "platformdirs"} & HEAVY


def test_help_of_every_command_is_light(tmp_path: Path) -> None:
    words = sorted(_leaves(annotator))
    code = f"from annotator.cli.edge import run\nfor words in {words!r}:\n    assert run([*words, '--help']) == 0"
    assert len(words) > 30
    assert _loaded(code, tmp_path) & HEAVY == set()


def test_first_article_of_a_project_is_taken_without_heavy_parts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("An article.\n", encoding="utf-8")
    commands = (
        ["new", "b.annotator", "--as", "Mara"],
        ["import", "b.annotator", "a.txt", "--as", "Mara"],
        ["import", "b.annotator", "a.txt", "--as", "Mara"],
        ["articles", "b.annotator"],
        ["info", "b.annotator"],
        ["check", "b.annotator"],
        ["log", "b.annotator"],
    )
    code = f"from annotator.cli.edge import run\nfor words in {commands!r}:\n    assert run(words) == 0, words"
    assert _loaded(code, tmp_path) & HEAVY_WITH_A_PROJECT == set()


def test_window_with_a_project_loads_qt_and_no_other_heavy_part(tmp_path: Path) -> None:
    code = """
from pathlib import Path
from annotator import operations
from annotator.ui.app import Windows, make_application
from PySide6.QtCore import QTimer
path = operations.make_demo(Path("demo")).path
application = make_application(["annotator"])
windows = Windows(application)
window = windows.add()
windows.open_path(path)
def close_when_open():
    if window.session.is_open:
        window.close()
    else:
        QTimer.singleShot(10, close_when_open)
QTimer.singleShot(0, close_when_open)
application.exec()
"""
    loaded = _loaded(code, tmp_path)
    assert "PySide6" in loaded
    assert loaded & HEAVY_WITH_A_PROJECT <= MODULES["pyside6-essentials"]
