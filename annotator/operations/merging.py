# SPDX-License-Identifier: MIT
"""Merging: look first, then take in the journals of other copies, whole or not at all."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from annotator.domain import CoderId, Json, LockedOrDamaged, Refused
from annotator.merging.asking import wanted_out
from annotator.merging.questions import (
    CARRY_OVER,
    LEAVE_OUT,
    Answers,
    Question,
    QuestionKind,
    require_answered,
    require_known,
)
from annotator.operations.coder_files import follow
from annotator.operations.folders import data_folder
from annotator.operations.merge_answers import write_answers
from annotator.operations.merge_questions import MergePreview, Planning, forget_plan, plan
from annotator.operations.merge_reading import Progress, ReadFiles, forget_files, read_files
from annotator.operations.outcome import EVERYTHING, Outcome
from annotator.operations.projects import Project
from annotator.store import backup, queries
from annotator.store import merging as union_store
from annotator.store.guard import ForeignProject
from annotator.store.projection import Prepared

_READ, _PLANNED, _BACKED_UP = 0.6, 0.7, 0.75
"""The shares of the whole after which a merge has read, planned and backed up."""


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What was merged; ``backup`` is the verified copy of the project as it was before, None where nothing was new.

    ``number`` names the merge in this copy, for taking it back.
    """

    preview: MergePreview
    added_changes: int
    backup: Path | None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class MergeNote:
    """One merge into this copy: when (ISO-8601 in UTC), by whom, of which files, and whether it was taken back."""

    number: int
    time: str
    author: CoderId
    files: tuple[str, ...]
    added: int
    is_withdrawn: bool


def _quietly(_share: float) -> None:
    """Tell nobody how far it is."""


def preview_merge(project: Project, *, paths: Sequence[Path], progress: Progress = _quietly) -> MergePreview:
    """Say what merging these files would do and what it asks. Files that are refused are listed with their reason.

    ``progress`` may raise to end it. What was read is kept for the merge: see :func:`forget_preview`.
    """
    with _uncollected():
        _, preview = _read_and_planned(project, paths, progress=lambda share: progress(share * 0.9))
        progress(1.0)
        return preview


def _read_and_planned(
    project: Project, paths: Sequence[Path], *, progress: Progress, prepared: Prepared | None = None
) -> tuple[ReadFiles, MergePreview]:
    """Read the files; plan the first, and prepare their rows, while the last are still being read by others."""
    planning = Planning(project)
    taken: list[str] = []

    def take(foreign: ForeignProject) -> None:
        states = planning.take(foreign)
        if prepared is not None:
            prepared.take(states)
        taken.append(foreign.digest)

    read = read_files(project, paths, progress=progress, taken=take)
    if taken and taken == [each.digest for each in read.foreign]:
        return read, planning.finish(read)
    return read, plan(project, read)


def forget_preview() -> None:
    """Let go of what the last preview has read and planned: some hundred megabytes where the files are large."""
    forget_files()
    forget_plan()


def merge(
    project: Project, *, author: CoderId, paths: Sequence[Path], answers: Answers | None = None,
    skip_refused: bool = False, reanchor: bool = False, progress: Progress = _quietly,
) -> Outcome[MergeResult]:  # fmt: skip
    """Take in every change of these files that is not here: one transaction, after a verified backup.

    ``answers`` are choices by question, both by their identities; they are written as changes of
    ``author`` in the same transaction. ``skip_refused`` answers that refused files are left out,
    ``reanchor`` that the passages which are sure are carried over. Raises Refused where a file
    cannot be taken or an answer is missing, UsageError for an answer to what was not asked; nothing
    is then written. ``progress`` may raise to end it, until the writing begins.
    """
    with _uncollected():
        prepared = Prepared()
        read, preview = _read_and_planned(
            project, paths, progress=lambda share: progress(share * _READ), prepared=prepared
        )
        read = replace(read, prepared=prepared)
        progress(_PLANNED)
        given = dict(answers or {}) | _standing_answers(preview.questions, skip_refused=skip_refused, reanchor=reanchor)
        preview, read = _settled(project, preview, read, given)
        result = _write(project, author, preview, read, given, progress)
    forget_preview()
    return result


