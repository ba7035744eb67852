# SPDX-License-Identifier: MIT
"""Beginning, opening and closing a project, and who works in it."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from annotator.domain import Codebook, CodePoint, Coder, CoderId, DocumentId, LockedOrDamaged, Refused, UsageError
from annotator.domain.codebook import code_as_json, code_from_json
from annotator.operations.folders import data_folder
from annotator.operations.outcome import Outcome, Touched
from annotator.operations.settings import cleaned_name, person
from annotator.resources import resource
from annotator.store import backup, opening, queries, verification
from annotator.store.project_file import Action, ProjectFile

Project = ProjectFile
"""The handle of an open project; opaque above the operations, but for its ``path``."""

SUFFIX = ".annotator"
_FIRST_FAULTS = 3


def default_codebook() -> Codebook:
    """Give the built-in codebook: trust, mistrust, speculation, expert quote."""
    read = json.loads(resource("codebooks/trust.json").read_text(encoding="utf-8"))
    return Codebook(tuple(code_from_json(code) for code in read["codes"]))


def new_project(path: Path, *, lead: Coder, name: str = "", codebook: Codebook | None = None) -> Project:
    """Begin a project in a new file and leave it open; its lead is its first coder.

    Raises Refused where something of that name is there or the folder cannot be written.
    """
    chosen = default_codebook() if codebook is None else codebook
    project = opening.create(path, data_folder=data_folder())
    try:
        created = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        with project.action(author=lead.id, verb="create project") as action:
            write_coder(action, lead)
            action.write(
                "project", project.project_id, {"name": name or path.stem, "lead": lead.id, "created": created}
            )
            for code in chosen.codes:
                fields = code_as_json(code)
                del fields["id"]
                action.write("code", code.id, fields)
            project.set_active_coder(lead.id)
    except BaseException:
        opening.close_file(project)
        path.unlink(missing_ok=True)
        raise
    return project


def open_project(path: Path) -> Project:
    """Open a project on the calling thread, which owns it from then on.

    A file that was not closed cleanly is checked whole before it is handed out. Raises Refused or
    LockedOrDamaged with one sentence; the file is then untouched.
    """
    project = opening.open_file(path, data_folder=data_folder())
    if not project.was_clean:
        found = [fault for fault, _ in zip(verification.faults(project), range(_FIRST_FAULTS), strict=False)]
        if found:
            opening.close_file(project)
            raise LockedOrDamaged(
                f"The project was not closed properly and is damaged: {found[0]} Open a backup.", where=path.name
            )
    return project


def close_project(project: Project) -> None:
    """Close a project; exactly one file is left."""
    opening.close_file(project)


def add_coder(project: Project, *, author: CoderId, coder: Coder) -> Outcome[Coder]:
    """Add a person to the project; one who is there already stays as they are."""
    known = {each.id: each for each in queries.coders(project.live)}
    if coder.id in known:
        return Outcome(known[coder.id])
    with project.action(author=author, verb="add coder") as action:
        write_coder(action, coder)
    return Outcome(coder, Touched(coders=True), "add coder")


def set_active_coder(project: Project, *, coder: Coder) -> Outcome[Coder]:
    """Say who codes in this copy from now on, adding the person to the project where need be.

    Raises Refused where the copy was made for another coder.
    """
    _require_for(project, coder)
    known = {each.id: each for each in queries.coders(project.live)}
    with project.action(author=coder.id, verb="add coder") as action:
        if coder.id not in known:
            write_coder(action, coder)
        project.set_active_coder(coder.id)
    return Outcome(known.get(coder.id, coder), Touched(coders=True), "" if coder.id in known else "add coder")


def remember_shown(project: Project, *, coders: Sequence[CoderId]) -> None:
    """Keep whose annotations the window shows beside one's own; a local matter of this copy."""
    with project.transaction():
        project.set_shown(tuple(coders))


def remember_reading(project: Project, *, coder: CoderId, document: DocumentId, furthest: CodePoint) -> None:
    """Keep how far a coder has read, in code points; a local matter of this copy."""
    with project.transaction():
        queries.remember_furthest(project.live, coder, document, furthest)


def send_copy(project: Project, *, path: Path) -> Path:
    """Write a verified copy to mail; it is the same project in a file of its own."""
    return backup.write_copy(project, path)


def acting_person(name: str, *, project: Project) -> Coder:
    """Give the coder of this name: the project's own where it knows exactly one, else this computer's.

    Raises UsageError where the project knows several of that name, Refused where it is a file made for another coder.
    """
    cleaned = cleaned_name(name)
    coders = {coder.id: coder for coder in queries.coders(project.live)}
    named = (coder for coder in coders.values() if cleaned_name(coder.name) == cleaned)
    known = list(dict.fromkeys(coders[coder.counts_as or coder.id] for coder in named))
    if len(known) > 1:
        raise UsageError(f"The project has {len(known)} coders named {cleaned}; rename one of them.")
    acting = known[0] if known else person(name)
    _require_for(project, acting)
    return acting


def _require_for(project: Project, coder: Coder) -> None:
    """Raise Refused where this copy was made for another coder: only that one works in it."""
    state = project.state()
    if state.is_handed_out and coder.id != state.active_coder:
        owner = next((each.name for each in queries.coders(project.live) if each.id == state.active_coder), "its coder")
        raise Refused(f"This file was made for {owner} and only {owner} works in it; nothing was done.")


def write_coder(action: Action, coder: Coder) -> None:
    """Write a person into an action."""
    action.write("coder", coder.id, {"name": coder.name, "machine_made": coder.machine_made})
