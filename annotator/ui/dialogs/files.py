# SPDX-License-Identifier: MIT
"""Asking for files and folders: the system's own dialogs, beginning in the user's documents."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.ui import plain

PROJECT_SUFFIX = ".annotator"
PROJECTS = "Annotator projects (*.annotator);;All files (*)"
ARTICLES = (
    "Articles (*.txt *.text *.md *.html *.htm *.docx *.odt *.rtf *.pdf *.epub *.csv *.tsv *.xlsx *.jsonl *.zip);;"
    "All files (*)"
)
CODED = "Annotations (*.qdpx *.xmi *.json *.jsonl *.jsonld *.ndjson *.dna *.zip);;All files (*)"
CODEBOOKS = "Codebooks (*.qdc *.qdpx *.csv *.tsv *.md *.annotator);;All files (*)"
CODEBOOKS_OUT = "REFI-QDA codebook (*.qdc);;Comma-separated values (*.csv);;Markdown (*.md)"
TABLES = "Comma-separated values (*.csv)"
VALUES = "Tables (*.csv *.tsv *.xlsx);;All files (*)"
JSON = "JSON (*.json)"


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder that exists, or None."""
    from PySide6.QtWidgets import QFileDialog

    found = QFileDialog.getExistingDirectory(parent, plain.window_title(title), _begin())
    return Path(found) if found else None


def ask_files(parent: QWidget, title: str, *, kinds: str) -> list[Path]:
    """Ask for files that exist; empty where none is chosen."""
    from PySide6.QtWidgets import QFileDialog

    found, _ = QFileDialog.getOpenFileNames(parent, plain.window_title(title), _begin(), kinds)
    return [Path(each) for each in found]


def ask_file(parent: QWidget, title: str, *, kinds: str) -> Path | None:
    """Ask for one file that exists, or None."""
    from PySide6.QtWidgets import QFileDialog

    found, _ = QFileDialog.getOpenFileName(parent, plain.window_title(title), _begin(), kinds)
    return Path(found) if found else None


def ask_new_file(parent: QWidget, title: str, *, name: str, kinds: str) -> Path | None:
    """Ask where to write a new file, or None; the suffix of the proposed name is added where it is missing."""
    from PySide6.QtWidgets import QFileDialog

    found, _ = QFileDialog.getSaveFileName(parent, plain.window_title(title), str(Path(_begin()) / name), kinds)
    if not found:
        return None
    path = Path(found)
    return path if path.suffix else path.with_suffix(Path(name).suffix)


def _begin() -> str:
    return str(operations.documents_folder())
