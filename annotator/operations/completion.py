# SPDX-License-Identifier: MIT
"""Finishing and reopening: how far a coder is with a document, in the round in which this file is coded."""

from datetime import UTC, datetime

from annotator.domain import CoderId, Completion, CompletionState, DocumentId, Json, Refused
from annotator.domain.identifiers import completion_id
from annotator.operations.outcome import Outcome, Touched
from annotator.operations.passages import document_of, round_of, state_of, write_completion
from annotator.operations.projects import Project
from annotator.store import queries


def finish(project: Project, *, coder: CoderId, document: DocumentId) -> Outcome[Completion]:
    """Mark a document finished under the present codebook: from now on its silence counts as "not coded"."""
    document_of(project, document)
    round_name = round_of(project, None)
    if state_of(project, coder, document, round_name=round_name) is CompletionState.FINISHED:
        return _stored(project, coder, document, verb="", round_name=round_name)
    with project.action(author=coder, verb="finish") as action:
        write_completion(action, coder, document, finished_fields(project), round_name=round_name)
    return _stored(project, coder, document, verb="finish", round_name=round_name)


def reopen(project: Project, *, coder: CoderId, document: DocumentId) -> Outcome[Completion]:
    """Open a finished document again for its coder; until it is finished anew it gives no value."""
    round_name = round_of(project, None)
    if state_of(project, coder, document, round_name=round_name) is not CompletionState.FINISHED:
        raise Refused("This article is not finished, so there is nothing to reopen.")
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    reopened: dict[str, Json] = {"state": CompletionState.IN_PROGRESS.value, "reopened_at": now}
    with project.action(author=coder, verb="reopen") as action:
        for each in queries.finished_as(project.live, coder, document, round_name):
            action.write("completion", completion_id(each, document, round_name), reopened)
    return _stored(project, coder, document, verb="reopen", round_name=round_name)


def finished_fields(project: Project) -> dict[str, Json]:
    """Give what a completion holds when it is finished under the present codebook."""
    codebook = queries.codebook(project.live)
    return {
        "state": CompletionState.FINISHED.value,
        "codebook_revision": codebook.revision,
        "codes": sorted(code.id for code in codebook.codes),
    }


def _stored(
    project: Project, coder: CoderId, document: DocumentId, *, verb: str, round_name: str
) -> Outcome[Completion]:
    stored = queries.completion(project.live, coder, document, round_name)
    if stored is None:
        raise RuntimeError(f"the completion of {document} was written and is not there")
    return Outcome(stored, Touched(documents=frozenset([document])), verb)


def articles_finished(project: Project) -> dict[str, dict[CoderId, int]]:
    """Count, by round and person, the articles that were finished; who finished none is not in it."""
    found: dict[str, dict[CoderId, int]] = {}
    for completion in queries.completions(project.live):
        if completion.state is CompletionState.FINISHED:
            counted = found.setdefault(completion.round, {})
            counted[completion.coder] = counted.get(completion.coder, 0) + 1
    return found
