# SPDX-License-Identifier: MIT
"""What passages can be chosen by, for the filters of a window."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from annotator.domain import AttributeDefinition, AttributeKind
from annotator.domain.metadata import MetadataField
from annotator.operations.article_metadata import metadata_fields
from annotator.operations.coding_rounds import rounds
from annotator.operations.projects import Project
from annotator.store import queries, statistics_queries

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RetrievalOffers:
    """The names of the rounds, the project's own fields, and the values of each attribute, used or in the codebook."""

    rounds: tuple[str, ...] = ()
    fields: tuple[MetadataField, ...] = ()
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NOTHING)


def retrieval_offers(project: Project) -> RetrievalOffers:
    """Read it; attributes come as the codebook has them, then those of annotations that it does not know."""
    found: dict[str, dict[str, None]] = {}
    for code in queries.codebook(project.live).codes:
        for attribute in code.attributes:
            found.setdefault(attribute.name, {}).update(dict.fromkeys(_values(attribute)))
    for name, values in sorted(statistics_queries.attribute_values(project.live).items()):
        found.setdefault(name, {}).update(dict.fromkeys(sorted(values)))
    return RetrievalOffers(
        tuple(each.name for each in rounds(project)),
        metadata_fields(project),
        MappingProxyType({name: tuple(each for each in values if each) for name, values in found.items()}),
    )


def _values(attribute: AttributeDefinition) -> tuple[str, ...]:
    return ("yes", "no") if attribute.kind is AttributeKind.YES_NO else attribute.choices
