# SPDX-License-Identifier: MIT
"""The report on agreement: gathered, read from a project and computed."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from annotator import __version__
from annotator.agreement.disagreement import Difference, passages_behind
from annotator.agreement.question import CHARACTER, SENTENCE, TOKEN
from annotator.agreement.result import Result
from annotator.domain import DocumentId
from annotator.operations.agreement import AgreementAnswer, common_settings, compute, named, question_of
from annotator.operations.agreement_by_name import Wanted, measure_by_name
from annotator.operations.agreement_choice import AgreementChoice
from annotator.operations.agreement_gathering import AgreementInput, gather
from annotator.operations.projects import Project
from annotator.reports.agreement_report import agreement_report
from annotator.reports.report_blocks import Report
from annotator.reports.report_source import OtherUnit, Quoted, ReportSource
from annotator.text.boundaries import SEGMENTER_VERSION

Progress = Callable[[float], None]

PASSAGES_SHOWN = 200
LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True)
class ReportInput:
    """What was gathered for a report: plain values, so that any thread may compute.

    ``beside`` are the same codings by another unit. ``texts`` are those of the articles.
    ``everything``: whether every measure there is was asked for.
    """

    asked: AgreementInput
    beside: AgreementInput
    texts: Mapping[DocumentId, str]
    everything: bool = False


def gather_report(project: Project, *, choice: AgreementChoice | None = None, everything: bool = False) -> ReportInput:
    """Read what a report is about. Raises UsageError for a coder or round that does not exist."""
    chosen = choice or AgreementChoice()
    other = SENTENCE if chosen.unit in (CHARACTER, TOKEN) else CHARACTER
    asked = gather(project, choice=chosen)
    shared = {each.document for each in asked.codings if len(each.finished) > 1}
    return ReportInput(
        asked=asked,
        beside=gather(project, choice=replace(chosen, unit=other)),
        texts={each.id: project.texts.body(each.text_sha256) for each in asked.documents if each.id in shared},
        everything=everything,
    )


def compute_report(found: ReportInput, *, progress: Progress = lambda _: None) -> Report:
    """Compute everything that a report tells; pure, so it may run on any thread. Loads numpy.

    ``progress`` is told the share that is done; what it raises ends the computation.
    """
    answer = compute(found.asked, progress=_part(progress, 0.0, 0.6))
    beside = _by_other_unit(found.beside)
    progress(0.8)
    advanced: tuple[Result, ...] = ()
    if found.everything:
        advanced = measure_by_name(found.asked, wanted=Wanted(), progress=_part(progress, 0.8, 1.0))
    report = report_of(answer, beside=beside, missing=_missing(found.asked), texts=found.texts, advanced=advanced)
    progress(1.0)
    return report


def report_project(
    project: Project,
    *,
    choice: AgreementChoice | None = None,
    everything: bool = False,
    progress: Progress = lambda _: None,
) -> Report:
    """Gather and compute in one go."""
    return compute_report(gather_report(project, choice=choice, everything=everything), progress=progress)


def report_of(
    answer: AgreementAnswer,
    *,
    beside: OtherUnit | None = None,
    missing: Mapping[str, int] | None = None,
    texts: Mapping[DocumentId, str] | None = None,
    advanced: tuple[Result, ...] = (),
) -> Report:
    """Make the report of figures that are there already; without ``texts`` no passage is quoted."""
    import numpy as np

    from annotator.agreement.offsets import summaries

    figures = answer.figures
    asked = {"coders": figures.question.coders, "codes": figures.question.codes}
    longest = passages_behind(figures.differences.passages)[:PASSAGES_SHOWN] if texts is not None else []
    return agreement_report(
        ReportSource(
            figures=figures,
            coders=answer.coders,
            codebook=answer.codebook,
            shared=answer.shared,
            left_out=answer.left_out,
            missing=missing or {},
            snapshot=answer.snapshot,
            round=answer.choice.round,
            excluded=answer.choice.exclude,
            excluded_characters=answer.excluded_characters,
            groups=answer.groups,
            version=__version__,
            segmenter=SEGMENTER_VERSION,
            numpy=np.__version__,
            offsets=None if figures.offsets is None else tuple(summaries(figures.offsets, **asked)),
            beside=beside,
            quoted=tuple(_quoted(longest, texts or {})),
            advanced=advanced,
        )
    )


def _by_other_unit(asked: AgreementInput) -> OtherUnit:
    """Measure what the report shows of another unit, and no more."""
    from annotator.agreement.bootstrap import Drawing
    from annotator.agreement.figures import sample_need
    from annotator.agreement.measuring import results, sweep, usage

    question = question_of(asked)
    swept = sweep(asked.codings, coders=question.coders, codes=question.codes, unit=question.unit, rule=question.rule)
    used = tuple(usage(swept))
    return OtherUnit(
        question=question,
        results=named(results(swept, drawing=Drawing.of(question)), common_settings(asked)),
        usage=used,
        needed=tuple(sample_need(each, coders=len(swept.coders)) for each in used),
    )


def _part(progress: Progress, begun: float, ended: float) -> Progress:
    return lambda share: progress(begun + share * (ended - begun))


def _missing(asked: AgreementInput) -> dict[str, int]:
    """Count for each coder the articles that are not finished."""
    return {coder.id: sum(coder.id not in coding.finished for coding in asked.codings) for coder in asked.coders}


def _quoted(passages: Collection[Difference], texts: Mapping[DocumentId, str]) -> Iterator[Quoted]:
    for each in passages:
        words = " ".join(texts[DocumentId(each.document)][each.start : each.end].split())
        cut = f"{words[: LONGEST_QUOTE - 1].rstrip()}…" if len(words) > LONGEST_QUOTE else words
        yield Quoted(each, cut)
