# SPDX-License-Identifier: MIT
"""Open records, and what to do with a journal that lies beside a project.

SQLite acts on a journal that it finds, so one that arrived from elsewhere must not be there when it
looks. A journal is ours only if this computer's open record says that we were interrupted here.
"""

import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from annotator.domain import LockedOrDamaged, NotSaved, Refused
from annotator.domain.live_files import identity
from annotator.text.quotation import digest

_SUFFIXES = ("-journal", "-wal", "-shm")


class OpenRecord:
    """The note in the user's data folder that a project is open from this computer."""

    def __init__(self, folder: Path, project: Path) -> None:
        self._path = folder / "open" / f"{digest(str(project.resolve()))[:32]}.json"
        self._project = project

    def fits(self) -> bool:
        """Whether a note says that this very file was open here and never closed."""
        try:
            note = json.loads(self._path.read_text(encoding="utf-8"))
            known = identity(self._project)
        except (OSError, ValueError):
            return False
        return isinstance(note, dict) and note.get("device") == known.device and note.get("inode") == known.inode

    @property
    def is_first_here(self) -> bool:
        """Whether this computer (or this profile of it) has never kept a note of any project."""
        return not self._path.parent.exists()

    def write(self) -> None:
        """Leave the note, durably, before the first write; raises NotSaved where it cannot be left."""
        known = identity(self._project)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("w", encoding="utf-8") as stream:
                json.dump({"path": str(self._project), "device": known.device, "inode": known.inode}, stream)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise NotSaved(
                f"The project was not opened: no note of it can be kept in your user folder ({error.strerror}).",
                where=str(self._path.parent),
            ) from error

    def remove(self) -> None:
        """Take the note away after a clean close; one that stays does no harm."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def set_aside_strangers(project: Path, record: OpenRecord) -> list[Path]:
    """Rename side files that did not come from an interruption here; nothing is deleted. Gives the new names.

    Raises Refused where one cannot be renamed, and LockedOrDamaged for a journal with something in it on
    a computer that remembers nothing: it may have been interrupted here, and then the file needs its journal.
    """
    moved: list[Path] = []
    for suffix in _SUFFIXES:
        side = project.with_name(project.name + suffix)
        if not os.path.lexists(side):
            continue
        if suffix == "-journal" and not side.is_symlink():
            if record.fits() or side.stat().st_size == 0:
                continue
            if record.is_first_here:
                raise LockedOrDamaged(_whose(side), where=project.name)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        target = side.with_name(f"{side.name}.set-aside-{stamp}")
        try:
            side.rename(target)
        except OSError as error:
            raise Refused(
                f"Beside the project lies {side.name}, which did not come from this computer and cannot be moved "
                f"aside ({error.strerror}); nothing was opened.",
                where=project.name,
            ) from error
        moved.append(target)
    return moved


def _whose(side: Path) -> str:
    return (
        f"A save of this project was interrupted, and {side.name} beside it may be needed to undo half of it; this "
        "computer does not remember whether that was here. Open the project where it was interrupted, or move "
        "that file elsewhere if it came from somebody else; nothing was changed."
    )
