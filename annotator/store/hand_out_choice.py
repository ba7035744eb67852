# SPDX-License-Identifier: MIT
"""What of a project goes to one coder: an allow-list of kinds, entity by entity, read from tables and journal.

Whose an annotation is, is asked of the tables as they were written: a person whom the lead declared
to be another one is a matter of showing. Nothing here writes.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from annotator.domain import CoderId, DocumentId, Refused, RegionId, RegionState
from annotator.domain.change import Change
from annotator.domain.identifiers import handed_out_region_id
from annotator.merging import resolve
from annotator.merging.travelling import HAND_OUT, travelling
from annotator.store import journal
from annotator.store.texts import Texts

_ALL = (
    "SELECT entity, author, verb, min(arrival), substr(payload, 10, instr(substr(payload, 10), '\"') - 1) FROM change "
    "WHERE id NOT IN (SELECT change FROM withdrawn) GROUP BY entity, author ORDER BY min(arrival)"
)  # a payload begins {"kind":"KIND",

_SHARED = frozenset({"project", "code", "document", "metadata_field", "round"})


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom a file goes: ``own`` are all identities of the person, ``coder`` the one to code under.

    ``documents`` are the articles that go into the file, ``decisions`` the released ones, made for this
    coder, ``withheld`` the messages that stay behind.
    """

    coder: CoderId
    own: frozenset[CoderId]
    lead: CoderId
    round: str
    documents: frozenset[DocumentId]
    decisions: frozenset[str] = field(default=frozenset())
    withheld: frozenset[str] = field(default=frozenset())

    @property
    def people(self) -> frozenset[str]:
        """The only people who may occur in the file."""
        return self.own | {self.lead}


class Journal:
    """Who wrote to what, read once for all files of a hand-out. A withdrawn change is not known here."""

    def __init__(self, live: sqlite3.Connection) -> None:
        self.live = live
        self.kinds: dict[str, str] = {}
        self.begun_as: dict[str, str] = {}
        self.writers: dict[str, tuple[str, ...]] = {}
        self._by_author: dict[str, list[str]] = defaultdict(list)
        for entity, author, verb, _, kind in live.execute(_ALL):
            self.kinds.setdefault(entity, kind)
            self.begun_as.setdefault(entity, verb)
            self.writers[entity] = (*self.writers.get(entity, ()), author)
            self._by_author[author].append(entity)

    def written_by(self, people: Iterable[str], kinds: Iterable[str]) -> Iterator[str]:
        """Go through the entities of these kinds that these people wrote to."""
        wanted = frozenset(kinds)
        for person in people:
            yield from (entity for entity in self._by_author.get(person, ()) if self.kinds[entity] in wanted)

    def made_for_hand_outs(self, kind: str) -> list[str]:
        """Give the entities of a kind that the lead made for a hand-out, deleted ones too."""
        return [entity for entity, verb in self.begun_as.items() if verb == HAND_OUT and self.kinds[entity] == kind]

    @cached_property
    def regions(self) -> list[tuple[str, DocumentId, int, int, CoderId, str]]:
        """All regions that anybody made: id, document, start, end, coder, state; those made for a hand-out not."""
        rows = self.live.execute("SELECT id, document, start, end, coder, state FROM region ORDER BY id").fetchall()
        made = set(self.made_for_hand_outs("region"))
        return [row for row in rows if row[0] not in made]


def region_copies(file_journal: Journal) -> Mapping[str, str]:
    """Give by the identity of its copy the region to hand out for each accepted passage, one a passage."""
    known = set(file_journal.kinds)
    chosen: dict[tuple[str, int, int], str] = {}
    for region, document, start, end, _, state in file_journal.regions:
        if state != RegionState.ACCEPTED:
            continue
        place = document, start, end
        has_copy = handed_out_region_id(RegionId(region)) in known
        # A copy that went out before stays the copy of its passage, whoever proposed it first.
        if place not in chosen or (has_copy and handed_out_region_id(RegionId(chosen[place])) not in known):
            chosen[place] = region
    return {handed_out_region_id(RegionId(region)): region for region in chosen.values()}


