# SPDX-License-Identifier: MIT
"""A coder's file, seen from within: whose it is, the confirmation of the name, what may be merged into it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.domain import Change, Coder, Json
from annotator.merging.wholeness import written_by
from annotator.operations.outcome import NOTHING, Outcome, Touched
from annotator.operations.projects import Project
from annotator.operations.settings import checked_name, know_me_as
from annotator.store import identities, queries
from annotator.store.guard import ForeignProject

CONFIRMED = "confirmed name"
_PEOPLE = ("coder", "author", "judge", "taken")
"""The fields that name a person."""


@dataclass(frozen=True, slots=True)
class CoderFile:
    """For whom a file was made, by whom, and for which round; ``confirmed`` once the coder has said the name is right.

    That it was made for a coder keeps its window simple. It is no security boundary: who has the file can
    change it with any SQLite program.
    """

    coder: Coder
    lead: Coder
    round: str
    confirmed: bool


def coder_file(project: Project) -> CoderFile | None:
    """Say for whom this file was made, or give None for a file of the lead's."""
    state = project.state()
    if not state.is_handed_out:
        return None
    _, lead = queries.project_name_and_lead(project.live, project.project_id)
    people = {coder.id: coder for coder in queries.coders(project.live)}
    unknown = "unknown coder"
    return CoderFile(
        coder=people.get(state.active_coder, Coder(state.active_coder, unknown)),
        lead=people.get(lead, Coder(lead, unknown)),
        round=state.active_round,
        confirmed=bool(queries.events(project.live, CONFIRMED)),
    )


def confirm_name(project: Project, *, name: str) -> Outcome[Coder]:
    """Take the coder's word for the own name: as it is, or another, which is a change by the coder.

    A computer that knew nobody yet knows this person from now on. Raises UsageError for what is no name.
    """
    state = project.state()
    wanted = checked_name(name)
    known = next(each for each in queries.coders(project.live) if each.id == state.active_coder)
    confirmed = Coder(known.id, wanted, known.machine_made)
    if wanted != known.name:
        with project.action(author=known.id, verb="rename person") as action:
            action.write("coder", known.id, {"name": wanted})
    with project.transaction():
        project.note_event(CONFIRMED, {"coder": known.id})
    know_me_as(confirmed)
    touched = NOTHING if wanted == known.name else Touched(coders=True)
    return Outcome(confirmed, touched, "" if wanted == known.name else "rename person")


def why_not_for_this_coder(project: Project, foreign: ForeignProject) -> str:
    """Say why a file cannot be merged into this coder's file; empty where it can, or this is no such file.

    A coder takes in what the lead made for the same person: more articles, a newer codebook, answers.
    """
    here = coder_file(project)
    if here is None:
        return ""
    if foreign.project != project.project_id:
        return "This is a file of another project; your file takes only what your lead sends you. Nothing was used."
    if not foreign.coder_round:
        return "This is the lead's project and not a file made for you; ask your lead for yours. Nothing was used."
    own: set[str] = set(identities.load(project.live).of_coder(here.coder.id))
    if foreign.sender not in own:
        return "This file was made for somebody else; ask your lead for yours. Nothing was used."
    if not set(_people(foreign.changes)) <= own | {here.lead.id} | _own_aliases(foreign.changes, own):
        return "This file holds other people's work, which yours must not; ask your lead for another. Nothing was used."
    return ""


def follow(project: Project, merged: Iterable[ForeignProject]) -> None:
    """Go on in the round of the newest file that was merged, where this is a coder's file.

    Inside the caller's transaction.
    """
    latest = max(merged, key=lambda each: max((change.time for change in each.changes), default=""), default=None)
    if latest is not None and latest.coder_round and project.state().is_handed_out:
        project.set_active_round(latest.coder_round)


def _people(changes: Iterable[Change]) -> Iterator[str]:
    """Go through everybody who is named in changes: who wrote them, and whom they are about."""
    for change in changes:
        yield change.author
        if change.payload["kind"] == "coder":
            yield change.entity
        if change.payload["kind"] != "document":  # an article's author is a word
            written = written_by(change)
            yield from (str(written[name]) for name in _PEOPLE if written.get(name))


def _own_aliases(changes: Iterable[Change], own: set[str]) -> set[str]:
    """Give the identities that these changes declare to be the same person."""
    written: Iterator[dict[str, Json]] = (dict(written_by(each)) for each in changes if each.payload["kind"] == "alias")
    return {str(each["source"]) for each in written if each.get("of") == "coder" and each.get("target") in own}
