# SPDX-License-Identifier: MIT
"""Checking a project: faults of the file, and what a lead should look at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain import Document, KnownError, LockedOrDamaged
from annotator.domain.fields import METADATA_PREFIX
from annotator.domain.metadata import MetadataField, metadata_field_id
from annotator.operations.metadata_rules import value_fault
from annotator.operations.projects import Project
from annotator.store import queries, slices, verification
from annotator.store.slices import CheckProgress


class Weight(StrEnum):
    """Whether a finding means damage, or only something to look at."""

    FAULT = "fault"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about the project and how much it weighs."""

    weight: Weight
    sentence: str


def check_slice(project: Project, *, progress: CheckProgress = CheckProgress()) -> CheckProgress:  # noqa: B008  # a frozen value
    """Check the next slice of structure and hashes behind the first paint; saves may go in between."""
    return slices.check_slice(project, progress)


def damage_behind_an_error(project: Project) -> LockedOrDamaged | None:
    """Look whether an error that nobody foresaw has its cause in the file; None where the file is sound."""
    first = next(verification.faults(project), None)
    if first is None:
        return None
    return LockedOrDamaged(
        f"The project is damaged. {first} Nothing was changed; open a backup.", where=project.path.name
    )


class TellingDamage:
    """A context in which an error that nobody foresaw becomes a sentence where a damaged file is behind it."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def __enter__(self) -> None:
        """Begin to watch."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Look at the file if an error leaves the context that is neither a sentence already nor the system's."""
        if not isinstance(error, Exception) or isinstance(error, KnownError | OSError):
            return
        if (damage := damage_behind_an_error(self._project)) is not None:
            raise damage from error


def check(project: Project) -> list[Finding]:
    """Check structure, hashes, quotes and that the tables are what the journal gives; reads everything once.

    Where there are faults they are all that is said: what else a damaged file holds cannot be believed.
    """
    findings = [Finding(Weight.FAULT, sentence) for sentence in verification.faults(project)]
    if findings:
        return findings
    documents = {document.id: document for document in queries.documents(project.live)}
    for first, _ in queries.duplicates(project.live):
        twice = queries.annotation(project.live, first)
        if twice is not None:
            document = documents.get(twice.document)
            name = document.name if document else twice.document
            findings.append(
                Finding(
                    Weight.REMARK,
                    f"{name}, characters {twice.span.start} to {twice.span.end}: coded twice alike by one coder.",
                )
            )
    fields = queries.metadata_fields(project.live)
    findings += [Finding(Weight.REMARK, each) for each in _values_not_taken(documents.values(), fields)]
    if lost := queries.without_article(project.live):
        sentence = f"{lost} annotations are of an article that was taken out; import it again to see them."
        findings.append(Finding(Weight.REMARK, sentence))
    called: Mapping[str, str] = {identity: f"“{document.heading}”" for identity, document in documents.items()} | {
        metadata_field_id(each.name): f"The field “{each.heading}” of articles" for each in fields
    }
    for entity, field, _, shown in queries.conflicts(project.live):
        if shown:
            what = f"{called.get(entity, entity)}: “{field.removeprefix(METADATA_PREFIX)}”"
            findings.append(Finding(Weight.REMARK, f"{what} was changed on two computers; the later is shown."))
    return findings


def _values_not_taken(documents: Iterable[Document], fields: Sequence[MetadataField]) -> Iterator[str]:
    """Tell of values that their fields do not take any more, since another kind or other choices were chosen."""
    for document in documents:
        for field in fields:
            if fault := value_fault(fields, field.name, document.metadata.get(field.name, "")):
                yield f"“{document.heading}”: {fault}."
