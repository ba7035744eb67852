# SPDX-License-Identifier: MIT
"""The report of the made-up study against files that a person has looked at.

After a change that is meant, write them anew and look at them again:
``ANNOTATOR_WRITE_REFERENCE=1 pytest tests/reports/test_reference_report.py``.
Pictures are compared by the words in them, since their lines differ between versions of matplotlib.
"""

import csv
import io
import os
import re
from pathlib import Path

import pytest
from reports import made_study

from annotator.exchange.comma_separated import line_of
from annotator.reports.agreement_plots import picture_bytes
from annotator.reports.report_html import report_html
from annotator.reports.report_latex import report_latex
from annotator.reports.report_markdown import report_markdown

FOLDER = Path(__file__).parent / "reference"
WRITES = "ANNOTATOR_WRITE_REFERENCE" in os.environ
PICTURE = re.compile(r'(<div role="img"[^>]*>)\s*<svg.*?</svg>\s*(</div>)', re.DOTALL)


def _page() -> str:
    return PICTURE.sub(r"\1picture\2", report_html(made_study.report()))


def _markdown() -> str:
    report = made_study.report()
    return report_markdown(report, pictures={picture.name: f"{picture.name}.svg" for picture in report.pictures})


def _table() -> str:
    [records] = [each for each in made_study.report().records if each.name == "pairs"]
    return "".join(line_of(row) for row in (records.columns, *records.rows))


def _words_of_pictures() -> str:
    found = []
    for picture in made_study.report().pictures:
        svg = picture_bytes(picture, picture_format="svg").decode()
        found += [picture.name, *re.findall(r"<text[^>]*>([^<]*)</text>", svg), ""]
    return "\n".join(found)


MADE = {
    "report.html": _page,
    "report.md": _markdown,
    "report.tex": lambda: report_latex(made_study.report()),
    "pictures.txt": _words_of_pictures,
}


def _expected(name: str, made: str) -> str:
    if WRITES:
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / name).write_bytes(made.encode())
    return (FOLDER / name).read_bytes().decode()


@pytest.mark.parametrize("name", MADE)
def test_the_report_is_the_one_that_was_looked_at(name: str) -> None:
    made = MADE[name]()
    assert made.splitlines() == _expected(name, made).splitlines()


def test_the_table_is_the_one_that_was_looked_at() -> None:
    """Numbers may differ in their last digits between versions of numpy."""
    made = _table()
    rows, expected = (list(csv.reader(io.StringIO(text))) for text in (made, _expected("pairs.csv", made)))
    assert len(rows) == len(expected)
    for row, wanted in zip(rows, expected, strict=True):
        for cell, other in zip(row, wanted, strict=True):
            assert cell == other or float(cell) == pytest.approx(float(other), abs=1e-9)
