# SPDX-License-Identifier: MIT
import sqlite3

import pytest
from exchange.dna_database import KEPT, sample
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Refused, UsageError
from annotator.domain.codebook import AttributeKind
from annotator.exchange.codings.dna import DNA_TABLES, read_dna_rows
from annotator.exchange.codings.dna_choice import DnaChoice
from annotator.exchange.findings import FindingKind


def tables(path):
    """The rows as any program would read them."""
    database = sqlite3.connect(path)
    found = {
        table: database.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
        for table, columns in DNA_TABLES.items()
    }
    database.close()
    return found


@pytest.fixture
def rows(tmp_path):
    return tables(sample(tmp_path / "sample.dna"))


def read(rows, **choice):
    return read_dna_rows(rows, name="sample.dna", choice=DnaChoice(**choice))


def marks(found):
    corpus = found.corpus
    codes = {each.id: each.name for each in corpus.codebook.codes}
    coders = {each.id: each.name for each in corpus.coders}
    return [
        (each.quote, codes[each.code], coders[each.coder], dict(each.attributes))
        for several in corpus.annotations.values()
        for each in several
    ]


def test_positions_are_utf_16_of_a_text_with_short_line_ends(rows):
    found = read(rows)
    assert list(found.corpus.texts.values()) == [KEPT]
    assert marks(found) == [
        ("We trust B.", "DNA Statement", "Admin",
         {"agreement": "yes", "concept": "B is to be trusted", "person": "A", "strength_of_it": "-3"}),
        ("C denied it", "DNA Statement", "Ben",
         {"agreement": "no", "concept": "B is to be trusted", "note": "said with a smile", "person": "C"}),
    ]  # fmt: skip
    (code,) = found.corpus.codebook.codes
    assert code.colour == "#FF9900"
    kinds = {each.name: (each.label, each.kind, each.choices) for each in code.attributes}
    assert kinds["concept"] == ("concept", AttributeKind.TEXT, ("Relations", "B is to be trusted"))
    assert kinds["agreement"][1] is AttributeKind.YES_NO
    assert kinds["strength_of_it"][:2] == ("strength of it", AttributeKind.NUMBER)


def test_the_report_says_that_positions_are_unproven_and_what_is_not_taken(rows):
    found = {each.sentence: (each.kind, each.count, len(each.places)) for each in read(rows).findings}
    unproven = next(sentence for sentence in found if "unproven" in sentence)
    assert found[unproven] == (FindingKind.GUESSED, 2, 2)
    assert any("attributes" in sentence and found[sentence][0] is FindingKind.DROPPED for sentence in found)


def test_documents_bring_what_dna_knows_of_them(rows):
    corpus = read(rows).corpus
    (document,) = corpus.documents
    assert (document.title, document.author, document.outlet, document.date) == (
        "A title", "An author", "The Times", "2026-03-04",
    )  # fmt: skip
    assert document.metadata == {"section": "World"}
    assert [each.name for each in corpus.fields] == ["section"]


def test_the_values_of_a_variable_may_be_the_codes_with_a_sign(rows):
    found = read(rows, variable="concept")
    assert {row[1] for row in marks(found)} == {"B is to be trusted"}
    assert all("concept" not in row[3] and "agreement" in row[3] for row in marks(found))
    signed = read(rows, variable="concept", sign="agreement")
    assert [row[1] for row in marks(signed)] == [
        "B is to be trusted (agreement: yes)",
        "B is to be trusted (agreement: no)",
    ]
    assert [each.short_name for each in signed.corpus.codebook.codes] == [
        "b_is_to_be_trusted_agreement_yes", "b_is_to_be_trusted_agreement_no",
    ]  # fmt: skip
    partly = read(rows, variable="note")
    assert len(marks(partly)) == 1
    assert any("no value" in each.sentence and each.count == 1 for each in partly.findings)


@pytest.mark.parametrize(
    "choice", [{"variable": "x"}, {"sign": "agreement"}, {"statement_type": "x"}, {"variable": "note", "sign": "x"}]
)
def test_a_choice_of_what_is_not_there_is_refused(rows, choice):
    with pytest.raises(UsageError):
        read(rows, **choice)


def test_types_can_be_told_apart(rows):
    rows["STATEMENTTYPES"].append((2, "Frame", 0, 0, 0))
    rows["STATEMENTS"].append((3, 2, 1, 0, 2, 1))
    assert len(marks(read(rows))) == 3
    assert [row[1] for row in marks(read(rows, statement_type="Frame"))] == ["Frame"]


def test_what_lies_beyond_the_text_or_belongs_to_nothing_is_told(rows):
    rows["STATEMENTS"] += [(3, 1, 1, 5, 9999, 1), (4, 1, 7, 0, 2, 1), (5, 1, 1, 0, 2, 9), (6, 1, 1, 4, 4, 1)]
    found = read(rows)
    assert [each.where for each in found.unplaced] == ["statement 3"]
    assert any("not in the database" in each.sentence and each.count == 2 for each in found.findings)
    assert len(marks(found)) == 2


def test_odd_documents(rows):
    rows["DOCUMENTS"] += [(2, "", " \n", "", "", "", "", "", 0), (3, "", "\ufeffMarked", "", "", "", "", "", 10**15)]
    rows["STATEMENTS"].append((3, 1, 3, 1, 7, 1))
    found = read(rows)
    assert marks(found)[-1][0] == "Marked"
    assert [each.date for each in found.corpus.documents] == ["2026-03-04", ""]
    assert found.corpus.documents[1].name == "document 3"
    assert any("no text" in each.sentence for each in found.findings)


def test_entities_that_go_round_in_a_circle_are_listed_all_the_same(rows):
    rows["ENTITIES"] += [(7, 2, "x", 8), (8, 2, "y", 7)]
    definitions = {each.name: each.choices for each in read(rows).corpus.codebook.codes[0].attributes}
    assert definitions["concept"] == ("Relations", "B is to be trusted", "x", "y")


@pytest.mark.parametrize("table", sorted(set(DNA_TABLES) - {"ATTRIBUTEVALUES"}))
@pytest.mark.parametrize("cell", [b"bytes", 1.5])
def test_cells_of_another_kind_are_refused_in_a_sentence(rows, table, cell):
    rows[table] = [(cell,) * len(DNA_TABLES[table])]
    with pytest.raises(Refused, match="nothing was taken"):
        read(rows)


CELL = st.one_of(st.integers(-5, 5), st.text(max_size=4), st.none())


@given(st.fixed_dictionaries({
    table: st.lists(st.tuples(*(CELL for _ in columns)), max_size=3) for table, columns in DNA_TABLES.items()
}))  # fmt: skip
def test_no_rows_whatsoever_end_in_anything_but_a_sentence(drawn):
    try:
        found = read_dna_rows(drawn, name="drawn")
    except Refused:
        return
    for document, several in found.corpus.annotations.items():
        assert all(found.corpus.texts[document][each.span.start : each.span.end] == each.quote for each in several)
