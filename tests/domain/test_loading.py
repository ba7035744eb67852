# SPDX-License-Identifier: MIT
"""The words of a team are there when asked for, and not loaded before."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import domain


def _declared() -> dict[str, set[str]]:
    tree = ast.parse(Path(domain.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    return {
        str(node.module).removeprefix("annotator.domain."): {alias.name for alias in node.names}
        for node in block.body
        if isinstance(node, ast.ImportFrom)
    }


def test_what_is_declared_is_what_is_loaded_later() -> None:
    assert {file: set(names) for file, names in domain._NAMES_BY_FILE.items()} == _declared()


@pytest.mark.parametrize("name", domain.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(domain, name) is not None


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="Decisoin"):
        domain.Decisoin  # type: ignore[attr-defined]  # noqa: B018  # asked for only to see it refused


def test_the_first_window_needs_none_of_them() -> None:
    code = "import sys, annotator.domain; print([name for name in sys.modules if name.startswith('annotator.domain.')])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {f"annotator.domain.{file}" for file in domain._NAMES_BY_FILE} & set(ast.literal_eval(loaded))
