# SPDX-License-Identifier: MIT
"""Reading one entry of the history: an action's changes and what they touched, as they were then."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from annotator.domain import (
    ActionId,
    AnnotationId,
    Change,
    CodeId,
    CoderId,
    DocumentId,
    HistoryEntry,
    HistoryMark,
    Json,
    Span,
)
from annotator.merging import resolve
from annotator.operations.audit_sentences import Deed, Names, Values, event_sentence, quote_of, sentence
from annotator.operations.history import REDO, UNDO
from annotator.operations.projects import Project
from annotator.operations.ways_back import turns
from annotator.store import audit_queries, clock, identities, journal, queries

READ = 50
"""How many changes of one action are read to tell of it."""

_ABOUT = ("message", "carried_over")
_BESIDE = ("coder", "completion")
"""What an action writes beside what it is about: a new name, that an article was begun."""

_NOTHING: Values = {}


class HistoryReader:
    """Reads entries of a project's history; names are read once, so it is made anew for each page."""

    def __init__(self, project: Project) -> None:
        self.live = project.live
        self._latest: tuple[str, list[Change]] = ("", [])
        self.readings: dict[str, str] = {}
        """The clock's reading of each entry that was read, by its key."""
        self.people = identities.load(project.live)
        self._names = Names(
            coders={coder.id: coder.name for coder in queries.coders(project.live)},
            codes={code.id: code.short_name for code in queries.codebook(project.live).codes},
            documents={document.id: document.heading for document in queries.documents(project.live)},
        )

    def entry(self, action: ActionId) -> HistoryEntry:
        """Tell of a user action."""
        changes = journal.first_changes_in(self.live, action, most=READ)
        main = _main(changes)
        self.readings[action] = main.time
        deed = self._deed(action, changes, main)
        told = sentence(deed, self._names)
        undone = ActionId(str(main.payload.get("undoes", "")))
        if undone:
            told = f"{'brought back' if main.verb == REDO else 'took back'}: {self._undone(undone)}"
        passage = deed.about or deed.after
        code = CodeId(main.entity if deed.kind == "code" else str(passage.get("code", "")))
        own = main.entity if deed.kind == "document" else ""
        document = DocumentId(own or str(deed.after.get("document", passage.get("document", ""))))
        return HistoryEntry(
            key=action, time=clock.as_iso(main.time), person=CoderId(main.author),
            person_name=self._names.coder(main.author), verb=main.verb, sentence=told, mark=self._mark(main),
            action=action, document=document, title=self._names.documents.get(document, ""),
            annotation=_annotation(deed, main), code=code, code_name=self._names.codes.get(code, ""),
            quote=quote_of(passage), span=_span(passage), changes=sum(deed.numbers.values()),
        )  # fmt: skip

    def event_entry(self, number: int, moment: str, kind: str, note: Mapping[str, Any]) -> HistoryEntry:
        """Tell of something that happened in this copy alone."""
        person = CoderId(str(note.get("author", "")))
        return HistoryEntry(
            key=event_key(number, moment), time=moment, person=person,
            person_name=self._names.coder(person) if person else "", verb=kind, sentence=event_sentence(kind, note),
            event=number,
        )  # fmt: skip

    def touches(self, entry: HistoryEntry, *, document: DocumentId, code: CodeId) -> bool:
        """Whether an entry is about this document and this code ("" for any), or one of several things that are."""
        present = {entry.document, entry.code, self.people.code(entry.code)}
        return all(
            not wanted or wanted in present or audit_queries.mentions(self.live, entry.action, wanted, fields=fields)
            for wanted, fields in ((document, ("document",)), (code, ("code", "source", "target")))
        )

    def _deed(self, action: ActionId, changes: list[Change], main: Change) -> Deed:
        kind = str(main.payload["kind"])
        before, after = self._states(main)
        if len(changes) < READ:
            numbers = Counter(str(each.payload["kind"]) for each in changes)
        else:
            numbers = Counter(audit_queries.kinds_in(self.live, action))
        same = [each for each in changes if each is not main and each.payload["kind"] == kind]
        about = self._present(str(after.get("annotation", ""))) if kind in _ABOUT else _NOTHING
        others = [self._states(each)[1] for each in same] if kind == "assignment" else ()
        return Deed(kind, before, after, _written(main), numbers, about, others)

    def _states(self, change: Change) -> tuple[Values, Values]:
        """Give the fields of what a change wrote to, before it and after it."""
        earlier: list[Change] = []
        for each in self._changes_of(change.entity):
            if each.id == change.id:
                break
            earlier.append(each)
        before = resolve(earlier).values if earlier else _NOTHING
        return before, resolve([*earlier, change]).values

    def _changes_of(self, entity: str) -> list[Change]:
        """Give all changes of a thing; those of the latest one asked for are kept, since it is asked for twice."""
        if self._latest[0] != entity:
            self._latest = entity, journal.all_changes_of(self.live, entity)
        return self._latest[1]

    def _present(self, entity: str) -> Values:
        changes = journal.all_changes_of(self.live, entity)
        return resolve(changes).values if changes else _NOTHING

    def _undone(self, action: ActionId) -> str:
        """Tell of the action at the bottom of a row of undos and redos."""
        seen: set[str] = set()
        while action not in seen:
            seen.add(action)
            changes = journal.first_changes_in(self.live, action, most=READ)
            if not changes:
                return "a step that is not in this copy"
            main = _main(changes)
            following = str(main.payload.get("undoes", ""))
            if not following:
                return sentence(self._deed(action, changes, main), self._names)
            action = ActionId(following)
        return "a step"

    def _mark(self, main: Change) -> HistoryMark:
        if audit_queries.is_withdrawn(self.live, main.id):
            return HistoryMark.WITHDRAWN
        if main.verb in (UNDO, REDO):
            return HistoryMark.STANDS
        undos = (each for each in self._changes_of(main.entity) if "undoes" in each.payload)
        seen = (each for each in undos if not audit_queries.is_withdrawn(self.live, each.id))
        chain = turns(seen, main.action)
        return HistoryMark.STANDS if len(chain) % 2 else HistoryMark.UNDONE


def event_key(number: int, moment: str) -> str:
    """Give the key of a local record: it stands by time among the UUIDs of actions, above those of its millisecond."""
    taken = datetime.fromisoformat(moment).astimezone(UTC)
    digits = f"{int(taken.timestamp() * 1000):012x}"
    return f"{digits[:8]}-{digits[8:12]}-8000-0000-{number:012d}"


def _main(changes: list[Change]) -> Change:
    """Give the change that an action is about."""
    kinds = [str(each.payload["kind"]) for each in changes]
    for kind in ("project", "annotation"):
        if kind in kinds:
            return changes[kinds.index(kind)]
    return next((each for each, kind in zip(changes, kinds, strict=True) if kind not in _BESIDE), changes[0])


def _annotation(deed: Deed, main: Change) -> AnnotationId:
    return AnnotationId(main.entity if deed.kind == "annotation" else str(deed.after.get("annotation", "")))


def _span(values: Values) -> Span | None:
    span = values.get("span")
    if not isinstance(span, dict) or "start" not in span:
        return None
    start, end = span["start"], span["end"]
    return Span.of(start, end) if isinstance(start, int) and isinstance(end, int) else None


def _written(change: Change) -> Mapping[str, Json]:
    written = change.payload["set"]
    if not isinstance(written, dict):
        raise TypeError("a payload sets an object of fields")
    return written
