# SPDX-License-Identifier: MIT
import pytest
from operations.counted_study import make
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.counting.selection import Relation, Selection
from annotator.domain import CompletionState, UsageError
from annotator.operations import Basis, CountChoice, CountKind


@pytest.fixture
def study(tmp_path):
    made = make(tmp_path / "study.annotator")
    yield made
    operations.close_project(made)


def gathered(project, **choice):
    return operations.gather_counts(project, choice=CountChoice(**{"kind": CountKind.FREQUENCIES, **choice}))


def test_the_frame_holds_who_is_at_work(study):
    found = gathered(study)
    assert found.frame.coders == (ANNA.id, BEN.id)
    assert len(found.frame.codes) == 4
    assert gathered(study, selection=Selection(coders=(MARA.id,))).frame.coders == (MARA.id,)


def test_only_what_was_finished_gives_zeros(study):
    finished = [dict(article.finished) for article in gathered(study).articles]
    assert [sorted(coder for coder, _ in each) for each in finished] == [
        [ANNA.id, BEN.id],
        [ANNA.id],
        [ANNA.id],
        [ANNA.id],
    ]
    begun = gathered(study, selection=Selection(states=(CompletionState.IN_PROGRESS,)))
    assert not any(article.finished for article in begun.articles)
    again = gathered(study, selection=Selection(rounds=("again",)))
    assert not any(article.finished for article in again.articles)


def test_units_are_cut_only_where_they_are_asked_for(study):
    assert not any(article.units for article in gathered(study).articles)
    choice = {"kind": CountKind.CO_OCCURRENCE, "relation": Relation.SENTENCE}
    assert all(article.units for article in gathered(study, **choice).articles)


def test_the_consensus_has_finished_what_is_decided(study):
    found = gathered(study, basis=Basis.CONSENSUS)
    assert found.choice.selection.consensus
    assert len(found.frame.coders) == 1
    for article in found.articles:
        assert {coder for coder, _ in article.finished} <= set(found.frame.coders)


def test_actors_are_proposed_or_named(study):
    found = gathered(study, kind=CountKind.NETWORK)
    assert (found.actors.speaker, found.actors.target) == ("speaker", "target")
    named = operations.named_actors(study, named={"speaker": "target", "holder": ""})
    assert (named.speaker, named.holder, named.target) == ("target", "", "target")
    assert named.signs == found.actors.signs
    with pytest.raises(UsageError):
        operations.named_actors(study, named={"speaker": "nobody"})
