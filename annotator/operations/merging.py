# SPDX-License-Identifier: MIT
"""Merging: look first, then take in the journals of other copies, whole or not at all."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import Change, CoderId, Json, KnownError, LockedOrDamaged, Refused
from annotator.domain.live_files import is_live
from annotator.merging.plan import FilePlan, IncomingFile, Union, plan_file
from annotator.merging.wholeness import is_same_thing, written_by
from annotator.operations.folders import data_folder
from annotator.operations.outcome import EVERYTHING, Outcome
from annotator.operations.projects import Project
from annotator.store import backup, guard, journal, queries
from annotator.store import merging as union_store
from annotator.store.guard import ForeignProject


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that cannot be merged, and why, in one sentence. ``exit_code`` is what the command line would return."""

    name: str
    sentence: str
    exit_code: int = 1


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging these files would do; nothing has been written. ``warnings`` are about all of them together."""

    files: tuple[FilePlan, ...]
    refused: tuple[RefusedFile, ...]
    warnings: tuple[str, ...]

    @property
    def new_changes(self) -> int:
        """The number of changes that are not here yet."""
        return sum(file.new_changes for file in self.files)


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What was merged; ``backup`` is the verified copy of the project as it was before, None where nothing was new."""

    preview: MergePreview
    added_changes: int
    backup: Path | None


def preview_merge(project: Project, *, paths: Sequence[Path]) -> MergePreview:
    """Say what merging these files would do. Files that are refused are listed with their reason."""
    with _uncollected():
        return _plan(project, *_read(project, paths))


def merge(
    project: Project, *, author: CoderId, paths: Sequence[Path], skip_refused: bool = False
) -> Outcome[MergeResult]:
    """Take in every change of these files that is not here: one transaction, after a verified backup.

    Raises Refused for the first file that cannot be taken, unless ``skip_refused``: then the others go in.
    """
    with _uncollected():
        return _merge(project, author, paths, skip_refused=skip_refused)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python's collector from walking, again and again, some hundred thousand values that hold no cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _merge(project: Project, author: CoderId, paths: Sequence[Path], *, skip_refused: bool) -> Outcome[MergeResult]:
    foreign, refused = _read(project, paths)
    if refused and not (skip_refused and foreign):
        worst = refused[0]
        kind = LockedOrDamaged if worst.exit_code == LockedOrDamaged.exit_code else Refused
        raise kind(worst.sentence, where=worst.name)
    preview = _plan(project, foreign, refused)
    if not preview.new_changes:
        return Outcome(MergeResult(preview, 0, None))
    kept = backup.back_up(project, folder=data_folder() / "backups", reason="before merge")
    changes = [change for each in foreign for change in each.changes]
    texts = {sha256: body for each in foreign for sha256, body in each.texts.items()}
    with project.transaction():
        arrival = union_store.unite(project, changes, texts)
        files: list[Json] = [each.path.name for each in foreign]
        ranges: list[Json] = [list(each) for each in arrival.ranges]
        project.note_event("merge", {"files": files, "author": author, "ranges": ranges})
    return Outcome(MergeResult(preview, arrival.added, kept), EVERYTHING, "merge")


def withdraw_merge(project: Project, *, author: CoderId) -> Outcome[int]:
    """Take the latest merge back: its changes are hidden in this copy and come back by merging again.

    The value counts the files of that merge. Raises Refused where there is none.
    """
    found = queries.latest_merge(project.live)
    if found is None:
        raise Refused("Nothing was merged into this copy that could be taken back.")
    number, merged = found
    backup.back_up(project, folder=data_folder() / "backups", reason="before taking a merge back")
    with project.transaction():
        union_store.withdraw(project, ranges=merged["ranges"])
        project.note_event("withdrawn merge", {"author": author, "merge": number})
    return Outcome(len(merged["files"]), EVERYTHING, "withdraw merge")


def _read(project: Project, paths: Sequence[Path]) -> tuple[list[ForeignProject], list[RefusedFile]]:
    foreign: list[ForeignProject] = []
    refused: list[RefusedFile] = []
    known = journal.ids(project.live)
    begun: dict[str, Change] = {}
    for path in paths:
        try:
            if is_live(path):
                raise Refused("This is the project itself; there is nothing to merge.")
            read = guard.read_project(path)
            _require_same_things(project, read, known, begun)
            foreign.append(read)
        except KnownError as error:
            refused.append(RefusedFile(path.name, error.sentence, error.exit_code))
    return foreign, refused


