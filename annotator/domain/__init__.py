# SPDX-License-Identifier: MIT
"""What the words of the tool mean: frozen values, standard library only, no behaviour beyond their own laws."""

from annotator.domain.canonical import Json, canonical_json
from annotator.domain.change import Change
from annotator.domain.codebook import AttributeDefinition, AttributeKind, Code, Codebook, Pattern
from annotator.domain.errors import FaultsFound, KnownError, LockedOrDamaged, NotSaved, Refused, UsageError
from annotator.domain.identifiers import (
    ActionId,
    AnnotationId,
    ChangeId,
    CodeId,
    CoderId,
    DocumentId,
    FileId,
    ProjectId,
    RegionId,
    document_id,
    new_uuid,
)
from annotator.domain.model import (
    CONTEXT_LENGTH,
    MAIN_ROUND,
    NO_ATTRIBUTES,
    Annotation,
    Certainty,
    Coder,
    Completion,
    CompletionState,
    Document,
    Region,
    RegionState,
    Snapshot,
)
from annotator.domain.span import CodePoint, Span, Utf16

__all__ = [
    "CONTEXT_LENGTH",
    "MAIN_ROUND",
    "NO_ATTRIBUTES",
    "ActionId",
    "Annotation",
    "AnnotationId",
    "AttributeDefinition",
    "AttributeKind",
    "Certainty",
    "Change",
    "ChangeId",
    "Code",
    "CodeId",
    "CodePoint",
    "Codebook",
    "Coder",
    "CoderId",
    "Completion",
    "CompletionState",
    "Document",
    "DocumentId",
    "FaultsFound",
    "FileId",
    "Json",
    "KnownError",
    "LockedOrDamaged",
    "NotSaved",
    "Pattern",
    "ProjectId",
    "Refused",
    "Region",
    "RegionId",
    "RegionState",
    "Snapshot",
    "Span",
    "UsageError",
    "Utf16",
    "canonical_json",
    "document_id",
    "new_uuid",
]
