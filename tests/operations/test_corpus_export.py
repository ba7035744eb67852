# SPDX-License-Identifier: MIT
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from operations.foreign_corpus import EVE, PRAISE, annotation, corpus, number_of_changes, taken_in, written
from operations.judged_study import Study
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.counting.actors import Actors
from annotator.domain import Certainty, Code, Coder, Refused, Span, UsageError
from annotator.exchange.codings.corpus_kinds import kind_of_corpus
from annotator.operations import CorpusChoice, Layer
from annotator.operations.corpus_export import CORPUS_FORMATS, FILES
from annotator.store import queries

NASTY = "\U0001f600 e\u0301 北京\u00a0信任。\u2028Two lines\n\nof &amp; <b>text</b> שלום \u200d👍🏽 end"
IDA = Coder("01900000-0000-7000-8000-0000000000e2", "Ida")
BLAME = Code("01900000-0000-7000-8000-0000000000c2", "Blame", "blame", position=1)
TWO_WAY = ("jsonl", "qdpx", "brat", "cas", "cas_json", "w3c")


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    made.code(ANNA, (0, 7), (8, 14))
    made.code(ANNA, (0, 7), (4, 40), code="mistrust")
    made.code(BEN, (0, 7))
    operations.annotate(project, coder=BEN.id, document=made.other, code=codes["trust"], span=Span.of(0, 6))
    (described,) = made.code(BEN, (15, 21), code="mistrust")
    operations.describe(
        project,
        coder=BEN.id,
        annotation=described.id,
        memo="a memo",
        attributes={"holder": "china", "target": "russia"},
    )
    made.finish(ANNA)
    return made


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_every_format_is_written_the_same_each_time(study, tmp_path):
    for name in ("a", "b"):
        report = operations.export_corpus(study.project, directory=tmp_path / name, formats=CORPUS_FORMATS)
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert {path.relative_to(tmp_path / "b").as_posix() for path in report.files} == set(files(tmp_path / "b"))
    assert not [name for name in files(tmp_path / "a") if name.endswith(".part")]


def said(annotation, codes, coders):
    return (
        annotation.document, int(annotation.span.start), int(annotation.span.end), annotation.quote,
        codes[annotation.code], coders[annotation.coder], annotation.memo, dict(annotation.attributes),
        annotation.certainty.value,
    )  # fmt: skip


def everything(project):
    corpus = operations.gather_corpus(project).corpus
    codes = {each.id: each.short_name for each in corpus.codebook.codes}
    coders = {each.id: each.name for each in corpus.coders}
    return sorted(
        said(each, codes, coders) for document in corpus.documents for each in corpus.annotations[document.id]
    )


@pytest.mark.parametrize("name", TWO_WAY)
def test_what_goes_out_comes_back_into_an_empty_project(study, tmp_path, name):
    (path, *_) = operations.export_corpus(study.project, directory=tmp_path / "out", formats=[name]).files
    other = operations.new_project(tmp_path / "other.annotator", lead=MARA)
    taken_in(other, path)
    assert everything(other) == everything(study.project)
    used = {each[4] for each in everything(study.project)}
    assert used <= {each.short_name for each in queries.codebook(other.live).codes}
    assert {each.name for each in queries.people(other.live)} >= {"Anna", "Ben"}
    before = number_of_changes(other)
    report = taken_in(other, path)
    assert (report.annotations, report.updated, number_of_changes(other)) == (0, 0, before)
    operations.close_project(other)


MARKS = st.lists(
    st.tuples(
        st.integers(0, len(NASTY) - 1), st.integers(1, 30), st.sampled_from((EVE, IDA)),
        st.sampled_from((PRAISE, BLAME)),
        st.sampled_from(("", "a memo", "⟦two⟧\nlines\t\U0001f600")), st.sampled_from(list(Certainty)),
    ),
    max_size=7,
)  # fmt: skip


@pytest.mark.parametrize("name", TWO_WAY)
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=MARKS)
def test_whatever_is_coded_comes_back_the_same(tmp_path_factory, name, drawn):
    folder = tmp_path_factory.mktemp("law")
    several = [
        annotation(start, min(start + length, len(NASTY)), text=NASTY, coder=coder, code=code, memo=memo,
                   certainty=certainty, identity=f"01900000-0000-7000-8000-{place:012x}")
        for place, (start, length, coder, code, memo, certainty) in enumerate(drawn)
        if NASTY[start : start + length].strip()
    ]  # fmt: skip
    value = corpus(*several, text=NASTY, coders=(EVE, IDA), codes=(PRAISE, BLAME))
    one, other = (operations.new_project(folder / f"{place}.annotator", lead=MARA) for place in "ab")
    taken_in(one, written(folder / "in.jsonl", value))
    (path, *_) = operations.export_corpus(one, directory=folder / "out", formats=[name]).files
    taken_in(other, path)
    assert everything(other) == everything(one)
    for project in (one, other):
        operations.close_project(project)


