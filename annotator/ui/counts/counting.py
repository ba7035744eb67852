# SPDX-License-Identifier: MIT
"""Has passages counted and the figure drawn beside the window; a later question overtakes."""

from PySide6.QtCore import QObject, Signal

from annotator import operations
from annotator.domain import KnownError
from annotator.operations import CountChoice, CountInput, Counts, Project
from annotator.ui.background import Background
from annotator.ui.jobs import Report


class Counting(QObject):
    """``counted(Counts)``, then ``drawn(Counts, bytes)``; ``failed(error)`` and ``not_drawn(error)`` instead."""

    counted = Signal(object)
    drawn = Signal(object, object)
    failed = Signal(object)
    not_drawn = Signal(object)

    def __init__(self, work: Background, *, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def count(self, choice: CountChoice) -> None:
        """Count; what is under way is called off."""

        def gather(project: Project, report: Report) -> CountInput:
            return operations.gather_counts(project, choice=choice, progress=report)

        self._work.read(gather, words="Reading the passages", done=self._compute, failed=self.failed.emit)

    def draw(self, counts: Counts) -> None:
        """Draw the figure."""
        self._work.compute(
            lambda _: operations.count_picture(counts),
            words="Drawing the figure",
            done=lambda svg: self.drawn.emit(counts, svg),
            failed=self.not_drawn.emit,
        )

    def _compute(self, found: CountInput) -> None:
        def counted(counts: Counts) -> None:
            self.counted.emit(counts)

        self._work.compute(
            lambda _: operations.compute_counts(found), words="Counting", done=counted, failed=self._fail
        )

    def _fail(self, error: KnownError) -> None:
        self.failed.emit(error)
