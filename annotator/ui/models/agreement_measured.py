# SPDX-License-Identifier: MIT
"""All that the page of agreement shows, computed in one go beside the window; plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.operations import compute
from annotator.ui import words

if TYPE_CHECKING:
    from annotator.agreement.confusion import Confusion
    from annotator.agreement.disagreement import Differences
    from annotator.domain import Code
    from annotator.operations import AgreementAnswer, AgreementInput
    from annotator.reports.report_source import ReportSource

Report = Callable[[float], None]
_FIGURES_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Ends:
    """How far the starts and the ends of matched passages lie apart: medians, in characters, over all pairs."""

    matches: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Counts:
    """Differing passages by code and pair of coders, and by code and article; ``ends`` by code."""

    of_pair: Mapping[tuple[str, frozenset[str]], int]
    of_article: Mapping[tuple[str, str], int]
    ends: Mapping[str, Ends]


@dataclass(frozen=True, slots=True)
class Measured:
    """The answer with what it rests on.

    ``asked`` are the codings, for whatever is asked about them later; ``methods`` is the paragraph for
    a paper, ``caveats`` what has to be borne in mind with these codings.
    """

    asked: AgreementInput
    answer: AgreementAnswer
    confusion: Confusion
    methods: str
    caveats: tuple[str, ...]
    counts: Counts

    @property
    def differences(self) -> Differences:
        """Every passage on which coders differ."""
        return self.answer.figures.differences

    @property
    def coders(self) -> tuple[str, ...]:
        """The identities of the coders compared, in their order."""
        return tuple(coder.id for coder in self.answer.coders)

    def code(self, identity: str) -> Code | None:
        """Give a code of the codebook, or None."""
        return next((code for code in self.answer.codebook.codes if code.id == identity), None)

    def articles_of(self, batch: str) -> frozenset[str]:
        """Give the articles of a batch in time; none where there is no such batch."""
        found = next((each for each in self.answer.figures.batches if each.label == batch), None)
        return frozenset(found.documents if found is not None else ())

    def name_of(self, coder: str) -> str:
        """Give a coder's name."""
        return next((words.coder_name(each) for each in self.answer.coders if each.id == coder), "unknown coder")


def measure(asked: AgreementInput, report: Report) -> Measured:
    """Compute everything; may run on any thread. ``report`` is told the share that is done and may raise to end it."""
    from annotator.reports.methods_paragraph import methods_paragraph
    from annotator.reports.thresholds_and_caveats import caveats

    answer = compute(asked, progress=lambda share: report(_FIGURES_SHARE * share))
    report(_FIGURES_SHARE)
    source = _source(asked, answer)
    return Measured(
        asked=asked,
        answer=answer,
        confusion=answer.figures.confusions.overall(),
        methods=methods_paragraph(source),
        caveats=tuple(caveats(source)),
        counts=counted(answer),
    )


def counted(answer: AgreementAnswer) -> Counts:
    """Count the differing passages of each pair and article, and how far matched ends lie apart."""
    of_pair: Counter[tuple[str, frozenset[str]]] = Counter()
    of_article: Counter[tuple[str, str]] = Counter()
    for passage in answer.figures.differences.passages:
        of_article[passage.code, passage.document] += 1
        for pair in passage.pairs:
            of_pair[passage.code, frozenset((pair.first, pair.second))] += 1
    offsets: dict[str, list[tuple[int, int]]] = {}
    for offset in answer.figures.offsets or ():
        offsets.setdefault(offset.code, []).append((abs(offset.start), abs(offset.end)))
    ends = {
        code: Ends(len(found), median(start for start, _ in found), median(end for _, end in found))
        for code, found in offsets.items()
    }
    return Counts(of_pair, of_article, ends)


def _source(asked: AgreementInput, answer: AgreementAnswer) -> ReportSource:
    """Put what was computed into the form that a report is written from."""
    import numpy as np

    from annotator.reports.report_source import ReportSource
    from annotator.text.boundaries import SEGMENTER_VERSION

    return ReportSource(
        figures=answer.figures,
        coders=answer.coders,
        codebook=answer.codebook,
        shared=answer.shared,
        left_out=answer.left_out,
        missing={coder.id: sum(coder.id not in each.finished for each in asked.codings) for coder in asked.coders},
        snapshot=answer.snapshot,
        round=answer.choice.round,
        excluded=answer.choice.exclude,
        excluded_characters=answer.excluded_characters,
        groups=answer.groups,
        version=__version__,
        segmenter=SEGMENTER_VERSION,
        numpy=np.__version__,
    )
