# SPDX-License-Identifier: MIT
"""``annotator questions`` and ``annotator answer``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import AnnotationId, UsageError
from annotator.operations import Question


@click.command()
@project_argument
@click.option("--open", "only_open", is_flag=True, help="Leave out what is answered.")
@json_option
def questions(project: Path, only_open: bool, as_json: bool) -> None:
    """List what the coders of PROJECT ask the lead, with what was said about it; open questions first."""
    with opened(project) as handle:
        found = [each for each in operations.questions(handle) if each.is_open or not only_open]
    if as_json:
        say_json([_as_json(each) for each in found])
        return
    still_open = sum(each.is_open for each in found)
    say(f"{counted(len(found), 'question')}, {still_open:,} open")
    for each in found:
        _describe(each)


@click.command()
@project_argument
@click.argument("annotation")
@click.argument("text")
@click.option("--remark", is_flag=True, help="Only add a remark; the question stays open.")
@acting_option
def answer(project: Path, annotation: str, text: str, remark: bool, acting_name: str | None) -> None:
    """Answer, in PROJECT, the question about ANNOTATION (its identity or the beginning of it, as listed) with TEXT."""
    with opened(project) as handle:
        author = acting(acting_name, handle).id
        wanted = _annotation(handle, annotation)
        if remark:
            operations.say(handle, author=author, annotation=wanted, text=text)
        else:
            operations.answer(handle, author=author, annotation=wanted, text=text)
    say("Written. It goes to the coder with the next file.")


def _annotation(handle: operations.Project, word: str) -> AnnotationId:
    asked = [each.annotation.id for each in operations.questions(handle) if each.annotation.id.startswith(word)]
    if len(asked) == 1 and word:
        return asked[0]
    if operations.annotation(handle, annotation=AnnotationId(word)) is not None:
        return AnnotationId(word)
    how = f"{len(asked)} questions begin" if len(asked) > 1 else "No question begins"
    raise UsageError(f"{how} with “{word[:40]}”; “annotator questions” lists them with their identities.")


def _describe(question: Question) -> None:
    state = "open" if question.is_open else "answered"
    say("")
    say(f"{question.annotation.id}  {state}, {question.coder.name} in {question.document.heading}")
    say(f"  “{question.annotation.quote}”")
    if question.annotation.memo:
        say(f"  {question.coder.name}: {question.annotation.memo}")
    for remark in question.remarks:
        say(f"  {remark.name} ({remark.message.kind.value}): {remark.message.text}")


def _as_json(question: Question) -> dict[str, object]:
    annotation = question.annotation
    return {
        "annotation_id": annotation.id,
        "open": question.is_open,
        "asked": question.asked,
        "coder": question.coder.name,
        "document": question.document.name,
        "start": annotation.span.start,
        "end": annotation.span.end,
        "quote": annotation.quote,
        "memo": annotation.memo,
        "remarks": [
            {
                "person": each.name,
                "kind": each.message.kind.value,
                "text": each.message.text,
                "written": each.message.written,
            }
            for each in question.remarks
        ],
    }
