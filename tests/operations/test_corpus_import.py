# SPDX-License-Identifier: MIT
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from operations.foreign_corpus import (
    EVE,
    PRAISE,
    TEXT,
    annotation,
    corpus,
    document,
    number_of_changes,
    renamed,
    taken_in,
    written,
)
from operations.replicas import ANNA, MARA, TEXTS

from annotator import operations
from annotator.domain import Certainty, CompletionState, Refused, Region, RegionState, Span, UsageError
from annotator.domain.codebook import AttributeDefinition, AttributeKind
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.domain.model import Completion
from annotator.exchange.codings.jsonl import write_jsonl
from annotator.operations import CorpusChoice, Layer
from annotator.operations.audit import whole_history
from annotator.store import metadata_queries, queries


def shown(project, text=TEXT):
    return sorted(queries.annotations(project.live, document(text).id), key=lambda each: (each.span, each.coder))


@pytest.fixture
def file(tmp_path):
    return written(tmp_path / "in.jsonl", corpus(annotation(0, 5, memo="kept"), annotation(6, 12)))


def test_a_file_brings_its_article_coder_code_and_annotations(project, file):
    report = taken_in(project, file)
    assert (len(report.documents), len(report.codes), len(report.coders), report.annotations) == (1, 1, 1, 2)
    assert [(each.quote, each.memo, each.coder) for each in shown(project)] == [
        ("Tōkyō", "kept", EVE.id), ("trusts", "", EVE.id),
    ]  # fmt: skip
    assert PRAISE.id in {each.id for each in queries.codebook(project.live).codes}
    assert queries.completion(project.live, EVE.id, document().id, "main").state is CompletionState.IN_PROGRESS


def test_the_same_file_again_adds_nothing(project, file):
    taken_in(project, file)
    before = number_of_changes(project)
    report = taken_in(project, file)
    assert (report.annotations, report.already_there, number_of_changes(project)) == (0, 2, before)


def test_a_corrected_file_changes_what_it_corrects(project, tmp_path, file):
    taken_in(project, file)
    right = annotation(0, 5)
    corrected = corpus(annotation(0, 12, identity=right.id, certainty=Certainty.LOW), annotation(6, 12))
    report = taken_in(project, written(tmp_path / "corrected.jsonl", corrected))
    assert (report.updated, report.already_there, report.annotations) == (1, 1, 0)
    assert (shown(project)[0].quote, shown(project)[0].memo) == ("Tōkyō trusts", "kept")


def test_what_was_deleted_here_stays_deleted(project, file):
    taken_in(project, file, coders={"Eve": "Mara"})
    gone = shown(project)[0]
    operations.delete(project, coder=MARA.id, annotations=[gone.id])
    report = taken_in(project, file, coders={"Eve": "Mara"})
    assert (report.left_deleted, report.already_there) == (1, 1)
    assert gone.id not in {each.id for each in shown(project)}


def test_an_undo_takes_all_of_it_back_and_the_file_can_come_again(project, file):
    before = {each.id for each in queries.documents(project.live)}
    taken_in(project, file)
    operations.undo(project, coder=MARA.id)
    assert {each.id for each in queries.documents(project.live)} == before
    assert not shown(project)
    assert EVE.id not in {each.id for each in queries.coders(project.live)}
    report = taken_in(project, file)
    assert (len(report.documents), report.annotations) == (1, 2)
    assert len(shown(project)) == 2


def test_a_foreign_identity_that_means_something_else_here_is_not_taken_over(project, tmp_path, documents, codes):
    mine = operations.annotate(
        project, coder=MARA.id, document=documents["plain.txt"].id, code=codes["trust"], span=Span.of(0, 7)
    ).value
    taken_in(project, written(tmp_path / "in.jsonl", corpus(annotation(0, 5, identity=mine.id))))
    assert [each.id for each in queries.annotations(project.live, documents["plain.txt"].id)] == [mine.id]
    assert [each.quote for each in shown(project)] == ["Tōkyō"]
    assert shown(project)[0].id != mine.id
    assert taken_in(project, tmp_path / "in.jsonl").already_there == 1


