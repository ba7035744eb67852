# SPDX-License-Identifier: MIT
"""What goes to one coder, entity by entity. What it comes to in a file is tested with the verb that makes one."""

import pytest
from operations.replicas import ANNA, BEN, MARA, template

from annotator import operations
from annotator.domain import Refused, RegionState, Span
from annotator.domain.identifiers import handed_out_region_id
from annotator.store import queries
from annotator.store.hand_out_choice import Choice, Journal, Recipient, documents_of_own_work, region_copies


@pytest.fixture
def project(tmp_path):
    opened = operations.open_project(template(tmp_path))
    yield opened
    operations.close_project(opened)


@pytest.fixture
def documents(project):
    return [document.id for document in queries.documents(project.live)]


def recipient(project, documents, coder=ANNA):
    return Recipient(coder.id, frozenset([coder.id]), MARA.id, "main", frozenset(documents))


def choice(project, documents):
    return Choice(Journal(project.live), recipient(project, documents), project=project.project_id)


def region(project, coder, document, start, end, state=RegionState.ACCEPTED):
    made = operations.propose_region(project, coder=coder.id, document=document, span=Span.of(start, end)).value
    if state is not RegionState.PROPOSED:
        operations.settle_region(project, author=MARA.id, region=made.id, state=state)
    return made.id


def test_the_people_of_a_file_are_two(project, documents):
    chosen = set(choice(project, documents).entities)
    assert {ANNA.id, MARA.id} <= chosen
    assert BEN.id not in chosen


def test_only_the_chosen_articles_go(project, documents):
    chosen = choice(project, documents[:1])
    assert documents[1] not in chosen.entities
    assert len(chosen.texts()) == 1


def test_what_nobody_restated_is_refused(project, documents):
    with project.action(author=BEN.id, verb="describe") as action:
        action.write("document", documents[0], {"title": "as Ben has it"})
    chosen = choice(project, documents)
    assert list(chosen.to_be_restated()) == [documents[0]]
    with pytest.raises(Refused, match="Somebody else wrote"):
        list(chosen.changes())


def test_own_work_names_its_articles(project, documents):
    region(project, ANNA, documents[1], 0, 3)
    assert documents_of_own_work(project.live, frozenset([ANNA.id])) == {documents[1]}
    assert documents_of_own_work(project.live, frozenset([BEN.id])) == set()


def test_one_copy_for_each_accepted_passage(project, documents):
    first = region(project, ANNA, documents[0], 0, 7)
    second = region(project, BEN, documents[0], 0, 7)
    region(project, BEN, documents[0], 8, 10, RegionState.PROPOSED)
    chosen = min(first, second)
    assert region_copies(Journal(project.live)) == {handed_out_region_id(chosen): chosen}


def test_a_copy_that_went_out_stays_the_copy(project, documents):
    first = region(project, ANNA, documents[0], 0, 7)
    second = region(project, BEN, documents[0], 0, 7)
    later = max(first, second)
    row = project.live.execute("SELECT quote, before, after FROM region WHERE id = ?", (later,)).fetchone()
    span = {"start": 0, "end": 7, **dict(zip(("quote", "before", "after"), row, strict=True))}
    fields = {"document": documents[0], "coder": MARA.id, "span": span, "state": "accepted"}
    with project.action(author=MARA.id, verb="hand out") as action:
        action.write("region", handed_out_region_id(later), fields)
    assert region_copies(Journal(project.live)) == {handed_out_region_id(later): later}
    assert [each.id for each in queries.regions(project.live)] == sorted([first, second])
