# SPDX-License-Identifier: MIT
"""``decisions.csv``: one row per decision, rejected and deferred ones too, with its spans and what it rests on."""

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from annotator.domain import Code, CodeId, Decision, DecisionId, Document, DocumentId
from annotator.merging.decision_matching import ClusterState
from annotator.reports.consensus_table import ConsensusRow, decision_cells, short_name

FILE_NAME = "decisions.csv"

COLUMN_DESCRIPTIONS: Mapping[str, str] = MappingProxyType({
    "document_id": "identity of the article (UUID)",
    "document": "name of the file that the article came in",
    "text_sha256": "SHA-256 of the UTF-8 of the exact text that the positions count in",
    "round": "coding round",
    "code": "short name of the code under which the coders marked it",
    "result": "short name of the code that the result carries",
    "spans": "what came of it, as a JSON list of [start, end] in Unicode code points; empty list: nothing",
    "state": "accepted, rejected, deferred or to_review; empty where all that it was about is gone",
    "source": "person or rule",
    "annotations": "identities of the annotations that were judged, separated by spaces",
    "basis": "SHA-256 of where and what these annotations were when they were judged",
    "decision_id": "identity of the decision (UUID)",
    "verdict": "taken, union, intersection, majority, own, rejected or deferred",
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


def decision_rows(
    decisions: Iterable[Decision],
    *,
    states: Mapping[DecisionId, ClusterState],
    documents: Mapping[DocumentId, Document],
    codes: Mapping[CodeId, Code],
    people: Mapping[str, str],
) -> Iterator[ConsensusRow]:
    """Give the rows in the order of the decisions; ``states`` by the decision's identity."""
    for each in decisions:
        document = documents[each.document]
        yield (
            document.id, document.name, document.text_sha256, each.round, short_name(codes, each.code),
            short_name(codes, each.result), json.dumps([[span.start, span.end] for span in each.spans]),
            states[each.id].value if each.id in states else "", each.source.value, " ".join(each.members), each.basis,
            *decision_cells(each, people=people),
        )  # fmt: skip
