# SPDX-License-Identifier: MIT
"""``annotator merge``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import LockedOrDamaged, Refused
from annotator.operations import MergePreview, MergeResult


@click.command()
@project_argument
@click.argument("files", nargs=-1, required=True, type=ANY_PATH)
@click.option("--dry-run", is_flag=True, help="Only say what the merge would do; nothing is written.")
@json_option
@acting_option
def merge(project: Path, files: tuple[Path, ...], dry_run: bool, as_json: bool, acting_name: str | None) -> None:
    """Take everything from the project FILES that PROJECT lacks: all of it, or nothing. Nobody's work is lost."""
    with opened(project) as handle:
        if dry_run:
            preview = operations.preview_merge(handle, paths=files)
            result = None
        else:
            author = acting(acting_name, handle)
            result = operations.merge(handle, author=author.id, paths=files).value
            preview = result.preview
    if as_json:
        say_json(_as_json(preview, result))
    else:
        _describe(preview)
        _describe_end(preview, result)
    _refuse(preview)


def _describe(preview: MergePreview) -> None:
    for file in preview.files:
        say(f"{file.name}: {counted(file.new_changes, 'new change')}, {file.known_changes:,} already there")
        if file.documents_new:
            say(f"  new articles: {', '.join(file.documents_new)}")
        for coder in file.coders:
            moves = f"{coder.new:,} new, {coder.changed:,} changed, {coder.deleted:,} deleted, "
            say(f"  {coder.name}: {moves}{coder.already_there:,} already there ({coder.before:,} -> {coder.after:,})")
        if file.conflicts:
            say(f"  {counted(file.conflicts, 'conflict')}: both versions are kept, the later one is shown")
        for note in file.notes:
            say(f"  {note}")
    for refused in preview.refused:
        say(f"{refused.name}: refused. {refused.sentence}")
    for warning in preview.warnings:
        say(f"Look at this: {warning}")


def _describe_end(preview: MergePreview, result: MergeResult | None) -> None:
    if result is None:
        say(f"Nothing was written. The merge would add {counted(preview.new_changes, 'change')}.")
    elif result.added_changes:
        say(f"Merged: {counted(result.added_changes, 'change')} added. As it was before: {result.backup}")
    else:
        say("Nothing new: the project already had all of it.")


def _refuse(preview: MergePreview) -> None:
    """End with the sentence of the first file that could not be read, so that a script notices."""
    for refused in preview.refused:
        kind = LockedOrDamaged if refused.exit_code == LockedOrDamaged.exit_code else Refused
        raise kind(refused.sentence, where=refused.name)


def _as_json(preview: MergePreview, result: MergeResult | None) -> dict[str, object]:
    return {
        "dry_run": result is None,
        "new_changes": preview.new_changes,
        "added_changes": result.added_changes if result else 0,
        "backup": str(result.backup) if result and result.backup else "",
        "files": [
            {
                "name": file.name,
                "new_changes": file.new_changes,
                "known_changes": file.known_changes,
                "documents_known": file.documents_known,
                "documents_new": list(file.documents_new),
                "conflicts": file.conflicts,
                "notes": list(file.notes),
                "coders": [
                    {
                        "coder": coder.name,
                        "new": coder.new,
                        "changed": coder.changed,
                        "deleted": coder.deleted,
                        "already_there": coder.already_there,
                        "before": coder.before,
                        "after": coder.after,
                    }
                    for coder in file.coders
                ],
            }
            for file in preview.files
        ],
        "refused": [{"name": each.name, "sentence": each.sentence} for each in preview.refused],
        "warnings": list(preview.warnings),
    }
