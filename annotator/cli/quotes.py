# SPDX-License-Identifier: MIT
"""``annotator quotes``."""

from pathlib import Path
from typing import Any

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.cli.selection_options import asked_selection, selection_options
from annotator.operations import QuoteContext, QuoteOrder, Retrieval, RetrievedPassage

_UNITS = ("sentence", "paragraph")


@click.command()
@project_argument
@selection_options
@click.option("--with", "standing_with", metavar="CODE", default="", help=(
    "With one --code: only where it stands to this one in the --relation; the passages of both are listed."
))  # fmt: skip
@click.option("--relation", type=click.Choice(["overlap", "inside", "sentence", "paragraph", "article"]),
              default="overlap", show_default=True, help="How it stands to it.")  # fmt: skip
@click.option("--context", default="80", show_default=True, metavar="N", help=(
    "How much stands around a quote: a number of characters, or the rest of its sentence or paragraph."
))  # fmt: skip
@click.option("--order", type=click.Choice(["article", "date", "code", "coder"]), default="article", show_default=True,
              help="What they are sorted by.")  # fmt: skip
@click.option("--output", type=ANY_PATH, metavar="FILE", help="Write them to FILE: .csv, .docx, .html or .md.")
@click.option(
    "--for-spreadsheets", is_flag=True, help="With FILE.csv: with a byte order mark, and no cell is a formula."
)
@json_option
def quotes(
    project: Path, context: str, order: str, output: Path | None, for_spreadsheets: bool, as_json: bool, **given: Any
) -> None:
    """List the passages of PROJECT that were coded so, with their sources and what stands around them."""
    with opened(project) as handle:
        selection = operations.selection_of(handle, asked=asked_selection(given))
        retrieval = operations.retrieve(handle, selection=selection, order=QuoteOrder(order), context=_context(context))
        if output is None:
            _list(retrieval, as_json=as_json)
            return
        report = operations.write_quotes(handle, retrieval=retrieval, path=output, for_spreadsheets=for_spreadsheets)
    written = report.written[0]
    if as_json:
        say_json({"path": str(written.path), "quotes": written.rows})
    else:
        say(f"Wrote {written.path} ({counted(written.rows, 'quote')})")


def _context(word: str) -> QuoteContext:
    if word.isascii() and word.isdecimal():
        return QuoteContext(length=int(word))
    return QuoteContext(unit=word if word in _UNITS else word or "none")


def _list(retrieval: Retrieval, *, as_json: bool) -> None:
    if as_json:
        say_json({"caption": retrieval.caption, "quotes": [_as_json(each) for each in retrieval.passages()]})
        return
    number = 0
    for number, each in enumerate(retrieval.passages(), start=1):
        source = (each.document.heading, each.document.outlet, each.document.date, f"{each.start}–{each.end}")
        say(f"{number}. {each.code.short_name} ({each.coder.name}) " + " · ".join(part for part in source if part))
        say("   " + " ".join(f"{each.before}[{each.quote}]{each.after}".split()))
    say(f"{counted(number, 'quote')}. {retrieval.caption}")


def _as_json(passage: RetrievedPassage) -> dict[str, object]:
    annotation, document = passage.annotation, passage.document
    return {
        "code": passage.code.short_name, "coder": passage.coder.name, "round": annotation.round,
        "document": document.name, "title": document.title, "outlet": document.outlet, "date": document.date,
        "start": passage.start, "end": passage.end, "before": passage.before, "quote": passage.quote,
        "after": passage.after, "attributes": dict(annotation.attributes), "certainty": annotation.certainty.value,
        "memo": annotation.memo, "annotation": annotation.id, "text_sha256": document.text_sha256,
        "offset_unit": "unicode-codepoint",
    }  # fmt: skip
