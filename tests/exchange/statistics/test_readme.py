# SPDX-License-Identifier: MIT
"""The README of an export names every file, column and value, in lines that a plain editor shows."""

from dataclasses import replace
from pathlib import Path

from exchange import made_statistics as made

from annotator.exchange.statistics.readme import write_readme


def written(folder: Path, *others: str) -> str:
    path = folder / "README.txt"
    statistics = made.statistics(made.table(), made.table(name="articles"))
    files = {"annotations_long": folder / "annotations_long.csv"}
    write_readme(statistics, path, files=files, others=[folder / other for other in others])
    return path.read_text(encoding="utf-8")


def test_it_names_every_column_and_value(tmp_path: Path) -> None:
    text = " ".join(written(tmp_path).split())
    for variable in made.table().variables:
        assert f"{variable.name} (" in text
        assert " ".join(variable.label.split()) in text
        for value, label in variable.value_labels.items():
            assert f"{value} = {' '.join(label.split())}".strip() in text
    assert "A row is named by: id." in text
    assert "The words themselves." in text
    assert "articles.csv" not in text  # it has no file


def test_it_says_what_holds(tmp_path: Path) -> None:
    text = written(tmp_path)
    for word in ("ab12" * 16, "unicode-codepoint", "2026-03-01T12:34:56.789Z", "Discourse Annotator 0.1.0"):
        assert word in text
    assert "duplicates: All annotations are here." in text
    assert "missing, which is not zero" in " ".join(text.split())


def test_it_says_what_each_other_file_is(tmp_path: Path) -> None:
    text = " ".join(
        written(
            tmp_path, "load.R", "load.do", "load.sps", "datapackage.json", "a.sav", "a.zsav", "a.dta", "a.xlsx",
            "a_for_spss.csv", "a_spreadsheet.csv", "other.bin",
        ).split()
    )  # fmt: skip
    assert 'load.R: R: source("load.R", encoding = "UTF-8")' in text
    for name in ("load.do:", "load.sps:", "datapackage.json:", "a.sav: SPSS", "a.zsav: SPSS", "a.dta: Stata"):
        assert name in text
    for name in ("a.xlsx: Spreadsheets", "a_for_spss.csv: The CSV", "a_spreadsheet.csv: For spreadsheets", "other.bin"):
        assert name in text


def test_it_explains_the_columns_that_only_programs_have(tmp_path: Path) -> None:
    assert "NAME_day" not in written(tmp_path, "a.xlsx")
    for name in ("load.sps", "a.sav", "a.dta"):
        text = " ".join(written(tmp_path, name).split())
        assert "NAME_day" in text
        assert "NAME_truncated" in text


def test_the_package_is_named_before_it_is_there(tmp_path: Path) -> None:
    assert written(tmp_path).count("datapackage.json:") == 1
    assert written(tmp_path, "datapackage.json").count("datapackage.json:") == 1


def test_no_label_breaks_a_line(tmp_path: Path) -> None:
    assert all(not line.startswith("of two lines") for line in written(tmp_path).split("\n"))
    statistics = replace(made.statistics(), project="", modified="", policies={})
    write_readme(statistics, tmp_path / "README.txt", files={})
    text = (tmp_path / "README.txt").read_text(encoding="utf-8")
    assert "What holds" not in text
    assert text.startswith("Tables of a project whose name is not told\n")


def test_the_same_bytes_anywhere(tmp_path: Path) -> None:
    call = (
        "from annotator.exchange.statistics.readme import write_readme\n"
        "write_readme(statistics(), folder / 'README.txt', files={'annotations_long': folder / 'annotations_long.csv'})"
    )
    data = made.written_elsewhere(tmp_path, call)
    assert str(tmp_path).encode() not in data["README.txt"]
