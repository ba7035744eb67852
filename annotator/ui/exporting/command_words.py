# SPDX-License-Identifier: MIT
"""The command that writes the same as the window does with a choice."""

import os
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

from annotator.operations import Overview
from annotator.ui.exporting.formats import CODEBOOK, Option
from annotator.ui.exporting.wanted import ExportWanted

_USUAL = ExportWanted()


def command_of(wanted: ExportWanted, overview: Overview, *, directory: str) -> str:
    """Give the command in words of the project, quoted for the shell of this system."""
    project = str(overview.path)
    if wanted.format == CODEBOOK:
        target = str(Path(directory) / f"codebook{wanted.codebook_form}")
        return _joined(["annotator", "codebook", "export", project, target])
    words = ["annotator", "export", project, "--format", wanted.written_format, "--output", directory]
    return _joined([*words, *_options(wanted.worded(overview))])


def _options(wanted: ExportWanted) -> Iterator[str]:
    takes = wanted.chosen_format.options
    yield from _of_annotations(wanted)
    if Option.UNIT in takes:
        yield from _of_tables(wanted)
    if Option.SPREADSHEETS in takes and wanted.for_spreadsheets:
        yield "--for-spreadsheets"
    if Option.REFI in takes:
        yield from (word for word, is_on in (("--per-coder", wanted.per_coder), ("--crlf", wanted.crlf)) if is_on)
    if Option.ACTORS in takes:
        for role in ("speaker", "holder", "target", "sign"):
            name = getattr(wanted, role)
            yield from (f"--{role}", name) if name else ()
    if not wanted.memos:
        yield "--without-memos"
    if wanted.pseudonyms:
        yield "--pseudonyms"


def _of_annotations(wanted: ExportWanted) -> Iterator[str]:
    several = {"--code": wanted.codes, "--coder": wanted.coders, "--round": wanted.rounds, "--state": wanted.states}
    if Option.DOCUMENTS in wanted.chosen_format.options:
        several["--article"] = wanted.documents
    for option, words in several.items():
        for word in words:
            yield from (option, word)
    if wanted.layer != _USUAL.layer:
        yield from ("--layer", wanted.layer)


def _of_tables(wanted: ExportWanted) -> Iterator[str]:
    for table in wanted.tables:
        yield from ("--table", table)
    for name in ("unit", "rule", "duplicates"):
        value = getattr(wanted, name)
        if value != getattr(_USUAL, name):
            yield from (f"--{name}", value)
    if wanted.duplicates != _USUAL.duplicates:
        for attribute in wanted.attributes:
            yield from ("--same", attribute)
    if wanted.texts:
        yield "--texts"


def _joined(words: list[str]) -> str:
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
