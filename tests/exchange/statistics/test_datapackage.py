# SPDX-License-Identifier: MIT
"""The description of an export: every cell of every CSV agrees with it, every file with its hash."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from exchange import made_statistics as made

from annotator.domain import NotSaved
from annotator.exchange.comma_separated import write_table
from annotator.exchange.statistics.datapackage import write_datapackage


def packaged(folder: Path) -> dict[str, Any]:
    table = made.table()
    path = folder / "annotations_long.csv"
    write_table(path, columns=table.columns, rows=table.rows())
    other = folder / "My file.sav"
    other.write_bytes(b"$FL2")
    files = {table.name: path}
    write_datapackage(made.statistics(), folder / "datapackage.json", files=files, others=[other])
    package: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return package


def test_what_holds_for_the_whole(tmp_path: Path) -> None:
    package = packaged(tmp_path)
    assert package["title"] == 'A "project" 中'
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert package["offset_unit"] == "unicode-codepoint"
    assert package["journal_digest"] == "ab12" * 16
    assert package["application"] == "Discourse Annotator 0.1.0"
    assert package["policies"] == {"duplicates": "All annotations are here.", "filter": "Codes: 'a', \"b\"."}


def test_each_file_has_its_size_and_hash(tmp_path: Path) -> None:
    resources = packaged(tmp_path)["resources"]
    assert [resource["path"] for resource in resources] == ["annotations_long.csv", "My file.sav"]
    assert all(re.fullmatch(r"[a-z0-9._-]+", resource["name"]) for resource in resources)
    for resource in resources:
        data = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_every_cell_is_what_its_field_says(tmp_path: Path) -> None:
    resource = packaged(tmp_path)["resources"][0]
    rows = made.read_csv(tmp_path / resource["path"])
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == list(rows[0])
    assert resource["schema"]["missingValues"] == [""]
    assert resource["schema"]["primaryKey"] == ["id"]
    for field, cells in ((field, [row[field["name"]] for row in rows]) for field in fields):
        for cell in filter(None, cells):
            assert accepts(field, cell), (field["name"], cell)
    types = {field["name"]: field["type"] for field in fields}
    assert types["variable_all"] == "boolean"
    assert types["variable_str10"] == "number"
    assert types["variable_if"] == "integer"


def accepts(field: dict[str, Any], cell: str) -> bool:
    constraints = field.get("constraints", {})
    if "enum" in constraints and cell not in constraints["enum"]:
        return False
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], cell):
        return False
    if field["type"] == "boolean":
        return cell in field["trueValues"] + field["falseValues"]
    if field["type"] == "integer":
        known = [each["value"] for each in field.get("categories", [])]
        return re.fullmatch(r"-?\d+", cell) is not None and (not known or int(cell) in known)
    return field["type"] == "string" or isinstance(float(cell), float)


def test_labels_of_values_are_there(tmp_path: Path) -> None:
    fields = {field["name"]: field for field in packaged(tmp_path)["resources"][0]["schema"]["fields"]}
    assert {each["value"]: each["label"] for each in fields["grosse"]["categories"]} == made.CHOICES
    assert {each["value"]: each["label"] for each in fields["variable_end"]["categories"]} == made.NUMBERS
    assert fields["quote"]["title"] == made.LABEL


def test_a_table_without_a_file_is_left_out(tmp_path: Path) -> None:
    write_datapackage(made.statistics(), tmp_path / "datapackage.json", files={})
    assert json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))["resources"] == []
    with pytest.raises(NotSaved):
        write_datapackage(made.statistics(), tmp_path / "nowhere" / "datapackage.json", files={})


def test_the_same_bytes_anywhere(tmp_path: Path) -> None:
    call = (
        "from annotator.exchange.statistics.datapackage import write_datapackage\n"
        "(folder / 'a.csv').write_bytes(b'id')\n"
        "files = {'annotations_long': folder / 'a.csv'}\n"
        "write_datapackage(statistics(), folder / 'datapackage.json', files=files)"
    )
    data = made.written_elsewhere(tmp_path, call)
    assert str(tmp_path).encode() not in data["datapackage.json"]
