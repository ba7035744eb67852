# SPDX-License-Identifier: MIT
import pytest
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import Refused, RegionState, Span
from annotator.store import queries


@pytest.fixture
def propose(project, documents):
    def proposed(start, end, coder=ANNA, **more):
        return operations.propose_region(
            project, coder=coder.id, document=documents["plain.txt"].id, span=Span.of(start, end), **more
        ).value

    return proposed


def settle(project, region, state, author=MARA):
    return operations.settle_region(project, author=author.id, region=region.id, state=state)


def test_a_proposal_stands_with_its_words(propose):
    made = propose(0, 7, memo="a caption")
    assert (made.quote, made.after[:7], made.memo, made.state) == (
        "Beijing", " trusts", "a caption", RegionState.PROPOSED,
    )  # fmt: skip


def test_only_the_lead_settles(project, propose):
    made = propose(0, 7)
    with pytest.raises(Refused, match="Only the lead"):
        settle(project, made, RegionState.ACCEPTED, author=ANNA)
    assert settle(project, made, RegionState.ACCEPTED).value.state is RegionState.ACCEPTED
    assert settle(project, made, RegionState.ACCEPTED).verb == ""
    assert settle(project, made, RegionState.DECLINED).value.state is RegionState.DECLINED


def test_only_its_coder_changes_a_proposal_and_only_until_it_is_settled(project, propose):
    made = propose(0, 7)
    with pytest.raises(Refused, match="another coder's"):
        operations.resize_region(project, coder=BEN.id, region=made.id, span=Span.of(0, 3))
    resized = operations.resize_region(project, coder=ANNA.id, region=made.id, span=Span.of(0, 3)).value
    assert resized.quote == "Bei"
    settle(project, made, RegionState.ACCEPTED)
    with pytest.raises(Refused, match="accepted by the lead"):
        operations.resize_region(project, coder=ANNA.id, region=made.id, span=Span.of(0, 5))
    with pytest.raises(Refused, match="accepted by the lead"):
        operations.delete_region(project, coder=ANNA.id, region=made.id)


def test_what_cannot_be_proposed_is_said(project, documents, propose):
    propose(0, 7)
    with pytest.raises(Refused, match="already excluded"):
        propose(0, 7)
    with pytest.raises(Refused, match="at most"):
        propose(0, 3, memo="m" * 100_001)
    with pytest.raises(Refused, match="no longer there"):
        operations.delete_region(project, coder=ANNA.id, region="x")
    operations.finish(project, coder=ANNA.id, document=documents["plain.txt"].id)
    with pytest.raises(Refused, match="finished"):
        propose(0, 4)


def test_a_deleted_proposal_is_gone_and_comes_back(project, propose):
    made = propose(0, 7)
    assert operations.delete_region(project, coder=ANNA.id, region=made.id).value == 1
    assert queries.regions(project.live) == ()
    operations.undo(project, coder=ANNA.id)
    assert queries.regions(project.live) == (made,)


@pytest.mark.parametrize(
    ("anna", "ben", "accepted"),
    [
        ([(0, 10)], [(5, 15)], [(5, 10)]),
        ([(0, 10)], [(10, 20)], []),
        ([(0, 10), (20, 30)], [(0, 30)], [(0, 10), (20, 30)]),
        ([(0, 10)], [(2, 4), (3, 8)], [(2, 8)]),
        ([(0, 10)], [], []),
    ],
)
def test_what_two_propose_alike_is_accepted(project, propose, anna, ben, accepted):
    for coder, spans in ((ANNA, anna), (BEN, ben)):
        for start, end in spans:
            propose(start, end, coder)
    assert operations.accept_agreed_regions(project, author=MARA.id).value == len(accepted)
    found = [each for each in queries.regions(project.live) if each.coder == MARA.id]
    assert [(each.span.start, each.span.end) for each in found] == accepted
    assert all(each.state is RegionState.ACCEPTED for each in found)
    assert operations.accept_agreed_regions(project, author=MARA.id).value == 0
    with pytest.raises(Refused, match="Only the lead"):
        operations.accept_agreed_regions(project, author=ANNA.id)
