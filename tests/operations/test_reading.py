# SPDX-License-Identifier: MIT
import pytest
from operations.replicas import ANNA, BEN, MARA, TEXTS

from annotator import operations
from annotator.domain import CompletionState, Refused, RegionState, Span


@pytest.fixture
def coded(project, documents, codes):
    document = documents["plain.txt"].id
    for coder, start, code in ((MARA, 8, "trust"), (MARA, 0, "trust"), (MARA, 0, "mistrust"), (ANNA, 0, "trust")):
        operations.add_coder(project, author=MARA.id, coder=coder)
        operations.annotate(
            project, coder=coder.id, document=document, code=codes[code], span=Span.of(start, start + 6)
        )
    operations.propose_region(project, coder=ANNA.id, document=document, span=Span.of(0, 3))
    operations.finish(project, coder=ANNA.id, document=document)
    return project


def test_an_overview_is_from_the_active_coders_view(coded, documents, codes):
    view = operations.overview(coded)
    plain, rare = view.documents
    assert (view.name, view.annotations, view.coder(ANNA.id)) == ("Study", 4, ANNA)
    assert view.coder("x").name == "unknown coder"
    assert dict(plain.counts) == {codes["trust"]: 2, codes["mistrust"]: 1}
    assert (plain.state, plain.finished_by) == (CompletionState.IN_PROGRESS, (ANNA.id,))
    assert (rare.state, dict(rare.counts), rare.furthest) == (CompletionState.NOT_STARTED, {}, 0)
    assert (view.undo, view.redo) == ("coding a passage", "")


def test_an_article_holds_its_text_and_the_chosen_coders_marks(coded, documents):
    document = documents["plain.txt"].id
    whole = operations.article(coded, document=document)
    assert whole.text == TEXTS["plain.txt"]
    assert [each.span.start for each in whole.annotations] == [0, 0, 0, 8]
    assert (len(whole.regions), len(whole.completions)) == (1, 2)
    mine = operations.article(coded, document=document, coders=[MARA.id])
    assert {each.coder for each in mine.annotations} == {MARA.id}
    assert mine.regions == (), "a proposal is its coder's own"
    assert operations.article(coded, document=document, coders=[]).annotations == ()
    operations.settle_region(coded, author=MARA.id, region=whole.regions[0].id, state=RegionState.ACCEPTED)
    assert len(operations.article(coded, document=document, coders=[BEN.id]).regions) == 1
    with pytest.raises(Refused, match="not in the project"):
        operations.article(coded, document="x")


def test_annotations_one_by_one_and_all(coded):
    found = list(operations.annotations(coded))
    assert len(found) == 4
    assert operations.annotation(coded, annotation=found[0].id) == found[0]
    assert operations.annotation(coded, annotation="x") is None


def test_info_counts(coded):
    info = operations.info(coded)
    assert [(row.document.name, row.coder.name, row.short_name, row.annotations) for row in info.rows] == [
        ("plain.txt", "Anna", "trust", 1), ("plain.txt", "Mara", "mistrust", 1), ("plain.txt", "Mara", "trust", 2),
    ]  # fmt: skip
    assert (info.annotations, info.lead, info.regions[RegionState.PROPOSED]) == (4, "Mara", 1)
    assert len(info.journal_digest) == 64


def test_reading_writes_nothing(coded):
    before = coded.live.total_changes
    operations.overview(coded)
    operations.info(coded)
    list(operations.annotations(coded))
    assert coded.live.total_changes == before


def test_quotes_are_read_by_place_and_cut(coded, documents):
    document = documents["plain.txt"].id
    text = TEXTS["plain.txt"]
    places = [(document, 8, 14), (document, 0, len(text))]
    assert operations.quotes(coded, places=places, longest=9) == {places[0]: text[8:14], places[1]: text[:9]}
    with pytest.raises(Refused):
        operations.quotes(coded, places=[("gone", 0, 1)])
