# SPDX-License-Identifier: MIT
"""Finding the newest backup of a project and going on with it, beside the file that it replaces."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from annotator.domain import Refused
from annotator.operations.folders import data_folder
from annotator.operations.projects import SUFFIX, Project, open_project
from annotator.operations.reading import Overview


def newest_backup(overview: Overview) -> Path | None:
    """Give the newest verified backup of this very file that this computer keeps, or None."""
    folder = data_folder() / "backups" / overview.project / overview.file
    # Their names begin with the time in UTC, so that they sort by age.
    return max(folder.glob(f"*{SUFFIX}"), default=None)


def place_for_backup(backup: Path, *, beside: Path) -> Path:
    """Give a free path beside a project for a copy of its backup, named by the backup's day."""
    day = datetime.fromtimestamp(backup.stat().st_mtime).strftime("%Y-%m-%d")  # a day for the reader, local
    stem, number = f"{beside.stem} (backup {day})", 1
    place = beside.with_name(f"{stem}{SUFFIX}")
    while os.path.lexists(place):
        number += 1
        place = beside.with_name(f"{stem} {number}{SUFFIX}")
    return place


def open_backup(backup: Path, *, path: Path) -> Project:
    """Copy a backup to a new place and open the copy; the backup itself stays as it is.

    Raises Refused where the copy cannot be written, and what opening a project raises.
    """
    try:
        with backup.open("rb") as source, path.open("xb") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
    except OSError as error:
        raise Refused(f"The backup could not be copied here: {error.strerror}.", where=str(path)) from error
    return open_project(path)