def test_coders_stay_who_they_are_unless_it_is_said_otherwise(project, tmp_path, file):
    operations.add_coder(project, author=MARA.id, coder=ANNA)
    other = renamed(EVE, id="01900000-0000-7000-8000-0000000000e1", name=" ANNA ")
    path = written(tmp_path / "named.jsonl", corpus(annotation(0, 5, coder=other), coders=(other,)))
    taken_in(project, path)
    assert [each.coder for each in shown(project)] == [ANNA.id]
    taken_in(project, file, coders={"Eve": "Zoe"})
    assert {each.name for each in queries.coders(project.live)} == {"Mara", "Anna", "Zoe"}
    with pytest.raises(UsageError, match="no coder"):
        taken_in(project, file, coders={"Nobody": "Anna"})


def test_codes_may_be_mapped_to_ours(project, file, codes):
    report = taken_in(project, file, codes={"praise": "trust"})
    assert not report.codes
    assert {each.code for each in shown(project)} == {codes["trust"]}
    for wrong in ({"blame": "trust"}, {"praise": "blame"}):
        with pytest.raises(UsageError):
            taken_in(project, file, codes=wrong)


def test_a_moved_quote_refuses_the_file_until_it_is_placed(project, tmp_path):
    path = misplaced_file(tmp_path)
    before = number_of_changes(project)
    with pytest.raises(Refused, match="nothing was written") as said:
        taken_in(project, path)
    assert "line 2" in said.value.where
    assert number_of_changes(project) == before
    preview = operations.preview_corpus(project, path=path)
    key = preview.misplaced[0].key
    with pytest.raises(UsageError, match="nothing is to be asked"):
        taken_in(project, path, answers={"line 99": None})
    with pytest.raises(Refused, match="beyond"):
        taken_in(project, path, answers={key: Span.of(0, 9999)})
    report = taken_in(project, path, answers={key: Span.of(6, 12)})
    assert (report.moved, report.annotations, shown(project)[0].quote) == (1, 1, "trusts")


def misplaced_file(tmp_path, name="moved.jsonl"):
    path = written(tmp_path / name, corpus(annotation(6, 12)))
    path.write_text(path.read_text().replace('"start":6,"end":12', '"start":7,"end":13').replace(
        '"start": 6, "end": 12', '"start": 7, "end": 13'))  # fmt: skip
    return path


def test_what_stands_once_in_its_own_context_is_sure(project, tmp_path):
    path = misplaced_file(tmp_path)
    path.write_text(path.read_text().replace('"text": "', '"text": "New words. ').replace(
        '"text_sha256"', '"former_sha256"'))  # fmt: skip
    report = taken_in(project, path, reanchor=True)
    assert (report.moved, report.open) == (1, ())
    [found] = shown(project, "New words. " + TEXT)
    assert (found.quote, found.before[-6:]) == ("trusts", "Tōkyō ")


def test_what_is_in_doubt_is_left_out_by_name_when_only_the_sure_ones_are_wanted(project, tmp_path):
    path = misplaced_file(tmp_path)
    path.write_text(re.sub(r', "(before|after)": "[^"]*"', "", path.read_text()))
    report = taken_in(project, path, reanchor=True)
    assert (report.annotations, len(report.open)) == (0, 1)  # the file brings no context: a doubt remains
    report = taken_in(project, path, answers={report.open[0]: None})
    assert len(report.left_out) == 1


def test_an_attribute_that_our_code_does_not_have_refuses_the_file_or_is_left_out(project, tmp_path):
    definition = AttributeDefinition("tone", "Tone", AttributeKind.CHOICE, ("warm", "cold"))
    code = renamed(PRAISE, attributes=(definition,))
    path = written(tmp_path / "in.jsonl", corpus(annotation(0, 5, attributes={"tone": "warm"}), codes=(code,)))
    assert (
        "tone"
        in operations.preview_corpus(
            project, path=path, choice=operations.CorpusImportChoice(codes={"praise": "trust"})
        ).fault
    )
    with pytest.raises(Refused, match="--drop-attributes"):
        taken_in(project, path, codes={"praise": "trust"})
    taken_in(project, path, codes={"praise": "trust"}, drop_attributes=True)
    assert not shown(project)[0].attributes
    other = operations.new_project(tmp_path / "other.annotator", lead=MARA)
    taken_in(other, path)
    assert shown(other)[0].attributes == {"tone": "warm"}
    operations.close_project(other)


