# SPDX-License-Identifier: MIT
"""The staircase: who may import whom, held by import-linter and, where it cannot say it, by the syntax tree."""

import subprocess
import sys

import pytest
from contracts.sources import PACKAGE, ROOT, imports, package_files, place

DOOR = "annotator/cli/window.py"
THROUGH_THE_DOOR = {"annotator/cli/open.py", "annotator/cli/demo.py", "annotator/cli/edge.py"}
"""The commands that show the window, and the edge, which reads the plainest calls itself."""

BLOCKED = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name + " is blocked here")
        return None

sys.meta_path.insert(0, NoQt())
import annotator
names = [each.name for each in pkgutil.walk_packages(annotator.__path__, "annotator.", onerror=lambda name: None)]
core = [name for name in names if not name.startswith("annotator.ui") and name != "annotator.__main__"]
for name in core:
    importlib.import_module(name)
print(len(core))
"""


def test_import_contracts_hold() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def _importers(*wanted: str) -> set[str]:
    return {
        place(path)
        for path in package_files()
        if path.is_relative_to(PACKAGE / "cli")
        for name, _ in imports(path)
        if any(name == each or name.startswith(f"{each}.") for each in wanted)
    }


def test_only_open_and_demo_know_the_window() -> None:
    assert _importers("annotator.ui") == {DOOR}
    assert _importers("annotator.cli.window") <= THROUGH_THE_DOOR


def test_the_window_is_imported_inside_the_function_only() -> None:
    for name, node in imports(ROOT / DOOR):
        if name.startswith("annotator.ui"):
            assert getattr(node, "col_offset", 0) > 0, f"{DOOR} imports {name} at its top"


def test_core_imports_where_qt_is_absent() -> None:
    answer = subprocess.run([sys.executable, "-c", BLOCKED], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert int(answer.stdout) > 40


@pytest.mark.parametrize("module", ["annotator.operations", "annotator.cli", "annotator.reports", "annotator.exchange"])
def test_nothing_heavy_comes_with_an_import(module: str) -> None:
    heavy = ("PySide6", "numpy", "pandas", "sqlite_utils", "scipy", "matplotlib", "jinja2")
    code = f"import sys, {module}; print([name for name in {heavy!r} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (answer.stdout.strip(), answer.stderr) == ("[]", "")
