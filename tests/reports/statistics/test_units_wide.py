# SPDX-License-Identifier: MIT
"""Units by coder, recounted character by character; 0 and missing are never the same."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from reports.statistics.made_study import CODEBOOK, CODERS, ROUNDS, UNITS, Made, made_studies, plain_study, records

from annotator.domain import Coder, CoderId
from annotator.domain.variable_names import is_variable_name
from annotator.reports.statistics.units_wide import coder_columns, units_wide, units_wide_names


def naive(made: Made, code: str, rule: str) -> list[dict[str, object]]:
    rows = []
    for document in made.study.documents:
        for name in ROUNDS:
            if not any(made.silence_counts(coder.id, document.id, name, code) for coder in CODERS):
                continue
            for number, (start, end) in enumerate(UNITS, start=1):
                left = set(range(start, end)) - made.excluded[document.id]
                if not left:
                    continue
                row: dict[str, object] = {
                    "document_id": document.id, "round": name, "unit_id": number, "unit_start": start, "unit_end": end,
                }  # fmt: skip
                for coder, column in zip(CODERS, ("anna", "ben", "zoe"), strict=True):
                    hits = left & made.covered(coder.id, document.id, name, code)
                    is_coded = bool(hits) if rule == "touched" else 2 * len(hits) >= len(left)
                    counts = made.silence_counts(coder.id, document.id, name, code)
                    row[column] = int(is_coded) if counts else None
                rows.append(row)
    return rows


@given(st.sampled_from(["touched", "half"]).flatmap(lambda rule: st.tuples(st.just(rule), made_studies(rule))))
def test_every_cell_is_what_a_recount_of_the_characters_gives(drawn: tuple[str, Made]) -> None:
    rule, made = drawn
    for table, code in zip(units_wide(made.study), CODEBOOK.codes, strict=True):
        assert records(table) == naive(made, code.id, rule)
        assert records(table) == records(table)


def test_names_of_tables_and_columns_are_names_for_programs() -> None:
    codes = tuple(replace(CODEBOOK.codes[0], short_name=name) for name in ("trust", "Trust!", "信任", "a" * 60))
    made = replace(plain_study(), codes=codes)
    names = units_wide_names(made)
    assert names == ("units_wide_trust", "units_wide_trust_2", "units_wide_code", "units_wide_" + "a" * 20)
    assert all(is_variable_name(name) and len(name) <= 31 for name in names)
    people = tuple(Coder(CoderId(name), name) for name in ("Round", "end", "Anna", "ANNA", "unit_id"))
    columns = coder_columns(replace(made, coders=people))
    assert list(columns.values()) == ["round_2", "coder_end", "anna", "anna_2", "unit_id_2"]


def test_the_consensus_is_no_column_beside_coders_but_stands_alone() -> None:
    study = replace(plain_study(), consensus=CODERS[2].id)
    assert list(coder_columns(study)) == [CODERS[0].id, CODERS[1].id]
    assert list(coder_columns(replace(study, coders=CODERS[2:]))) == [CODERS[2].id]


def test_a_text_whose_annotations_were_carried_away_is_absent() -> None:
    study = plain_study()
    away = replace(study, superseded=frozenset(document.id for document in study.documents))
    assert all(records(table) == [] for table in units_wide(away))
