# SPDX-License-Identifier: MIT
"""A project of an older format on the command line: every command opens it, and it can be merged as it is."""

import gzip
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from cli.conftest import Answer

Call = Callable[..., Answer]
FIXTURES = Path(__file__).parents[1] / "store" / "fixtures"
DIGESTS = {
    1: "5c68405498b615ebd4955fd548f8ff8935af0fb567625c7686d49336a70186ea",
    2: "c0b7329e410b495d8f4ceee183d421a88d196867653f22f9ca0b0fc1c9d4f5ad",
}


@pytest.fixture(params=DIGESTS)
def was(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def old(tmp_path: Path, was: int) -> Path:
    path = tmp_path / "old.annotator"
    path.write_bytes(gzip.decompress((FIXTURES / f"format_{was}.annotator.gz").read_bytes()))
    return path


def file_format(path: Path) -> int:
    with closing(sqlite3.connect(path)) as reader:
        return int(reader.execute("PRAGMA user_version").fetchone()[0])


def test_it_is_checked_counted_and_upgraded(old: Path, was: int, call: Call) -> None:
    assert file_format(old) == was
    checked = call("check", old)
    assert (checked.code, checked.err) == (0, "")
    assert "No fault found." in checked.out
    assert file_format(old) == 3
    answer = call("info", old, "--json").json
    assert (answer["journal_digest"], answer["annotations"]) == (DIGESTS[was], 4)
    assert [each["coder"] for each in call("board", old, "--json").json["coders"]] == ["Anna", "Bo"]


def test_it_is_merged_as_it_is(old: Path, tmp_path: Path, call: Call) -> None:
    other = tmp_path / "other.annotator"
    other.write_bytes(old.read_bytes())
    before = other.read_bytes()
    merged = call("merge", old, other, "--reanchor", "--as", "Mara")
    assert (merged.code, merged.err) == (0, "")
    assert other.read_bytes() == before
    # The merge that was taken back in this copy comes again with the other.
    assert call("info", old, "--json").json["annotations"] == 5


def test_every_command_that_changes_it_works(old: Path, call: Call) -> None:
    assert call("people", old, "--add", "Cara", "--as", "Mara").code == 0
    assert call("rounds", old, "--add", "retest", "--active", "retest", "--as", "Mara").code == 0
    assert call("assign", old, "--rule", "--each", 1, "--as", "Mara").code == 0
    assert call("check", old).code == 0
