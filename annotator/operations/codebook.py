# SPDX-License-Identifier: MIT
"""Editing the codebook: the lead adds, changes and retires codes. Nothing that was coded moves."""

from dataclasses import replace

from annotator.domain import Code, Codebook, CodeId, CoderId, Json, Refused, new_uuid
from annotator.domain.codebook import code_as_json
from annotator.operations.code_rules import code_faults
from annotator.operations.outcome import Outcome, Touched
from annotator.operations.projects import Project
from annotator.store import queries


def add_code(project: Project, *, author: CoderId, code: Code) -> Outcome[Code]:
    """Add a code at the end of the codebook; its ``id`` and ``position`` are given here.

    Raises Refused unless the author leads the project, and for a name, short name or shortcut that
    is missing, taken or of another form.
    """
    _require_lead(project, author)
    codebook = queries.codebook(project.live)
    position = 1 + max((each.position for each in codebook.codes), default=-1)
    made = replace(code, id=CodeId(new_uuid()), position=position)
    _require_sound(codebook, made)
    with project.action(author=author, verb="add code") as action:
        action.write("code", made.id, _fields(made))
    return Outcome(made, _TOUCHED, "add code")


def change_code(project: Project, *, author: CoderId, code: Code) -> Outcome[Code]:
    """Give a code these fields; ``retired`` hides it from the palette while all that was coded with it stays.

    Raises Refused as :func:`add_code` does, and for a code that is not in the codebook.
    """
    _require_lead(project, author)
    codebook = queries.codebook(project.live)
    known = codebook.by_id(code.id)
    if known is None:
        raise Refused("This code is not in the codebook.", where=code.id)
    _require_sound(codebook, code)
    before = _fields(known)
    changed = {name: value for name, value in _fields(code).items() if before[name] != value}
    if not changed:
        return Outcome(known)
    with project.action(author=author, verb="change code") as action:
        action.write("code", code.id, changed)
    return Outcome(code, _TOUCHED, "change code")


_TOUCHED = Touched(codebook=True)


def _fields(code: Code) -> dict[str, Json]:
    return {name: value for name, value in code_as_json(code).items() if name != "id"}


def _require_lead(project: Project, author: CoderId) -> None:
    _, lead = queries.project_name_and_lead(project.live, project.project_id)
    if author != lead:
        raise Refused("Only the lead of the project edits the codebook.")


def _require_sound(codebook: Codebook, code: Code) -> None:
    faults = code_faults(codebook, code=code)
    if faults:
        raise Refused(faults[0].sentence)
