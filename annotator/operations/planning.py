# SPDX-License-Identifier: MIT
"""Planning a reliability study: how many articles several people must code, and which ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.agreement.question import CHARACTER, DOCUMENT, SENTENCE
from annotator.agreement.reliability_sample import Stratum, draw
from annotator.agreement.result import CodeUsage
from annotator.agreement.sample_size import documents_needed, units_needed
from annotator.domain import Code, Codebook, Document, UsageError
from annotator.exchange.comma_separated import write_table
from annotator.operations.agreement import measure_agreement
from annotator.operations.agreement_choice import AgreementChoice
from annotator.operations.agreement_gathering import near_identical_documents
from annotator.operations.projects import Project
from annotator.operations.unit_bounds import unit_bounds
from annotator.store import queries

MINIMUM_ALPHAS = (0.667, 0.8)
STRATA = ("outlet", "month", "author")
NEAR_IDENTICAL = ("each", "one")
NOT_GIVEN = "not given"
SAMPLE_COLUMNS = ("draw", "document", "sha256", "title", "outlet", "author", "date", "stratum")

_MONTH = re.compile(r"\d{4}(-\d\d)?")


@dataclass(frozen=True, slots=True)
class SampleNeed:
    """What one threshold needs; ``documents`` is None where nobody knows how many units a document has."""

    minimum_alpha: float
    units: int
    documents: int | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What one code needs (None: a code without a project).

    ``prevalence`` is the share of units with the code, as it was expected or measured; None where
    neither says anything, and then there are no ``needs`` but a ``reason``. ``have`` counts the units
    that two coders have given values for.
    """

    code: Code | None
    prevalence: float | None
    is_expected: bool
    have: int
    needs: tuple[SampleNeed, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """What each code needs at a one-sided ``confidence`` with so many ``coders``.

    ``units_per_document`` is the mean over all articles of the project; ``shared`` counts those that
    two coders have finished.
    """

    unit: str
    confidence: float
    coders: int
    units_per_document: float | None
    shared: int
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class ReliabilitySample:
    """Drawn articles in the order of the draw, each with its stratum, and all ``strata`` by name.

    ``by`` is one of STRATA or empty; anybody who has the project and the ``seed`` draws the same.
    """

    documents: tuple[Document, ...]
    stratum_of: tuple[str, ...]
    strata: tuple[Stratum, ...]
    seed: int
    by: str


def plan_sample(
    project: Project,
    *,
    prevalence: float | None = None,
    codes: Sequence[str] = (),
    minimum_alphas: Sequence[float] = MINIMUM_ALPHAS,
    confidence: float = 0.95,
    coders: int = 2,
    unit: str = SENTENCE,
) -> SamplePlan:
    """Say how many units and articles each code needs, and how many there are already.

    The share of a code is what was measured over the articles that two coders finished; ``prevalence``
    stands for it where that says nothing (nobody, or everyone everywhere, used the code, or there is no
    such article). ``codes`` are short names, names or identities; none means all. Raises UsageError for
    a code or unit that does not exist and for numbers that mean nothing.
    """
    chosen = _chosen(queries.codebook(project.live), codes)
    answer = measure_agreement(project, choice=AgreementChoice(unit=unit, resamples=0, clusters=False))
    used: dict[str, CodeUsage] = {usage.code: usage for usage in answer.usage}
    mean = _units_per_document(project, unit=unit)
    rows = []
    for code in chosen:
        usage = used.get(code.id)
        share, have = (None, 0) if usage is None else (usage.prevalence, usage.n)
        reason = _missing_share(share)
        is_expected = bool(reason) and prevalence is not None
        if is_expected:
            share, reason = prevalence, ""
        needs = () if reason else _needs(share, minimum_alphas, confidence=confidence, coders=coders, mean=mean)
        rows.append(PlanRow(code, share, is_expected, have, needs, reason))
    return SamplePlan(unit, confidence, coders, mean, len(answer.shared), tuple(rows))


def plan_for_share(
    *,
    prevalence: float,
    minimum_alphas: Sequence[float] = MINIMUM_ALPHAS,
    confidence: float = 0.95,
    coders: int = 2,
    unit: str = SENTENCE,
    units_per_document: float | None = None,
) -> SamplePlan:
    """Say how many units, and documents where their size is known, a code of this share needs; without a project.

    Raises UsageError for numbers that mean nothing.
    """
    needs = _needs(prevalence, minimum_alphas, confidence=confidence, coders=coders, mean=units_per_document)
    row = PlanRow(None, prevalence, is_expected=True, have=0, needs=needs)
    return SamplePlan(unit, confidence, coders, units_per_document, 0, (row,))


def draw_sample(
    project: Project, *, documents: int, seed: int = 1, by: str = "", near_identical: str = "each"
) -> ReliabilitySample:
    """Draw articles at random for everybody to code; the same seed draws the same, and a larger draw holds it.

    ``by`` draws from each outlet, month or author in proportion, one at least. With ``near_identical``
    "one", of articles that are nearly the same one at most is drawn. Nothing is written. Raises
    UsageError for a stratum that does not exist and a number that cannot be drawn.
    """
    if by and by not in STRATA:
        raise UsageError(f"Articles are drawn by {', '.join(STRATA)} or without strata, not by “{by}”.")
    if near_identical not in NEAR_IDENTICAL:
        raise UsageError(f"Near-identical articles are drawn {' or '.join(NEAR_IDENTICAL)}, not “{near_identical}”.")
    all_documents = {document.id: document for document in queries.documents(project.live)}
    strata: dict[str, str] = {document.id: _stratum(document, by) for document in all_documents.values()}
    groups = near_identical_documents(project, tuple(all_documents.values())) if near_identical == "one" else ()
    try:
        drawn = draw(tuple(all_documents), number=documents, seed=seed, strata=strata, near_identical=groups)
    except ValueError as error:
        raise UsageError(f"This sample cannot be drawn: {error}.") from error
    found = {str(document.id): document for document in all_documents.values()}
    return ReliabilitySample(
        documents=tuple(found[each] for each in drawn.documents),
        stratum_of=tuple(strata[each] for each in drawn.documents),
        strata=drawn.strata,
        seed=seed,
        by=by,
    )


def export_sample(sample: ReliabilitySample, *, path: Path) -> int:
    """Write the drawn articles as CSV, in SAMPLE_COLUMNS, and give their number; NotSaved where the disk refuses."""
    rows = (
        (number, each.name, each.text_sha256, each.title, each.outlet, each.author, each.date, stratum)
        for number, (each, stratum) in enumerate(zip(sample.documents, sample.stratum_of, strict=True), start=1)
    )
    return write_table(path, columns=SAMPLE_COLUMNS, rows=rows)


def _chosen(codebook: Codebook, words: Sequence[str]) -> tuple[Code, ...]:
    if not words:
        return codebook.codes
    chosen = {}
    for word in words:
        found = [code for code in codebook.codes if word in (code.id, code.short_name, code.name)]
        if len(found) != 1:
            known = ", ".join(code.short_name for code in codebook.codes)
            raise UsageError(f"There is no code called “{word}”. The codes are: {known}.")
        chosen[found[0].id] = found[0]
    return tuple(chosen.values())


def _missing_share(share: float | None) -> str:
    """Say why no sample size follows from a measured share; "" where one does."""
    if share is None:
        return "set an expected share: it is not known until two coders have finished an article"
    if share in (0, 1):
        where = "nobody used it" if share == 0 else "everyone put it everywhere"
        return f"set an expected share: {where} in the articles that two coders finished"
    return ""


def _needs(
    share: float | None, minimum_alphas: Sequence[float], *, confidence: float, coders: int, mean: float | None
) -> tuple[SampleNeed, ...]:
    try:
        found = []
        for alpha in minimum_alphas:
            units = units_needed(share or 0, minimum_alpha=alpha, confidence=confidence, coders=coders)
            documents = None if mean is None else documents_needed(units, units_per_document=mean)
            found.append(SampleNeed(alpha, units, documents))
    except ValueError as error:
        raise UsageError(f"No sample size follows from this: {error}.") from error
    return tuple(found)


def _units_per_document(project: Project, *, unit: str) -> float | None:
    """Give the mean number of units of an article; None for a project without any."""
    documents = queries.documents(project.live)
    if unit == DOCUMENT or not documents:
        return 1.0 if documents else None
    if unit == CHARACTER:
        sizes = [document.length for document in documents]
    else:
        sizes = [
            len(unit_bounds(project.texts.body(each.text_sha256), sha256=each.text_sha256, unit=unit))
            for each in documents
        ]
    return sum(sizes) / len(sizes) or None


def _stratum(document: Document, by: str) -> str:
    if not by:
        return ""
    if by == "month":
        found = _MONTH.match(document.date)
        return found[0] if found else NOT_GIVEN
    return (document.outlet if by == "outlet" else document.author) or NOT_GIVEN
