# SPDX-License-Identifier: MIT
"""Where the coders differ: kinds add up, the passages come with who marked them."""

from dataclasses import replace

import pytest
from reports import made_study

from annotator.reports.differences_section import (
    TOO_MANY,
    characters,
    confusion_table,
    decomposition_table,
    differences_section,
    offsets_table,
    passages_section,
    passages_table,
    who,
)
from annotator.reports.report_blocks import Table, Words


def test_kinds_add_up_to_the_differing_passages() -> None:
    source = made_study.source()
    for row in decomposition_table(source).rows[:-1]:
        shares = [float(cell.text.removesuffix(" %")) for cell in row[5:]]
        assert abs(sum(shares) - 100) < 0.2
    total = sum(int(cell.text) for row in decomposition_table(source).rows for cell in row[2:5])
    assert total == len(source.figures.differences.passages)
    assert decomposition_table(source).rows[-1][-1].text == "No disagreement"


def test_confusion_has_a_row_and_a_column_for_nothing() -> None:
    table = confusion_table(made_study.source())
    assert table.columns[-1].heading == table.rows[-1][0].text == "Nothing"
    assert all(row[place + 1].strong for place, row in enumerate(table.rows))


def test_offsets_are_per_pair_and_code() -> None:
    source = made_study.source()
    table = offsets_table(source)
    assert len(table.rows) == 6 * 3
    assert table.rows[0][1].text == "Okafor – Novák"


@pytest.mark.parametrize(("offset", "words"), [(0.0, "0"), (7.0, "+7"), (-2.5, "-2.5"), (1234.0, "+1,234")])
def test_offsets_have_their_sign(offset: float, words: str) -> None:
    assert characters(offset) == words


def test_too_many_overlaps_are_said() -> None:
    blocks = differences_section(made_study.source(offsets=None)).blocks
    assert TOO_MANY in [block.text for block in blocks if isinstance(block, Words)]
    assert "boundary_offsets" not in [block.name for block in blocks if isinstance(block, Table)]


def test_passages_say_who_and_where() -> None:
    source = made_study.source()
    table = passages_table(source)
    first = source.quoted[0].difference
    row = [cell.text for cell in table.rows[0]]
    assert row[3] == source.quoted[0].quote
    assert row[4] == source.heading(first.document)
    assert row[5] == f"{first.start:,}–{first.end:,}"
    assert table.notes[0].startswith(f"The 4 longest of {len(source.figures.differences.passages):,};")
    assert not table.for_papers


def test_who_names_what_was_put_instead() -> None:
    source = made_study.source()
    instead = next(each for each in source.figures.differences.passages if each.other_codes)
    words = who(source, instead)
    assert words.startswith("Marked by ")
    assert "; not by " in words
    assert "; instead Evidence of" in words


def test_who_marked_what_everybody_marked_is_said_briefly() -> None:
    source = made_study.source()
    difference = next(each for each in source.figures.differences.passages if not each.other_codes)
    for marked, words in ((("a", "b"), "Marked by both"), (("a", "b", "c"), "Marked by all 3")):
        assert who(source, replace(difference, marked=marked, unmarked=())) == words


def test_no_differing_passage_is_said() -> None:
    source = made_study.source(quoted=())
    figures = replace(source.figures, differences=replace(source.figures.differences, passages=()))
    [table] = passages_section(replace(source, figures=figures)).blocks
    assert isinstance(table, Table)
    assert table.notes == ("There is no differing passage.",)
