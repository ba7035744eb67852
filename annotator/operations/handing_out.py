# SPDX-License-Identifier: MIT
"""Handing out: one file per coder, with that coder's articles and own work and nothing of anyone else's.

What goes is chosen by an allow-list (:mod:`annotator.store.hand_out_choice`) and written into a new
file. Where the lead must say something anew so that it can go (an article that somebody else took in,
an accepted region without its origin), that is written into the lead's own project first, as one
action. So a file that comes back unchanged brings nothing new.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import MAIN_ROUND, Coder, CoderId, DocumentId, Refused, UsageError, new_uuid
from annotator.domain.live_files import is_live
from annotator.exchange.file_names import safe_file_name
from annotator.merging.travelling import HAND_OUT
from annotator.operations.coding_rounds import chosen_round
from annotator.operations.export_report import require_folder
from annotator.operations.outcome import EVERYTHING, NOTHING, Outcome
from annotator.operations.passages import require_lead
from annotator.operations.projects import SUFFIX, Project
from annotator.operations.restating import Prepared, prepare
from annotator.store import guard, handing_out, identities, journal, leaks, queries, team_queries
from annotator.store.hand_out_choice import Choice, Journal, Recipient, documents_of_own_work
from annotator.store.handing_out import Contents

EVENT = "hand out"


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One coder's file. ``annotations`` are the coder's own in it; ``notes`` say what stayed behind, and why."""

    coder: Coder
    path: Path
    documents: int
    annotations: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandOutRecord:
    """That a file was made for a coder from this copy; ``made`` is ISO-8601 in UTC."""

    coder: CoderId
    round: str
    file: str
    made: str


def hand_out(
    project: Project,
    *,
    author: CoderId,
    directory: Path,
    coders: Sequence[CoderId] | None = None,
    round_name: str | None = None,
    replace: bool = False,
) -> Outcome[tuple[HandedOut, ...]]:
    """Make one file per coder in a folder, as the lead, for a round (None: the one in which this copy is coded).

    ``coders`` None means all who have something to code in the round. Every finished file is searched
    for the identities and names of everybody else before any of them is given its name. Raises Refused
    where a file of the name is there, unless ``replace`` is set and the project has all that it holds.
    """
    require_lead(project, author, what="makes coder files")
    chosen = chosen_round(project, round_name).name
    wanted = _recipients(project, author, coders, chosen)
    places = _places(project, directory, [coder for coder, _ in wanted], chosen)
    for place in places:
        _require_free(project, place, replace=replace)
    with project.action(author=author, verb=HAND_OUT) as action:
        prepared = prepare(project, action, [recipient for _, recipient in wanted], lead=author)
        touched = EVERYTHING if action.changes else NOTHING
    choices = _write_files(project, prepared, places)
    finished = tuple(
        HandedOut(coder, place, len(choice.recipient.documents), choice.annotations(), each.notes)
        for (coder, _), place, choice, each in zip(wanted, places, choices, prepared, strict=True)
    )
    with project.transaction():
        for made in finished:
            project.note_event(EVENT, {"coder": made.coder.id, "round": chosen, "file": made.path.name})
    return Outcome(finished, touched, HAND_OUT)


def hand_outs(project: Project) -> tuple[HandOutRecord, ...]:
    """List the files that were made from this copy, the oldest first."""
    found = queries.events(project.live, EVENT)
    return tuple(
        HandOutRecord(CoderId(detail["coder"]), detail["round"], detail["file"], made) for _, made, detail in found
    )


