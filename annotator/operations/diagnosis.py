# SPDX-License-Identifier: MIT
"""What this machine lacks for the window, found without loading Qt: it must speak when Qt cannot start."""

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from annotator.operations.debian_packages import DEBIAN_PACKAGES
from annotator.operations.screen import has_screen, qt_folder

OFFSCREEN = "offscreen"
WINDOW = "window"
_PARTS = (
    (OFFSCREEN, "QtWidgets*.so"),
    (OFFSCREEN, "QtSvg*.so"),
    (OFFSCREEN, "Qt/plugins/platforms/libqoffscreen.so"),
    (WINDOW, "Qt/plugins/platforms/libqxcb.so"),
)
_MISSING = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
_FIRST_BROKEN_QT = (6, 12)
_FIRST_SOUND_PYTHON = (3, 12)


@dataclass(frozen=True, slots=True)
class MissingLibrary:
    """A system library that Qt asks for and does not find.

    ``package`` is its Debian package, empty where we do not know it; ``needed_for`` is OFFSCREEN
    where even a program without a screen lacks it, else WINDOW.
    """

    library: str
    package: str
    needed_for: str

    def as_json(self) -> dict[str, str]:
        """Give the fields by name."""
        return {"library": self.library, "package": self.package, "needed_for": self.needed_for}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found: versions, missing libraries, sentences about what else is wrong, and notes that are no fault."""

    python: str
    qt: str
    missing: tuple[MissingLibrary, ...]
    troubles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing stands against opening the window."""
        return not self.missing and not self.troubles

    @property
    def packages(self) -> tuple[str, ...]:
        """The Debian packages that hold the missing libraries, each once, by the alphabet."""
        return tuple(sorted({each.package for each in self.missing if each.package}))

    def as_json(self) -> dict[str, object]:
        """Give everything as values that JSON can hold."""
        return {
            "python": self.python,
            "qt": self.qt,
            "missing": [each.as_json() for each in self.missing],
            "packages": list(self.packages),
            "troubles": list(self.troubles),
            "notes": list(self.notes),
            "sound": self.sound,
        }


def diagnose() -> Diagnosis:
    """Look at this machine; needs no project and no screen."""
    qt = _qt_version()
    folder = qt_folder()
    troubles: list[str] = []
    if folder is None or not qt:
        troubles.append("Qt for Python is not installed: install this program again, with all that it asks for.")
    elif is_forbidden_pair(qt=qt, python=sys.version_info[:2]):
        troubles.append(
            f"PySide6 {qt} makes Python {platform.python_version()} stop without a word: "
            "install PySide6-Essentials below 6.12, or use Python 3.12 or later."
        )
    notes = () if has_screen(os.environ) else ("No screen is announced here (DISPLAY and WAYLAND_DISPLAY are empty).",)
    return Diagnosis(
        python=platform.python_version(),
        qt=qt,
        missing=missing_libraries(folder),
        troubles=tuple(troubles),
        notes=notes,
    )


def missing_libraries(folder: Path | None = None) -> tuple[MissingLibrary, ...]:
    """List the system libraries that Qt's files under ``folder`` (the installed ones if None) do not find.

    Asks ``ldd``, so it answers on Linux only; elsewhere Qt brings everything and the list is empty.
    """
    folder = folder or qt_folder()
    if folder is None or not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return ()
    found: dict[str, MissingLibrary] = {}
    for needed_for, pattern in _PARTS:
        for path in sorted(folder.glob(pattern)):
            for library in libraries_not_found(_ldd(path)):
                known = MissingLibrary(library, DEBIAN_PACKAGES.get(library, ""), needed_for)
                found.setdefault(library, known)
    return tuple(found.values())


def libraries_not_found(answer: str) -> tuple[str, ...]:
    """Read the names after which ``ldd`` says "not found", in its order."""
    return tuple(dict.fromkeys(_MISSING.findall(answer)))


def is_forbidden_pair(*, qt: str, python: Sequence[int]) -> bool:
    """Whether this PySide6 loses references to None (6.12) under a Python that still counts them (below 3.12)."""
    numbers = tuple(int(number) for number in re.findall(r"\d+", qt)[:2])
    return numbers >= _FIRST_BROKEN_QT and tuple(python[:2]) < _FIRST_SOUND_PYTHON


def _ldd(path: Path) -> str:
    answer = subprocess.run(
        ["ldd", str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    return answer.stdout


def _qt_version() -> str:
    for distribution in ("PySide6-Essentials", "PySide6"):
        try:
            return metadata.version(distribution)
        except metadata.PackageNotFoundError:
            continue
    return ""
