# SPDX-License-Identifier: MIT
"""The sixth section: every other coefficient that was asked for, with a line on what each says."""

from annotator.agreement.catalogue import MEASURES, Measure, head_of
from annotator.agreement.result import Result
from annotator.reports.report_blocks import Block, Cell, Column, Kind, Section, Table, Tone, Words
from annotator.reports.report_cells import interval_cell, merged, value_cell
from annotator.reports.report_source import ReportSource


def advanced_section(source: ReportSource) -> Section:
    """Give one table over all measures, with their explanations before it."""
    blocks: list[Block] = [
        Words(
            "These figures answer other questions than alpha does and differ from it on the same codings. Say "
            "beforehand which one you will report; choosing the highest afterwards is not reporting.",
            Tone.CAUTION,
        )
    ]
    blocks += [_table(source, measure) for measure in MEASURES if _of(source, measure)]
    return Section("advanced", "Further coefficients", tuple(blocks))


def _of(source: ReportSource, measure: Measure) -> list[Result]:
    return [result for result in source.advanced if head_of(result.measure) == measure.name]


def _table(source: ReportSource, measure: Measure) -> Table:
    found = _of(source, measure)
    columns = (
        Column("Code", Kind.WORDS),
        *([Column("Value of", Kind.WORDS)] if _is_several(found) else []),
        Column("Value"),
        Column("Interval", Kind.INTERVAL),
    )
    rows = []
    for result in found:
        name = source.code_name(result.code)
        cells = [Cell(name[:1].upper() + name[1:] if result.code is None else name)]
        if _is_several(found):
            cells.append(Cell(_part(result)))
        rows.append((*cells, *merged([value_cell(result), interval_cell(result)])))
    return Table(
        name=f"advanced_{''.join(letter if letter.isalnum() else '_' for letter in measure.name)}",
        caption=measure.label,
        columns=columns,
        rows=tuple(rows),
        notes=(f"{measure.explanation} {measure.reference}.",),
    )


def _is_several(found: list[Result]) -> bool:
    return len({each.code for each in found}) < len(found)


def _part(result: Result) -> str:
    """Name one of several values of a measure: by its name after the colon, or by its threshold."""
    part = result.measure.partition(":")[2] or ("" if head_of(result.measure) == result.measure else result.measure)
    if "threshold" in result.settings:
        at = float(str(result.settings["threshold"]))
        part = "any overlap" if at < 0.001 else f"IoU {at:g}".replace("0.", ".")
    return part.replace("_", " ") or "value"
