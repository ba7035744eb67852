# SPDX-License-Identifier: MIT
"""Which tables a choice gives, and what is said of them."""

import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN

from annotator.domain import UsageError, Verdict
from annotator.domain.tables import VariableKind
from annotator.operations import ExportChoice
from annotator.operations.export_choice import TABLES
from annotator.operations.statistics_tables import statistics_set


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    made.code(ANNA, (0, 14), (20, 30))
    made.code(ANNA, (0, 5), code="mistrust")
    made.code(BEN, (0, 10))
    made.finish(ANNA, BEN)
    return made


def records(found, name):
    table = next(each for each in found.tables if each.name == name)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows()]


def test_every_table_once_and_the_consensus_where_there_is_one(study):
    names = [table.name for table in statistics_set(study.project, choice=ExportChoice()).tables]
    plain = [name for name in TABLES if name not in ("units_wide", "consensus", "decisions", "accuracy")]
    assert [name for name in names if not name.startswith("units_wide_")] == plain
    assert len(names) == len(set(names)) == len(plain) + 4
    study.decide(study.entries()[0], Verdict.UNION)
    names = [table.name for table in statistics_set(study.project, choice=ExportChoice()).tables]
    assert names[-4:] == ["agreement", "consensus", "decisions", "accuracy"]


def test_every_cell_is_of_its_variables_kind(study):
    study.decide(study.entries()[0], Verdict.UNION)
    types = {
        VariableKind.TEXT: str, VariableKind.INTEGER: int, VariableKind.NUMBER: float, VariableKind.YES_NO: bool,
        VariableKind.DATE: str, VariableKind.CHOICE: str,
    }  # fmt: skip
    for table in statistics_set(study.project, choice=ExportChoice(layer="both", texts=True)).tables:
        for row in table.rows():
            for variable, cell in zip(table.variables, row, strict=True):
                if cell is None:
                    continue
                assert isinstance(cell, types[variable.kind]), (table.name, variable.name, cell)
                assert cell != "", (table.name, variable.name)
                if variable.kind is VariableKind.CHOICE:
                    assert cell in variable.value_labels, (table.name, variable.name, cell)


def test_a_choice_of_codes_and_coders_goes_for_every_table(study):
    for entry in study.entries():
        study.decide(entry, Verdict.UNION)
    found = statistics_set(study.project, choice=ExportChoice(codes=("trust",), coders=("Ben",)))
    for name in ("annotations_long", "article_code", "consensus", "decisions", "accuracy", "codebook"):
        assert {row["code"] for row in records(found, name)} <= {"trust"}, name
    for name in ("annotations_long", "article_code", "accuracy", "coders", "completion"):
        assert {row["coder_id"] for row in records(found, name)} == {BEN.id}, name


def test_the_policies_are_said_and_the_state_is_named(study):
    found = statistics_set(study.project, choice=ExportChoice(duplicates="document", codes=("trust",)))
    assert found.policies["duplicates"].endswith("Left out: 1.")
    assert found.policies["codes"] == "only trust"
    assert (len(found.digest), found.modified[-1], found.project) == (64, "Z", "Study")
    unnamed = statistics_set(study.project, choice=ExportChoice(), names_state=False)
    assert (unnamed.digest, unnamed.modified) == ("", "")


def test_an_attribute_that_no_code_has_is_a_sentence(study):
    with pytest.raises(UsageError, match="holder"):
        statistics_set(study.project, choice=ExportChoice(duplicates="document", attributes=("nonesuch",)))
