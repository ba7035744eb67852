# SPDX-License-Identifier: MIT
"""Reading the files of a merge: each once, verified, whole or refused with one sentence.

What a preview has read is kept for the merge that follows, under the hash of the file's bytes: a
file that was changed meanwhile is read anew.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.domain import Change, KnownError, Refused
from annotator.domain.live_files import is_live
from annotator.merging.wholeness import is_same_thing
from annotator.operations.coder_files import why_not_for_this_coder
from annotator.operations.projects import Project
from annotator.store import guard, guard_pool, journal
from annotator.store.guard import ForeignProject
from annotator.store.projection import Prepared

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
    """The files that can be merged, in the order given, and those that cannot; ``prepared`` are rows made of them."""

    foreign: tuple[ForeignProject, ...]
    refused: tuple[RefusedFile, ...]
    prepared: Prepared = field(default_factory=Prepared, compare=False, repr=False)

    def without(self, names: Iterable[str]) -> "ReadFiles":
        """Leave files out by name."""
        gone = frozenset(names)
        return replace(self, foreign=tuple(each for each in self.foreign if each.path.name not in gone))


_kept: dict[str, ForeignProject] = {}


def forget_files() -> None:
    """Let go of what was read last."""
    _kept.clear()


def read_files(
    project: Project,
    paths: Sequence[Path],
    *,
    progress: Progress,
    taken: Callable[[ForeignProject], None] | None = None,
) -> ReadFiles:
    """Read the files of a merge; keeps them for the next call. Nothing is written.

    ``taken`` is handed each file that can be merged as soon as it and all before it are read, where
    all of them have to be read.
    """
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
    judge = _Judge(project)
    if taken is not None and not answers and len(unread) == len(paths):
        guard_pool.read_projects(
            unread, progress=progress, arrived=lambda path, answer: judge.hear(path, answer, taken=taken)
        )
        read = judge.judged()
    else:
        answers |= dict(zip(unread, guard_pool.read_projects(unread, progress=progress), strict=True))
        for path in paths:
            judge.hear(path, answers[path])
        read = judge.judged()
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


class _Judge:
    """Says of one file after the other, in the order given, whether it can be merged."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._foreign: dict[str, ForeignProject] = {}
        self._refused: list[RefusedFile] = []
        self._known, self._here = journal.ids(project.live), journal.entities(project.live)
        self._begun: dict[str, Change] = {}

    def hear(
        self,
        path: Path,
        answer: ForeignProject | KnownError,
        *,
        taken: Callable[[ForeignProject], None] = lambda _: None,
    ) -> None:
        """Judge the next file; ``taken`` is handed it where it can be merged."""
        if isinstance(answer, KnownError):
            self._refused.append(RefusedFile(path.name, answer.sentence, answer.exit_code))
        elif answer.digest in self._foreign:
            twin = self._foreign[answer.digest].path.name
            sentence = f"This is the same file as {twin}; it is taken once."
            self._refused.append(RefusedFile(path.name, sentence, stops=False))
        elif sentence := self._why_not(path, answer):
            self._refused.append(RefusedFile(path.name, sentence))
        else:
            self._foreign[answer.digest] = answer
            taken(answer)

    def judged(self) -> ReadFiles:
        """Give what was judged so far."""
        return ReadFiles(tuple(self._foreign.values()), tuple(self._refused))

    def _why_not(self, path: Path, answer: ForeignProject) -> str:
        if any(each.path.name == path.name for each in self._foreign.values()):
            return "Another file of this name is given too; rename one of them."
        if sentence := why_not_for_this_coder(self._project, answer):
            return sentence
        if _is_of_other_things(self._project, answer, self._known, self._here, self._begun):
            return "Two different things bear one identity in the file and here; nothing in it was used."
        return ""


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
