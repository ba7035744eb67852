# SPDX-License-Identifier: MIT
"""``annotator export``."""

from pathlib import Path
from typing import Any

import click

from annotator.cli.export_formats import WRITERS, Asked, write
from annotator.cli.export_options import export_options
from annotator.cli.options import ANY_PATH, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json


@click.command()
@project_argument
@click.option("--format", "formats", type=click.Choice(list(WRITERS)), multiple=True, required=True, help=(
    "What to write; repeat it for each. stats: all tables as CSV with what loads and explains them."
))  # fmt: skip
@click.option("--output", "directory", type=ANY_PATH, required=True, help="The folder to write to; made if need be.")
@export_options
@json_option
def export(project: Path, formats: tuple[str, ...], as_json: bool, **chosen: Any) -> None:
    """Write what is in PROJECT for other programs.

    annotations_long has a row for each annotation; README.txt, written with stats, explains every column. The
    same project and options give the same bytes.
    """
    with opened(project) as handle:
        reports = write(handle, Asked(**chosen), formats)
    written = [each for report in reports for each in report.written]
    findings = [each for report in reports for each in report.findings]
    if as_json:
        say_json({
            "files": [{"path": str(each.path), "rows": each.rows} for each in written],
            "findings": [
                {"kind": each.kind.value, "sentence": each.sentence, "count": each.count, "places": list(each.places)}
                for each in findings
            ],
        })  # fmt: skip
        return
    for each in written:
        say(f"Wrote {each.path} ({counted(each.rows, 'row')})" if each.rows else f"Wrote {each.path}")
    for finding in findings:
        say(f"{finding.sentence} ({finding.count:,})")
