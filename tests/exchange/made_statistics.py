# SPDX-License-Identifier: MIT
"""A table with everything that hurts a statistics program, and what runs R and PSPP on what we write of it."""

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from annotator.domain.tables import Measure, Row, StatisticsSet, StatisticsTable, Variable, VariableKind
from annotator.domain.variable_names import variable_names

HOSTILE = (
    'say "no", it\'s', "two\nlines\n\nand more", "a b\u00a0c\u2028d", "中国「信任」", "😀 e\u0301 👍🏽", "=1+1", "'",
    '"', "back\\slash \\n `macro' $global", "// no comment /* nor */ this", "NA", "NULL", "true", ".", "0", " leading",
    "a,b;c\td", "x" * 300, "é" * 200, "#no comment", "%d {brace} (paren)", "שלום", "*", "END DATA.", "\u200bzero width",
)  # fmt: skip
"""Texts without blanks at their ends that SPSS would take off, and without lone CR, which R reads as LF."""

LABEL = "A \"quoted\" 'label' \\ with `macro' $x, 中文 😀, // and /* */\nof two lines. " + "long " * 60
CHOICES: dict[int | str, str] = {
    "trust": "Trust",
    "it's": 'a "q" \\',
    "中文😀": "same",
    "a`b'$c": "same",
    "long": "é" * 200,
    "empty": "",
}
NUMBERS: dict[int | str, str] = {0: "none", 1: "one 'or' two", 2: "same", 3: "same", 9: "long " * 60}
NAMES = variable_names(["if", "end", "str10", "ALL", "by", "Größe", "a" * 40, "a" * 40, "end"])


def table(*, rows: Sequence[Row] | None = None, name: str = "annotations_long") -> StatisticsTable:
    """Give a table of every kind of variable; each kind has a missing cell, and numbers have a 0 beside it."""
    variables = (
        Variable("id", "Identity"),
        Variable("quote", LABEL, description="The words themselves."),
        Variable(NAMES[0], "", VariableKind.INTEGER, measure=Measure.SCALE),
        Variable(NAMES[1], "Labelled", VariableKind.INTEGER, value_labels=NUMBERS),
        Variable(NAMES[2], "Share", VariableKind.NUMBER, measure=Measure.SCALE),
        Variable(NAMES[3], "Present", VariableKind.YES_NO),
        Variable(NAMES[4], "Day or month", VariableKind.DATE),
        Variable(NAMES[5], "Choice", VariableKind.CHOICE, value_labels=CHOICES, measure=Measure.ORDINAL),
        Variable(NAMES[6], "Never set"),
        Variable(NAMES[7], "Never counted", VariableKind.INTEGER),
    )
    given = tuple(default_rows() if rows is None else rows)
    return StatisticsTable(name, "A títle 中", "What it is.", variables, lambda: given, ("id",))


def default_rows() -> list[Row]:
    """Give a row for each hostile text, the other cells going through their values and None in turn."""
    wholes = (0, None, 1, -5, 2_000_000)
    labelled = (0, None, 1, 2, 3, 9)
    shares = (0.0, None, 0.1, -2.5e-07, 1e15, 1 / 3)
    answers = (False, None, True)
    dates = ("2026-03-15", None, "2026-03", "1999", "1985-12-31", "1960-01-01", "2024-02-29")
    choices = (*CHOICES, None)
    rows: list[Row] = [("none", *[None] * 9)]
    for number, text in enumerate(HOSTILE):
        turns = [turn[number % len(turn)] for turn in (wholes, labelled, shares, answers, dates, choices)]
        rows.append((f"r{number}", text, *turns, None, None))
    return rows


def statistics(*tables: StatisticsTable) -> StatisticsSet:
    """Give an export of these tables, of the hostile one where none is named."""
    return StatisticsSet(
        project='A "project" 中',
        tables=tables or (table(),),
        policies={"duplicates": "All annotations are here.", "filter": "Codes: 'a', \"b\"."},
        digest="ab12" * 16,
        modified="2026-03-01T12:34:56.789Z",
        application="Discourse Annotator 0.1.0",
    )


def program(name: str) -> str:
    """Give the path of a program that opens what we write; skip where it is missing, unless tests are binding."""
    found = shutil.which(name)
    if found is None and not os.environ.get("CI"):
        pytest.skip(f"{name} is not installed")
    assert found is not None, f"{name} must be installed"
    return found


def run_r(folder: Path, script: str) -> str:
    """Run a script of R in a folder and give what it prints; any warning is an error."""
    path = folder / "ours.R"
    path.write_text(f"options(warn = 2)\n{script}", encoding="utf-8")
    command = [program("Rscript"), "--vanilla", str(path)]
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    answer = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=environment)
    assert answer.returncode == 0, answer.stderr.decode()
    return answer.stdout.decode()


def run_pspp(folder: Path, syntax: str) -> str:
    """Run syntax of PSPP in a folder and give what it prints; any error or warning fails."""
    path = folder / "ours.sps"
    path.write_text(syntax, encoding="utf-8")
    command = [program("pspp"), "--no-statrc", "-O", "format=csv", str(path)]
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    answer = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=environment)
    said = answer.stdout.decode() + answer.stderr.decode()
    assert answer.returncode == 0, said
    assert "error:" not in said, said
    assert "warning:" not in said, said
    return said


def read_csv(path: Path) -> list[dict[str, str]]:
    """Read a CSV by the standard reader."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def assert_same_numbers(found: Sequence[float | None], expected: Sequence[object]) -> None:
    """Compare what is missing exactly, and numbers to the 15 digits that programs print."""
    assert [number is None for number in found] == [number is None for number in expected]
    assert [number for number in found if number is not None] == pytest.approx(
        [number for number in expected if number is not None], rel=1e-14, abs=0
    )


def written_elsewhere(folder: Path, call: str) -> dict[str, bytes]:
    """Write by a call in two processes of other time zone, language, hash order, folder and clock; compare the bytes.

    ``call`` is Python that writes into ``folder``, with ``statistics`` and ``table`` of this file at hand.
    """
    clock = [program("faketime"), "2001-02-03 04:05:06"]
    first = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "1"}
    second = {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}
    results = [_written(folder / "first", call, first, ()), _written(folder / "second", call, second, clock)]
    assert results[0]
    assert results[0] == results[1]
    return results[0]


def _written(folder: Path, call: str, settings: Mapping[str, str], before: Sequence[str]) -> dict[str, bytes]:
    folder.mkdir()
    tests = Path(__file__).parent.parent
    environment = os.environ | settings | {"PYTHONPATH": os.pathsep.join((str(tests.parent), str(tests)))}
    lines = ("import sys", "from pathlib import Path", "from exchange.made_statistics import statistics, table")
    code = "\n".join((*lines, "folder = Path(sys.argv[1])", call))
    subprocess.run([*before, sys.executable, "-c", code, str(folder)], check=True, cwd=folder, env=environment)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
