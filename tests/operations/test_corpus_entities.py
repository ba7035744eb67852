# SPDX-License-Identifier: MIT
import pytest
from operations.foreign_corpus import EVE, PRAISE, TEXT, annotation, document
from operations.replicas import MARA

from annotator.domain import Refused, Region, Span
from annotator.operations.consensus_as_coder import consensus_coder
from annotator.operations.corpus_entities import Entities, Matches
from annotator.operations.corpus_import_choice import CorpusImportChoice
from annotator.operations.corpus_matching import CodeMatch, CoderMatch, Match


@pytest.fixture
def entities(project):
    own = consensus_coder(project)
    matches = Matches.of(
        [CodeMatch(PRAISE, PRAISE, Match.NEW)], [CoderMatch(EVE, EVE, Match.NEW), CoderMatch(own, MARA, Match.CHOSEN)]
    )
    return Entities(project, matches, CorpusImportChoice())


def made(entities, *several):
    return list(entities.annotations(document(), TEXT, several))


def test_an_annotation_is_proven_by_the_text_itself(entities):
    (found,) = made(entities, annotation(6, 12))
    assert found.fields["span"] == {
        "start": 6, "end": 12, "quote": "trusts", "before": TEXT[:6], "after": TEXT[12:44],
    }  # fmt: skip


def test_blank_passages_and_our_own_consensus_are_told_and_not_taken(project, entities):
    own = consensus_coder(project)
    assert not made(entities, annotation(5, 6), annotation(0, 5, coder=own))
    assert {each.sentence[:11] for each in entities.findings} == {"The passage", "The consens"}


def test_a_memo_or_a_round_that_cannot_be_kept_is_refused_with_its_place(entities):
    for wrong in ({"memo": "a\0b"}, {"round": " x "}, {"attributes": {"tone": "warm"}}):
        with pytest.raises(Refused, match="nothing was written") as said:
            made(entities, annotation(0, 5, **wrong))
        assert said.value.where == "foreign.txt, characters 0 to 5"


def test_a_region_that_does_not_stand_is_told(entities):
    region = Region("01900000-0000-7000-8000-0000000000f0", document().id, EVE.id, Span.of(0, 5), "Kyōto")
    assert not list(entities.regions(document(), TEXT, [region]))
    assert [each.count for each in entities.findings] == [1]
