# SPDX-License-Identifier: MIT
"""A whole folder of an export: the scripts find their files, and R and PSPP read the same numbers from them."""

from pathlib import Path

from exchange import made_statistics as made

from annotator.domain.tables import StatisticsTable
from annotator.exchange.comma_separated import write_table
from annotator.exchange.statistics.loaders import write_loaders


def exported(folder: Path, *tables: StatisticsTable) -> tuple[str, ...]:
    folder.mkdir(exist_ok=True)
    files = {table.name: folder / f"{table.name}.csv" for table in tables}
    for table in tables:
        write_table(files[table.name], columns=table.columns, rows=table.rows())
    return tuple(path.name for path in write_loaders(made.statistics(*tables), folder, files=files))


def test_a_table_with_line_breaks_has_a_twin(tmp_path: Path) -> None:
    plain = made.table(name="articles", rows=[("a", "one line", *[None] * 8)])
    written = exported(tmp_path, made.table(), plain)
    assert written == ("annotations_long_for_spss.csv", "load.R", "load.do", "load.sps")
    original = made.read_csv(tmp_path / "annotations_long.csv")
    twin = made.read_csv(tmp_path / "annotations_long_for_spss.csv")
    assert [row["id"] for row in twin] == [row["id"] for row in original]
    assert all("\n" not in cell for row in twin for cell in row.values())
    differing = [row["id"] for row, other in zip(original, twin, strict=True) if row != other]
    assert differing == ["r1"]
    syntax = (tmp_path / "load.sps").read_text(encoding="utf-8")
    assert "'annotations_long_for_spss.csv'" in syntax
    assert "'articles.csv'" in syntax
    assert '"annotations_long.csv"' in (tmp_path / "load.R").read_text(encoding="utf-8")


def test_r_and_pspp_count_alike(tmp_path: Path) -> None:
    folder = tmp_path / "an 'export'"
    exported(folder, made.table())
    counting = """
    source("load.R")
    d <- annotations_long
    cat(sum(is.na(d$variable_if)), sum(d$variable_if == 0, na.rm = TRUE), sum(is.na(d$variable_all)),
        sum(!d$variable_all, na.rm = TRUE), sum(is.na(d$grosse)))
    """
    by_r = [int(number) for number in made.run_r(folder, counting).split()]
    save = "SAVE TRANSLATE /OUTFILE='read.csv' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES.\n"
    made.run_pspp(folder, f"INSERT FILE='load.sps'.\n{save}")
    read = made.read_csv(folder / "read.csv")
    found = {name: [row[name].strip() for row in read] for name in ("variable_if", "variable_all", "grosse")}
    by_pspp = [found["variable_if"].count(""), found["variable_if"].count("0"), found["variable_all"].count("")]
    by_pspp += [found["variable_all"].count("0"), found["grosse"].count("")]
    assert by_r == by_pspp
    assert min(by_r) > 0


def test_only_tables_with_a_file_are_loaded(tmp_path: Path) -> None:
    assert [path.name for path in write_loaders(made.statistics(), tmp_path, files={})] == [
        "load.R",
        "load.do",
        "load.sps",
    ]
    assert "annotations_long" not in (tmp_path / "load.R").read_text(encoding="utf-8")
    made.run_r(tmp_path, 'source("load.R")')


def test_the_same_bytes_anywhere(tmp_path: Path) -> None:
    call = (
        "from annotator.exchange.statistics.loaders import write_loaders\n"
        "write_loaders(statistics(), folder, files={'annotations_long': folder / 'annotations_long.csv'})"
    )
    assert len(made.written_elsewhere(tmp_path, call)) == 4