def test_articles_bring_their_fields(project, tmp_path):
    field = MetadataField("desk", "Desk", MetadataKind.CHOICE, ("world", "home"))
    article = document(
        title="A title", outlet="Times", date="2026-03", url="https://example.org/a", metadata={"desk": "world"}
    )
    path = written(tmp_path / "in.jsonl", corpus(annotation(0, 5), documents=(article,), fields=(field,)))
    taken_in(project, path)
    stored = queries.document(project.live, article.id)
    assert (stored.title, stored.outlet, stored.date, stored.url) == ("A title", "Times", "2026-03", article.url)
    assert stored.metadata == {"desk": "world"}
    assert [each.heading for each in metadata_queries.metadata_fields(project.live)] == ["Desk"]


def test_the_same_text_stays_one_article_and_gains_the_name(project, documents, tmp_path):
    text = TEXTS["plain.txt"]
    path = written(tmp_path / "in.jsonl", corpus(
        annotation(0, 7, text=text), text=text, documents=(document(text, "other.txt"),)))  # fmt: skip
    report = taken_in(project, path)
    assert not report.documents
    assert queries.document(project.live, documents["plain.txt"].id).other_names == ("other.txt",)


def test_regions_and_completions_come_along(project, tmp_path):
    region = Region(
        "01900000-0000-7000-8000-0000000000f0",
        document().id,
        EVE.id,
        Span.of(0, 5),
        TEXT[:5],
        state=RegionState.ACCEPTED,
    )
    done = Completion(EVE.id, document().id, state=CompletionState.FINISHED, codes=(PRAISE.id,))
    path = written(tmp_path / "in.jsonl", corpus(annotation(6, 12), regions=(region,), completions=(done,)))
    report = taken_in(project, path)
    assert report.regions == 1
    assert [each.state for each in queries.regions(project.live, document().id)] == [RegionState.ACCEPTED]
    stored = queries.completion(project.live, EVE.id, document().id, "main")
    assert (stored.state, stored.codes) == (CompletionState.FINISHED, (PRAISE.id,))
    assert taken_in(project, path).already_there == 2


def test_articles_may_be_marked_as_finished_and_put_into_a_round(project, file):
    taken_in(project, file, finished=True, round_name="second")
    stored = queries.completion(project.live, EVE.id, document().id, "second")
    assert stored.state is CompletionState.FINISHED
    assert set(stored.codes) == {each.id for each in queries.codebook(project.live).codes}
    assert stored.codebook_revision == queries.codebook(project.live).revision
    assert {each.round for each in shown(project)} == {"second"}


def test_our_own_export_comes_back_without_a_trace_consensus_and_mapped_codes_too(project, documents, codes, tmp_path):
    for start in (0, 8):
        operations.annotate(
            project, coder=MARA.id, document=documents["plain.txt"].id, code=codes["mistrust"],
            span=Span.of(start, start + 5),
        )  # fmt: skip
    operations.finish(project, coder=MARA.id, document=documents["plain.txt"].id)
    operations.map_code(project, author=MARA.id, source=codes["mistrust"], target=codes["trust"])
    gathered = operations.gather_corpus(project, choice=CorpusChoice(layer=Layer.BOTH))
    write_jsonl(gathered.corpus, tmp_path / "own.jsonl")
    before = number_of_changes(project)
    report = taken_in(project, tmp_path / "own.jsonl")
    assert (report.annotations, report.already_there, report.coders) == (0, 2, ())
    assert number_of_changes(project) == before


@pytest.mark.parametrize("name", ["qdpx", "brat"])
def test_what_a_format_has_no_place_for_stays_as_it_is_when_our_own_export_comes_back(project, tmp_path, name):
    known = {"certainty": Certainty.LOW, "ask_lead": True, "attributes": {"tone": "warm"}, "round": "second"}
    tone = AttributeDefinition("tone", "Tone", AttributeKind.TEXT)
    code = renamed(PRAISE, attributes=(tone,))
    taken_in(project, written(tmp_path / "in.jsonl", corpus(annotation(0, 5, code=code, **known), codes=(code,))))
    operations.export_corpus(project, directory=tmp_path, formats=[name])
    for extras in tmp_path.glob("*.extras.json"):
        extras.unlink()  # another program hands back the archive alone
    (file,) = (each for each in tmp_path.iterdir() if each.suffix in (".qdpx", ".zip"))
    before = number_of_changes(project)
    report = taken_in(project, file)
    assert (report.updated, report.already_there, number_of_changes(project)) == (0, 1, before)
    assert {field: getattr(shown(project)[0], field) for field in known} == known


