# SPDX-License-Identifier: MIT
"""``annotator merge``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import LockedOrDamaged, Refused
from annotator.merging.answers_file import read_answers
from annotator.merging.preview import CodebookDifference, DifferenceKind
from annotator.operations import MergePreview, MergeResult
from annotator.reports.terminal import printable


@click.command()
@project_argument
@click.argument("files", nargs=-1, required=True, type=ANY_PATH)
@click.option("--dry-run", is_flag=True, help="Only say what the merge would do and ask; nothing is written.")
@click.option(
    "--answers",
    "answers_file",
    type=ANY_PATH,
    help="Answers, as JSON: what --dry-run --json has written, with each “answer” filled in.",
)
@click.option("--reanchor", is_flag=True, help="Carry over to nearly the same texts the passages found for sure.")
@click.option("--skip-refused", is_flag=True, help="Leave refused files out and merge the others.")
@json_option
@acting_option
def merge(
    project: Path, files: tuple[Path, ...], dry_run: bool, answers_file: Path | None, as_json: bool,
    acting_name: str | None, **standing: bool,
) -> None:  # fmt: skip
    """Take everything from the project FILES that PROJECT lacks: all of it, or nothing. Nobody's work is lost.

    What the files ask (lost annotations, two names for one thing, nearly the same text) is answered by --answers.
    """
    answers = _answers(answers_file) if answers_file else {}
    with opened(project) as handle:
        if dry_run:
            preview, result = operations.preview_merge(handle, paths=files), None
        else:
            author = acting(acting_name, handle)
            result = operations.merge(
                handle,
                author=author.id,
                paths=files,
                answers=answers,
                skip_refused=standing["skip_refused"],
                reanchor=standing["reanchor"],
            ).value
            preview = result.preview
    if as_json:
        say_json(operations.preview_as_json(preview, result=result))
    else:
        _describe(preview)
        _describe_questions(preview, result)
        _describe_end(preview, result)
    if not standing["skip_refused"]:
        _refuse(preview)


def _answers(path: Path) -> dict[str, str]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise Refused(f"The answers cannot be read: {error.strerror}.", where=path.name) from error
    except UnicodeDecodeError as error:
        raise Refused("The answers are not UTF-8.", where=path.name) from error
    return read_answers(text)


def _describe(preview: MergePreview) -> None:
    for file in preview.files:
        say(f"{file.name}: {counted(file.new_changes, 'new change')}, {file.known_changes:,} already there")
        if file.documents_new:
            say(f"  new articles: {', '.join(file.documents_new)}")
        for coder in file.coders:
            moves = f"{coder.new:,} new, {coder.changed:,} changed, {coder.deleted:,} deleted, "
            say(f"  {coder.name}: {moves}{coder.already_there:,} already there ({coder.before:,} -> {coder.after:,})")
        for difference in file.codebook:
            say(f"  codebook: {_difference(difference)}")
        if file.conflicts:
            say(f"  {counted(file.conflicts, 'conflict')}: both versions are kept, the later one is shown")
        for note in file.notes:
            say(f"  {note}")
    if preview.files and not any(file.codebook for file in preview.files):
        say("Codebook: the same codes in all files.")
    for refused in preview.refused:
        say(f"{refused.name}: refused. {refused.sentence}")
    for warning in preview.warnings:
        say(f"Look at this: {warning}")


def _difference(difference: CodebookDifference) -> str:
    name = printable(difference.name)
    if difference.kind is DifferenceKind.ADDED:
        return f"“{name}” is new"
    if difference.kind is DifferenceKind.SAME_NAME:
        return f"“{name}” may be “{printable(difference.other_name)}” here, which is asked"
    return f"“{name}” is defined in two ways; which holds is asked"


def _describe_questions(preview: MergePreview, result: MergeResult | None) -> None:
    if result is not None:
        return
    for question in preview.questions:
        say(f"Question{' that must be answered' if question.required else ''}: {question.title}")
        say(f"  {question.explanation}")
        for choice in question.choices:
            mark = " (unless answered)" if choice.id == question.default and not question.required else ""
            say(f"  {question.id} = {choice.id}: {choice.label}{mark}")


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
        if not refused.stops:
            continue
        kind = LockedOrDamaged if refused.exit_code == LockedOrDamaged.exit_code else Refused
        raise kind(refused.sentence, where=refused.name)
