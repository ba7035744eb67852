# SPDX-License-Identifier: MIT
"""load.do: Stata is not at hand, so its lines are checked: nothing of a label stands outside of harmless text."""

import re
from pathlib import Path

from exchange import made_statistics as made
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.tables import StatisticsTable, Variable, VariableKind
from annotator.exchange.statistics.load_stata import stata_expression, stata_script

PIECE = re.compile(r'"([A-Za-z0-9 _\-.,;:!?()=]*)"|uchar\((\d+)\)')


def value_of(expression: str) -> str:
    """Work out an expression of texts in quotation marks and uchar(), as Stata does; fail for anything else."""
    text, place = "", 0
    while place < len(expression):
        found = PIECE.match(expression, place)
        assert found is not None, expression[place:]
        text += found[1] if found[1] is not None else chr(int(found[2]))
        place = found.end()
        if place < len(expression):
            assert expression.startswith(" + ", place)
            place += 3
    return text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_expression_is_the_text_and_nothing_else(text: str) -> None:
    assert value_of(stata_expression(text)) == text


def script(*tables: StatisticsTable) -> list[str]:
    files = {table.name: Path(f"{table.name}.csv") for table in tables}
    return stata_script(made.statistics(*tables), files=files).split("\n")


def test_each_line_is_of_a_known_form() -> None:
    known = [
        r"\* .*", r"version 14", r"args table", r"local known [a-z_ ]+", r'if "`table\'" == "" local table [a-z_]+',
        r"if !`: list table in known' \{", r'display as error "Give one of: `known\'"', r"exit 198", r"\}",
        r'if "`table\'" == "[a-z_]+" \{',
        r'import delimited using "[a-z_]+\.csv", clear delimiters\(","\) varnames\(1\) case\(preserve\) '
        r"stringcols\(_all\) ///",
        r'encoding\("utf-8"\) bindquote\(strict\) maxquotedrows\(unlimited\)', r"destring \w+, replace",
        r"rename \w+ \w+", r"generate long \w+ = \.", r"order \w+, before\(\w+\)", r"drop \w+", r"format %td \w+",
        r'generate long \w+ = date\(\w+, "YMD"\) if strlen\(\w+\) == 10', r"label values \w+ \w+", "",
    ]  # fmt: skip
    labelling = re.compile(
        r'(replace \w+ = \d+ if \w+ == |mata: st_varlabel\("\w+", |mata: st_vlmodify\("\w+", -?\d+, )(.*)'
    )
    for line in map(str.strip, script(made.table(), made.table(name="articles"))):
        found = labelling.fullmatch(line)
        if found is None:
            assert any(re.fullmatch(form, line) for form in known), line
        else:
            value_of(found[2].removesuffix(")") if line.startswith("mata") else found[2])


def test_words_become_the_numbers_of_their_labels() -> None:
    lines = [line.strip() for line in script(made.table())]
    for number, (word, label) in enumerate(made.CHOICES.items(), start=1):
        assert f"replace grosse = {number} if grosse_word == {stata_expression(str(word))}" in lines
        assert f'mata: st_vlmodify("grosse", {number}, {stata_expression(label)})' in lines
    assert 'replace variable_all = 0 if variable_all_word == "false"' in lines
    assert 'mata: st_vlmodify("variable_all", 0, "no")' in lines
    assert "destring variable_str10, replace" in lines
    assert "format %td variable_by_day" in lines


def test_passing_names_take_none_that_is_there() -> None:
    variables = (Variable("y", "Y", VariableKind.YES_NO), Variable("y_word", "Word"))
    lines = [line.strip() for line in script(StatisticsTable("t", "", "", variables, list))]
    assert "rename y y_word_2" in lines
    assert "drop y_word_2" in lines


def test_long_labels_are_cut_to_what_stata_holds() -> None:
    [line] = [line for line in script(made.table()) if 'st_varlabel("quote"' in line]
    assert len(value_of(line.strip().removeprefix('mata: st_varlabel("quote", ').removesuffix(")"))) == 80
