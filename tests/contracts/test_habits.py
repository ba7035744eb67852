# SPDX-License-Identifier: MIT
"""Habits that a reader of one file cannot check: each is a sentence of how this program is written."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from contracts.sources import PACKAGE, ROOT, imports, package_files, place, tree_of, words_in_code

SPDX = "# SPDX-License-Identifier: MIT"

EDGES = {
    "annotator/cli/edge.py run": "a user gets a sentence, we get a report",
    "annotator/ui/jobs.py": "every failure of a job is handed on to the window; none may die in its thread",
}
"""Where everything may be caught, and why."""

NEVER_IN_THE_WINDOW = {
    "processEvents": "long work is a job",
    "setHtml": "text from a file is never markup",
    "insertHtml": "text from a file is never markup",
    "appendHtml": "text from a file is never markup",
    "setMarkdown": "text from a file is never markup",
    "insertMarkdown": "text from a file is never markup",
    "selectedText": "turns NBSP into a space and line ends into U+2029: slice the stored text",
    "toPlainText": "turns NBSP into a space and U+2028 into a line end: slice the stored text",
    "QUndoStack": "undo lives in the journal",
    "QTextBrowser": "guesses markup and loads pictures",
    "QErrorMessage": "guesses markup",
}

ONLY_IN_PLAIN = {"QLabel", "QMessageBox", "setToolTip", "setWhatsThis"}
"""What guesses markup and is therefore made in ui/plain.py only."""

ALLOWED_IN_THE_WINDOW: dict[str, str] = {
    "annotator/ui/printing.py setHtml": "a report is our own template, which escapes each word",
}
""" "path name": why this one call is harmless."""


def _python_files() -> Iterator[Path]:
    for folder in ("annotator", "tests", "packaging"):
        yield from (path for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts)


def test_first_line_names_the_licence() -> None:
    assert [place(path) for path in _python_files() if not path.read_text(encoding="utf-8").startswith(SPDX)] == []


def test_every_module_says_what_it_is() -> None:
    assert [place(path) for path in package_files() if not ast.get_docstring(tree_of(path))] == []


def test_tests_mirror_the_package() -> None:
    lonely = []
    for path in package_files():
        if path.name in ("__init__.py", "__main__.py"):
            continue
        relative = path.relative_to(PACKAGE)
        if not (ROOT / "tests" / relative.parent / f"test_{relative.name}").exists():
            lonely.append(place(path))
    assert lonely == []


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException") for kind in kinds)


def _only_cleans_up(handler: ast.ExceptHandler) -> bool:
    """Whether the handler ends in a bare ``raise``: it tidies and hands the same error on."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_nothing_catches_everything() -> None:
    guilty = [
        place(path, node.lineno)
        for path in package_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node) and not _only_cleans_up(node)
        if not any(edge.split(" ")[0] == place(path) for edge in EDGES)
    ]
    assert guilty == []


def test_no_file_catches_everything_twice() -> None:
    for edge in EDGES:
        path = ROOT / edge.split(" ")[0]
        broad = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.ExceptHandler) and _catches_everything(n)]
        assert len(broad) == 1, place(path)


def test_sql_never_swallows_a_conflict() -> None:
    swallowing = re.compile(r"\bOR\s+(IGNORE|REPLACE)\b", re.IGNORECASE)
    guilty = [
        place(path, line) for path in package_files() for line, words in words_in_code(path) if swallowing.search(words)
    ]
    assert guilty == []


def _names_used(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno


def _allowed(path: Path, name: str) -> bool:
    return f"{place(path)} {name}" in ALLOWED_IN_THE_WINDOW


def test_window_never_uses_what_bends_a_text() -> None:
    guilty = [
        f"{place(path, line)} {name}: {NEVER_IN_THE_WINDOW[name]}"
        for path in package_files()
        for name, line in _names_used(path)
        if name in NEVER_IN_THE_WINDOW and not _allowed(path, name)
    ]
    assert guilty == []


def test_only_the_plain_module_makes_what_guesses_markup() -> None:
    guilty = [
        f"{place(path, line)} {name}"
        for path in package_files()
        if place(path) != "annotator/ui/plain.py"
        for name, line in _calls(path)
        if name in ONLY_IN_PLAIN and not _allowed(path, name)
    ]
    assert guilty == []


def _calls(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            called = node.func
            yield (called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")), node.lineno


def test_no_import_bends_the_binding() -> None:
    """``from __feature__`` renames Qt's methods behind the type checker's back; stars hide what is used."""
    for path in package_files():
        assert "__feature__" not in {name for name, _ in imports(path)}, place(path)
        stars = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.ImportFrom) and n.names[0].name == "*"]
        assert stars == [], place(path)


def test_no_vague_file_names() -> None:
    vague = {"utils.py", "helpers.py", "manager.py", "misc.py", "common.py", "util.py"}
    assert [place(path) for path in package_files() if path.name in vague] == []


def test_every_silenced_warning_gives_its_reason() -> None:
    silenced = re.compile(
        r"#\s*(type:\s*ignore|noqa)(?P<code>(\[[\w\-, ]+\]|:\s*[A-Z]+\d+(\s*,\s*[A-Z]+\d+)*)?)(?P<reason>.*)$"
    )
    guilty = []
    for path in package_files():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            found = silenced.search(line)
            if found and not (found["code"] and re.search(r"\w{3}", found["reason"])):
                guilty.append(place(path, number))
    assert guilty == []
