# SPDX-License-Identifier: MIT
"""Reading the files of a merge: each once, verified, whole or refused with one sentence.

What a preview has read is kept for the merge that follows, under the hash of the file's bytes: a
file that was changed meanwhile is read anew.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.domain import Change, KnownError, Refused
from annotator.domain.live_files import is_live
from annotator.merging.wholeness import is_same_thing
from annotator.operations.coder_files import why_not_for_this_coder
from annotator.operations.projects import Project
from annotator.store import guard, guard_pool, journal
from annotator.store.guard import ForeignProject

Progress = Callable[[float], None]
"""Told the share that is done, from 0 to 1; may raise to end what is going on."""


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that cannot be merged, and why, in one sentence. ``exit_code`` is what the command line would return.

    ``stops`` says whether the other files go in only if the lead says so.
    """

    name: str
    sentence: str
    exit_code: int = 1
    stops: bool = True


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """The files that can be merged, in the order given, and those that cannot."""

    foreign: tuple[ForeignProject, ...]
    refused: tuple[RefusedFile, ...]

    def without(self, names: Iterable[str]) -> "ReadFiles":
        """Leave files out by name."""
        gone = frozenset(names)
        return replace(self, foreign=tuple(each for each in self.foreign if each.path.name not in gone))


_kept: dict[str, ForeignProject] = {}


def forget_files() -> None:
    """Let go of what was read last."""
    _kept.clear()


def read_files(project: Project, paths: Sequence[Path], *, progress: Progress) -> ReadFiles:
    """Read the files of a merge; keeps them for the next call. Nothing is written."""
    answers: dict[Path, ForeignProject | KnownError] = {}
    unread = []
    for path in dict.fromkeys(paths):
        known = _known(path)
        if is_live(path):
            answers[path] = Refused("This is the project itself; there is nothing to merge.", where=path.name)
        elif known is None:
            unread.append(path)
        else:
            answers[path] = replace(known, path=path)
    answers |= dict(zip(unread, guard_pool.read_projects(unread, progress=progress), strict=True))
    read = _judged(project, paths, answers)
    forget_files()
    _kept.update({each.digest: each for each in read.foreign})
    return read


def _known(path: Path) -> ForeignProject | None:
    """Give what was read of a file with these very bytes."""
    if not _kept or is_live(path) or not path.is_file() or path.is_symlink():
        return None
    try:
        return _kept.get(guard.digest_of_file(path))
    except OSError:
        return None


def _judged(project: Project, paths: Sequence[Path], answers: Mapping[Path, ForeignProject | KnownError]) -> ReadFiles:
    foreign: dict[str, ForeignProject] = {}
    refused: list[RefusedFile] = []
    known, here = journal.ids(project.live), journal.entities(project.live)
    begun: dict[str, Change] = {}
    for path in paths:
        answer = answers[path]
        if isinstance(answer, KnownError):
            refused.append(RefusedFile(path.name, answer.sentence, answer.exit_code))
        elif answer.digest in foreign:
            twin = foreign[answer.digest].path.name
            sentence = f"This is the same file as {twin}; it is taken once."
            refused.append(RefusedFile(path.name, sentence, stops=False))
        elif any(each.path.name == path.name for each in foreign.values()):
            refused.append(RefusedFile(path.name, "Another file of this name is given too; rename one of them."))
        elif sentence := why_not_for_this_coder(project, answer):
            refused.append(RefusedFile(path.name, sentence))
        elif _is_of_other_things(project, answer, known, here, begun):
            sentence = "Two different things bear one identity in the file and here; nothing in it was used."
            refused.append(RefusedFile(path.name, sentence))
        else:
            foreign[answer.digest] = answer
    return ReadFiles(tuple(foreign.values()), tuple(refused))


def _is_of_other_things(
    project: Project, foreign: ForeignProject, known: set[str], here: set[str], begun: dict[str, Change]
) -> bool:
    """Whether an identity known here, or from a file before it, is of another thing in this file."""
    fresh = {entity: first for entity, first in foreign.beginnings.items() if first.id not in known}
    for entity, first in fresh.items():
        earlier = journal.beginning_of(project.live, entity) if entity in here else begun.get(entity)
        if earlier is not None and not is_same_thing(earlier, first):
            return True
    begun.update(fresh)
    return False
