# SPDX-License-Identifier: MIT
"""Which kinds of entity have an identity that their fields give, so that two writers make the same thing."""

from collections.abc import Callable, Mapping

from annotator.domain.canonical import Json
from annotator.domain.identifiers import AnnotationId, CoderId, DocumentId, completion_id, document_id
from annotator.domain.metadata import metadata_field_id
from annotator.domain.team import AliasOf, alias_id, assignment_id, carried_over_id, round_id

Fields = Mapping[str, Json]


def _completion(fields: Fields) -> str:
    return completion_id(CoderId(str(fields["coder"])), DocumentId(str(fields["document"])), str(fields["round"]))


def _assignment(fields: Fields) -> str:
    return assignment_id(CoderId(str(fields["coder"])), DocumentId(str(fields["document"])), str(fields["round"]))


def _carried_over(fields: Fields) -> str:
    return carried_over_id(AnnotationId(str(fields["annotation"])), DocumentId(str(fields["document"])))


DERIVED: Mapping[str, tuple[tuple[str, ...], Callable[[Fields], str]]] = {
    "document": (("text_sha256",), lambda fields: document_id(str(fields["text_sha256"]))),
    "metadata_field": (("name",), lambda fields: metadata_field_id(str(fields["name"]))),
    "completion": (("coder", "document", "round"), _completion),
    "round": (("name",), lambda fields: round_id(str(fields["name"]))),
    "assignment": (("coder", "document", "round"), _assignment),
    "alias": (("of", "source"), lambda fields: alias_id(AliasOf(str(fields["of"])), str(fields["source"]))),
    "carried_over": (("annotation", "document"), _carried_over),
}
"""By kind: the fields that give the identity, and how."""


def is_own_identity(kind: str, entity: str, fields: Fields) -> bool:
    """Whether an entity's identity is the one that its fields give; True where they do not say or need not.

    ``fields`` may be a part of them, as one change writes it.
    """
    derived = DERIVED.get(kind)
    if derived is None or any(name not in fields for name in derived[0]):
        return True
    return derived[1](fields) == entity
