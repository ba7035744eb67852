# SPDX-License-Identifier: MIT
"""The scripts that load an export's CSV files in R, Stata and SPSS, with types, labels and missing values."""

from collections.abc import Mapping
from pathlib import Path

from annotator.domain.tables import StatisticsSet
from annotator.exchange.comma_separated import write_table
from annotator.exchange.outgoing_files import replacing
from annotator.exchange.statistics.load_r import r_script
from annotator.exchange.statistics.load_spss import measure_texts, rows_of_one_line, spss_script
from annotator.exchange.statistics.load_stata import stata_script

SUFFIX_FOR_SPSS = "_for_spss"


def write_loaders(statistics: StatisticsSet, directory: Path, *, files: Mapping[str, Path]) -> tuple[Path, ...]:
    """Write load.R, load.do and load.sps into the folder of the CSV files and give what was written.

    ``files`` has the raw CSV of each table by the table's name; a table without one is left out. For a
    table with line breaks in its cells there is ``NAME_for_spss.csv`` besides.
    """
    measures = {table.name: measure_texts(table) for table in statistics.tables if table.name in files}
    twins = {
        name: directory / f"{name}{SUFFIX_FOR_SPSS}.csv"
        for name, measured in measures.items()
        if measured.has_line_breaks
    }
    for table in statistics.tables:
        if table.name in twins:
            write_table(twins[table.name], columns=table.columns, rows=rows_of_one_line(table.rows()))
    scripts = {
        "load.R": r_script(statistics, files=files),
        "load.do": stata_script(statistics, files=files),
        "load.sps": spss_script(statistics, files={**files, **twins}, measures=measures),
    }
    for name, script in scripts.items():
        with replacing(directory / name) as file:
            file.write(script.encode())
    return (*twins.values(), *(directory / name for name in scripts))