def documents_of_own_work(live: sqlite3.Connection, own: frozenset[CoderId]) -> set[DocumentId]:
    """Give the articles that a person has done anything in, as far as they are in the project."""
    found: set[DocumentId] = set()
    for table in ("annotation", "region", "completion"):
        rows = live.execute(
            f"SELECT DISTINCT document FROM {table} WHERE coder IN ({_marks(own)}) "
            "AND document IN (SELECT id FROM document)",
            tuple(own),
        )
        found.update(DocumentId(row[0]) for row in rows)
    return found


class Choice:
    """The entities that go to one coder, and their changes."""

    def __init__(self, file_journal: Journal, recipient: Recipient, *, project: str) -> None:
        self.recipient = recipient
        self._to = recipient
        self._journal = file_journal
        self._live = file_journal.live
        self._project = project

    @cached_property
    def entities(self) -> tuple[str, ...]:
        """What goes, each once, documents before what stands in them."""
        annotations = self._own("annotation")
        several = (
            [self._project], sorted(self._to.people), self._codes(), self._metadata_fields(), self._rounds(),
            sorted(self._to.documents),
            self._own("region", "completion"), annotations, self._assignments(), self._region_copies(),
            self._carried_over(), self._messages(set(annotations)), sorted(self._to.decisions),
        )  # fmt: skip
        return tuple(dict.fromkeys(entity for each in several for entity in each if entity in self._journal.kinds))

    def changes(self) -> Iterator[Change]:
        """Go through the changes that go; raises Refused where the lead had not restated something."""
        for entity, changes in journal.changes_by_entity(self._live, self.entities):
            kept = travelling(changes, self._to.people)
            if kept is None:
                raise Refused("Somebody else wrote to what should go to a coder; nothing was handed out.", where=entity)
            yield from kept

    def texts(self) -> list[str]:
        """Give the texts of the articles that go."""
        rows = self._live.execute("SELECT id, text_sha256 FROM document ORDER BY id").fetchall()
        hashes = dict.fromkeys(sha256 for document, sha256 in rows if document in self._to.documents)
        return [Texts(self._live).body(sha256) for sha256 in hashes]

    def words(self) -> list[str]:
        """Give what may hold any word: the articles, what the lead wrote for all, what the coder wrote."""
        known = self._journal.kinds
        common = [entity for entity in self.entities if known[entity] in _SHARED or entity in self._to.people]
        told = [change.payload_json for entity in common for change in journal.changes_of(self._live, entity)]
        return [*self.texts(), *told, *journal.payloads_by(self._live, self._to.own)]

    def said_by_the_lead(self) -> dict[str, str]:
        """Give by message of the lead's all that it ever said, as it is spelled in the journal."""
        messages = [entity for entity in self.entities if self._journal.kinds[entity] == "message"]
        said = {entity: journal.changes_of(self._live, entity) for entity in messages}
        return {
            entity: "\n".join(change.payload_json for change in changes)
            for entity, changes in said.items()
            if any(change.author == self._to.lead for change in changes)
        }

    def shared(self) -> set[str]:
        """Give the project, articles, codes and rounds: they may be named in a file that they are not in."""
        return {entity for entity, kind in self._journal.kinds.items() if kind in _SHARED}

    def annotations(self) -> int:
        """Count the living annotations of the coder that go."""
        rows = self._live.execute(
            f"SELECT document FROM annotation WHERE coder IN ({_marks(self._to.own)})", self._own_ids
        )
        return sum(row[0] in self._to.documents for row in rows)

    def extracts(self) -> list[str]:
        """List the extracts of decisions that were ever made for this coder, deleted ones too."""
        made = self._journal.made_for_hand_outs("decision")
        annotations = set(self._own("annotation")) if made else set()
        found = []
        for entity in made:
            members = resolve(journal.changes_of(self._live, entity)).values["members"]
            if isinstance(members, list) and not annotations.isdisjoint(map(str, members)):
                found.append(entity)
        return found

    def to_be_restated(self) -> Iterator[str]:
        """Go through what the lead must restate before it can go."""
        for entity in self.entities:
            if self._to.people.issuperset(self._journal.writers[entity]):
                continue
            if travelling(journal.changes_of(self._live, entity), self._to.people) is None:
                yield entity

    def _own(self, *kinds: str) -> list[str]:
        found: dict[str, None] = {}
        for kind in kinds:
            rows = self._live.execute(
                f"SELECT id, document FROM {kind} WHERE coder IN ({_marks(self._to.own)})", self._own_ids
            )
            found |= {entity: None for entity, document in rows if document in self._to.documents}
        # What they deleted has no row any more, but its changes are theirs too.
        others = [each for each in self._journal.written_by(self._to.own, kinds) if each not in found]
        return [*found, *(entity for entity in others if self._is_own(entity))]

    def _is_own(self, entity: str) -> bool:
        values = resolve(journal.changes_of(self._live, entity)).values
        return values["coder"] in self._to.own and values["document"] in self._to.documents

    @property
    def _own_ids(self) -> tuple[str, ...]:
        return tuple(self._to.own)

    def _codes(self) -> list[str]:
        """List the codebook, but for codes that count as another and that this coder never used; then the mappings."""
        counts_as = dict(self._live.execute("SELECT source, target FROM alias WHERE of = 'code' AND target <> ''"))
        used = self._live.execute(
            f"SELECT DISTINCT code FROM annotation WHERE coder IN ({_marks(self._to.own)})", self._own_ids
        )
        needed: dict[str, None] = {}
        reached = [row[0] for row in used]
        while reached:
            code = reached.pop()
            if code in counts_as and code not in needed:
                needed[code] = None
                reached.append(counts_as[code])
        codes = [row[0] for row in self._live.execute("SELECT id FROM code ORDER BY position, id")]
        mapped = list(needed) + list(self._to.own)
        aliases = self._live.execute(f"SELECT id FROM alias WHERE source IN ({_marks(mapped)})", tuple(mapped))
        return [code for code in codes if code not in counts_as or code in needed] + [row[0] for row in aliases]

    def _metadata_fields(self) -> list[str]:
        """List the fields that the project keeps of its articles: what is known of an article goes with it."""
        return [row[0] for row in self._live.execute("SELECT id FROM metadata_field ORDER BY position, name, id")]

    def _rounds(self) -> list[str]:
        """List the round of the hand-out, and those in which the coder did anything."""
        worked = " UNION ".join(
            f"SELECT round FROM {table} WHERE coder IN ({_marks(self._to.own)})"
            for table in ("annotation", "completion")
        )
        rows = self._live.execute(
            f"SELECT id FROM round WHERE name = ? OR name IN ({worked}) ORDER BY position, name",
            (self._to.round, *self._own_ids, *self._own_ids),
        )
        return [row[0] for row in rows]

    def _assignments(self) -> list[str]:
        rows = self._live.execute(
            f"SELECT id, document FROM assignment WHERE round = ? AND coder IN ({_marks(self._to.own)}) ORDER BY id",
            (self._to.round, *self._own_ids),
        )
        return [entity for entity, document in rows if document in self._to.documents]

    def _region_copies(self) -> list[str]:
        """List copies of accepted regions, but where the coder's own stands; those taken back go too, as deleted."""
        own = {
            (document, start, end)
            for _, document, start, end, coder, state in self._journal.regions
            if coder in self._to.own and state == RegionState.ACCEPTED
        }
        found = []
        for entity in self._journal.made_for_hand_outs("region"):
            values = resolve(journal.changes_of(self._live, entity)).values
            span, document = values["span"], values["document"]
            place = (document, span["start"], span["end"]) if isinstance(span, dict) else None
            if document in self._to.documents and place not in own:
                found.append(entity)
        return found

    def _carried_over(self) -> list[str]:
        rows = self._live.execute(
            "SELECT carried_over.id, carried_over.document, annotation.document FROM carried_over "
            "JOIN annotation ON annotation.id = carried_over.annotation "
            f"WHERE annotation.coder IN ({_marks(self._to.own)}) ORDER BY carried_over.id",
            self._own_ids,
        )
        return [entity for entity, *documents in rows if self._to.documents.issuperset(documents)]

    def _messages(self, annotations: set[str]) -> list[str]:
        """List what the lead and the coder said on the coder's annotations, as long as nobody else wrote to it."""
        found = []
        for entity in dict.fromkeys(self._journal.written_by(sorted(self._to.people), ("message",))):
            changes = journal.changes_of(self._live, entity)
            values = resolve(changes).values
            is_theirs = values["author"] in self._to.people and all(each.author in self._to.people for each in changes)
            if is_theirs and values["annotation"] in annotations and entity not in self._to.withheld:
                found.append(entity)
        return found


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)
