# SPDX-License-Identifier: MIT
"""``annotator articles PROJECT import`` and ``export``: what is known of the articles as a table."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, acting, acting_option, json_option, opened
from annotator.cli.output import counted, say, say_json
from annotator.operations import MetadataPreview, RowFault

_SHOWN = 20


@click.command("import")
@click.argument("file", type=ANY_PATH)
@click.option("--key", metavar="COLUMN", help="Which column names the articles; else the one that finds most of them.")
@click.option("--known-fields", is_flag=True, help="Leave unknown columns out; else they become fields of text.")
@click.option("--clear", "clears", is_flag=True, help="Let an empty cell take a value away; else it leaves it.")
@click.option("--skip-refused", is_flag=True, help="Leave out the values that a field does not take.")
@click.option("--dry-run", is_flag=True, help="Only say what would change; nothing is written.")
@json_option
@acting_option
@click.pass_obj
def import_table(
    project: Path,
    /,
    file: Path,
    *,
    key: str | None,
    dry_run: bool,
    as_json: bool,
    acting_name: str | None,
    **chosen: bool,
) -> None:
    """Take values from FILE, CSV or XLSX: one row for an article, one column for a field.

    A column names the article by its name, identity, SHA-256 or title. All of it or nothing, as one step
    that can be undone; the same file again changes nothing.
    """
    with opened(project) as handle:
        define, clears = not chosen["known_fields"], chosen["clears"]
        if dry_run:
            preview = operations.preview_metadata(handle, path=file, key=key, define=define, clears=clears)
        else:
            preview = operations.import_metadata(
                handle, author=acting(acting_name, handle).id, path=file, key=key, define=define, clears=clears,
                skip_refused=chosen["skip_refused"],
            ).value  # fmt: skip
    if as_json:
        say_json(preview_as_json(preview))
    else:
        _describe(preview, dry_run=dry_run)


@click.command("export")
@click.argument("file", type=ANY_PATH)
@click.pass_obj
def export_table(project: Path, file: Path) -> None:
    """Write what is known of all articles to FILE, a CSV that a spreadsheet opens and "import" takes back."""
    with opened(project) as handle:
        made = operations.export_metadata(handle, path=file)
    say(f"Wrote {counted(made.rows, 'article')} to {made.path}.")


def preview_as_json(preview: MetadataPreview) -> dict[str, object]:
    """Give what a table changes or would change."""
    return {
        "file": preview.name,
        "key": preview.key.heading,
        "names_articles_by": preview.key.kind.value,
        "matched": len(preview.matched),
        "unmatched": [_fault(each) for each in preview.unmatched],
        "not_in_the_table": preview.unnamed,
        "fields": {each.heading: each.field for each in preview.columns.taken},
        "new_fields": [each.name for each in preview.new_fields],
        "columns_left_out": {each.heading: each.reason for each in preview.left_out},
        "changes": [
            {"document": each.document, "field": each.field, "before": each.before, "after": each.after}
            for each in preview.changes
        ],
        "refused": [_fault(each) for each in preview.refused],
        "findings": [
            {"kind": each.kind.value, "sentence": each.sentence, "count": each.count, "places": list(each.places)}
            for each in preview.findings
        ],
    }


def _fault(fault: RowFault) -> dict[str, object]:
    return {"line": fault.line, "column": fault.column, "why": fault.sentence}


def _describe(preview: MetadataPreview, *, dry_run: bool) -> None:
    found = counted(len(preview.matched), "article")
    by = preview.key.kind.value
    are = "is" if preview.unnamed == 1 else "are"
    say(f"The column “{preview.key.heading}” names {found} by {by}; {preview.unnamed:,} {are} not in it.")
    for field in preview.new_fields:
        say(f"The column “{field.name}” {'would become' if dry_run else 'became'} a new field.")
    for finding in preview.findings:
        say(f"{finding.sentence} ({finding.count:,})" if finding.count > 1 else finding.sentence)
    for column in preview.left_out:
        say(f"The column “{column.heading}” is left out: {column.reason}.")
    _list(preview.unmatched)
    _list(preview.refused)
    say(f"{counted(len(preview.changes), 'value')} {'would change' if dry_run else 'changed'}.")


def _list(faults: Sequence[RowFault]) -> None:
    for fault in faults[:_SHOWN]:
        say(f"Line {fault.line}: {fault.sentence}.")
    if len(faults) > _SHOWN:
        say(f"... and {len(faults) - _SHOWN:,} lines more.")
