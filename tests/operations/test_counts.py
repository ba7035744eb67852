# SPDX-License-Identifier: MIT
"""The law of counts: every cell leads to exactly its passages; and what a count says of itself."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from operations.counted_study import make
from operations.replicas import ANNA, BEN, MARA

from annotator import operations
from annotator.counting.duplicates import Duplicates
from annotator.counting.periods import Period
from annotator.counting.selection import Relation, Selection, Values
from annotator.domain import CompletionState, UsageError
from annotator.operations import Basis, CountChoice, CountKind

LAW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])

SELECTIONS = st.builds(
    Selection,
    coders=st.sampled_from(((), (ANNA.id,))),
    rounds=st.sampled_from(((), ("main",))),
    states=st.sampled_from(((), (CompletionState.FINISHED,), (CompletionState.IN_PROGRESS,))),
    fields=st.sampled_from(((), (Values("outlet", ("Times",)),))),
    attributes=st.sampled_from(((), (Values("speaker", ("Ada",)),))),
    since=st.sampled_from(("", "2026")),
    memo_words=st.sampled_from(("", "INTERVIEW")),
    duplicates=st.sampled_from(Duplicates),
    same=st.sampled_from(((), ("speaker",))),
)
CHOICES = st.builds(
    CountChoice,
    kind=st.sampled_from(CountKind),
    selection=SELECTIONS,
    basis=st.sampled_from((Basis.PER_CODER, Basis.MEAN)),
    by=st.sampled_from(((), ("article",), ("round",), ("article", "round"))),
    relation=st.sampled_from(Relation),
    field=st.sampled_from(("outlet", "date")),
    attribute=st.sampled_from(("", "speaker")),
    period=st.sampled_from(Period),
)


@pytest.fixture
def study(tmp_path):
    made = make(tmp_path / "study.annotator")
    yield made
    operations.close_project(made)


def passages(project, selection):
    return operations.retrieve(project, selection=selection).count()


@LAW
@given(CHOICES)
def test_every_cell_leads_to_exactly_its_passages(study, choice):
    counts = operations.count(study, choice=choice)
    for row in counts.rows:
        assert passages(study, row.selection) == row.passages
        assert dict(zip([column.name for column in counts.columns], row.cells, strict=True))["passages"] == row.passages
    for matrix in counts.matrices:
        assert len(matrix.cells) == len(matrix.row_labels)
        for line in matrix.cells:
            assert len(line) == len(matrix.column_labels)
            for cell in line:
                assert cell is None or passages(study, cell.selection) == cell.passages


@LAW
@given(SELECTIONS)
def test_frequencies_of_all_coders_are_all_passages(study, selection):
    counts = operations.count(study, choice=CountChoice(kind=CountKind.FREQUENCIES, selection=selection))
    assert sum(row.passages for row in counts.rows) == passages(study, selection)


@pytest.mark.parametrize("kind", CountKind)
def test_the_consensus_is_counted_as_one_voice(study, kind):
    counts = operations.count(study, choice=CountChoice(kind=kind, basis=Basis.CONSENSUS))
    assert counts.basis is Basis.CONSENSUS
    assert {row.cells[1] for row in counts.rows} <= {"Consensus"}
    assert "The figures are those of the consensus." in counts.caption
    for row in counts.rows:
        assert row.selection.consensus
        assert passages(study, row.selection) == row.passages


def test_a_selection_of_the_consensus_is_counted_on_that_basis(study):
    counts = operations.count(study, choice=CountChoice(kind=CountKind.CROSS, selection=Selection(consensus=True)))
    assert counts.basis is Basis.CONSENSUS


@pytest.mark.parametrize("kind", CountKind)
def test_an_empty_project_has_nothing_to_count(tmp_path, kind):
    project = operations.new_project(tmp_path / "empty.annotator", lead=MARA)
    counts = operations.count(project, choice=CountChoice(kind=kind))
    assert counts.rows == ()
    assert counts.caption
    assert operations.count_picture(counts).startswith(b"<?xml")
    operations.close_project(project)


def test_what_is_not_known_is_empty_and_says_why(study):
    counts = operations.count(study, choice=CountChoice(kind=CountKind.TRENDS, period=Period.YEAR))
    names = [column.name for column in counts.columns]
    rows = [dict(zip(names, row.cells, strict=True)) for row in counts.rows]
    nothing = [row for row in rows if row["coder"] == "Ben" and row["period"] == "2025"]
    assert nothing
    for row in nothing:
        assert (row["annotations"], row["share"]) == (None, None)
        assert row["status"].startswith("undefined (")
    silent = [row for row in rows if row["coder"] == "Anna" and row["period"] == "2025" and row["annotations"] == 0]
    assert len(silent) == 3
    assert any("Articles without a date: 1" in sentence for sentence in counts.caption)


def test_coders_are_never_added_up(study):
    each = operations.count(study, choice=CountChoice(kind=CountKind.FREQUENCIES))
    mean = operations.count(study, choice=CountChoice(kind=CountKind.FREQUENCIES, basis=Basis.MEAN))
    place = [column.name for column in each.columns].index("annotations")
    for code in {row.cells[2] for row in each.rows}:
        of_coders = [row.cells[place] for row in each.rows if row.cells[2] == code and row.cells[place] is not None]
        (of_mean,) = [row.cells[place] for row in mean.rows if row.cells[2] == code]
        assert of_mean == pytest.approx(sum(of_coders) / len(of_coders))
    assert "never added up" in each.caption[0]
    assert "mean" in mean.caption[0]


def test_what_the_project_does_not_have_is_refused(study):
    for wrong in (CountChoice(kind=CountKind.CROSS, field="none"), CountChoice(kind=CountKind.CROSS, attribute="none")):
        with pytest.raises(UsageError):
            operations.count(study, choice=wrong)


def test_progress_is_told_and_may_end_it(study):
    told = []
    operations.gather_counts(study, choice=CountChoice(kind=CountKind.FREQUENCIES), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1

    def stop(_):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        operations.count(study, choice=CountChoice(kind=CountKind.NETWORK), progress=stop)


def test_mapped_people_count_as_one(study):
    operations.same_person(study, author=MARA.id, source=BEN.id, target=ANNA.id)
    counts = operations.count(study, choice=CountChoice(kind=CountKind.FREQUENCIES))
    assert {row.cells[1] for row in counts.rows} == {"Anna"}
    for row in counts.rows:
        assert passages(study, row.selection) == row.passages
        assert replace(row.selection, codes=()).coders == (ANNA.id,)
