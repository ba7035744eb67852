# SPDX-License-Identifier: MIT
"""``datapackage.json``: what every file of an export is, for people and for programs (Data Package, Table Schema).

Each CSV has its columns with types, labels, allowed values and missing values; every file has its
size and SHA-256. Yes and no are ``true`` and ``false``. Dates may be partial, so their type is ``string`` with a
pattern and their own ``annotator:kind``. The package names the unit of offsets, the state of the project and the
choices in force.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from annotator.domain.tables import StatisticsSet, StatisticsTable, Variable, VariableKind
from annotator.domain.variable_names import variable_names
from annotator.exchange.outgoing_files import replacing

Described: TypeAlias = "dict[str, object]"

_TYPES = {
    VariableKind.TEXT: "string",
    VariableKind.INTEGER: "integer",
    VariableKind.NUMBER: "number",
    VariableKind.YES_NO: "boolean",
    VariableKind.DATE: "string",
    VariableKind.CHOICE: "string",
}
_MEDIA_TYPES = {
    ".csv": "text/csv",
    ".dta": "application/x-stata-dta",
    ".sav": "application/x-spss-sav",
    ".zsav": "application/x-spss-sav",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".json": "application/json",
}
_BLOCK = 1 << 20


def write_datapackage(
    statistics: StatisticsSet, path: Path, *, files: Mapping[str, Path], others: Sequence[Path] = ()
) -> None:
    """Describe files that are written already; they stand in the folder of ``path``.

    ``files`` has the raw CSV of each table by the table's name; a table without one is left out.
    ``others`` are all further files. Raises NotSaved where the disk refuses.
    """
    tables = [table for table in statistics.tables if table.name in files]
    package: Described = {
        "profile": "tabular-data-package" if not others else "data-package",
        "name": variable_names([statistics.project], fallback="project")[0],
        "title": statistics.project,
        **({"created": statistics.modified} if statistics.modified else {}),
        "application": statistics.application,
        "offset_unit": statistics.offset_unit,
        "journal_digest": statistics.digest,
        "policies": dict(statistics.policies),
        "resources": [_of_table(table, files[table.name]) for table in tables] + [_of_file(each) for each in others],
    }
    with replacing(path) as file:
        file.write(json.dumps(package, ensure_ascii=False, indent=2).encode() + b"\n")


def _of_table(table: StatisticsTable, path: Path) -> Described:
    schema: Described = {"fields": [_field(variable) for variable in table.variables], "missingValues": [""]}
    if table.key_columns:
        schema["primaryKey"] = list(table.key_columns)
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        **_bytes_of(path),
        "profile": "tabular-data-resource",
        "format": "csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _of_file(path: Path) -> Described:
    name = path.name.lower().replace(".", "-").replace(" ", "-")
    return {"name": name, **_bytes_of(path), "profile": "data-resource", "format": path.suffix.lstrip(".").lower()}


def _bytes_of(path: Path) -> Described:
    """Give what is told by the bytes of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    media_type = _MEDIA_TYPES.get(path.suffix.lower(), "text/plain")
    return {
        "path": path.name,
        "mediatype": media_type,
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest.hexdigest()}",
    }


def _field(variable: Variable) -> Described:
    field: Described = {
        "name": variable.name,
        "type": _TYPES[variable.kind],
        "title": variable.label,
        "description": variable.description,
        "annotator:measure": variable.measure.value,
    }
    if variable.kind is VariableKind.YES_NO:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    elif variable.kind is VariableKind.NUMBER:
        field |= {"decimalChar": "."}
    elif variable.kind is VariableKind.DATE:
        field |= {"annotator:kind": "ISO 8601 date, possibly partial", "constraints": {"pattern": r"\d{4}(-\d{2}.*)?"}}
    if variable.value_labels and variable.kind in {VariableKind.CHOICE, VariableKind.INTEGER}:
        field["categories"] = [{"value": value, "label": label} for value, label in variable.value_labels.items()]
    if variable.kind is VariableKind.CHOICE:
        field["constraints"] = {"enum": list(variable.value_labels)}
    return field
