# SPDX-License-Identifier: MIT
"""Agreement of a project's coders: gathers what is compared and has it measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.agreement.data import DocumentCodings
from annotator.agreement.result import CodeUsage, Result
from annotator.domain import (
    MAIN_ROUND,
    Codebook,
    CodeId,
    Coder,
    CoderId,
    CompletionState,
    Document,
    DocumentId,
    RegionState,
    UsageError,
)
from annotator.operations.projects import Project
from annotator.store import queries
from annotator.text.boundaries import Unit, boundaries


class Excluded(StrEnum):
    """Which excluded regions leave the count."""

    NONE = "none"
    ACCEPTED = "accepted"
    ANY = "any"


MEASURED_UNITS = ("character", "sentence")


@dataclass(frozen=True, slots=True)
class AgreementInput:
    """Everything a computation needs, as plain values: it may run on any thread."""

    unit: str
    excluded: Excluded
    coders: tuple[Coder, ...]
    codebook: Codebook
    documents: tuple[Document, ...]
    codings: tuple[DocumentCodings, ...]


@dataclass(frozen=True, slots=True)
class AgreementAnswer:
    """The figures and what they are about.

    ``shared`` are the documents that at least two of the coders finished; ``left_out`` the others.
    ``excluded_characters`` were cut out of the shared documents.
    """

    unit: str
    excluded: Excluded
    coders: tuple[Coder, ...]
    codebook: Codebook
    results: tuple[Result, ...]
    usage: tuple[CodeUsage, ...]
    shared: tuple[Document, ...]
    left_out: tuple[Document, ...]
    excluded_characters: int


def measure_agreement(
    project: Project, *, unit: str = "character", coders: Sequence[str] = (), exclude: str = "accepted"
) -> AgreementAnswer:
    """Measure agreement per code. ``coders`` are names or identities; none means everybody who finished anything.

    Raises UsageError for a coder or unit that does not exist.
    """
    return compute(gather(project, unit=unit, coders=coders, exclude=exclude))


def gather(
    project: Project, *, unit: str = "character", coders: Sequence[str] = (), exclude: str = "accepted"
) -> AgreementInput:
    """Read what is to be compared, one document at a time."""
    if unit not in MEASURED_UNITS:
        raise UsageError(f"Agreement is measured by {' or '.join(MEASURED_UNITS)}, not by “{unit}”.")
    if exclude not in tuple(Excluded):
        raise UsageError(f"Excluded regions are {', '.join(Excluded)}, not “{exclude}”.")
    finished = _finished(project)
    chosen = _chosen(project, coders, {coder for people in finished.values() for coder in people})
    codebook, documents = queries.codebook(project.live), queries.documents(project.live)
    wanted = frozenset(coder.id for coder in chosen)
    codings = tuple(
        _codings(project, document, finished.get(document.id, {}), coders=wanted, unit=unit, excluded=Excluded(exclude))
        for document in documents
    )
    return AgreementInput(unit, Excluded(exclude), chosen, codebook, documents, codings)


def compute(asked: AgreementInput) -> AgreementAnswer:
    """Compute the figures; pure, so it may run on any thread. Loads numpy."""
    from annotator.agreement.measuring import results, sweep, usage

    coders = [coder.id for coder in asked.coders]
    codes = [code.id for code in asked.codebook.codes]
    swept = sweep(asked.codings, coders=coders, codes=codes, unit=asked.unit)
    shared = {each.document for each in asked.codings if len(each.finished) > 1}
    return AgreementAnswer(
        unit=asked.unit, excluded=asked.excluded, coders=asked.coders, codebook=asked.codebook,
        results=tuple(results(swept)), usage=tuple(usage(swept)),
        shared=tuple(document for document in asked.documents if document.id in shared),
        left_out=tuple(document for document in asked.documents if document.id not in shared),
        excluded_characters=sum(_covered(each.excluded) for each in asked.codings if each.document in shared),
    )  # fmt: skip


def _finished(project: Project) -> dict[DocumentId, dict[CoderId, frozenset[CodeId]]]:
    """Give, per document, who finished it in the main round and which codes they could use."""
    found: dict[DocumentId, dict[CoderId, frozenset[CodeId]]] = {}
    for completion in queries.completions(project.live):
        if completion.round == MAIN_ROUND and completion.state is CompletionState.FINISHED:
            found.setdefault(completion.document, {})[completion.coder] = frozenset(completion.codes)
    return found


def _chosen(project: Project, words: Sequence[str], finishers: set[CoderId]) -> tuple[Coder, ...]:
    people = queries.coders(project.live)
    if not words:
        return tuple(coder for coder in people if coder.id in finishers)
    chosen: dict[CoderId, Coder] = {}
    for word in words:
        found = [coder for coder in people if word in (coder.id, coder.name)]
        if len(found) != 1:
            known = ", ".join(coder.name for coder in people)
            how = "several coders are" if found else "nobody is"
            raise UsageError(f"In this project {how} called “{word}”. Its coders are: {known}.")
        chosen[found[0].id] = found[0]
    return tuple(chosen.values())


def _codings(
    project: Project,
    document: Document,
    finished: Mapping[CoderId, frozenset[CodeId]],
    *,
    coders: frozenset[CoderId],
    unit: str,
    excluded: Excluded,
) -> DocumentCodings:
    """Read one document; spans come in the order of their rows, by start."""
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for each in queries.annotations(project.live, document.id):
        if each.coder in coders and each.round == MAIN_ROUND:
            spans.setdefault((each.coder, each.code), []).append((each.span.start, each.span.end))
    finishers = finished.keys() & coders
    return DocumentCodings(
        document=document.id,
        length=document.length,
        finished=frozenset(finishers),
        spans=spans,
        excluded=_excluded(project, document, excluded),
        units=_units(project, document) if unit == "sentence" else None,
        codes_known={coder: finished[coder] for coder in finishers},
    )


def _excluded(project: Project, document: Document, excluded: Excluded) -> tuple[tuple[int, int], ...]:
    if excluded is Excluded.NONE:
        return ()
    states = (RegionState.ACCEPTED,) if excluded is Excluded.ACCEPTED else (RegionState.ACCEPTED, RegionState.PROPOSED)
    return tuple(
        (region.span.start, region.span.end)
        for region in queries.regions(project.live, document.id)
        if region.state in states
    )


def _units(project: Project, document: Document) -> tuple[tuple[int, int], ...]:
    text = project.texts.body(document.text_sha256)
    return tuple((span.start, span.end) for span in boundaries(text, Unit.SENTENCE))


def _covered(stretches: Sequence[tuple[int, int]]) -> int:
    covered, reached = 0, 0
    for start, end in sorted(stretches):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered
