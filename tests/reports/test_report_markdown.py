# SPDX-License-Identifier: MIT
"""Markdown: every row has the cells of its table, and no name becomes markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import made_study

from annotator.reports.agreement_report import agreement_report
from annotator.reports.report_markdown import escaped, report_markdown

PLACES = {"alpha_per_code": "figures/alpha_per_code.svg"}
BARE_PIPE = re.compile(r"(?<!\\)\|")


def _tables(text: str) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.startswith("| "):
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [table for table in found if table]


@pytest.mark.parametrize("hostile", [False, True])
def test_every_row_fills_its_table(hostile: bool) -> None:
    report = agreement_report(made_study.hostile_source()) if hostile else made_study.report()
    tables = _tables(report_markdown(report, pictures=PLACES))
    assert len(tables) == len(report.tables)
    for table in tables:
        widths = {len(BARE_PIPE.findall(row.replace("\\\\", ""))) for row in table}
        assert len(widths) == 1
        assert re.fullmatch(r"\|( -+:? \|)+", table[1])


def test_names_never_become_markup() -> None:
    text = report_markdown(agreement_report(made_study.hostile_source()), pictures=PLACES)
    assert (
        r"\<b\>R\&D\</b\> \| 50 % \\input\{x\} \`\$x\$\` \\x1b\[31m \_a\_ \\u202eevil !\[p\](http://x)\\x0anext" in text
    )
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.count("![") == 1


@given(st.text(max_size=60))
def test_whatever_the_words_one_text_is_one_line_without_markup(text: str) -> None:
    words = escaped(text)
    assert len(words.splitlines()) <= 1
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_<>|\[\]#]", words)


@pytest.mark.parametrize(
    ("text", "words"), {"1. a": r"1\. a", "- a": r"\- a", "+ a": r"\+ a", "12) a": r"12\) a"}.items()
)
def test_no_text_begins_a_list(text: str, words: str) -> None:
    assert escaped(text) == words


def test_pictures_are_shown_where_they_lie_or_not_at_all() -> None:
    text = report_markdown(made_study.report(), pictures=PLACES)
    assert "](figures/alpha_per_code.svg)" in text
    assert "![" not in report_markdown(made_study.report(), pictures={})


def test_what_is_to_be_copied_is_quoted() -> None:
    assert "\n> 4 coders (Novák, Okafor" in report_markdown(made_study.report(), pictures={})
