# SPDX-License-Identifier: MIT
"""Tables out: read back by the standard reader, here and with its defaults in another process."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.exchange.comma_separated import line_of, write_table

HOSTILE = ['=HYPERLINK("x")', 'a "quoted", word', "two\nlines", "a\rlone CR", "a\r\nCRLF", " spaced ", "", "\ufeffmark"]
HOSTILE += ["😀 e\u0301\u00a0x", "\u2028", "中国", "שלום", "'", "'a", "\t", "a;b", "NA", "007", '"']

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


def test_cells() -> None:
    assert line_of(["a", 1, 0.1, True, False, None, ""]) == "a,1,0.1,true,false,,\n"
    assert line_of(['say "no"', "a,b", "c\nd", "e\rf"]) == '"say ""no""","a,b","c\nd","e\rf"\n'
    assert line_of([" a", "b "]) == '" a","b "\n'
    assert line_of([""]) == '""\n'
    assert line_of([None]) == '""\n'
    assert line_of([1e-7, 0.1 + 0.2, 1.0]) == "1e-07,0.30000000000000004,1.0\n"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_a_mistake_of_the_caller(value: float) -> None:
    with pytest.raises(ValueError, match="is not a value"):
        line_of([value])


@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=5))
def test_python_reads_back_what_was_written(rows: list[list[str]]) -> None:
    written = "".join(line_of(row) for row in rows)
    assert list(csv.reader(io.StringIO(written, newline=""), strict=True)) == rows


def test_a_foreign_process_reads_it_with_its_defaults(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [[word, index, None] for index, word in enumerate(HOSTILE)]
    assert write_table(path, columns=["word", "number", "nothing"], rows=rows) == len(rows)
    program = (
        "import csv, json, sys\n"
        "with open(sys.argv[1], encoding='utf-8', newline='') as file:\n"
        "    print(json.dumps(list(csv.DictReader(file))))"
    )
    answer = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, check=True)
    read = json.loads(answer.stdout)
    assert read == [{"word": word, "number": str(index), "nothing": ""} for index, word in enumerate(HOSTILE)]


def test_bytes_are_raw_utf8_with_line_feeds(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_table(path, columns=["é"], rows=[["中"], ["=1+1"]])
    assert path.read_bytes() == "é\n中\n=1+1\n".encode()


def test_the_same_rows_give_the_same_bytes_anywhere(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from annotator.exchange import write_table\n"
        "write_table(Path(sys.argv[1]), columns=['a', 'b'], rows=[['é\\r', 0.1], [None, True]])"
    )
    found = set()
    for seed, language in (("0", "C"), ("1", "de_DE.UTF-8")):
        path = tmp_path / f"{seed}.csv"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": language, "TZ": f"UTC+{seed}"}
        subprocess.run([sys.executable, "-c", program, str(path)], env=environment, check=True)
        found.add(path.read_bytes())
    assert len(found) == 1


def test_rows_are_written_as_they_come(tmp_path: Path) -> None:
    """A table is never held whole: when the last row is asked for, the first are on their way to the disk."""
    path = tmp_path / "a.csv"
    sizes = []

    def rows() -> object:
        for _ in range(1000):
            sizes.append((tmp_path / "a.csv.part").stat().st_size)
            yield ["x" * 1000]

    write_table(path, columns=["a"], rows=rows())  # type: ignore[arg-type]  # a generator is a row source too
    assert sizes[0] == 0
    assert sizes[-1] > 700_000


def test_a_nul_is_refused_by_column_and_row_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with pytest.raises(Refused, match=r"a\.csv: The memo of 'row 2' holds a NUL"):
        write_table(path, columns=["id", "memo"], rows=[["row 1", "a"], ["row 2", "a\0b"]])
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_row_of_another_width_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        write_table(tmp_path / "a.csv", columns=["a"], rows=[["x", "y"]])
    assert list(tmp_path.iterdir()) == []
