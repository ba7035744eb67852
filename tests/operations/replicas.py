# SPDX-License-Identifier: MIT
"""Several copies of one project at work, and a plain memory of what each must show.

Two oracles, neither of which looks at ``prev``: what an undo must bring back is remembered as the
rows before the action; what a union must show follows from the set of changes that each writer's
copy held when it wrote (its *past*), kept here for every change.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from annotator import operations
from annotator.domain import Annotation, Change, Coder, CoderId, DocumentId, KnownError, Region, Span
from annotator.domain.identifiers import completion_id
from annotator.domain.team import assignment_id, round_id
from annotator.merging.questions import TAKE, QuestionKind
from annotator.store import clock, journal, queries, team_queries
from annotator.store.project_file import ProjectFile
from annotator.store.schema import PROJECTION

MARA = Coder(CoderId("01900000-0000-7000-8000-00000000000a"), "Mara")
ANNA = Coder(CoderId("01900000-0000-7000-8000-00000000000b"), "Anna")
BEN = Coder(CoderId("01900000-0000-7000-8000-00000000000c"), "Ben")

TEXTS = {
    "plain.txt": "Beijing trusts Moscow, or so it says.\nNobody can know that yet.\n",
    "rare.txt": "👍🏽 北京信任莫斯科。\u00a0e\u0301\u2028שלום עולם\n\nמה שלומך?\U0001f600 end",
}
WATCHED = (
    "code", "span", "memo", "certainty", "ask_lead", "state", "assigned", "purpose", "coders_needed", "released",
)  # fmt: skip
"""The fields that are held against what their writers had seen."""
FLAGS = ("ask_lead", "assigned", "released")
HOUR = 3_600_000
NOON = 1_800_000_000_000

Key = tuple[str, str]
Rows = dict[Key, object]


def template(folder: Path) -> Path:
    """Make the closed project that every run begins with: two articles, three coders, the default codebook."""
    folder.mkdir(parents=True, exist_ok=True)
    project = operations.new_project(folder / "template.annotator", lead=MARA)
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text.encode())
    operations.import_texts(project, author=MARA.id, paths=[folder / name for name in TEXTS])
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
    with project.transaction():
        project.forget_actions_here()
    operations.close_project(project)
    return folder / "template.annotator"


@dataclass
class Step:
    """One undoable action: what the rows it touched were before and after, and whether a merge met them since."""

    before: Rows
    after: Rows
    is_met: bool = False

    def turned(self) -> "Step":
        return Step(self.after, self.before, self.is_met)


@dataclass
class World:
    """What all copies together have ever written: each change, and what its writer's copy held when it was written."""

    changes: dict[str, Change] = field(default_factory=dict)
    past: dict[str, frozenset[str]] = field(default_factory=dict)
    shown: dict[frozenset[str], dict[str, list[tuple[object, ...]]]] = field(default_factory=dict)

    def learn(self, fresh: Iterable[Change], before: frozenset[str]) -> None:
        for change in fresh:
            self.changes[change.id] = change
            self.past[change.id] = before
            before |= {change.id}

    def heads(self, ids: Iterable[str]) -> dict[str, list[Change]]:
        """Give per field the changes whose word nobody had seen when writing the field, the greatest last."""
        writers: dict[str, list[Change]] = {}
        for each in ids:
            for name in self.changes[each].payload["set"]:
                writers.setdefault(name, []).append(self.changes[each])
        return {
            name: sorted(
                (one for one in several if not any(one.id in self.past[other.id] for other in several)),
                key=lambda change: (change.time, change.id),
            )
            for name, several in writers.items()
        }

    def is_gone(self, heads: dict[str, list[Change]]) -> bool:
        last = heads.get("deleted", [])
        deletes = [change for change in last if change.payload["set"]["deleted"] is True]
        if not deletes or len(deletes) < len(last):
            return False
        seen = frozenset().union(*(self.past[change.id] for change in deletes))
        return all(head.id in seen for name, several in heads.items() if name != "deleted" for head in several)


