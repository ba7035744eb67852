# SPDX-License-Identifier: MIT
"""Exports of many files: a folder, or a ZIP that is the same for the same content; whole or not at all."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from annotator.domain.errors import NotSaved, Refused
from annotator.domain.live_files import is_live
from annotator.exchange.containers import name_fault, write_container

Members = Mapping[str, bytes | Iterable[bytes]]


def write_members(path: Path, members: Members) -> None:
    """Write members under their names, with ``/`` between folders: a ZIP where the path ends in .zip, else a folder.

    A folder must be new or empty: it is filled beside its place as NAME.part and moved there at the end.
    Raises Refused for one that holds anything, NotSaved where the disk refuses.
    """
    if path.suffix.casefold() == ".zip":
        write_container(path, members)
        return
    _refuse_occupied(path)
    partial = path.with_name(f"{path.name}.part")
    try:
        _fill(partial, members)
        if path.is_dir():
            path.rmdir()
        os.replace(partial, path)
    except OSError as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise NotSaved(
            f"The folder could not be written ({error.strerror or 'no reason given'}); nothing was left in its place: "
            "check the folder and the room on the disk.",
            where=path.name,
        ) from error
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise


def _refuse_occupied(path: Path) -> None:
    if is_live(path) or path.is_file() or (path.is_dir() and any(path.iterdir())):
        raise Refused(
            "There is something under this name already, and an export is not mixed with it; nothing was written: "
            "choose a new or an empty folder, or a name that ends in .zip.",
            where=path.name,
        )


def _fill(folder: Path, members: Members) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    written: list[Path] = []
    for name in sorted(members):
        if name_fault(name):
            raise ValueError(f"no name for a member: {name!a} {name_fault(name)}")
        place = folder.joinpath(*name.split("/"))
        place.parent.mkdir(parents=True, exist_ok=True)
        content = members[name]
        with place.open("xb") as file:
            for piece in (content,) if isinstance(content, bytes) else content:
                file.write(piece)
        written.append(place)
    # All are written before the first is flushed: most of the rest is on the disk by then.
    for place in written:
        with place.open("rb+") as file:
            os.fsync(file.fileno())
