# SPDX-License-Identifier: MIT
"""How fast tables become files of SPSS, Stata and a spreadsheet, against the same rows written as CSV.

    python -m pytest tests/benchmarks/bench_statistics_files.py -s

Not part of the ordinary run. A table as the long one of annotations: 50,000 rows of identities, code and
coder with labels, offsets, a date, and quotes of up to 400 characters in Latin letters and ideographs.
The limit is the standard library's CSV writer over the same rows. Budget: 5 seconds a file; XLSX
has 20,000 rows.
"""

import csv
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.domain.identifiers import derived_uuid
from annotator.domain.tables import Measure, Row, StatisticsSet, StatisticsTable, Variable, VariableKind
from annotator.exchange.statistics.spss import write_spss
from annotator.exchange.statistics.stata import write_stata
from annotator.exchange.statistics.xlsx import write_xlsx

ROWS, SHEET_ROWS, BUDGET_SECONDS = 50_000, 20_000, 5.0
WORDS = ("Beijing", "trusts", "Moscow", "nobody", "knows", "北京", "信任", "maybe", "experts", "say", "👍", "and")
CODES: dict[int | str, str] = {f"code_{number}": f"Code {number}" for number in range(12)}

VARIABLES = (
    Variable("annotation_id", "Annotation"),
    Variable("title", "Title"),
    Variable("date", "Date", VariableKind.DATE),
    Variable("code", "Code", VariableKind.CHOICE, value_labels=CODES),
    Variable("start_char", "Start", VariableKind.INTEGER, measure=Measure.SCALE),
    Variable("end_char", "End", VariableKind.INTEGER, measure=Measure.SCALE),
    Variable("share", "Share", VariableKind.NUMBER, measure=Measure.SCALE),
    Variable("present", "Present", VariableKind.YES_NO),
    Variable("quote", "Quote"),
    Variable("memo", "Memo"),
)


def made(count: int) -> StatisticsSet:
    chance = random.Random(0)
    rows: list[Row] = []
    for number in range(count):
        start, length = chance.randrange(30_000), chance.randrange(5, 60)
        quote = " ".join(chance.choice(WORDS) for _ in range(length))
        rows.append((
            derived_uuid("annotation", str(number)), f"Article {number % 300}", f"2026-03-{number % 28 + 1:02}",
            f"code_{number % 12}", start, start + len(quote), chance.random() if number % 3 else None,
            (True, False, None)[number % 3], quote, None if number % 10 else "a memo",
        ))  # fmt: skip
    table = StatisticsTable("annotations_long", "Annotations", "One row for each.", VARIABLES, lambda: rows)
    return StatisticsSet("Benchmark", (table,), {}, "ab" * 32, "2026-03-01T00:00:00Z", "Discourse Annotator")


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def bare(statistics: StatisticsSet, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(statistics.tables[0].rows())


@pytest.mark.parametrize("ending", [".sav", ".zsav", ".dta", ".xlsx"])
def test_files_within_the_budget(tmp_path: Path, ending: str) -> None:
    statistics = made(SHEET_ROWS if ending == ".xlsx" else ROWS)
    [table] = statistics.tables
    path = tmp_path / f"table{ending}"
    writers: dict[str, Callable[[], object]] = {
        ".sav": lambda: write_spss(table, path, statistics=statistics),
        ".zsav": lambda: write_spss(table, path, statistics=statistics),
        ".dta": lambda: write_stata(table, path, statistics=statistics),
        ".xlsx": lambda: write_xlsx(statistics, path),
    }
    limit = min(seconds(lambda: bare(statistics, tmp_path / "bare.csv")) for _ in range(3))
    first, second = seconds(writers[ending]), seconds(writers[ending])
    size = path.stat().st_size / 1e6
    rows = len(list(table.rows()))
    print(
        f"\n{ending}: {rows:,} rows in {second:.2f} s (first, with its library: {first:.2f} s), {size:.1f} MB; "
        f"bare CSV {limit:.2f} s, ratio {second / limit:.1f}"
    )
    assert first < BUDGET_SECONDS
