# SPDX-License-Identifier: MIT
"""``coders`` and ``completion``: who coded, and how far each is with each article in each round."""

from collections.abc import Iterator

from annotator.domain import CompletionState
from annotator.domain.tables import Row, StatisticsTable
from annotator.reports.statistics import variables as of
from annotator.reports.statistics.study import Place, Study
from annotator.reports.statistics.units_wide import coder_columns

CODERS, COMPLETION = "coders", "completion"


def coders(study: Study) -> StatisticsTable:
    """Build the table of coders, by name."""
    return StatisticsTable(
        name=CODERS,
        title="Coders",
        description="One row per coder of this export; a second identity of a person is in the row of that person.",
        variables=(
            of.CODER_ID,
            of.CODER,
            of.text("column", "Column", "name of the coder's column in the tables units_wide"),
            of.yes_no("machine_made", "Program", "true where a program made the annotations, else false"),
            of.count("finished", "Finished", "articles finished, each round counted for itself"),
            of.count("annotations", "Annotations", "annotations in this export, under the policy on duplicates"),
        ),
        rows=lambda: _coder_rows(study),
        key_columns=("coder_id",),
    )


def _coder_rows(study: Study) -> Iterator[Row]:
    columns = coder_columns(study)
    finished = dict.fromkeys((coder.id for coder in study.coders), 0)
    annotations = dict(finished)
    for document in study.documents:
        for each in study.marks_of(document.id):
            if each.coder in annotations:
                annotations[each.coder] += each.counts
        for name in study.rounds:
            for identity in finished:
                state = study.completion(identity, Place(document, name)).state
                finished[identity] += state is CompletionState.FINISHED
    for coder in study.coders:
        yield (
            coder.id, coder.name, columns.get(coder.id), coder.machine_made, finished[coder.id], annotations[coder.id],
        )  # fmt: skip


def completion(study: Study) -> StatisticsTable:
    """Build the table of completion: documents in their order, in each by round and coder."""
    return StatisticsTable(
        name=COMPLETION,
        title="Completion",
        description="One row per article, coder and round: only what is finished gives values.",
        variables=(
            of.DOCUMENT_ID,
            of.DOCUMENT,
            of.CODER_ID,
            of.CODER,
            of.ROUND,
            of.state("state", "how far the coder is with the article"),
            of.text("reopened_at", "Reopened", "when a finished article was opened again, ISO 8601 in UTC"),
            of.text("reason", "Reason", "why the coder set the article aside, as they said it"),
            of.text("codebook_revision", "Revision of the codebook", "codebook under which it was finished (SHA-256)"),
        ),
        rows=lambda: _completion_rows(study),
        key_columns=("document_id", "coder_id", "round"),
    )


def _completion_rows(study: Study) -> Iterator[Row]:
    for document in study.documents:
        for name in study.rounds:
            for coder in study.coders:
                each = study.completion(coder.id, Place(document, name))
                yield (
                    document.id, document.name or None, coder.id, coder.name, name, each.state.value,
                    each.reopened_at or None, each.reason or None, each.codebook_revision or None,
                )  # fmt: skip
