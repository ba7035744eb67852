# SPDX-License-Identifier: MIT
"""The rounds of a foreign corpus: those that the project lacks are made; what one is for here stays so."""

from collections.abc import Iterator

from annotator.domain import Json, KnownError, Refused, Round
from annotator.domain.identifiers import CoderId
from annotator.domain.team import round_id
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import FindingKind, Findings
from annotator.operations.corpus_import_choice import CorpusImportChoice
from annotator.operations.passages import checked_round, require_lead
from annotator.operations.projects import Project
from annotator.store import team_queries
from annotator.store.project_file import Action

MADE = "A round is made as the file describes it."
OTHERWISE = "A round is for something else, or needs another number of coders, in the file; it stays as it is here."
NOT_THE_LEAD = "The file describes a round, which only the lead of the project makes; it is not taken."
NO_NAME = "The name of a round that the file describes cannot be kept; the round is not taken."


def write_rounds(
    project: Project, action: Action, corpus: Corpus, choice: CorpusImportChoice, *, author: CoderId, findings: Findings
) -> None:
    """Write the rounds that are new; none where everything goes into one round that was chosen."""
    if choice.round_name:
        return
    here = {each.name.casefold(): each for each in team_queries.rounds(project.live)}
    position = 1 + max((each.position for each in here.values()), default=0)
    for each in _kept(corpus, findings):
        known = here.get(each.name.casefold())
        if known is not None:
            if _said(known) != _said(each):
                findings.add(FindingKind.NOTED, OTHERWISE, place=each.name)
        elif not _leads(project, author):
            findings.add(FindingKind.DROPPED, NOT_THE_LEAD, place=each.name)
        else:
            fields: dict[str, Json] = {
                "name": each.name, "purpose": each.purpose.value, "position": position,
                "coders_needed": each.coders_needed, "released": each.released,
            }  # fmt: skip
            action.write("round", round_id(each.name), fields)
            findings.add(FindingKind.NOTED, MADE, place=each.name)
            here[each.name.casefold()] = each
            position += 1


def _kept(corpus: Corpus, findings: Findings) -> Iterator[Round]:
    for each in sorted(corpus.rounds, key=lambda each: (each.position, each.name)):
        try:
            checked_round(each.name)
        except KnownError:
            findings.add(FindingKind.DROPPED, NO_NAME, place=each.name[:80])
        else:
            yield each


def _said(each: Round) -> tuple[object, ...]:
    return each.purpose, each.coders_needed, each.released


def _leads(project: Project, author: CoderId) -> bool:
    try:
        require_lead(project, author, what="makes rounds")
    except Refused:
        return False
    return True
