# SPDX-License-Identifier: MIT
"""Whose files are whose in a brat collection: which folders are coders, and where the text of a file lies."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from annotator.exchange.codings.corpus_header import SIDECAR, Sidecar
from annotator.exchange.incoming_members import without_common_folder

_ONE_CODER = (
    "The files name no coder; all annotations were taken as those of one coder with the name of the whole: "
    "say who it was."
)
_FOLDERS_ARE_CODERS = "The name of each folder was taken as the name of a coder."
_FOLDERS_ARE_PARTS = (
    "No two folders hold an article of the same name, so they were taken as parts of the collection of one coder: "
    "say if they are coders."
)
_DIGITS = re.compile(r"([0-9]{1,18})")


class BratFolders:
    """The names of a collection. ``annotated`` are the .ann files, ``guess`` a sentence on what was assumed, or ""."""

    def __init__(self, members: Sequence[str], *, name: str, as_coders: bool | None) -> None:
        self._members = frozenset(members)
        self._name = name
        self.base = _base(members)
        self.annotated = tuple(each for each in members if each.endswith(".ann"))
        folders = {self.folder_of(each) for each in self.annotated}
        self.guess = ""
        if as_coders is None:
            as_coders, self.guess = self._judged(folders)
        self._as_coders = as_coders

    def in_order(self, sidecar: Sidecar) -> Sequence[str]:
        """Give the .ann files in the order of their articles, as corpus.json has it, else naturally by name."""
        return sorted(self.annotated, key=lambda each: (sidecar.position(PurePosixPath(each).stem), _natural(each)))

    def folder_of(self, name: str) -> str:
        """Give the folder of a file below the collection, "" for the collection itself."""
        parent = str(PurePosixPath(name.removeprefix(self.base)).parent)
        return "" if parent == "." else parent

    def coder_of(self, name: str) -> str:
        """Give the name of the coder of a file."""
        folder = PurePosixPath(self.folder_of(name)).name
        return folder if self._as_coders and folder else self._name

    def text_of(self, name: str) -> str | None:
        """Give the text file of an .ann file: beside it, or in a folder above; None where there is none."""
        path = PurePosixPath(name)
        for folder in path.parents:
            text = str(folder / f"{path.stem}.txt")
            if text in self._members:
                return text
        return None

    def _judged(self, folders: set[str]) -> tuple[bool, str]:
        if folders <= {""}:
            return False, _ONE_CODER
        stems = Counter(PurePosixPath(each).stem for each in self.annotated)
        if len(folders) == 1 or max(stems.values()) > 1:
            return True, _FOLDERS_ARE_CODERS
        return False, _FOLDERS_ARE_PARTS


def _base(members: Sequence[str]) -> str:
    """Give the folder in which the whole collection lies, as it does in many a ZIP."""
    common = without_common_folder(tuple(members))
    marks = (f"{common}{SIDECAR}", f"{common}annotation.conf")
    deep = all(each.count("/") > 1 for each in members if each.endswith(".ann"))
    return common if common and (deep or any(mark in members for mark in marks)) else ""


def _natural(name: str) -> list[tuple[int, str]]:
    """Sort a10 after a9."""
    return [(int(part), "") if part.isdigit() and part.isascii() else (-1, part) for part in _DIGITS.split(name)]
