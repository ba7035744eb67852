# SPDX-License-Identifier: MIT
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import ARTICLES, Answer

Call = Callable[..., Answer]
ONE, TWO, *_ = (each.name for each in ARTICLES)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "values.csv"
    path.write_text(f"file,Outlet,tone,empty\n{ONE},Daily,grave,\n{TWO},,light,\nnone.txt,Daily,,\n", encoding="utf-8")
    return path


def test_a_table_is_looked_at_then_taken_in_and_written_again(
    project: Path, table: Path, tmp_path: Path, call: Call
) -> None:
    before = call("info", project, "--json").json["journal_digest"]
    looked = call("articles", project, "import", table, "--dry-run")
    assert (looked.code, looked.err) == (0, "")
    assert looked.out == (
        "The column “file” names 2 articles by name; 1 is not in it.\n"
        "The column “tone” would become a new field.\n"
        "The column “empty” is left out: it holds nothing.\n"
        "Line 4: no article of the project is called “none.txt”.\n"
        "3 values would change.\n"
    ).replace("1 are", f"{len(ARTICLES) - 2} are")
    assert call("info", project, "--json").json["journal_digest"] == before
    taken = call("articles", project, "import", table, "--json", "--as", "Mara").json
    assert [each["after"] for each in taken["changes"]] == ["Daily", "grave", "light"]
    assert (taken["names_articles_by"], taken["new_fields"]) == ("name", ["tone"])
    assert call("articles", project, "import", table, "--as", "Mara").out.endswith("0 values changed.\n")
    written = tmp_path / "out.csv"
    assert call("articles", project, "export", written).out == f"Wrote {len(ARTICLES)} articles to {written}.\n"
    again = call("articles", project, "import", written, "--clear", "--as", "Mara")
    assert again.out.endswith("0 values changed.\n")


def test_what_a_table_must_not_do_is_chosen(project: Path, table: Path, call: Call) -> None:
    call("articles", project, "import", table, "--known-fields", "--key", "FILE", "--as", "Mara")
    assert call("articles", project, "fields", "--json").json == []
    cleared = table.with_name("cleared.csv")
    cleared.write_text(f"file,outlet\n{ONE},\n", encoding="utf-8")
    assert call("articles", project, "import", cleared, "--as", "Mara").out.endswith("0 values changed.\n")
    assert call("articles", project, "import", cleared, "--clear", "--as", "Mara").out.endswith("1 value changed.\n")


def test_a_value_that_a_field_does_not_take_is_told_by_line(project: Path, table: Path, call: Call) -> None:
    table.write_text(f"file,date\n{ONE},1.1.2026\n{TWO},2026\n", encoding="utf-8")
    looked = call("articles", project, "import", table, "--dry-run")
    assert "Line 2: " in looked.out
    refused = call("articles", project, "import", table, "--json", "--as", "Mara")
    assert (refused.code, refused.error["where"]) == (1, "values.csv, line 2")
    taken = call("articles", project, "import", table, "--skip-refused", "--as", "Mara")
    assert taken.out.endswith("1 value changed.\n")


def test_many_faults_are_not_all_listed(project: Path, table: Path, call: Call) -> None:
    table.write_text(f"file,outlet\n{ONE},a\n" + "x,y\n" * 50, encoding="utf-8")
    looked = call("articles", project, "import", table, "--dry-run")
    assert "... and 30 lines more.\n" in looked.out


@pytest.mark.parametrize("words", [("nowhere.csv",), (".",)])
def test_what_is_no_table_is_refused(project: Path, call: Call, words: tuple[str, ...]) -> None:
    answer = call("articles", project, "import", *words, "--as", "Mara")
    assert (answer.code, answer.out) == (1, "")


def test_a_column_that_is_not_there(project: Path, table: Path, call: Call) -> None:
    answer = call("articles", project, "import", table, "--key", "name", "--dry-run")
    assert answer.code == 2
    assert "Its columns are: file, Outlet, tone, empty." in answer.err


def test_a_guessed_encoding_is_told(project: Path, tmp_path: Path, call: Call) -> None:
    (tmp_path / "old.csv").write_bytes(f"file,outlet\n{ONE},Le Courrier déclare: été à Noël\n".encode("cp1252"))
    words = call("articles", project, "import", tmp_path / "old.csv", "--dry-run").out
    assert "The table does not tell its encoding; it was read as cp1252.\n" in words