def _standing_answers(questions: Sequence[Question], *, skip_refused: bool, reanchor: bool) -> dict[str, str]:
    found = {}
    for each in questions:
        if skip_refused and each.kind is QuestionKind.REFUSED:
            found[each.id] = LEAVE_OUT
        elif reanchor and each.kind is QuestionKind.REANCHOR:
            found[each.id] = CARRY_OVER
    return found


def _settled(
    project: Project, preview: MergePreview, read: ReadFiles, answers: Mapping[str, str]
) -> tuple[MergePreview, ReadFiles]:
    """Leave out what is to be left out; raises Refused or UsageError where something is missing or wrong."""
    for worst in preview.refused:
        if worst.stops and answers.get(f"refused:{worst.name}") != LEAVE_OUT:
            kind = LockedOrDamaged if worst.exit_code == LockedOrDamaged.exit_code else Refused
            raise kind(worst.sentence, where=worst.name)
    if preview.new_changes:  # answers to what has been merged are no mistake
        require_known(preview.questions, answers)
    left_out = wanted_out(preview.questions, answers)
    if any(each.path.name in left_out for each in read.foreign):
        read = read.without(left_out)
        preview = plan(project, read)
    require_answered(preview.questions, answers)
    return preview, read


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


def _write(
    project: Project, author: CoderId, preview: MergePreview, read: ReadFiles, answers: Answers, progress: Progress
) -> Outcome[MergeResult]:
    if not preview.new_changes:
        return Outcome(MergeResult(preview, 0, None))
    kept = backup.back_up(project, folder=data_folder() / "backups", reason="before merge")
    progress(_BACKED_UP)
    changes = [change for each in read.foreign for change in each.changes]
    texts = {sha256: body for each in read.foreign for sha256, body in each.texts.items()}
    with project.transaction():
        arrival = union_store.unite(project, changes, texts, prepared=read.prepared)
        before = union_store.last_arrival(project.live)
        action = write_answers(project, preview.questions, answers, author=author)
        after = union_store.last_arrival(project.live)
        ranges: list[Json] = [list(each) for each in arrival.ranges]
        if after > before:
            ranges.append([before + 1, after])
        files: list[Json] = [each.path.name for each in read.foreign]
        note: dict[str, Json] = {
            "files": files,
            "author": author,
            "ranges": ranges,
            "added": arrival.added,
            "answers": action,
        }
        project.note_event("merge", note)
        follow(project, read.foreign)
    progress(1.0)
    latest = queries.latest_merge(project.live)
    number = latest[0] if latest else None
    return Outcome(MergeResult(preview, arrival.added, kept, number), EVERYTHING, "merge")


def merges(project: Project) -> tuple[MergeNote, ...]:
    """Give the merges into this copy, the oldest first."""
    taken_back = {note["merge"] for _, _, note in queries.events(project.live, "withdrawn merge")}
    return tuple(
        MergeNote(
            number, moment, CoderId(note["author"]), tuple(note["files"]), note.get("added", 0), number in taken_back
        )
        for number, moment, note in queries.events(project.live, "merge")
    )


def withdraw_merge(project: Project, *, author: CoderId, number: int | None = None) -> Outcome[int]:
    """Take a merge back, the latest unless another is named: its changes are hidden in this copy.

    So are the answers that were given to it. They come back by merging again. The value counts the
    files of that merge. Raises Refused where there is none, or it was taken back already.
    """
    merged = _merge_of(project, number)
    if merged is None:
        raise Refused("Nothing was merged into this copy that could be taken back.")
    named, note = merged
    backup.back_up(project, folder=data_folder() / "backups", reason="before taking a merge back")
    with project.transaction():
        union_store.withdraw(project, ranges=note["ranges"])
        if note.get("answers"):
            project.forget_action_here(note["answers"])
        project.note_event("withdrawn merge", {"author": author, "merge": named})
    return Outcome(len(note["files"]), EVERYTHING, "withdraw merge")


def _merge_of(project: Project, number: int | None) -> tuple[int, dict[str, Any]] | None:
    if number is None:
        return queries.latest_merge(project.live)
    standing = {each.number for each in merges(project) if not each.is_withdrawn}
    notes = {each: note for each, _, note in queries.events(project.live, "merge")}
    return (number, notes[number]) if number in standing else None
