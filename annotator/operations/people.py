# SPDX-License-Identifier: MIT
"""The people of a project: whom the lead adds before they have a file, and what they are called."""

from annotator.domain import Coder, CoderId, Refused, UsageError, new_uuid
from annotator.operations.outcome import Outcome, Touched
from annotator.operations.passages import require_lead
from annotator.operations.projects import Project, write_coder
from annotator.operations.settings import checked_name
from annotator.store import queries


def add_person(project: Project, *, author: CoderId, name: str) -> Outcome[Coder]:
    """Add a coder of this name under an identity drawn here, as the lead.

    Raises Refused for a name that somebody has, whatever its case, and UsageError for what is no name.
    """
    require_lead(project, author, what="adds coders")
    coder = Coder(CoderId(new_uuid()), _free_name(project, name))
    with project.action(author=author, verb="add person") as action:
        write_coder(action, coder)
    return Outcome(coder, Touched(coders=True), "add person")


def rename_person(project: Project, *, author: CoderId, coder: CoderId, name: str) -> Outcome[Coder]:
    """Give a coder another name, as the lead; the identity and all work stay. Raises as :func:`add_person` does."""
    require_lead(project, author, what="renames coders")
    known = next((each for each in queries.coders(project.live) if each.id == coder), None)
    if known is None:
        raise Refused("This coder is not in the project.", where=coder)
    if checked_name(name) == known.name:
        return Outcome(known)
    wanted = _free_name(project, name, but=coder)
    with project.action(author=author, verb="rename person") as action:
        action.write("coder", coder, {"name": wanted})
    return Outcome(Coder(coder, wanted, known.machine_made), Touched(coders=True), "rename person")


def person_named(project: Project, *, name: str) -> Coder:
    """Give the coder of this name or identity; raises UsageError where the project knows none or several."""
    known = queries.people(project.live)
    found = [each for each in known if name in (each.id, each.name)]
    found = found or [each for each in known if each.name.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{len(found)} coders are called “{name[:80]}”; rename one of them.")
    people = ", ".join(each.name for each in known)
    raise UsageError(f"There is no coder “{name[:80]}” in the project. The coders are: {people}.")


def _free_name(project: Project, name: str, *, but: CoderId | None = None) -> str:
    wanted = checked_name(name)
    if any(each.name.casefold() == wanted.casefold() and each.id != but for each in queries.coders(project.live)):
        raise Refused(f"There is already a coder called “{wanted}”; choose a name that tells them apart.")
    return wanted
