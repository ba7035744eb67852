# SPDX-License-Identifier: MIT
"""``annotator codebook``: the codes of a project, and codebooks in and out."""

import json
from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain.codebook import code_as_json
from annotator.exchange.findings import Finding
from annotator.operations import CodebookMode, CodebookPreview


@click.group()
def codebook() -> None:
    """List the codes of a project; take codebooks in, write them out."""


@codebook.command("list")
@project_argument
@json_option
def list_codes(project: Path, as_json: bool) -> None:
    """List the codes of PROJECT in their order."""
    with opened(project) as handle:
        codes = operations.overview(handle).codebook.codes
    if as_json:
        say_json([code_as_json(code) for code in codes])
        return
    for code in codes:
        notes = [f"key {code.shortcut.upper()}"] if code.shortcut else []
        notes += [f"in {code.category}"] if code.category else []
        notes += ["retired"] if code.retired else []
        say(f"{code.short_name}: {code.name}" + (f" ({', '.join(notes)})" if notes else ""))


@codebook.command("import")
@project_argument
@click.argument("file", type=ANY_PATH)
@click.option("--update", is_flag=True, help="Give codes that are here already what FILE says of them.")
@click.option("--dry-run", is_flag=True, help="Only say what would be added and changed.")
@acting_option
@json_option
def import_codebook(
    project: Path, file: Path, update: bool, dry_run: bool, acting_name: str | None, as_json: bool
) -> None:
    """Take the codes of FILE into PROJECT: REFI-QDA (.qdc, .qdpx), CSV, Markdown or another project.

    New codes are added, those that are here stay as they are, and none is removed.
    """
    mode = CodebookMode.UPDATE if update else CodebookMode.ADD
    with opened(project) as handle:
        if dry_run:
            preview = operations.preview_codebook(handle, path=file, mode=mode)
        else:
            author = acting(acting_name, handle).id
            preview = operations.import_codebook(handle, author=author, path=file, mode=mode).value
    if as_json:
        say_json(preview_as_json(preview))
        return
    _describe(preview, mode=mode, dry_run=dry_run)


@codebook.command("export")
@project_argument
@click.argument("file", type=ANY_PATH)
@json_option
def export_codebook(project: Path, file: Path, as_json: bool) -> None:
    """Write the codes of PROJECT to FILE: REFI-QDA (.qdc), CSV or Markdown (.md), by its suffix."""
    with opened(project) as handle:
        findings = operations.export_codebook(handle, path=file)
        number = len(operations.overview(handle).codebook.codes)
    if as_json:
        say_json({"file": str(file), "codes": number, "findings": _findings_as_json(findings)})
        return
    say(f"Wrote {counted(number, 'code')} to {file}.")
    _say_findings(findings)


def _describe(preview: CodebookPreview, *, mode: CodebookMode, dry_run: bool) -> None:
    added = "Would add" if dry_run else "Added"
    say(f"{added} {counted(len(preview.new), 'code')}.")
    for code in preview.new:
        say(f"  {code.short_name}: {code.name}")
    if preview.changed:
        done = ("Would change" if dry_run else "Changed") if mode is CodebookMode.UPDATE else "Left as they are here"
        say(f"{done}: {counted(len(preview.changed), 'code')} of which the file says otherwise.")
    for each in preview.changed:
        for field in each.fields:
            say(f"  {each.known.short_name}, {field.field}: {_short(field.here)} here, {_short(field.there)} there")
    if preview.same:
        say(f"{counted(len(preview.same), 'code')} the same here.")
    for collision in preview.collisions:
        say(f"{collision.where}: {collision.sentence}")
    _say_findings(preview.findings)


def _short(value: object) -> str:
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= 60 else f"{words[:60]}…"


def _say_findings(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        say(f"{finding.sentence} ({finding.count:,})")


def preview_as_json(preview: CodebookPreview) -> dict[str, object]:
    """Give what a codebook file would do."""
    return {
        "new": [code_as_json(code) for code in preview.new],
        "changed": [
            {
                "id": each.known.id,
                "short_name": each.known.short_name,
                "fields": [{"field": field.field, "here": field.here, "there": field.there} for field in each.fields],
            }
            for each in preview.changed
        ],
        "same": [code.short_name for code in preview.same],
        "collisions": [
            {"where": each.where, "field": each.field, "sentence": each.sentence} for each in preview.collisions
        ],
        "findings": _findings_as_json(preview.findings),
    }


def _findings_as_json(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    return [
        {"kind": each.kind.value, "sentence": each.sentence, "count": each.count, "places": list(each.places)}
        for each in findings
    ]
