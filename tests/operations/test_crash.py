# SPDX-License-Identifier: MIT
"""A report of a fault says where, and never what was read."""

from datetime import UTC, datetime
from pathlib import Path

from annotator.operations.crash import crash_report, write_crash_report

SECRET = "the words of an article"
NOW = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)


def _raised() -> Exception:
    try:
        try:
            int(SECRET)
        except ValueError as first:
            raise RuntimeError(SECRET) from first
    except RuntimeError as error:
        return error


def test_report_names_kinds_files_and_functions() -> None:
    words = crash_report(_raised(), now=NOW)
    assert "2026-05-04T03:02:01+00:00" in words
    assert "test_crash.py" in words
    assert "in _raised" in words
    assert words.index("ValueError") < words.index("which led to") < words.index("RuntimeError")


def test_report_holds_no_message() -> None:
    assert SECRET not in crash_report(_raised(), now=NOW)


def test_report_is_a_file_in_the_folder(tmp_path: Path) -> None:
    path = write_crash_report(_raised(), folder=tmp_path / "logs")
    assert path is not None
    assert path.parent == tmp_path / "logs"
    assert path.read_text(encoding="utf-8").endswith("RuntimeError\n")


def test_a_folder_that_cannot_be_made_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file stands in the way", encoding="utf-8")
    assert write_crash_report(_raised(), folder=tmp_path / "logs") is None


def test_a_chain_that_leads_back_to_itself_ends() -> None:
    first, second = ValueError("a"), KeyError("b")
    first.__context__, second.__context__ = second, first
    assert crash_report(first, now=datetime.now(tz=UTC)).count("ValueError") == 1
