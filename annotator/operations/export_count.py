# SPDX-License-Identifier: MIT
"""What an export with a certain choice would hold, in numbers, before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.domain import Annotation, CoderId
from annotator.operations.corpus_choice import CorpusChoice
from annotator.operations.corpus_gathering import gather_corpus
from annotator.operations.export_choice import ExportChoice
from annotator.operations.export_progress import Progress, unwatched
from annotator.operations.projects import Project
from annotator.operations.statistics_gathering import gather_study


@dataclass(frozen=True, slots=True)
class ExportCount:
    """How many annotations leave, of how many coders, in how many of the articles that are written.

    ``articles`` are those that hold any of these annotations, ``of_articles`` all that were chosen. ``memos``
    are the memos of these annotations, which the choice may leave out; ``duplicates`` how many of the
    annotations do not count by the policy on duplicates.
    """

    annotations: int
    coders: int
    articles: int
    of_articles: int
    memos: int
    duplicates: int = 0


def count_export(
    project: Project, *, choice: ExportChoice | CorpusChoice, progress: Progress = unwatched
) -> ExportCount:
    """Count what an export would hold; ``progress`` is told the share that is done, article by article.

    Raises UsageError for what the project does not have.
    """
    if isinstance(choice, CorpusChoice):
        return _of_corpus(project, choice, progress)
    study = gather_study(project, choice=choice)
    tally = _Tally(len(study.documents), progress)
    for document in study.documents:
        tally.take(study.annotations_of(document.id))
    return tally.counted(duplicates=len(study.left_out))


def _of_corpus(project: Project, choice: CorpusChoice, progress: Progress) -> ExportCount:
    """Count with memos, so that it can be said how many are left out; pseudonyms change no number."""
    wanted = CorpusChoice(
        choice.codes, choice.coders, choice.rounds, choice.states, choice.layer, documents=choice.documents
    )
    corpus = gather_corpus(project, choice=wanted).corpus
    tally = _Tally(len(corpus.documents), progress)
    for document in corpus.documents:
        tally.take(corpus.annotations[document.id])
    return tally.counted(duplicates=0)


class _Tally:
    """Adds up annotations, article by article."""

    def __init__(self, of_articles: int, progress: Progress) -> None:
        self._of_articles = of_articles
        self._progress = progress
        self._seen = self._annotations = self._articles = self._memos = 0
        self._coders: set[CoderId] = set()

    def take(self, several: Iterable[Annotation]) -> None:
        """Add the annotations of one article."""
        self._progress(self._seen / max(1, self._of_articles))
        self._seen += 1
        found = list(several)
        self._annotations += len(found)
        self._articles += bool(found)
        self._memos += sum(bool(each.memo) for each in found)
        self._coders.update(each.coder for each in found)

    def counted(self, *, duplicates: int) -> ExportCount:
        """Give the sums."""
        return ExportCount(
            self._annotations, len(self._coders), self._articles, self._of_articles, self._memos, duplicates
        )
