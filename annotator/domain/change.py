# SPDX-License-Identifier: MIT
"""A change: the one kind of thing the journal holds, named by the hash of its bytes.

Layout of the hashed bytes: the line ``annotator-change-1``, a newline, then the canonical JSON of
every field but ``id``. Payload version 1 is ``{"v": 1, "kind": KIND, "set": {FIELD: VALUE, ...}}``:
the fields of one entity that this change writes. An undo carries ``"undoes": ACTION`` beside them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from json.encoder import encode_basestring

from annotator.domain.canonical import Json, canonical_json
from annotator.domain.identifiers import ActionId, ChangeId

PAYLOAD_VERSION = 1
_PREFIX = b"annotator-change-1\n"
_READ_BACK_AS_THEY_ARE = frozenset({str, int, bool})
"""The types whose values are the same after spelling and parsing: what holds no others need not be parsed."""
_raw_decode = json.JSONDecoder().raw_decode


@dataclass(frozen=True, slots=True)
class Change:
    """One write of some fields of one entity.

    ``replica`` and ``seq`` say which opened file wrote it; ``time`` is a hybrid logical clock in
    fixed-width text; ``author`` is who made it; ``action`` groups the changes of one user action;
    ``prev`` are the ids of the heads of the written fields that the writer had seen, sorted.
    ``payload_json`` and ``prev_json`` are stored as they are hashed.
    """

    id: ChangeId
    replica: str
    seq: int
    time: str
    author: str
    action: ActionId
    verb: str
    entity: str
    payload_json: str
    prev_json: str
    _payload: dict[str, Json] | None = field(default=None, init=False, compare=False, repr=False)

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def payload(self) -> dict[str, Json]:
        """The parsed payload; parsed once and shared, so it is never written to."""
        if self._payload is None:
            object.__setattr__(self, "_payload", _parsed(self.payload_json))
        return self._payload or {}

    @property
    def prev(self) -> list[ChangeId]:
        """The parsed heads."""
        if self.prev_json == "[]":
            return []
        return json.loads(self.prev_json)  # type: ignore[no-any-return]  # json.loads is untyped

    @classmethod
    def made(  # noqa: PLR0913  # the nine fields of a change
        cls, *, replica: str, seq: int, time: str, author: str, action: str, verb: str, entity: str,
        payload: Mapping[str, Json], prev: Sequence[str],
    ) -> "Change":  # fmt: skip
        """Spell and hash a new change; raises ValueError where payload or heads have no canonical spelling."""
        payload_json, prev_json = canonical_json(payload), canonical_json(prev) if prev else "[]"
        named = change_id(
            replica=replica, seq=seq, time=time, author=author, action=action, verb=verb, entity=entity,
            payload_json=payload_json, prev_json=prev_json,
        )  # fmt: skip
        change = cls(named, replica, seq, time, author, ActionId(action), verb, entity, payload_json, prev_json)
        written = payload.get("set")
        if isinstance(written, dict) and all(type(value) in _READ_BACK_AS_THEY_ARE for value in written.values()):
            object.__setattr__(change, "_payload", {**payload, "set": dict(sorted(written.items()))})
        return change

    @property
    def expected_id(self) -> ChangeId:
        """The id that the bytes of this change have; a change whose ``id`` differs is not to be believed."""
        return change_id(
            replica=self.replica, seq=self.seq, time=self.time, author=self.author, action=self.action,
            verb=self.verb, entity=self.entity, payload_json=self.payload_json, prev_json=self.prev_json,
        )  # fmt: skip


def _parsed(text: str) -> dict[str, Json]:
    """Read a payload: as it is spelled here at once, in any other spelling as the library does."""
    if text.startswith("{"):
        value, end = _raw_decode(text)
        if end == len(text):
            return value  # type: ignore[no-any-return]  # json is untyped
    return json.loads(text)  # type: ignore[no-any-return]  # json is untyped


def change_id(  # noqa: PLR0913  # the nine fields of a change
    *,
    replica: str,
    seq: int,
    time: str,
    author: str,
    action: str,
    verb: str,
    entity: str,
    payload_json: str,
    prev_json: str,
) -> ChangeId:
    """Hash the canonical bytes of a change; payload and heads are given in their canonical spelling."""
    text = (
        f'{{"action":{encode_basestring(action)},"author":{encode_basestring(author)},'
        f'"entity":{encode_basestring(entity)},"payload":{payload_json},"prev":{prev_json},'
        f'"replica":{encode_basestring(replica)},"seq":{seq},"time":{encode_basestring(time)},'
        f'"verb":{encode_basestring(verb)}}}'
    )
    import hashlib  # OpenSSL comes with it: not before it is needed

    return ChangeId(hashlib.sha256(_PREFIX + text.encode()).hexdigest())


def payload(kind: str, fields: Mapping[str, Json], *, undoes: str = "") -> dict[str, Json]:
    """Make the payload of a change that writes these fields of an entity of this kind."""
    made: dict[str, Json] = {"v": PAYLOAD_VERSION, "kind": kind, "set": dict(fields)}
    if undoes:
        made["undoes"] = undoes
    return made