class Replica:
    """One copy of the project on one computer, whose clock may be wrong by ``skew`` milliseconds."""

    def __init__(self, world: World, path: Path, coder: Coder, skew: int) -> None:
        self.world = world
        self.path = path
        self.coder = coder.id
        self.skew = skew
        self.ticks = 0
        self.undoable: list[Step] = []
        self.redoable: list[Step] = []
        with self.at_work():
            self.open()
            operations.set_active_coder(self.project, coder=coder)
        self.ids = frozenset(journal.ids(self.project.live))
        unknown = [change for change in journal.all_changes(self.project.live) if change.id not in world.changes]
        world.learn(unknown, frozenset())

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let the wall clock be this computer's; nothing waits for the disk, for no power is cut here."""
        self.ticks += 1
        now = NOON + self.skew + self.ticks * 7
        with mock.patch.object(clock, "wall_milliseconds", return_value=now), mock.patch("os.fsync"):
            yield

    def open(self) -> None:
        self.project = operations.open_project(self.path)
        self.project.live.execute("PRAGMA synchronous = OFF")

    def rows(self) -> Rows:
        live = self.project.live
        found: Rows = {("annotation", each.id): each for each in queries.annotations(live)}
        found |= {("region", each.id): each for each in queries.regions(live)}
        found |= {("completion", f"{each.coder} {each.document}"): each for each in queries.completions(live)}
        found |= {("round", round_id(each.name)): each for each in team_queries.rounds(live)}
        found |= {
            ("assignment", assignment_id(each.coder, each.document, each.round)): each
            for each in team_queries.assignments(live)
        }
        return found

    def tables(self) -> dict[str, list[tuple[object, ...]]]:
        return tables(self.project)

    def act(self, verb: Callable[[], object]) -> bool:
        """Run a verb; where it is refused nothing may have changed, else it is one step to undo."""
        before, known = self.rows(), self.ids
        with self.at_work():
            try:
                verb()
            except KnownError:
                self._require_untouched(before, known)
                return False
        if self._take_note():
            after = self.rows()
            self.undoable.append(_difference(before, after))
            self.redoable.clear()
        return True

    def turn(self, verb: Callable[[], object], source: list[Step], target: list[Step]) -> None:
        """Undo or redo: the rows of the action become what they were, and nothing else moves."""
        before, known = self.rows(), self.ids
        with self.at_work():
            try:
                verb()
            except KnownError:
                self._require_untouched(before, known)
                assert not source or source[-1].is_met, "refused, though nobody else had touched it"
                return
        assert source, "there was nothing to undo"
        step = source.pop()
        self._take_note()
        after = self.rows()
        if step.is_met:
            target.append(_difference(before, after, is_met=True))
            return
        expected = {key: row for key, row in before.items() if key not in step.after} | step.before
        expected = {key: row for key, row in expected.items() if row is not None}
        assert after == expected
        target.append(step.turned())

    def take_in(self, sources: list["Replica"], paths: list[Path]) -> int:
        """Merge; the journal is then the union, and steps that it met may be refused from now on."""
        expected = self.ids.union(*(source.ids for source in sources))
        with self.at_work():
            asked = operations.preview_merge(self.project, paths=paths).questions
            answers = {each.id: TAKE for each in asked if each.kind is QuestionKind.ALARM}
            added = operations.merge(self.project, author=self.coder, paths=paths, answers=answers).value.added_changes
        found = frozenset(journal.ids(self.project.live))
        assert found == expected, "a merge is the union, no more and no less"
        assert added == len(found - self.ids)
        met = {self.world.changes[each].entity for each in found - self.ids}
        self.ids = found
        for step in (*self.undoable, *self.redoable):
            step.is_met = step.is_met or not met.isdisjoint(_needed(self.project, step))
        return added

    def reopen(self) -> None:
        with self.at_work():
            operations.close_project(self.project)
            self.open()

    def close(self) -> None:
        if self.project is not None:
            operations.close_project(self.project)

    def check(self) -> None:
        """Hold the tables against both oracles."""
        by_entity: dict[str, list[str]] = {}
        for each in self.ids:
            by_entity.setdefault(self.world.changes[each].entity, []).append(each)
        tables = self.tables()
        by_id = {table: _by_id(self.project, table, rows) for table, rows in tables.items() if table != "conflict"}
        conflicts = {(row[0], row[1]) for row in tables["conflict"]}
        for entity, ids in by_entity.items():
            heads = self.world.heads(ids)
            kind = str(self.world.changes[ids[0]].payload["kind"])
            row = by_id[kind].get(entity)
            assert (row is None) == self.world.is_gone(heads), f"{kind} {entity} is gone or risen"
            for name in WATCHED if row is not None else ():
                if name in heads:
                    assert _cell(row, name) == heads[name][-1].payload["set"][name], (kind, name)
                    differing = len({str(head.payload["set"][name]) for head in heads[name]}) > 1
                    assert ((entity, name) in conflicts) == differing, f"a conflict in {name} is listed or not"
        assert self.world.shown.setdefault(self.ids, tables) == tables, "equal sets of changes show the same"

    def _take_note(self) -> bool:
        fresh = [change for change in journal.all_changes(self.project.live) if change.id not in self.ids]
        self.world.learn(fresh, self.ids)
        self.ids |= {change.id for change in fresh}
        return bool(fresh)

    def _require_untouched(self, before: Rows, known: frozenset[str]) -> None:
        assert self.rows() == before
        assert frozenset(journal.ids(self.project.live)) == known


def tables(project: ProjectFile) -> dict[str, list[tuple[object, ...]]]:
    """Read every projection table whole."""
    return {table: sorted(project.live.execute(f"SELECT * FROM {table}").fetchall()) for table in PROJECTION}


def span_of(text: str, start: int, length: int) -> Span:
    """Give a span of a text from any two numbers."""
    begin = start % len(text)
    return Span.of(begin, min(len(text), begin + 1 + length % 12))


def _difference(before: Rows, after: Rows, *, is_met: bool = False) -> Step:
    keys = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    return Step({key: before.get(key) for key in keys}, {key: after.get(key) for key in keys}, is_met)


def _needed(project: ProjectFile, step: Step) -> set[str]:
    """Give what must be as it was for an undo: what was touched, and that nobody finished the article of a passage."""
    passages = [row for row in (*step.before.values(), *step.after.values()) if isinstance(row, Annotation | Region)]
    return {_entity(project, key) for key in step.after} | {
        completion_id(row.coder, row.document, "main") for row in passages
    }


def _entity(project: ProjectFile, key: Key) -> str:
    if key[0] != "completion":
        return key[1]
    coder, document = key[1].split(" ")
    return completion_id(CoderId(coder), DocumentId(document), "main")


def _by_id(project: ProjectFile, table: str, rows: list[tuple[object, ...]]) -> dict[object, dict[str, object]]:
    columns = [row[1] for row in project.live.execute(f"PRAGMA table_info({table})")]
    named = [dict(zip(columns, row, strict=True)) for row in rows]
    return {row["id"]: row for row in named}


def _cell(row: dict[str, object], name: str) -> object:
    if name == "span":
        return {part: row[part] for part in ("start", "end", "quote", "before", "after")}
    return bool(row[name]) if name in FLAGS else row[name]
