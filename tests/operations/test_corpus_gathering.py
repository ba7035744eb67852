# SPDX-License-Identifier: MIT
import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA, TEXTS

from annotator import operations
from annotator.domain import RegionState, Span, UsageError
from annotator.operations import CorpusChoice, Layer
from annotator.operations.consensus_as_coder import consensus_coder
from annotator.store import queries


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    made.code(ANNA, (8, 14), (0, 7))
    made.code(ANNA, (0, 7), code="mistrust")
    made.code(BEN, (0, 7))
    return made


def gathered(study, **chosen):
    return operations.gather_corpus(study.project, choice=CorpusChoice(**chosen)).corpus


def rows(study, **chosen):
    corpus = gathered(study, **chosen)
    people = {coder.id: coder.name for coder in corpus.coders}
    words = {code.id: code.short_name for code in corpus.codebook.codes}
    return [
        (each.quote, words[each.code], people[each.coder])
        for document in corpus.documents
        for each in corpus.annotations.get(document.id, ())
    ]


def test_everything_comes_in_the_order_of_the_text(study):
    assert rows(study) == [
        ("Beijing", "trust", "Anna"), ("Beijing", "trust", "Ben"), ("Beijing", "mistrust", "Anna"),
        ("trusts", "trust", "Anna"),
    ]  # fmt: skip


def test_texts_and_the_state_of_the_project_come_with_it(study):
    corpus = gathered(study)
    assert [corpus.texts[each.id] for each in corpus.documents] == list(TEXTS.values())
    state = queries.snapshot(study.project.live)
    assert (corpus.name, corpus.digest, corpus.modified) == ("Study", state.digest, state.latest)
    assert len(corpus.texts) == len(list(corpus.texts)) == len(TEXTS)
    with pytest.raises(KeyError):
        corpus.texts["nothing"]


def test_every_annotation_has_a_time(study):
    corpus = gathered(study)
    made = [each.id for document in corpus.documents for each in corpus.annotations[document.id]]
    assert all(corpus.created[each] <= corpus.modified for each in made)
    assert len(corpus.created) == len(made)
    assert set(corpus.created) == set(made)


def test_annotations_are_read_when_they_are_asked_for(study):
    corpus = gathered(study)
    study.code(BEN, (8, 14))
    assert len(corpus.annotations[study.document]) == 5


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ({"codes": ("mistrust",)}, [("Beijing", "mistrust", "Anna")]),
        ({"coders": ("Ben",)}, [("Beijing", "trust", "Ben")]),
        ({"coders": ("Mara",)}, []),
        ({"states": ("finished",)}, []),
        ({"layer": Layer.CONSENSUS}, []),
    ],
)
def test_a_choice_leaves_out_the_rest(study, chosen, left):
    assert rows(study, **chosen) == left


@pytest.mark.parametrize("chosen", [{"codes": ("x",)}, {"coders": ("x",)}, {"rounds": ("x",)}])
def test_a_word_that_names_nothing_is_refused(study, chosen):
    with pytest.raises(UsageError):
        gathered(study, **chosen)


def test_only_what_is_finished(study):
    study.finish(BEN)
    assert rows(study, states=("finished",)) == [("Beijing", "trust", "Ben")]


def test_the_consensus_is_a_coder_beside_the_others(study):
    study.finish(ANNA, BEN)
    both = gathered(study, layer=Layer.BOTH)
    assert both.coders[-1] == consensus_coder(study.project)
    alone = gathered(study, layer=Layer.CONSENSUS)
    assert alone.coders == (consensus_coder(study.project),)
    assert rows(study, layer=Layer.CONSENSUS) == [("Beijing", "trust", "Consensus")]
    found = operations.gather_corpus(study.project, choice=CorpusChoice(layer=Layer.CONSENSUS)).findings
    assert [each.count for each in found] == [2]
    assert len(rows(study, layer=Layer.BOTH)) == 5
    assert not alone.completions
    assert len(both.completions) == 2


def test_memos_stay_at_home_where_it_is_said(study):
    annotation = study.code(ANNA, (15, 21))[0]
    operations.describe(study.project, coder=ANNA.id, annotation=annotation.id, memo="private words")
    assert not any(each.memo for each in gathered(study, memos=False).annotations[study.document])
    assert gathered(study).annotations[study.document][-1].memo == "private words"


def test_pseudonyms_leave_nothing_that_tells_who_coded(study):
    annotation = study.code(ANNA, (15, 21))[0]
    operations.describe(study.project, coder=ANNA.id, annotation=annotation.id, memo="private words")
    operations.propose_region(study.project, coder=ANNA.id, document=study.document, span=Span.of(22, 24), memo="mine")
    corpus = gathered(study, pseudonyms=True)
    found = corpus.annotations[study.document]
    spoken = repr((found, corpus.coders, corpus.regions, corpus.completions))
    for telling in (ANNA.id, BEN.id, MARA.id, "Anna", "Ben", "private words", "mine", annotation.id):
        assert telling not in spoken
    assert {each.coder for each in found} < {each.id for each in corpus.coders}
    assert not corpus.created
    assert gathered(study, pseudonyms=True).coders == corpus.coders
    assert len({each.id for each in found}) == len(found)


def test_under_pseudonyms_neither_order_nor_time_nor_title_tells_of_people(study):
    for coder in (ANNA, BEN):
        study.finish(coder)
    corpus = gathered(study, pseudonyms=True)
    names = [each.name for each in corpus.coders]
    assert names == sorted(names)
    finished = [each.coder for each in corpus.completions if each.document == study.document]
    assert len(finished) == 2
    assert finished == sorted(finished)
    assert (corpus.name, corpus.modified) == ("", "")


def test_regions_come_with_their_state(study):
    region = operations.propose_region(
        study.project, coder=ANNA.id, document=study.document, span=Span.of(22, 24)
    ).value
    assert [each.id for each in gathered(study).regions] == [region.id]
    assert not gathered(study, layer=Layer.CONSENSUS).regions
    operations.settle_region(study.project, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    assert [each.state for each in gathered(study, layer=Layer.CONSENSUS).regions] == [RegionState.ACCEPTED]


def test_what_is_mapped_leaves_as_what_it_counts_as(study, codes):
    operations.map_code(study.project, author=MARA.id, source=codes["mistrust"], target=codes["trust"])
    corpus = gathered(study)
    assert codes["mistrust"] not in {code.id for code in corpus.codebook.codes}
    assert [row[1] for row in rows(study)] == ["trust"] * 4
    assert not any(each.original_code for each in corpus.annotations[study.document])