def _recipients(
    project: Project, lead: CoderId, coders: Sequence[CoderId] | None, round_name: str
) -> list[tuple[Coder, Recipient]]:
    """Say who gets a file with which articles; raises where somebody who was named gets none."""
    people = {coder.id: coder for coder in queries.people(project.live)}
    chosen = [people[each] for each in dict.fromkeys(coders or ()) if each in people]
    if coders is not None and len(chosen) < len(set(coders)):
        raise UsageError("One of the coders who were named is not in the project, or counts as another.")
    known = identities.load(project.live)
    found = []
    for coder in chosen if coders is not None else people.values():
        if coder.id == known.coder(lead) or coder.machine_made:
            if coders is not None:
                raise Refused(f"{coder.name} gets no file: the lead has the project itself, and a program needs none.")
            continue
        own = frozenset(known.of_coder(coder.id))
        to_code = _to_code(project, own, round_name)
        if to_code:
            documents = frozenset(to_code | documents_of_own_work(project.live, own))
            found.append((coder, Recipient(coder.id, own, lead, round_name, documents)))
        elif coders is not None:
            raise Refused(f"{coder.name} is assigned nothing in the round “{round_name}”; nothing was handed out.")
    if not found:
        raise Refused("There is nobody to hand out to: add coders, articles or assignments first.")
    return found


def _to_code(project: Project, own: frozenset[CoderId], round_name: str) -> set[DocumentId]:
    """Give the articles that a person is to code in a round: all of them where nobody is assigned any."""
    assigned = team_queries.assignments(project.live, round_name)
    here = {document.id for document in queries.documents(project.live)}
    return here & {each.document for each in assigned if each.coder in own} if assigned else here


def _places(project: Project, directory: Path, coders: Sequence[Coder], round_name: str) -> list[Path]:
    """Name the files: project, coder, and the round where it is not the main one; each name once."""
    require_folder(directory)
    name, _ = queries.project_name_and_lead(project.live, project.project_id)
    places: list[Path] = []
    for coder in coders:
        parts = [name, coder.name] + ([round_name] if round_name != MAIN_ROUND else [])
        place = directory / safe_file_name(" - ".join(parts), suffix=SUFFIX, fallback="coder")
        if place.name.casefold() in (each.name.casefold() for each in places):
            place = directory / safe_file_name(" - ".join([coder.id[-6:], *parts]), suffix=SUFFIX)
        places.append(place)
    return places


def _require_free(project: Project, place: Path, *, replace: bool) -> None:
    """Raise Refused where a file would be lost by writing here: any, or with ``replace`` one with work of its own."""
    if not os.path.lexists(place):
        return
    if not replace:
        raise Refused("There is already a file of this name; nothing was handed out.", where=str(place))
    if is_live(place):
        raise Refused("This file is open here; close it first. Nothing was handed out.", where=str(place))
    found = guard.read_project(place)
    if found.project != project.project_id or not journal.ids(project.live).issuperset(
        change.id for change in found.changes
    ):
        raise Refused("The file there holds work that is not in the project; merge it first.", where=str(place))


def _write_files(project: Project, prepared: Sequence[Prepared], places: Sequence[Path]) -> list[Choice]:
    """Write and search every file under a name of no meaning, then give each its own; gives what went into each.

    Where one of them must not go, none does.
    """
    known = Journal(project.live)
    for folder in {place.parent for place in places}:
        handing_out.sweep(folder)
    choices, parts = [], []
    everything = journal.identities(project.live)
    try:
        for each, place in zip(prepared, places, strict=True):
            choice = Choice(known, each.recipient, project=project.project_id)
            parts.append(place.with_name(f".annotator-{new_uuid()}.part"))
            to = each.recipient
            changes, texts = tuple(choice.changes()), choice.texts()
            handing_out.write_coder_file(Contents(project.project_id, to.coder, to.round, changes, texts), parts[-1])
            _require_blind(parts[-1], choice, each, known=everything)
            choices.append(choice)
        for part, place in zip(parts, places, strict=True):
            handing_out.put_in_place(part, place)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    return choices


def _require_blind(part: Path, choice: Choice, prepared: Prepared, *, known: set[str]) -> None:
    """Raise Refused where a finished file names anybody or anything that was not chosen for it.

    ``known`` are all identities in the project.
    """
    strange = known.difference(choice.entities, choice.recipient.people, choice.shared())
    if any(leaks.leaks(part, identities=strange, words=prepared.telling)):
        raise Refused(
            "A coder's file would have told of somebody else, so it was thrown away; nothing was handed out. "
            "Please report this."
        )
