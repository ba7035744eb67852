# SPDX-License-Identifier: MIT
"""``consensus.csv``: one row per passage of the consensus, with who, when, why, and from which annotations.

Coders are not named: annotations are, by identity, and ``annotations_long.csv`` says whose they are.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from annotator.domain import Code, CodeId, Decision, Document, DocumentId, Span
from annotator.domain.tables import OFFSET_UNIT
from annotator.merging.consensus import ConsensusPassage

FILE_NAME = "consensus.csv"

COLUMN_DESCRIPTIONS: Mapping[str, str] = MappingProxyType({
    "document_id": "identity of the article (UUID)",
    "document": "name of the file that the article came in",
    "text_sha256": "SHA-256 of the UTF-8 of the exact text that the positions count in",
    "round": "coding round",
    "code_id": "identity of the code (UUID)",
    "code": "short name of the code that the passage carries",
    "start_char": "first character of the passage, counted from 0",
    "end_char": "position after the last character of the passage",
    "offset_unit": "what start_char and end_char count: Unicode code points",
    "quote": "the passage itself: text[start_char:end_char]",
    "provenance": "unanimous, rule, adjudicated, or unresolved: then the row is a stretch that is still open",
    "state": "agreed, accepted; of what is unresolved: waiting, differs, incomplete, deferred, to_review",
    "difference": "how the coders differed: none, boundary, segmentation, omission",
    "votes": "how many coders marked exactly this result",
    "voters": "how many coders finished the article and could use the code",
    "annotations": "identities of the annotations that it was made from, separated by spaces",
    "cluster_code": "short name of the code under which the coders marked it",
    "decision_id": "identity of the decision (UUID); empty where there is none",
    "verdict": "what the decision was: taken, union, intersection, majority, own, deferred, rejected",
    "judge": "who decided",
    "judged": "when, ISO 8601 in UTC",
    "reason": "why the coders differed, as the judge saw it",
    "note": "the judge's note",
    "certainty": "how sure the judge was",
    "blind": "true where the judge did not see who had coded what",
    "rule": "parameters of the rule, as JSON; empty where a person decided",
    "codebook_revision": "SHA-256 that names the codebook under which it was decided",
})  # fmt: skip
"""The columns in order, in words."""

ConsensusRow = tuple[str | int | bool | None, ...]


def consensus_rows(
    passages: Iterable[ConsensusPassage],
    *,
    documents: Mapping[DocumentId, Document],
    codes: Mapping[CodeId, Code],
    people: Mapping[str, str],
    words: Callable[[DocumentId, Span], str],
) -> Iterator[ConsensusRow]:
    """Give the rows in the order of the passages; ``words`` gives the text of a span of a document."""
    for each in passages:
        entry, document = each.entry, documents[each.entry.document]
        yield (
            document.id, document.name, document.text_sha256, entry.ref.round, each.code, short_name(codes, each.code),
            each.span.start, each.span.end, OFFSET_UNIT, words(document.id, each.span), each.provenance.value,
            entry.state.value, entry.kind.value, each.votes, each.voters, " ".join(entry.ref.members),
            short_name(codes, entry.code), *decision_cells(entry.decision, people=people),
        )  # fmt: skip


def decision_cells(decision: Decision | None, *, people: Mapping[str, str]) -> ConsensusRow:
    """Give who, when and why; empty where nobody decided."""
    if decision is None:
        return ("", "", "", "", "", "", "", None, "", "")
    return (
        decision.id, decision.verdict.value, people.get(decision.judge, decision.judge), decision.judged,
        decision.reason.value, decision.note, decision.certainty.value, decision.blind, decision.parameters,
        decision.codebook_revision,
    )  # fmt: skip


def short_name(codes: Mapping[CodeId, Code], code: CodeId) -> str:
    """Give the short name of a code, or its identity where the codebook does not hold it."""
    return codes[code].short_name if code in codes else code