def test_an_import_leaves_a_record(project, file):
    taken_in(project, file)
    ((_, _, note),) = queries.events(project.live, "import annotations")
    assert (note["format"], note["annotations"], note["author"]) == ("jsonl", 2, MARA.id)
    assert "took in in.jsonl: 2 new, 0 changed" in {each.sentence for each in whole_history(project)}


def test_a_coder_file_takes_in_nothing_of_others(project, file, monkeypatch):
    preview = operations.preview_corpus(project, path=file)
    state = project.state()
    monkeypatch.setattr(type(project), "state", lambda _: type(state)(**{
        **{name: getattr(state, name) for name in state.__slots__}, "is_handed_out": True}))  # fmt: skip
    with pytest.raises(Refused, match="lead"):
        operations.import_corpus(project, author=MARA.id, preview=preview)


SPANS = st.lists(
    st.tuples(
        st.integers(0, len(TEXT) - 1), st.integers(1, 12), st.sampled_from("ab"), st.text("xé\U0001f600 ", max_size=5)
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SPANS)
def test_what_goes_out_of_one_project_comes_whole_into_another(tmp_path_factory, drawn):
    folder = tmp_path_factory.mktemp("law")
    second = renamed(EVE, id="01900000-0000-7000-8000-0000000000e2", name="Ida")
    several = [
        annotation(start, min(start + length, len(TEXT)), coder=EVE if who == "a" else second, memo=memo,
                   identity=f"01900000-0000-7000-8000-{place:012x}")
        for place, (start, length, who, memo) in enumerate(drawn)
        if TEXT[start : start + length].strip()
    ]  # fmt: skip
    one, other = (operations.new_project(folder / f"{name}.annotator", lead=MARA) for name in "ab")
    taken_in(one, written(folder / "in.jsonl", corpus(*several, coders=(EVE, second))))
    first = operations.gather_corpus(one).corpus
    write_jsonl(first, folder / "out.jsonl")
    taken_in(other, folder / "out.jsonl")
    again = operations.gather_corpus(other).corpus
    assert [first.annotations[each.id] for each in first.documents] == [
        again.annotations[each.id] for each in again.documents
    ]
    assert (first.codebook, first.coders, first.completions) == (again.codebook, again.coders, again.completions)
    for project in (one, other):
        operations.close_project(project)


def test_a_file_without_any_memo_empties_none_and_one_with_memos_says_how_many(project, tmp_path, file):
    first, second = annotation(0, 5), annotation(6, 12)
    region = Region("01900000-0000-7000-8000-0000000000f0", document().id, EVE.id, Span.of(0, 5), "Tōkyō", memo="ours")
    whole = corpus(
        replace(first, memo="one", certainty=Certainty.LOW), replace(second, memo="two", ask_lead=True),
        regions=[region],
    )  # fmt: skip
    taken_in(project, written(tmp_path / "whole.jsonl", whole))
    before = number_of_changes(project)
    bare = written(tmp_path / "bare.jsonl", corpus(first, second, regions=[replace(region, memo="")]))
    assert (taken_in(project, bare).already_there, number_of_changes(project)) == (3, before)
    some = written(tmp_path / "some.jsonl", corpus(replace(first, memo="1"), second, regions=[region]))
    preview = operations.preview_corpus(project, path=some)
    report = taken_in(project, some)
    said = "A memo that the project has and the file has not is emptied."
    for findings in (preview.findings, report.findings):
        assert [each.count for each in findings if each.sentence == said] == [1]
    assert [(each.memo, each.certainty, each.ask_lead) for each in shown(project)] == [
        ("1", Certainty.LOW, False), ("", Certainty.NOT_SET, True),
    ]  # fmt: skip