@pytest.mark.parametrize("name", TWO_WAY)
def test_our_own_file_adds_nothing_to_the_project_it_came_from(study, tmp_path, name):
    (path, *_) = operations.export_corpus(study.project, directory=tmp_path / "out", formats=[name]).files
    report = taken_in(study.project, path)
    assert (report.annotations, report.updated, report.codes, report.coders) == (0, 0, (), ())
    assert report.already_there == len(everything(study.project))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=MARKS, rounds=st.lists(st.sampled_from(("main", "pilot")), min_size=7, max_size=7), twice=st.booleans())
def test_labels_without_identities_add_nothing_to_the_project_they_came_from(tmp_path_factory, drawn, rounds, twice):
    folder = tmp_path_factory.mktemp("law")
    several = [
        annotation(start, min(start + length, len(NASTY)), text=NASTY, coder=coder, code=code, memo=memo,
                   certainty=certainty, round=rounds[place % len(rounds)],
                   identity=f"01900000-0000-7000-8000-{place:012x}")
        for place, (start, length, coder, code, memo, certainty) in enumerate(drawn * (1 + twice))
        if NASTY[start : start + length].strip()
    ]  # fmt: skip
    project = operations.new_project(folder / "p.annotator", lead=MARA)
    value = corpus(*several, text=NASTY, coders=(EVE, IDA), codes=(PRAISE, BLAME))
    taken_in(project, written(folder / "in.jsonl", value))
    operations.export_corpus(project, directory=folder / "out", formats=["doccano"])
    before, changes = everything(project), number_of_changes(project)
    for path in (folder / "out").rglob("*.jsonl"):
        report = taken_in(project, path)
        assert (report.annotations, report.updated) == (0, 0)
    assert everything(project) == before
    assert number_of_changes(project) == changes
    operations.close_project(project)


@pytest.mark.parametrize("name", list(FILES))
def test_our_own_files_are_recognised_by_their_content(study, tmp_path, name):
    (path, *_) = operations.export_corpus(study.project, directory=tmp_path / "out", formats=[name]).files
    assert kind_of_corpus(path).value == name.removesuffix("_json")


def test_the_consensus_alone_leaves_when_it_is_asked_for(study, tmp_path):
    study.finish(BEN)
    choice = CorpusChoice(layer=Layer.CONSENSUS)
    report = operations.export_corpus(study.project, directory=tmp_path, formats=["jsonl"], choice=choice)
    words = report.files[0].read_text(encoding="utf-8")
    assert "Consensus" in words
    assert "Anna" not in words
    assert any("still to be judged" in each.sentence for each in report.findings)


def test_events_go_by_the_attributes_that_are_named(study, tmp_path):
    report = operations.export_corpus(study.project, directory=tmp_path, formats=["events"])
    assert [(each.path.name, each.rows) for each in report.written] == [
        ("events.csv", 7), ("network_edges.csv", 1), ("network_nodes.csv", 2),
    ]  # fmt: skip
    turned = operations.export_corpus(
        study.project, directory=tmp_path, formats=["events"], actors=Actors(holder="target", target="holder")
    )
    assert "russia,china" in turned.files[1].read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="attribute"):
        operations.export_corpus(study.project, directory=tmp_path, formats=["events"], actors=Actors(holder="tone"))


def test_what_cannot_be_is_refused(study, tmp_path):
    with pytest.raises(UsageError, match="no format"):
        operations.export_corpus(study.project, directory=tmp_path, formats=["pdf"])
    (tmp_path / "file").write_text("x")
    with pytest.raises(Refused):
        operations.export_corpus(study.project, directory=tmp_path / "file", formats=["jsonl"])
    assert (tmp_path / "file").read_text() == "x"


def test_a_refi_project_for_each_coder_with_line_ends_of_windows(study, tmp_path):
    refi = operations.RefiChoice(per_coder=True, crlf=True)
    report = operations.export_corpus(study.project, directory=tmp_path, formats=("qdpx",), refi=refi)
    projects = [path for path in report.files if path.suffix == ".qdpx"]
    assert len(projects) == len(operations.overview(study.project).coders)
    for path in projects:
        assert kind_of_corpus(path) == "qdpx"
    one = operations.export_corpus(
        study.project, directory=tmp_path / "one", formats=("qdpx",), refi=operations.RefiChoice(crlf=True)
    )
    plain = operations.export_corpus(study.project, directory=tmp_path / "plain", formats=("qdpx",))
    assert [path.name for path in one.files] == [path.name for path in plain.files]
    assert one.files[0].read_bytes() != plain.files[0].read_bytes()
