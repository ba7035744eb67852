# SPDX-License-Identifier: MIT
"""What of a project becomes the study: filters, layers, states, order, what lies in excluded regions."""

import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.domain import CompletionState, RegionState, Span, UsageError, Verdict
from annotator.operations import ExportChoice
from annotator.operations.statistics_gathering import gather_study
from annotator.reports.statistics.study import Place


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    made.code(ANNA, (16, 25), (0, 7), (0, 14))
    made.code(ANNA, (0, 14), code="mistrust")
    made.code(BEN, (0, 14))
    made.finish(ANNA)
    return made


def spans(study, **chosen):
    found = gather_study(study.project, choice=ExportChoice(**chosen))
    names = {coder.id: coder.name for coder in found.coders}
    codes = {code.id: code.short_name for code in found.codebook.codes}
    return [
        (names[each.coder], codes[each.code], each.span.start, each.span.end)
        for document in found.documents
        for each in found.annotations_of(document.id)
    ]


def test_annotations_come_by_start_length_code_and_coder(study):
    assert spans(study) == [
        ("Anna", "trust", 0, 14),
        ("Ben", "trust", 0, 14),
        ("Anna", "mistrust", 0, 14),
        ("Anna", "trust", 0, 7),
        ("Anna", "trust", 16, 25),
    ]


@pytest.mark.parametrize(
    ("chosen", "number"),
    [
        ({"coders": ("Ben",)}, 1),
        ({"codes": ("mistrust",)}, 1),
        ({"states": ("finished",)}, 4),
        ({"states": ("in_progress",)}, 1),
        ({"states": ("not_started",)}, 0),
        ({"rounds": ("main",)}, 5),
        ({"layer": "consensus"}, 0),
    ],
)
def test_filters(study, chosen, number):
    assert len(spans(study, **chosen)) == number


@pytest.mark.parametrize("chosen", [{"coders": ("Nobody",)}, {"codes": ("nothing",)}, {"rounds": ("none",)}])
def test_what_does_not_exist_is_a_sentence(study, chosen):
    with pytest.raises(UsageError):
        gather_study(study.project, choice=ExportChoice(**chosen))


def test_states_tell_what_was_begun_and_what_is_not_assigned(study):
    operations.assign(study.project, author=MARA.id, coders=[ANNA.id], documents=[study.document])
    found = gather_study(study.project, choice=ExportChoice())
    places = [Place(document, "main") for document in found.documents]
    states = {
        (coder.name, place.document.id == study.document): found.completion(coder.id, place).state
        for coder in found.coders
        for place in places
    }
    assert states == {
        ("Anna", True): CompletionState.FINISHED,
        ("Anna", False): CompletionState.NOT_ASSIGNED,
        ("Ben", True): CompletionState.IN_PROGRESS,
        ("Ben", False): CompletionState.NOT_ASSIGNED,
    }


@pytest.mark.parametrize(("states", "says"), [((), True), (("finished",), True), (("in_progress",), False)])
def test_silence_is_no_zero_where_annotations_of_finished_articles_were_not_chosen(study, codes, states, says):
    found = gather_study(study.project, choice=ExportChoice(states=states))
    (document,) = (each for each in found.documents if each.id == study.document)
    place = Place(document, "main")
    assert found.completion(ANNA.id, place).state is CompletionState.FINISHED
    assert found.gives_value(ANNA.id, place, codes["trust"]) is says


def test_what_lies_wholly_in_an_accepted_region_does_not_count(study):
    region = operations.propose_region(
        study.project, coder=BEN.id, document=study.document, span=Span.of(15, 30)
    ).value  # fmt: skip
    assert len(spans(study)) == 5
    operations.settle_region(study.project, author=MARA.id, region=region.id, state=RegionState.ACCEPTED)
    assert [each[2:] for each in spans(study)] == [(0, 14), (0, 14), (0, 14), (0, 7)]


def test_duplicates_are_known_to_the_study(study):
    found = gather_study(study.project, choice=ExportChoice(duplicates="document"))
    assert sum(len(found.annotations_of(each.id)) for each in found.documents) == 5
    assert sum(len(found.counted(each.id)) for each in found.documents) == 3
    marks = found.marks_of(study.document)
    assert [each.counts for each in marks] == [True, True, True, False, False]


def test_the_consensus_is_a_coder_who_is_finished_where_nothing_is_left(study):
    study.finish(BEN)
    for entry in study.entries():
        study.decide(entry, Verdict.UNION)
    found = gather_study(study.project, choice=ExportChoice(layer="both"))
    assert [coder.name for coder in found.coders] == ["Anna", "Ben", "Consensus"]
    states = {
        place.document.id: found.completion(found.consensus, place).state
        for place in (Place(document, "main") for document in found.documents)
    }
    assert states.pop(study.document) is CompletionState.FINISHED
    assert set(states.values()) == {CompletionState.NOT_STARTED}
    consensus = [each for each in found.annotations_of(study.document) if each.coder == found.consensus]
    assert [(each.span.start, each.span.end) for each in consensus] == [(0, 14), (0, 14), (16, 25)]


def test_the_time_of_an_annotation_is_that_of_its_first_change(study):
    found = gather_study(study.project, choice=ExportChoice())
    before = dict(found.created_of(study.document))
    (ben,) = (each for each in found.annotations_of(study.document) if each.coder == BEN.id)
    operations.describe(study.project, coder=BEN.id, annotation=ben.id, memo="later")
    after = gather_study(study.project, choice=ExportChoice()).created_of(study.document)
    assert after[ben.id] == before[ben.id]
