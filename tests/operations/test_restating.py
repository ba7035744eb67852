# SPDX-License-Identifier: MIT
"""What the lead writes anew for a hand-out: only what is needed, and a second time nothing."""

import pytest
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import RegionState, Span
from annotator.operations.restating import prepare
from annotator.store import journal, queries
from annotator.store.hand_out_choice import Recipient


@pytest.fixture
def team(project):
    for coder in (ANNA, BEN):
        operations.add_coder(project, author=MARA.id, coder=coder)
    return project


def restated(project, coder=ANNA):
    documents = frozenset(document.id for document in queries.documents(project.live))
    recipient = Recipient(coder.id, frozenset([coder.id]), MARA.id, "main", documents)
    with project.action(author=MARA.id, verb="hand out") as action:
        [prepared] = prepare(project, action, [recipient], lead=MARA.id)
        return prepared, [change.payload["kind"] for change in action.changes]


def test_a_project_of_the_leads_alone_needs_nothing(team):
    prepared, written = restated(team)
    assert (prepared.notes, prepared.telling, written) == ((), ("Ben",), [])


def test_a_region_is_copied_once_and_taken_back(team, documents):
    region = operations.propose_region(team, coder=BEN.id, document=documents["plain.txt"].id, span=Span.of(0, 7)).value
    operations.settle_region(team, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    assert restated(team)[1] == ["region"]
    assert restated(team)[1] == []
    operations.settle_region(team, author=MARA.id, region=region.id, state=RegionState.DECLINED)
    assert restated(team)[1] == ["region"]
    assert restated(team)[1] == []
    operations.settle_region(team, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    assert restated(team)[1] == ["region"]


def test_what_somebody_else_wrote_is_restated_once_for_all_coders(team, codes):
    with team.action(author=BEN.id, verb="change code") as action:
        action.write("code", codes["trust"], {"definition": "as Ben has it"})
    assert restated(team)[1] == ["code"]
    assert restated(team)[1] == []
    assert queries.codebook(team.live).by_id(codes["trust"]).definition == "as Ben has it"
    assert journal.changes_of(team.live, codes["trust"])[-1].author == MARA.id