def _require_same_things(project: Project, foreign: ForeignProject, known: set[str], begun: dict[str, Change]) -> None:
    """Refuse a file in which an identity known here, or from a file before it, is of another thing."""
    fresh = {entity: first for entity, first in foreign.beginnings.items() if first.id not in known}
    here = journal.entities(project.live)
    for entity, first in fresh.items():
        earlier = journal.beginning_of(project.live, entity) if entity in here else begun.get(entity)
        if earlier is not None and not is_same_thing(earlier, first):
            raise Refused("Two different things bear one identity in the file and here; nothing in it was used.")
    begun.update(fresh)


def _plan(project: Project, foreign: list[ForeignProject], refused: list[RefusedFile]) -> MergePreview:
    known = journal.ids(project.live) - queries.withdrawn(project.live)
    here = journal.numbers_of_changes(project.live)
    theirs: dict[str, list[Change]] = {}

    def changes_of(entity: str) -> list[Change]:
        """Give what is here of an entity: from the file at hand where it holds all of it, else from the journal."""
        number, brought = here.get(entity, 0), theirs.get(entity, [])
        return brought if len(brought) == number else journal.changes_of(project.live, entity)

    union = Union(known, changes_of)
    living: dict[str, int] = {}
    for (coder, _, _), number in queries.counts(project.live).items():
        living[coder] = living.get(coder, 0) + number
    plans: list[FilePlan] = []
    for each in foreign:
        theirs.clear()
        for change in each.changes:
            if change.id in known:
                theirs.setdefault(change.entity, []).append(change)
        incoming = IncomingFile(each.path.name, each.project, each.changes)
        plan = plan_file(incoming, union=union, living=living, project=project.project_id)
        living |= {brought.coder: brought.after for brought in plan.coders}
        plans.append(plan)
    return MergePreview(tuple(plans), tuple(refused), tuple(_warnings(project, foreign, union, plans)))


def _warnings(project: Project, foreign: list[ForeignProject], union: Union, plans: list[FilePlan]) -> list[str]:
    found: list[str] = []
    people: dict[str, str] = {coder.id: coder.name for coder in queries.coders(project.live)}
    codes: dict[str, str] = {code.id: code.name for code in queries.codebook(project.live).codes}
    for names, what in ((people, "coders"), (codes, "codes")):
        known = dict(names)
        kind = what.removesuffix("s")
        for change in (change for each in foreign for change in each.changes if change.payload["kind"] == kind):
            state = union.state(change.entity)
            if state is not None and not state.deleted:
                known[change.entity] = str(state.values.get("name", ""))
        found += _same_names(known, what)
    found += _lost_articles(foreign, union)
    for plan in plans:
        found += [
            f"{coder.name} has {coder.deleted} annotations fewer in {plan.name} than here ({coder.before})."
            for coder in plan.coders
            if coder.has_dropped
        ]
    return found


def _lost_articles(foreign: list[ForeignProject], union: Union) -> Iterator[str]:
    """Name the articles that were taken out where nobody knew that these files hold annotations of them."""
    texts = {change.entity for each in foreign for change in each.changes if change.payload["kind"] == "document"}
    for text in sorted(texts):
        state = union.state(text)
        if state is None or not state.deleted:
            continue
        coded = sum(
            change.payload["kind"] == "annotation" and written_by(change).get("document") == text
            for each in foreign
            for change in each.beginnings.values()
        )
        if coded:
            yield (
                f"“{state.values['name']}” was taken out of the project, and {coded} annotations of it come with these "
                "files; import the article again to see them."
            )


def _same_names(named: dict[str, str], what: str) -> list[str]:
    folded: dict[str, set[str]] = {}
    for name in named.values():
        folded.setdefault(name.casefold(), set()).add(name)
    counts: dict[str, int] = {}
    for name in named.values():
        counts[name.casefold()] = counts.get(name.casefold(), 0) + 1
    return [
        f"Two {what} are called “{'” and “'.join(sorted(folded[key]))}”; they are kept apart."
        for key, number in sorted(counts.items())
        if number > 1
    ]
