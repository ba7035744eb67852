# SPDX-License-Identifier: MIT
"""What an entity is, given all changes that were ever made to it: one register per field.

A change replaces, field by field, those that its writer had seen (``prev``), whatever the clocks
say. What nobody had seen stays beside it: of several heads the one with the greatest (time, id)
is shown and all are kept. The result depends on the *set* of changes alone, so a merge may bring
them in any order, grouping or number of times.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from annotator.domain import Change, Json

DELETED = "deleted"


class Resolved(NamedTuple):
    """The state of one entity. A tuple, for a merge makes some hundred thousand of them.

    ``heads`` are per field in ascending order of (time, id): the last is shown. ``deleted`` says
    whether it is gone; ``outlived`` are the deletes that lost against an edit they had not seen.
    ``is_single`` says that one change made all of it, so that no field has several heads.
    """

    kind: str
    values: Mapping[str, Json]
    heads: Mapping[str, tuple[Change, ...]]
    deleted: bool
    outlived: tuple[Change, ...] = ()
    is_single: bool = False

    def heads_of(self, fields: Iterable[str]) -> list[str]:
        """Give the ids of the heads of these fields, sorted, each once: the ``prev`` of a change that writes them.

        A delete writes over the whole entity: its ``prev`` are the heads of every field.
        """
        wanted = set(fields)
        names = self.heads if DELETED in wanted else wanted
        return sorted({head.id for name in names for head in self.heads.get(name, ())})


def resolve(changes: Iterable[Change]) -> Resolved:
    """Resolve the changes of one entity; raises ValueError for none, or for two kinds under one identity."""
    several = list(changes)
    if len(several) == 1:
        return _beginning(several[0])
    parsed = [(change, change.payload, change.prev) for change in several]
    kinds = {str(payload["kind"]) for _, payload, _ in parsed}
    if len(kinds) != 1:
        raise ValueError(f"an entity has one kind, not {sorted(kinds)}")
    writers: dict[str, dict[Change, Json]] = {}
    replaced: dict[str, set[str]] = {}
    for change, payload, prev in parsed:
        for name, value in _written(payload).items():
            writers.setdefault(name, {})[change] = value
            replaced.setdefault(name, set()).update(prev)
    heads = {name: _heads(written, replaced[name]) for name, written in writers.items()}
    values = {name: writers[name][heads[name][-1]] for name in writers}
    deleted, outlived = _deletion(heads, writers.get(DELETED, {}))
    return Resolved(kinds.pop(), values, heads, deleted, outlived)


def _beginning(change: Change) -> Resolved:
    """Resolve an entity of one change, as most are: every field it writes has it as its only head."""
    payload, alone = change.payload, (change,)
    values = _written(payload)
    heads = dict.fromkeys(values, alone)
    deleted, outlived = _deletion(heads, {change: True}) if values.get(DELETED) is True else (False, ())
    return Resolved(str(payload["kind"]), values, heads, deleted, outlived, is_single=True)


def _written(payload: Mapping[str, Json]) -> Mapping[str, Json]:
    written = payload["set"]
    if not isinstance(written, dict):
        raise TypeError("a payload sets an object of fields")
    return written


def _heads(written: Mapping[Change, Json], replaced: set[str]) -> tuple[Change, ...]:
    return tuple(sorted((change for change in written if change.id not in replaced), key=_order))


def _order(change: Change) -> tuple[str, str]:
    return change.time, change.id


def _deletion(
    heads: Mapping[str, tuple[Change, ...]], written: Mapping[Change, Json]
) -> tuple[bool, tuple[Change, ...]]:
    """Decide whether the entity is gone: a delete wins only over what some delete had seen."""
    latest = heads.get(DELETED, ())
    deletes = tuple(change for change in latest if written[change] is True)
    if not deletes:
        return False, ()
    seen = {known for change in deletes for known in change.prev}
    unseen = any(head.id not in seen for name, field_heads in heads.items() if name != DELETED for head in field_heads)
    brought_back = len(deletes) < len(latest)
    if unseen or brought_back:
        return False, deletes
    return True, ()
