# SPDX-License-Identifier: MIT
"""The room's names are there, and none of its files is loaded before one of them is asked for."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import operations

SOURCE = Path(operations.__file__)


def _declared() -> dict[str, set[str]]:
    """The names that the type checker is told of, by file."""
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    return {
        str(node.module).removeprefix("annotator."): {alias.name for alias in node.names}
        for node in block.body
        if isinstance(node, ast.ImportFrom)
    }


def test_what_is_declared_is_what_is_loaded() -> None:
    assert {file: set(names) for file, names in operations._NAMES_BY_FILE.items()} == _declared()


def test_what_is_declared_is_what_is_public() -> None:
    assert sorted(operations.__all__) == sorted(name for names in _declared().values() for name in names)


@pytest.mark.parametrize("name", operations.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(operations, name) is not None


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="anotate"):
        operations.anotate  # type: ignore[attr-defined]  # noqa: B018  # asked for only to see it refused


def test_import_loads_no_file_of_the_room() -> None:
    code = "import sys, annotator.operations; print([name for name in sys.modules if name.startswith('annotator.')])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert answer.stdout.strip() == "['annotator.operations']"
