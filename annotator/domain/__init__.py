# SPDX-License-Identifier: MIT
"""What the words of the tool mean: frozen values, standard library only, no behaviour beyond their own laws.

The words of a team (rounds, decisions, history) are loaded when one of them is first asked for: the
window's first page needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

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
    DecisionId,
    DocumentId,
    FileId,
    MessageId,
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

if TYPE_CHECKING:
    from annotator.domain.audit import HistoryEntry, HistoryMark
    from annotator.domain.decisions import Decision, DecisionReason, DecisionSource, Grouping, Verdict
    from annotator.domain.team import (
        Alias,
        AliasOf,
        Assignment,
        CarriedOver,
        Message,
        MessageKind,
        Round,
        RoundPurpose,
    )

__all__ = [
    "CONTEXT_LENGTH",
    "MAIN_ROUND",
    "NO_ATTRIBUTES",
    "ActionId",
    "Alias",
    "AliasOf",
    "Annotation",
    "AnnotationId",
    "Assignment",
    "AttributeDefinition",
    "AttributeKind",
    "CarriedOver",
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
    "Decision",
    "DecisionId",
    "DecisionReason",
    "DecisionSource",
    "Document",
    "DocumentId",
    "FaultsFound",
    "FileId",
    "Grouping",
    "HistoryEntry",
    "HistoryMark",
    "Json",
    "KnownError",
    "LockedOrDamaged",
    "Message",
    "MessageId",
    "MessageKind",
    "NotSaved",
    "Pattern",
    "ProjectId",
    "Refused",
    "Region",
    "RegionId",
    "RegionState",
    "Round",
    "RoundPurpose",
    "Snapshot",
    "Span",
    "UsageError",
    "Utf16",
    "Verdict",
    "canonical_json",
    "document_id",
    "new_uuid",
]

_NAMES_BY_FILE = {
    "audit": ("HistoryEntry", "HistoryMark"),
    "decisions": ("Decision", "DecisionReason", "DecisionSource", "Grouping", "Verdict"),
    "team": ("Alias", "AliasOf", "Assignment", "CarriedOver", "Message", "MessageKind", "Round", "RoundPurpose"),
}
_FILE_BY_NAME = {name: file for file, names in _NAMES_BY_FILE.items() for name in names}


if not TYPE_CHECKING:  # a type checker shall go by the imports above and refuse every other name

    def __getattr__(name: str) -> object:
        """Load the file of a team's word when it is first asked for."""
        file = _FILE_BY_NAME.get(name)
        if file is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{file}"), name)
        globals()[name] = value
        return value
