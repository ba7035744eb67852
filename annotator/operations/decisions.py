# SPDX-License-Identifier: MIT
"""The decisions of a project as they count now, and what of them a coder may see."""

from dataclasses import replace

from annotator.domain import CodeId, Decision, DocumentId
from annotator.operations.projects import Project
from annotator.store import identities, team_queries

RELEASED = "released"
"""The only parameter of an extract, which is no decision of its own: the coder for whom it was made."""


def is_extract(decision: Decision) -> bool:
    """Whether this is what a coder is shown of a decision, and not the decision itself."""
    return decision.parameters.startswith(f'{{"{RELEASED}":')


def decisions_of(
    project: Project, round_name: str | None = None, *, document: DocumentId | None = None
) -> dict[DocumentId, list[Decision]]:
    """Give the decisions of a round (None: all) by document, under the codes and people that they count as now.

    ``document``: only those on one.
    """
    known = identities.load(project.live)
    found: dict[DocumentId, list[Decision]] = {}
    for each in team_queries.decisions(project.live, document):
        if (round_name is None or each.round == round_name) and not is_extract(each):
            counted = replace(
                each,
                code=CodeId(known.code(each.code)),
                result=CodeId(known.code(each.result)),
                taken=known.coder(each.taken) if each.taken else None,
            )
            found.setdefault(each.document, []).append(counted)
    return found
