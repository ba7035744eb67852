# SPDX-License-Identifier: MIT
import pytest
from store.conftest import CODE, CODER, DOCUMENT, annotation, span

from annotator.domain import CompletionState, RegionState, Span
from annotator.domain.identifiers import completion_id
from annotator.store import queries

ONE = "01900000-0000-7000-8000-000000000001"
TWO = "01900000-0000-7000-8000-000000000002"
THREE = "01900000-0000-7000-8000-000000000003"


@pytest.fixture
def full(file):
    with file.action(author=CODER, verb="annotate") as action:
        action.write("annotation", TWO, annotation(8, 14, memo="m", certainty="low", ask_lead=True))
        action.write("annotation", ONE, annotation(0, 7, **{"attribute.holder": "china"}))
        action.write("annotation", THREE, annotation(8, 14))
        region = {"document": DOCUMENT, "coder": CODER, "span": span(0, 3), "state": "proposed"}
        action.write("region", "01900000-0000-7000-8000-0000000000ee", region)
        whole = {"coder": CODER, "document": DOCUMENT, "round": "main", "state": "finished", "codes": [CODE]}
        action.write("completion", completion_id(CODER, DOCUMENT, "main"), whole)
    return file.live


def test_rows_become_values(full, file):
    assert queries.project_name_and_lead(full, file.project_id) == ("Study", CODER)
    assert queries.project_name_and_lead(full, "another") == ("", "")
    assert [coder.name for coder in queries.coders(full)] == ["Anna"]
    assert [code.short_name for code in queries.codebook(full).codes] == ["trust"]
    assert [document.name for document in queries.documents(full)] == ["a.txt"]
    assert queries.document(full, DOCUMENT) == queries.documents(full)[0]
    assert queries.document(full, ONE) is None
    assert queries.annotation(full, "none") is None
    assert queries.region(full, "none") is None
    assert queries.completion(full, CODER, DOCUMENT, "training") is None


def test_annotations_come_by_place(full):
    found = list(queries.annotations(full, DOCUMENT))
    assert [each.id for each in found] == [ONE, TWO, THREE]
    assert list(queries.annotations(full)) == found
    assert [each.id for each in queries.annotations_at(full, DOCUMENT, 8)] == [TWO, THREE]
    assert dict(found[0].attributes) == {"holder": "china"}
    assert (found[1].memo, found[1].certainty, found[1].ask_lead) == ("m", "low", True)
    assert queries.annotation(full, TWO) == found[1]


def test_regions_and_completions(full):
    [region] = queries.regions(full, DOCUMENT)
    assert (region.span, region.state) == (Span.of(0, 3), RegionState.PROPOSED)
    assert queries.region(full, region.id) == region
    assert queries.regions(full) == (region,)
    [completion] = queries.completions(full)
    assert completion.state is CompletionState.FINISHED
    assert completion.codes == (CODE,)
    assert queries.completion(full, CODER, DOCUMENT, "main") == completion


def test_counts_and_duplicates(full):
    assert queries.counts(full) == {(CODER, CODE, DOCUMENT): 3}
    assert queries.counts(full, [CODER]) == {(CODER, CODE, DOCUMENT): 3}
    assert queries.counts(full, ["nobody"]) == {}
    assert queries.duplicates(full) == [(TWO, THREE)]


def test_how_far_was_read_never_goes_back(full):
    for furthest in (5, 9, 3):
        queries.remember_furthest(full, CODER, DOCUMENT, furthest)
    assert queries.furthest_read(full, CODER) == {DOCUMENT: 9}
    assert queries.furthest_read(full, "nobody") == {}


@pytest.mark.parametrize(("kind", "entity"), [("document", DOCUMENT), ("coder", CODER), ("code", CODE)])
def test_what_is_used_is_known(full, kind, entity):
    assert queries.is_used(full, kind, entity, leaving_out=())
    assert not queries.is_used(full, kind, ONE, leaving_out=())
    everything = {
        row[0] for table in ("annotation", "region", "completion") for row in full.execute(f"SELECT id FROM {table}")
    }
    assert not queries.is_used(full, kind, entity, leaving_out=everything)


def test_the_latest_merge_that_stands(file):
    assert queries.latest_merge(file.live) is None
    for name in ("one", "two"):
        file.note_event("merge", {"files": [name], "ranges": []})
    number, merged = queries.latest_merge(file.live)
    assert merged["files"] == ["two"]
    file.note_event("withdrawn merge", {"merge": number})
    assert queries.latest_merge(file.live)[1]["files"] == ["one"]


def test_the_count_reads_an_index_alone(full):
    plan = full.execute(
        "EXPLAIN QUERY PLAN SELECT coder, code, document, count(*) FROM annotation GROUP BY coder, code, document"
    ).fetchall()
    assert "COVERING INDEX" in plan[0][3]
