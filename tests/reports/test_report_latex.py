# SPDX-License-Identifier: MIT
"""LaTeX: tables with booktabs that a compiler can take, whatever the names in them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import made_study

from annotator.reports.agreement_report import agreement_report
from annotator.reports.report_latex import escaped, report_latex

COMMANDS = {
    "begin", "end", "centering", "caption", "label", "toprule", "midrule", "bottomrule", "cmidrule", "multicolumn",
    "textbf", "shortstack", "setlength", "tabcolsep", "medskip", "parbox", "footnotesize", "linewidth",
    "textbackslash", "textasciicircum", "textasciitilde",
    "textless", "textgreater", "textbar", "textasciigrave", "ldots", "kappa",
}  # fmt: skip
COMMAND = re.compile(r"(?<!\\)(?:\\\\)*\\([a-zA-Z]+)")


def _without_comments(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith("%"))


def _depths(text: str) -> list[int]:
    depth, found = 0, [0]
    for brace in re.findall(r"(?<!\\)(?:\\\\)*([{}])", text):
        depth += 1 if brace == "{" else -1
        found.append(depth)
    return found


@pytest.mark.parametrize("hostile", [False, True])
def test_only_our_commands_stand_in_it_and_braces_close(hostile: bool) -> None:
    report = agreement_report(made_study.hostile_source()) if hostile else made_study.report()
    text = _without_comments(report_latex(report))
    assert set(COMMAND.findall(text)) <= COMMANDS
    depths = _depths(text)
    assert min(depths) == depths[-1] == 0
    assert text.count(r"\begin{tabular}") == text.count(r"\end{tabular}") == sum(t.for_papers for t in report.tables)


def test_every_row_fills_its_table() -> None:
    text = _without_comments(report_latex(agreement_report(made_study.hostile_source())))
    for columns, body in re.findall(r"\\begin\{tabular\}\{([lr]+)\}(.*?)\\end\{tabular\}", text, re.DOTALL):
        for line in body.split("\n"):
            if not line.endswith(r"\\"):
                continue
            cells = re.split(r"(?<!\\)&", line)
            spans = [int(found[1]) if (found := re.search(r"\\multicolumn\{(\d+)\}", cell)) else 1 for cell in cells]
            assert sum(spans) == len(columns)


def test_long_lists_are_left_out() -> None:
    text = report_latex(made_study.report())
    assert "tab:agreement-reliability" in text
    assert "tab:agreement-passages" not in text


@given(st.text(max_size=60))
def test_whatever_the_words_nothing_is_a_command(text: str) -> None:
    words = escaped(text)
    assert len(words.splitlines()) <= 1
    assert set(COMMAND.findall(words)) <= COMMANDS
    assert not re.search(r"(?<!\\)[%#&_]", words)
    assert _depths(words)[-1] == 0


def test_numbers_and_brackets_survive() -> None:
    assert escaped("[.385, .552] 24.3 % > .999") == r"{[}.385, .552{]} 24.3~\% \textgreater{} .999"
    assert escaped("a--b κ “x”") == r"a{-}{-}b $\kappa$ ``x''"


def test_the_methods_paragraph_comes_last() -> None:
    text = report_latex(made_study.report())
    assert text.index("% Methods paragraph") > text.rindex(r"\end{table}")
    assert text.endswith("shared articles).\n")
