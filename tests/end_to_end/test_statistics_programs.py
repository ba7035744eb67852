# SPDX-License-Identifier: MIT
"""The demonstration's whole export in R and PSPP: each table against its CSV, cell by cell, missing against 0."""

import json
import re
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from exchange import made_statistics as made

from annotator import operations
from annotator.domain import Coder, Span

Cells: TypeAlias = "list[str | float | None]"

DUMP = """
options(warn = 2)
dump <- function(d, name) {
  words <- lapply(d, function(x) {
    word <- if (is.factor(x) || is.logical(x)) as.character(as.integer(x))
      else if (is.numeric(x)) sprintf("%.17g", as.numeric(x)) else as.character(x)
    word[is.na(x)] <- ""
    word
  })
  utils::write.csv(as.data.frame(words, check.names = FALSE), paste0(name, ".out"), row.names = FALSE)
}
"""
BREAKS = re.compile(r"[\x01-\x08\x0a-\x1f\x7f-\x9f]+")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an export in every form, of a project in which one coder has finished and others have not."""
    root = tmp_path_factory.mktemp("statistics")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANNOTATOR_HOME", str(root / "home"))
        lead: Coder = operations.person("Mara Lindqvist")
        project = operations.open_project(operations.make_demo(root / "demo", me=lead).path)
        third = operations.person("O'Kafor 中")
        operations.add_coder(project, author=lead.id, coder=third)
        document = operations.overview(project).documents[0].document.id
        code = operations.overview(project).codebook.codes[0].id
        operations.annotate(project, coder=third.id, document=document, code=code, span=Span.of(0, 20))
        operations.export_statistics(project, directory=root / "export", formats=("stats", "sav", "zsav", "dta"))
        operations.close_project(project)
    return root / "export"


def tables(folder: Path) -> dict[str, list[dict[str, Any]]]:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return {each["name"]: each["schema"]["fields"] for each in package["resources"] if "schema" in each}


def is_number(field: dict[str, Any]) -> bool:
    return field["type"] in ("integer", "number", "boolean") or "enum" in field.get("constraints", {})


def expected(field: dict[str, Any], cells: list[str]) -> Cells:
    """Give what the cells of a column of the CSV mean in a statistics program."""
    if "enum" in field.get("constraints", {}):
        numbers = {str(word): float(place) for place, word in enumerate(field["constraints"]["enum"], start=1)}
    elif field["type"] == "boolean":
        numbers = {"true": 1.0, "false": 0.0}
    elif is_number(field):
        return [float(cell) if cell else None for cell in cells]
    else:
        return [cell or None for cell in cells]
    return [numbers[cell] if cell else None for cell in cells]


def found(field: dict[str, Any], cells: list[str]) -> Cells:
    if is_number(field):
        return [float(cell) if cell.strip() else None for cell in cells]
    return [cell or None for cell in cells]


def ended(cell: str | float | None) -> str | float | None:
    """Give a text without the blanks at its end, which SPSS has no notion of and haven takes off."""
    return cell.rstrip(" ") or None if isinstance(cell, str) else cell


def assert_same(folder: Path, name: str, read: Path, *, without_breaks: bool = False) -> None:
    original, other = made.read_csv(folder / f"{name}.csv"), made.read_csv(read)
    assert len(original) == len(other), name
    for field in tables(folder)[name]:
        wanted = expected(field, [row[field["name"]] for row in original])
        there = found(field, [row[field["name"]] for row in other])
        if is_number(field):
            made.assert_same_numbers([cell for cell in there if not isinstance(cell, str)], wanted)
            continue
        if without_breaks:
            wanted = [BREAKS.sub(" ", cell) if isinstance(cell, str) else cell for cell in wanted]
        assert [ended(cell) for cell in there] == [ended(cell) for cell in wanted], (name, field["name"])


def test_the_export_has_what_must_not_be_confused(folder: Path) -> None:
    rows = made.read_csv(folder / "article_code.csv")
    assert {row["n"] == "" for row in rows} == {True, False}
    assert "0" in {row["n"] for row in rows}
    assert len(tables(folder)) >= 10


def test_r_loads_every_table(folder: Path) -> None:
    dumps = "\n".join(f'dump({name}, "{name}")' for name in tables(folder))
    made.run_r(folder, f'{DUMP}source("load.R")\n{dumps}')
    for name in tables(folder):
        assert_same(folder, name, folder / f"{name}.out")


def test_haven_reads_every_stata_file(folder: Path) -> None:
    dumps = "\n".join(f'dump(haven::zap_labels(haven::read_dta("{name}.dta")), "{name}")' for name in tables(folder))
    made.run_r(folder, DUMP + dumps)
    for name in tables(folder):
        assert_same(folder, name, folder / f"{name}.out")


@pytest.mark.parametrize("ending", ["sav", "zsav"])
def test_pspp_reads_every_spss_file(folder: Path, ending: str) -> None:
    commands = [f"GET FILE='{name}.{ending}'.\n{saving(name)}" for name in tables(folder)]
    made.run_pspp(folder, "\n".join(commands))
    for name in tables(folder):
        assert_same(folder, name, folder / f"{name}.out")


def test_pspp_loads_every_table(folder: Path) -> None:
    commands = [f"DATASET ACTIVATE {name}.\n{saving(name)}" for name in tables(folder)]
    made.run_pspp(folder, "INSERT FILE='load.sps'.\n" + "\n".join(commands))
    for name in tables(folder):
        assert_same(folder, name, folder / f"{name}.out", without_breaks=True)


def saving(name: str) -> str:
    return f"SAVE TRANSLATE /OUTFILE='{name}.out' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES."
