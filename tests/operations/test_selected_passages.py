# SPDX-License-Identifier: MIT
import pytest
from operations.counted_study import make
from operations.replicas import ANNA

from annotator import operations
from annotator.counting.selection import EVERYTHING, Relation, Selection
from annotator.domain import CompletionState
from annotator.operations.selected_passages import SelectedPassages
from annotator.store import queries


@pytest.fixture
def study(tmp_path):
    made = make(tmp_path / "study.annotator")
    yield made
    operations.close_project(made)


def test_what_lies_wholly_in_an_excluded_region_is_left_out(study):
    source = SelectedPassages(study, EVERYTHING)
    first = source.documents[0]
    written = list(queries.annotations(study.live, first.id))
    assert any(each.span.end <= 22 for each in written)
    assert {each.id for each in source.passages(first)} == {each.id for each in written if each.span.end > 22}
    assert source.excluded == {first.id: [(0, 22)]}


def test_units_without_those_that_are_excluded(study):
    source = SelectedPassages(study, EVERYTHING)
    assert source.units(source.documents[0]) == ()
    sentences = source.units(source.documents[0], Relation.SENTENCE)
    assert sentences[0][0] >= 22
    assert len(source.units(source.documents[0], Relation.PARAGRAPH)) == 2


def test_states_are_those_of_coder_article_and_round(study):
    finished = SelectedPassages(study, Selection(states=(CompletionState.FINISHED,)))
    begun = SelectedPassages(study, Selection(states=(CompletionState.IN_PROGRESS,)))
    everything = SelectedPassages(study, EVERYTHING)
    for document in everything.documents:
        parts = [{each.id for each in source.passages(document)} for source in (finished, begun)]
        assert not parts[0] & parts[1]
        assert parts[0] | parts[1] == {each.id for each in everything.passages(document)}
        for each in finished.passages(document):
            assert each.round == "main"
            assert each.coder == ANNA.id or document.position == 0


def test_articles_that_may_have_some_are_found_without_reading_them(study):
    source = SelectedPassages(study, EVERYTHING)
    assert source.having() is None
    for code in source.codes:
        wanted = {each.document for each in queries.annotations(study.live) if each.code == code}
        assert source.having(codes=(code,)) == wanted


def test_strangers_have_a_name_too(study):
    source = SelectedPassages(study, EVERYTHING)
    assert source.coder("nobody").name == "unknown coder"
    assert source.code("nothing").name == "unknown code"
    assert source.coder_rank("nobody") == len(source.coders)
