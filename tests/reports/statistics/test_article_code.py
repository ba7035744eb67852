# SPDX-License-Identifier: MIT
"""Articles by code, recounted: every article, coder, round and code once."""

from hypothesis import given
from reports.statistics.made_study import CODEBOOK, CODERS, LENGTH, ROUNDS, Made, made_studies, records

from annotator.reports.statistics.article_code import article_code


@given(made_studies())
def test_every_row_is_what_a_recount_gives(made: Made) -> None:
    rows = records(article_code(made.study))
    assert len(rows) == len(made.study.documents) * len(CODERS) * len(ROUNDS) * len(CODEBOOK.codes)
    for row in rows:
        key = row["coder_id"], row["document_id"], row["round"], row["code_id"]
        known = made.completion(*key[:3])
        assert row["completion"] == (known.state.value if known else "not_started")
        figures = [row[name] for name in ("n", "characters", "share", "present")]
        if not made.silence_counts(*key):
            assert figures == [None] * 4
            continue
        here = [each for each in made.annotations if (each.coder, each.document, each.round, each.code) == key]
        covered = len(made.covered(*key))
        countable = LENGTH - len(made.excluded[row["document_id"]])
        assert figures == [
            sum(each.id not in made.study.left_out for each in here),
            covered,
            covered / countable if countable else None,
            int(bool(here)),
        ]


@given(made_studies())
def test_the_keys_name_a_row(made: Made) -> None:
    table = article_code(made.study)
    keys = [tuple(row[name] for name in table.key_columns) for row in records(table)]
    assert len(keys) == len(set(keys))
