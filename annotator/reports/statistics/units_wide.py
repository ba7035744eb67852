# SPDX-License-Identifier: MIT
"""``units_wide_CODE``: one row per unit, one column per coder: coded, not coded, or missing.

1 where the coder marked the unit with the code, 0 where the coder finished the article without marking
it and could use the code, empty where nobody can say. These are the values that agreement is measured
on: excluded characters are cut out first, a unit with none left is absent, and a unit is coded where a
span touches what is left of it or, by the other rule, covers at least half.
"""

from collections.abc import Iterator, Mapping, Sequence

from annotator.domain import Code, CodeId, Coder, CoderId, DocumentId
from annotator.domain.tables import Cell, Row, StatisticsTable
from annotator.domain.variable_names import variable_names
from annotator.reports.statistics import variables as of
from annotator.reports.statistics.study import Bounds, Excluded, Place, Study

PREFIX = "units_wide_"
_LONGEST_CODE = 20
_KEYS = ("document_id", "round", "unit_id", "unit_start", "unit_end")


def units_wide(study: Study) -> tuple[StatisticsTable, ...]:
    """Build one table for each code, in the order of the codebook."""
    return tuple(_table(study, code, name) for code, name in zip(study.codes, units_wide_names(study), strict=True))


def units_wide_names(study: Study) -> tuple[str, ...]:
    """Give the names of the tables, one for each code."""
    words = (code.short_name for code in study.codes)
    return tuple(PREFIX + name for name in variable_names(words, longest=_LONGEST_CODE, fallback="code"))


def coder_columns(study: Study) -> dict[CoderId, str]:
    """Give the column of each coder in these tables. The consensus has none beside coders: it is nobody's reading."""
    coders = rated_by(study)
    names = variable_names((coder.name for coder in coders), taken=_KEYS, fallback="coder")
    return {coder.id: name for coder, name in zip(coders, names, strict=True)}


def rated_by(study: Study) -> tuple[Coder, ...]:
    """Give whose readings are compared: the coders, or the consensus where it stands alone."""
    coders = tuple(coder for coder in study.coders if coder.id != study.consensus)
    return coders or study.coders


def _table(study: Study, code: Code, name: str) -> StatisticsTable:
    columns = coder_columns(study)
    rule = "touched by a span" if study.rule == "touched" else "at least half covered by spans"
    return StatisticsTable(
        name=name,
        title=f"{code.name}: {study.unit} by coder",
        description=(
            f"One row per {study.unit} and round, one column per coder, for the code {code.short_name}. A {study.unit} "
            f"is coded (1) where it is {rule}; it is not coded (0) where the coder finished the article and could use "
            "the code; else the cell is empty. Articles that no coder finished are absent, so are units that lie "
            "wholly in accepted excluded regions. Duplicates are never left out here."
        ),
        variables=(
            of.DOCUMENT_ID,
            of.ROUND,
            of.count("unit_id", "Unit", f"number of the {study.unit} in its article, from 1, excluded ones counted"),
            of.count("unit_start", "Start of the unit", "its first character, counted from 0 in Unicode code points"),
            of.count("unit_end", "End of the unit", "position after its last character"),
            *(
                of.coded(columns[coder.id], coder.name, f"what {coder.name} said of the unit")
                for coder in rated_by(study)
            ),
        ),
        rows=lambda: _rows(study, code, tuple(columns)),
        key_columns=("document_id", "round", "unit_id"),
    )  # fmt: skip


def _rows(study: Study, code: Code, coders: tuple[CoderId, ...]) -> Iterator[Row]:
    for document in study.documents:
        if document.id in study.superseded:
            continue
        places = [Place(document, name) for name in study.rounds]
        values = {place.round: [study.gives_value(coder, place, code.id) for coder in coders] for place in places}
        if not any(map(any, values.values())):
            continue
        excluded = study.excluded(document.id)
        units = countable_units(study.units_of(document), excluded)
        spans = _spans(study, document.id, code=code.id, excluded=excluded)
        for name, gives in values.items():
            if any(gives):
                columns = [
                    marked(units, spans.get((name, coder), ()), rule=study.rule) if given else [None] * len(units)
                    for coder, given in zip(coders, gives, strict=True)
                ]
                for (number, start, end, _, _), *cells in zip(units, *columns, strict=True):
                    yield document.id, name, number, start, end, *cells


def _spans(
    study: Study, document: DocumentId, *, code: CodeId, excluded: Excluded
) -> Mapping[tuple[str, CoderId], list[tuple[int, int]]]:
    """Give the spans of a code on the text closed up over the excluded regions, by round and coder."""
    found: dict[tuple[str, CoderId], list[tuple[int, int]]] = {}
    for each in study.marks_of(document):
        if each.code == code:
            closed = excluded.close(each.start), excluded.close(each.end)
            found.setdefault((each.round, each.coder), []).append(closed)
    return found


Unit = tuple[int, int, int, int, int]
"""A unit: its number, its bounds in the text, its bounds on the closed text."""


def countable_units(bounds: Bounds, excluded: Excluded) -> list[Unit]:
    """Give the units of which any character is left, each with its number among all."""
    placed = (
        (number, start, end, excluded.close(start), excluded.close(end))
        for number, (start, end) in enumerate(bounds, start=1)
    )
    return [unit for unit in placed if unit[3] < unit[4]]


def marked(units: Sequence[Unit], spans: Bounds, *, rule: str) -> list[Cell]:
    """Say of each unit whether these spans of the closed text code it: 1 or 0."""
    if not spans:
        return [0] * len(units)
    union = Excluded.of(spans)
    values: list[Cell] = []
    for _, _, _, start, end in units:
        covered = end - start - union.left_of(start, end)
        values.append(int(covered > 0 if rule == "touched" else 2 * covered >= end - start))
    return values
