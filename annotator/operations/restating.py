# SPDX-License-Identifier: MIT
"""What the lead writes anew before files go out, so that they can go without telling whose it was.

Accepted regions as copies of the lead's, released decisions as extracts for one coder, and every article,
code or annotation that somebody else wrote to. All of it is derived from what is there: done a second
time, it writes nothing.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain import CoderId, Json, RegionState, canonical_json
from annotator.domain.fields import ALIAS_PREFIX, default
from annotator.merging import DELETED, Resolved, resolve
from annotator.merging.travelling import restated_fields
from annotator.operations.decided_passages import released_fields
from annotator.operations.decisions import RELEASED
from annotator.operations.projects import Project
from annotator.operations.telling_names import named_in, names_of_others, telling_among
from annotator.store import journal, team_queries
from annotator.store.hand_out_choice import Choice, Journal, Recipient, region_copies
from annotator.store.project_file import Action

_SPAN = ("start", "end", "quote", "before", "after")


@dataclass(frozen=True, slots=True)
class Prepared:
    """One coder's file before it is written: what goes, what must not be found in it, what stayed behind."""

    recipient: Recipient
    telling: tuple[str, ...]
    notes: tuple[str, ...]


def prepare(project: Project, action: Action, recipients: Sequence[Recipient], *, lead: CoderId) -> list[Prepared]:
    """Write what must be said anew for these coders; gives what goes to each."""
    known = Journal(project.live)
    _write_region_copies(project, action, known, lead)
    if action.changes:
        known = Journal(project.live)
    prepared = []
    for recipient in recipients:
        choice = Choice(known, recipient, project=project.project_id)
        for entity in choice.to_be_restated():
            _restate(project, action, entity)
        prepared.append(_prepared(project, action, choice, recipient))
    return prepared


def _prepared(project: Project, action: Action, choice: Choice, recipient: Recipient) -> Prepared:
    telling = telling_among(names_of_others(project, recipient.people), choice.words())
    said = choice.said_by_the_lead()
    withheld = {entity: named for entity, words in said.items() if (named := named_in(words, telling))}
    notes = [f"A remark of yours names “{named}”, so it was left out." for named in withheld.values()]
    decisions = _write_extracts(project, action, choice, telling)
    if any(left_out := [named for _, named in decisions if named]):
        notes.append(f"In {len(left_out)} of the decisions the note names another coder, so the note was left out.")
    chosen = replace(recipient, withheld=frozenset(withheld), decisions=frozenset(entity for entity, _ in decisions))
    return Prepared(chosen, telling, tuple(notes))


def _write_region_copies(project: Project, action: Action, known: Journal, lead: CoderId) -> None:
    """Hand out each accepted passage as a region of the lead's own; a copy that is not wanted any more is deleted."""
    wanted = region_copies(known)
    for copy, region in wanted.items():
        document, *place = project.live.execute(
            f"SELECT document, {', '.join(_SPAN)} FROM region WHERE id = ?", (region,)
        ).fetchone()
        span: dict[str, Json] = dict(zip(_SPAN, place, strict=True))
        accepted = RegionState.ACCEPTED.value
        _write(project, action, "region", copy, {"document": document, "coder": lead, "span": span, "state": accepted})
    for copy in known.made_for_hand_outs("region"):
        if copy not in wanted:
            _take_back(project, action, "region", copy)


def _write_extracts(project: Project, action: Action, choice: Choice, telling: Sequence[str]) -> list[tuple[str, str]]:
    """Write what a coder may see of released decisions; gives each extract with the name that its note held, or ""."""
    recipient = choice.recipient
    found: dict[str, str] = {}
    is_released = any(each.released for each in team_queries.rounds(project.live))
    for entity, fields in released_fields(project, coder=recipient.coder) if is_released else ():
        if fields["document"] not in recipient.documents:
            continue
        named = named_in(str(fields["note"]), telling)
        ours: dict[str, Json] = {"judge": recipient.lead, "parameters": canonical_json({RELEASED: recipient.coder})}
        ours |= {"note": ""} if named else {}
        _write(project, action, "decision", entity, {**fields, **ours})
        found[entity] = named
    for earlier in choice.extracts():
        if earlier not in found:
            _take_back(project, action, "decision", earlier)
            found[earlier] = ""
    return list(found.items())


def _restate(project: Project, action: Action, entity: str) -> None:
    """Write every field of an entity anew, as it stands; a document's further names are kept beside it."""
    state = resolve(journal.changes_of(project.live, entity))
    if state.kind == "document":
        row = project.live.execute("SELECT other_names FROM document WHERE id = ?", (entity,)).fetchone()
        names = {ALIAS_PREFIX + name: True for name in json.loads(row[0])}
        missing: dict[str, Json] = {name: True for name in names if state.values.get(name) is not True}
        if missing:
            action.write("document", entity, missing)
    action.write(state.kind, entity, restated_fields(state))


def _write(project: Project, action: Action, kind: str, entity: str, fields: Mapping[str, Json]) -> None:
    """Let an entity hold just these fields; what it holds already is not written again."""
    state = _state(project, entity)
    if state is None or state.deleted:
        action.write(kind, entity, fields)
        return
    cleared = {name: default(kind, name) for name in state.values if name not in (*fields, DELETED)}
    changed = {name: value for name, value in (cleared | dict(fields)).items() if state.values.get(name) != value}
    if changed:
        action.write(kind, entity, changed)


def _take_back(project: Project, action: Action, kind: str, entity: str) -> None:
    state = _state(project, entity)
    if state is not None and not state.deleted:
        action.write(kind, entity, {DELETED: True})


def _state(project: Project, entity: str) -> Resolved | None:
    changes = journal.changes_of(project.live, entity)
    return resolve(changes) if changes else None
