# SPDX-License-Identifier: MIT
"""Reading what is to be compared: plain values that any thread may compute with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from annotator.agreement.data import DocumentCodings
from annotator.domain import (
    Code,
    Codebook,
    CodeId,
    Coder,
    CoderId,
    CompletionState,
    Document,
    DocumentId,
    RegionState,
    Snapshot,
    UsageError,
)
from annotator.operations.agreement_choice import AgreementChoice, BatchBy, Excluded
from annotator.operations.article_copies import groups_that_hold
from annotator.operations.projects import Project
from annotator.operations.unit_bounds import SEGMENTED, unit_bounds
from annotator.store import queries, team_queries

Finished = Mapping[DocumentId, Mapping[CoderId, frozenset[CodeId]]]


@dataclass(frozen=True, slots=True)
class AgreementInput:
    """Everything a computation needs, as plain values: it may run on any thread.

    ``unfinished`` are, for each document, the chosen coders who did not finish it. ``groups`` are
    near-identical documents. ``batches`` name the documents finished in one stretch of time.
    """

    choice: AgreementChoice
    snapshot: Snapshot
    coders: tuple[Coder, ...]
    codes: tuple[Code, ...]
    codebook: Codebook
    documents: tuple[Document, ...]
    codings: tuple[DocumentCodings, ...]
    groups: tuple[tuple[DocumentId, ...], ...]
    batches: Mapping[str, tuple[DocumentId, ...]]


def gather(project: Project, *, choice: AgreementChoice | None = None) -> AgreementInput:
    """Read what is to be compared, one document at a time.

    A text of which annotations are carried over to another is not compared: they count where they are shown.
    Raises UsageError for a coder, code or round that does not exist.
    """
    chosen = choice or AgreementChoice()
    _require_round(project, chosen.round)
    finished = finished_in(project, chosen.round)
    coders = chosen_coders(project, chosen.coders, {each for people in finished.values() for each in people})
    codebook, shown_elsewhere = queries.codebook(project.live), team_queries.carried_from(project.live)
    documents = tuple(each for each in queries.documents(project.live) if each.id not in shown_elsewhere)
    wanted = frozenset(coder.id for coder in coders)
    return AgreementInput(
        choice=chosen,
        snapshot=queries.snapshot(project.live),
        coders=coders,
        codes=chosen_codes(codebook, chosen.codes),
        codebook=codebook,
        documents=documents,
        codings=tuple(
            _codings(project, document, finished.get(document.id, {}), coders=wanted, choice=chosen)
            for document in documents
        ),
        groups=near_identical_documents(project, documents) if chosen.clusters else (),
        batches=_batches(project, frozenset(each.id for each in documents), choice=chosen, coders=wanted),
    )


def finished_in(project: Project, round_name: str) -> dict[DocumentId, dict[CoderId, frozenset[CodeId]]]:
    """Give, per document, who finished it in a round and which codes they could use."""
    found: dict[DocumentId, dict[CoderId, frozenset[CodeId]]] = {}
    for completion in queries.completions(project.live):
        if completion.round == round_name and completion.state is CompletionState.FINISHED:
            found.setdefault(completion.document, {})[completion.coder] = frozenset(completion.codes)
    return found


def chosen_coders(project: Project, words: Sequence[str], finishers: set[CoderId]) -> tuple[Coder, ...]:
    """Find people by name or identity, a second identity too; none means everybody who finished anything.

    Raises UsageError.
    """
    people = {coder.id: coder for coder in queries.people(project.live)}
    if not words:
        return tuple(coder for coder in people.values() if coder.id in finishers)
    chosen: dict[CoderId, Coder] = {}
    everybody = queries.coders(project.live)
    for word in words:
        named = [coder.counts_as or coder.id for coder in everybody if word in (coder.id, coder.name)]
        found = [people[each] for each in dict.fromkeys(named)]
        if len(found) != 1:
            known = ", ".join(coder.name for coder in people.values())
            how = "several coders are" if found else "nobody is"
            raise UsageError(f"In this project {how} called “{word}”. Its coders are: {known}.")
        chosen[found[0].id] = found[0]
    return tuple(chosen.values())


def chosen_codes(codebook: Codebook, words: Sequence[str]) -> tuple[Code, ...]:
    """Find codes by short name or identity; none means all but those that count as another. Raises UsageError."""
    codes = {code.id: code for code in codebook.codes if not code.counts_as}
    if not words:
        return tuple(codes.values())
    chosen: dict[CodeId, Code] = {}
    for word in words:
        named = [code.counts_as or code.id for code in codebook.codes if word in (code.id, code.short_name)]
        found = [codes[each] for each in dict.fromkeys(named)]
        if len(found) != 1:
            known = ", ".join(code.short_name for code in codes.values())
            raise UsageError(f"In this codebook no code is called “{word}”. Its codes are: {known}.")
        chosen[found[0].id] = found[0]
    return tuple(chosen.values())


_groups_of: dict[frozenset[str], tuple[tuple[str, ...], ...]] = {}


def near_identical_documents(project: Project, documents: Sequence[Document]) -> tuple[tuple[DocumentId, ...], ...]:
    """Give the groups of near-identical texts, those that the lead has confirmed as they were confirmed.

    What is computed is found once for a set of texts, since texts never change.
    """
    from annotator.text.similar import near_identical_groups

    key = frozenset(document.text_sha256 for document in documents)
    if key not in _groups_of:
        _groups_of.clear()
        _groups_of[key] = near_identical_groups((each, project.texts.body(each)) for each in sorted(key))
    by_text = {document.text_sha256: document.id for document in documents}
    places = {document.id: place for place, document in enumerate(documents)}
    groups = [sorted((by_text[text] for text in group), key=places.__getitem__) for group in _groups_of[key]]
    return groups_that_hold(documents, groups)


def _require_round(project: Project, wanted: str) -> None:
    known = queries.rounds(project.live)
    if known and wanted not in known:
        raise UsageError(f"Nobody worked in a round called “{wanted}”. The rounds are: {', '.join(known)}.")


def _codings(
    project: Project,
    document: Document,
    finished: Mapping[CoderId, frozenset[CodeId]],
    *,
    coders: frozenset[CoderId],
    choice: AgreementChoice,
) -> DocumentCodings:
    """Read one document; spans come in the order of their rows, by start."""
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for each in queries.annotations(project.live, document.id):
        if each.coder in coders and each.round == choice.round:
            spans.setdefault((each.coder, each.code), []).append((each.span.start, each.span.end))
    finishers = finished.keys() & coders
    return DocumentCodings(
        document=document.id,
        length=document.length,
        finished=frozenset(finishers),
        spans=spans,
        excluded=excluded_regions(project, document, Excluded(choice.exclude)),
        units=_units(project, document, unit=choice.unit),
        codes_known={coder: finished[coder] for coder in finishers},
    )


def excluded_regions(project: Project, document: Document, excluded: Excluded) -> tuple[tuple[int, int], ...]:
    """Give the regions of a document that leave the count, as half-open code points."""
    if excluded is Excluded.NONE:
        return ()
    states = (RegionState.ACCEPTED,) if excluded is Excluded.ACCEPTED else (RegionState.ACCEPTED, RegionState.PROPOSED)
    return tuple(
        (region.span.start, region.span.end)
        for region in queries.regions(project.live, document.id)
        if region.state in states
    )


def _units(project: Project, document: Document, *, unit: str) -> tuple[tuple[int, int], ...] | None:
    if unit not in SEGMENTED:
        return None
    return unit_bounds(project.texts.body(document.text_sha256), sha256=document.text_sha256, unit=unit)


def _batches(
    project: Project, documents: frozenset[DocumentId], *, choice: AgreementChoice, coders: frozenset[CoderId]
) -> dict[str, tuple[DocumentId, ...]]:
    """Sort documents by when the last of the coders finished them; in the order of time."""
    last: dict[DocumentId, str] = {}
    for (document, coder), moment in queries.finish_times(project.live, choice.round).items():
        if coder in coders and document in documents:
            last[document] = max(last.get(document, ""), moment)
    found: dict[str, list[DocumentId]] = {}
    for document, moment in sorted(last.items(), key=lambda item: (item[1], item[0])):
        found.setdefault(_label(datetime.fromisoformat(moment).date(), BatchBy(choice.batch)), []).append(document)
    return {label: tuple(members) for label, members in found.items()}


def _label(day: date, batch: BatchBy) -> str:
    if batch is BatchBy.DAY:
        return day.isoformat()
    if batch is BatchBy.MONTH:
        return f"{day:%Y-%m}"
    year, week, _ = day.isocalendar()
    return f"{year} week {week}"
