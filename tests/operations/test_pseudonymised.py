# SPDX-License-Identifier: MIT
"""What may leave under pseudonyms is a list; free words, files and times are not on it."""

from dataclasses import replace

import pytest
from operations.judged_study import Study
from operations.replicas import ANNA, BEN

from annotator import operations
from annotator.domain import AttributeDefinition, AttributeKind
from annotator.domain.tables import StatisticsTable, Variable, VariableKind
from annotator.operations import ExportChoice
from annotator.operations.pseudonymised import pseudonymised_study, pseudonymised_table
from annotator.operations.pseudonyms import Pseudonyms
from annotator.operations.statistics_gathering import gather_study
from annotator.store import queries

KEY = Pseudonyms(bytes(32))
ATTRIBUTES = (
    AttributeDefinition("holder", "Holder", AttributeKind.CHOICE, ("us", "china")),
    AttributeDefinition("aside", "Aside", AttributeKind.TEXT),
)


@pytest.fixture
def study(project, documents, codes):
    made = Study(project, documents, codes)
    code = queries.codebook(project.live).by_id(codes["trust"])
    operations.change_code(project, author=queries.project_name_and_lead(project.live, project.project_id)[1],
                           code=replace(code, attributes=ATTRIBUTES))  # fmt: skip
    (first,) = made.code(ANNA, (0, 14))
    operations.describe(
        project, coder=ANNA.id, annotation=first.id, memo="m", attributes={"holder": "us", "aside": "ask Ben"}
    )  # fmt: skip
    made.code(BEN, (0, 14))
    return made


def test_people_and_annotations_stand_under_pseudonyms_in_an_order_of_their_own(study):
    found = gather_study(study.project, choice=ExportChoice())
    hidden = pseudonymised_study(found, KEY)
    pseudonyms = sorted(KEY.coder(coder.id) for coder in found.coders)
    assert [coder.id for coder in hidden.coders] == [coder.name for coder in hidden.coders] == pseudonyms
    shown = hidden.annotations_of(study.document)
    assert [each.coder for each in shown] == pseudonyms
    assert {each.id for each in shown} == {KEY.annotation(each.id) for each in found.annotations_of(study.document)}
    assert {each.memo for each in shown} == {""}
    assert {each.coder for each in hidden.marks_of(study.document)} == set(pseudonyms)
    assert hidden.created_of(study.document) == {}


def test_attributes_leave_where_nobody_wrote_freely(study):
    hidden = pseudonymised_study(gather_study(study.project, choice=ExportChoice()), KEY)
    assert [dict(each.attributes) for each in hidden.annotations_of(study.document) if each.attributes] == [
        {"holder": "us"}
    ]
    assert set(hidden.attribute_values) == {"holder"}


def test_a_column_that_is_on_no_list_stays_here():
    variables = (
        Variable("code", "Code"),
        Variable("new_thing", "New"),
        Variable("attribute_holder", "Holder", VariableKind.CHOICE),
        Variable("attribute_aside", "Aside"),
    )
    table = StatisticsTable("annotations_long", "", "", variables, lambda: [("trust", "x", "us", "free")])
    kept = pseudonymised_table(table, KEY)
    assert (kept.columns, list(kept.rows())) == (("code", "attribute_holder"), [("trust", "us")])


def test_a_table_that_is_on_no_list_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        pseudonymised_table(StatisticsTable("new", "", "", (Variable("a", "A"),), list), KEY)


def test_identities_in_other_tables_are_hidden_too():
    variables = tuple(Variable(name, name) for name in ("round", "coder_ids", "coders", "value", "reason"))
    table = StatisticsTable("agreement", "", "", variables, lambda: [("main", '["p1","p2"]', '["A","B"]', 1.0, "A!")])
    kept = pseudonymised_table(table, KEY)
    names = sorted((KEY.coder("p1"), KEY.coder("p2")))
    assert list(kept.rows()) == [("main", f'["{names[0]}","{names[1]}"]', 1.0)]


def test_accuracy_comes_by_round_and_pseudonym():
    variables = tuple(Variable(name, name, VariableKind.TEXT, "") for name in ("round", "coder_id", "coder", "code"))
    rows = [("b", each.id, each.name, code) for each in (ANNA, BEN) for code in ("y", "x")] + [
        ("a", ANNA.id, "Anna", "y")
    ]
    shown = pseudonymised_table(StatisticsTable("accuracy", "", "", variables, lambda: rows, ()), KEY)
    first, second = sorted(KEY.coder(each.id) for each in (ANNA, BEN))
    assert [(row[0], row[2], row[3]) for row in shown.rows()] == [
        ("b", first, "y"), ("b", first, "x"), ("b", second, "y"), ("b", second, "x"), ("a", KEY.coder(ANNA.id), "y"),
    ]  # fmt: skip
