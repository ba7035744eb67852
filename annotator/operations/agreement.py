# SPDX-License-Identifier: MIT
"""Agreement of a project's coders: has what was gathered measured, and says what the figures are about."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.agreement.question import CHARACTER, Question, Rule
from annotator.agreement.result import CodeUsage, Result
from annotator.domain import Codebook, Coder, Document, DocumentId, Snapshot
from annotator.operations.agreement_choice import AgreementChoice
from annotator.operations.agreement_gathering import AgreementInput, gather
from annotator.operations.projects import Project
from annotator.text.boundaries import SEGMENTER_VERSION

if TYPE_CHECKING:
    from annotator.agreement.figures import Figures

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class AgreementAnswer:
    """The figures and what they are about.

    ``shared`` are the documents that at least two of the coders finished; ``left_out`` the others.
    ``excluded_characters`` were cut out of the shared documents. ``groups`` are near-identical
    documents, each drawn as one.
    """

    choice: AgreementChoice
    snapshot: Snapshot
    coders: tuple[Coder, ...]
    codebook: Codebook
    figures: "Figures"
    shared: tuple[Document, ...]
    left_out: tuple[Document, ...]
    excluded_characters: int
    groups: tuple[tuple[DocumentId, ...], ...]

    @property
    def unit(self) -> str:
        """What is counted."""
        return self.choice.unit

    @property
    def results(self) -> tuple[Result, ...]:
        """The default measures per code, everyone together, with intervals."""
        return self.figures.results

    @property
    def usage(self) -> tuple[CodeUsage, ...]:
        """How much each coder used each code."""
        return self.figures.usage


def measure_agreement(
    project: Project, *, choice: AgreementChoice | None = None, progress: Progress = lambda _: None
) -> AgreementAnswer:
    """Measure agreement per code. Raises UsageError for a coder or round that does not exist."""
    return compute(gather(project, choice=choice), progress=progress)


def question_of(asked: AgreementInput) -> Question:
    """Put what was chosen into the words of the agreement room."""
    clusters: dict[str, str] = {document: group[0] for group in asked.groups for document in group}
    return Question(
        coders=tuple(coder.id for coder in asked.coders),
        codes=tuple(code.id for code in asked.codes),
        unit=asked.choice.unit,
        rule=Rule(asked.choice.rule),
        resamples=asked.choice.resamples,
        level=asked.choice.level,
        seed=asked.choice.seed,
        clusters=clusters,
    )


def compute(asked: AgreementInput, *, progress: Progress = lambda _: None) -> AgreementAnswer:
    """Compute the figures; pure, so it may run on any thread. Loads numpy.

    ``progress`` is told the share that is done; what it raises ends the computation.
    """
    from annotator.agreement.figures import figures

    found = figures(asked.codings, question_of(asked), batches=asked.batches, progress=progress)
    shared = {each.document for each in asked.codings if len(each.finished) > 1}
    settings = common_settings(asked)
    return AgreementAnswer(
        choice=asked.choice,
        snapshot=asked.snapshot,
        coders=asked.coders,
        codebook=asked.codebook,
        figures=replace(
            found,
            results=named(found.results, settings),
            pairs=named(found.pairs, settings),
            rest=named(found.rest, settings),
            by_document=named(found.by_document, settings),
            batches=tuple(replace(batch, results=named(batch.results, settings)) for batch in found.batches),
            spans=named(found.spans, settings),
        ),
        shared=tuple(document for document in asked.documents if document.id in shared),
        left_out=tuple(document for document in asked.documents if document.id not in shared),
        excluded_characters=sum(covered(each.excluded) for each in asked.codings if each.document in shared),
        groups=asked.groups,
    )


def common_settings(asked: AgreementInput) -> dict[str, object]:
    """Give what fixed every figure of an answer alike: it stands in each result."""
    choice, snapshot = asked.choice, asked.snapshot
    settings: dict[str, object] = {
        "version": __version__,
        "round": choice.round,
        "excluded_regions": choice.exclude,
        "snapshot": {"position": snapshot.position, "digest": snapshot.digest},
    }
    if choice.unit != CHARACTER:
        settings["segmenter"] = SEGMENTER_VERSION
    return settings


def named(results: Iterable[Result], settings: Mapping[str, object]) -> tuple[Result, ...]:
    """Write the common settings into each result, before its own."""
    return tuple(replace(result, settings={**settings, **result.settings}) for result in results)


def with_names(results: Iterable[Result], *, asked: AgreementInput) -> list[Result]:
    """Put names where the computation has identities; a name that two share stays an identity."""
    codes: dict[str, str] = {code.id: code.short_name for code in asked.codebook.codes}
    people = _unambiguous({str(coder.id): coder.name for coder in asked.coders})
    documents = _unambiguous({str(document.id): document.name for document in asked.documents})
    return [
        replace(
            result,
            code=None if result.code is None else codes.get(result.code, result.code),
            coders=tuple(people.get(coder, coder) for coder in result.coders),
            documents=tuple(documents.get(document, document) for document in result.documents),
        )
        for result in results
    ]


def _unambiguous(names: Mapping[str, str]) -> dict[str, str]:
    taken = list(names.values())
    return {identity: name for identity, name in names.items() if taken.count(name) == 1}


def covered(stretches: Sequence[tuple[int, int]]) -> int:
    """Count the positions under half-open stretches that may overlap."""
    total, reached = 0, 0
    for start, end in sorted(stretches):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
