# SPDX-License-Identifier: MIT
"""Which changes of one entity may go to a coder: pure functions from its changes and the people allowed.

Where everybody who wrote to an entity may be in the coder's file, all its changes go. Where somebody
else wrote to it too, the lead *restates* it: one change of the lead's that writes every field anew.
Then that change and what was written upon it go, and nothing that came before.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from annotator.domain import Change, Json
from annotator.domain.fields import ALIAS_PREFIX, REQUIRED
from annotator.merging.registers import DELETED, Resolved, resolve

HAND_OUT = "hand out"
"""The verb of every change that is made for a hand-out."""


def travelling(changes: Sequence[Change], people: Collection[str]) -> tuple[Change, ...] | None:
    """Give the changes of an entity that may go to a file in which only these people may occur.

    ``changes`` are all of the entity's, in order of arrival. None means: the lead must restate it
    first. An entity that is deleted goes only where all its writers may go with it.
    """
    if all(change.author in people for change in changes):
        return tuple(changes)
    state = resolve(changes)
    if state.deleted:
        return ()
    for start in range(len(changes) - 1, -1, -1):
        if _restates(changes[start]) and changes[start].author in people:
            kept = tuple(_upon(changes[start:], people))
            if restated_fields(resolve(kept)) == restated_fields(state):
                return kept
    return None


def restated_fields(state: Resolved) -> Mapping[str, Json]:
    """Give what a change must write so that nothing of an entity is left to an earlier one.

    The further names of a document, each of which is a field of its own, do not go out.
    """
    return {
        name: value
        for name, value in state.values.items()
        if not (state.kind == "document" and name.startswith(ALIAS_PREFIX))
    }


def _restates(change: Change) -> bool:
    """Whether a change was made for a hand-out and writes all that its entity cannot be shown without."""
    written = change.payload["set"]
    required = REQUIRED[str(change.payload["kind"])]
    return change.verb == HAND_OUT and isinstance(written, Mapping) and all(name in written for name in required)


def _upon(changes: Sequence[Change], people: Collection[str]) -> Iterator[Change]:
    """Go through the first change and those that these people wrote upon it, knowing it."""
    seen: set[str] = set()
    for change in changes:
        if not seen or not seen.isdisjoint(change.prev):
            seen.add(change.id)
            if change.author in people:
                yield change


__all__ = ["DELETED", "HAND_OUT", "restated_fields", "travelling"]
