# SPDX-License-Identifier: MIT
"""``annotator annotations``: what was coded elsewhere."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from annotator import operations
from annotator.cli.annotations_options import import_options
from annotator.cli.corpus_words import describe_import, describe_preview, report_as_json
from annotator.cli.options import ANY_PATH, acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import CoderId, UsageError
from annotator.operations import AnnotationImportReport, CorpusImportChoice, CorpusKind


@click.group()
def annotations() -> None:
    """Take in annotations made elsewhere."""


@annotations.command("import")
@project_argument
@click.argument("file", type=ANY_PATH)
@import_options
@json_option
@acting_option
def import_annotations(
    project: Path,
    file: Path,
    dry_run: bool,
    answers_file: Path | None,
    as_json: bool,
    acting_name: str | None,
    **chosen: Any,
) -> None:
    """Take annotations from FILE into PROJECT: all of it, or nothing.

    FILE is JSON lines (one coder's annotations of articles of the project, or whole articles), a REFI-QDA
    project, a folder or ZIP of brat or UIMA CAS, W3C annotations, or a database of DNA 3. Offsets are turned into
    code points and checked against the quotes: where one does not stand the whole file is refused, by place.
    """
    choice = _choice(file, **chosen)
    answers = operations.read_corpus_answers(answers_file) if answers_file else {}
    with opened(project) as handle:
        author = acting(acting_name, handle)
        is_plain = not (dry_run or answers or choice.reanchor or choice.codes)
        if choice.kind is CorpusKind.FLAT and is_plain and not as_json:
            _describe(_take_flat(handle, author.id, file, choice))
            return
        preview = operations.preview_corpus(handle, path=file, choice=choice)
        report = None
        if not dry_run:
            report = operations.import_corpus(handle, author=author.id, preview=preview, answers=answers).value
    if as_json:
        say_json(report_as_json(preview, report))
    elif report is None:
        describe_preview(preview)
    else:
        describe_import(report)


def _choice(
    file: Path, *, format_name: str, coders: tuple[str, ...], codes: tuple[str, ...], fragments: str | None,
    unit: str | None, **more: Any,
) -> CorpusImportChoice:  # fmt: skip
    """Put the options together; the format is found where none is named."""
    kind = operations.kind_of_corpus(file) if format_name == "auto" else CorpusKind(format_name)
    named = [each for each in coders if "=" not in each]
    if len(named) > 1:
        raise UsageError("Only one coder can be the one whose annotations these are: name one, and others as OLD=NEW.")
    dna = operations.DnaChoice(more.pop("dna_variable"), more.pop("dna_sign"), more.pop("dna_type"))
    return CorpusImportChoice(
        kind=kind, coder=named[0] if named else "", coders=_pairs(each for each in coders if "=" in each),
        codes=_pairs(codes), fragments=fragments or "", unit=unit or "", dna=dna, **more,
    )  # fmt: skip


def _pairs(words: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        old, mark, new = word.partition("=")
        if not (mark and old.strip() and new.strip()):
            raise UsageError(f"“{word[:80]}” is no OLD=NEW.")
        found[old.strip()] = new.strip()
    return found


def _take_flat(
    project: operations.Project, author: CoderId, file: Path, choice: CorpusImportChoice
) -> AnnotationImportReport:
    """Take rows in as they are."""
    if not choice.coder:
        raise UsageError("This form does not say whose annotations it holds: add --coder NAME. Nothing was done.")
    coder = operations.acting_person(choice.coder, project=project)
    if choice.machine_made:
        coder = replace(coder, machine_made=True)
    return operations.import_annotations(
        project, author=author, path=file, coder=coder, finished=choice.finished,
        round_name=choice.round_name or "main",
    ).value  # fmt: skip


def _describe(report: AnnotationImportReport) -> None:
    taken = f"{counted(report.annotations, 'annotation')} and {counted(report.regions, 'excluded region')}"
    say(f"Took in {taken} of {report.coder.name}.")
    for number, words in (
        (report.updated, "changed since the last import"),
        (report.already_there, "already there"),
        (report.left_deleted, "deleted here since the last import and left so"),
    ):
        if number:
            say(f"{counted(number, 'row')} {words}.")
    if report.finished:
        say(f"{counted(len(report.finished), 'article')} marked as finished by {report.coder.name}.")
