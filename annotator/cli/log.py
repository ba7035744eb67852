# SPDX-License-Identifier: MIT
"""``annotator log``."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import HistoryEntry
from annotator.operations import HistoryFilter

_LIMIT = 50


@click.command()
@project_argument
@click.option("--person", default="", metavar="NAME", help="Only what this person did.")
@click.option("--document", default="", metavar="NAME", help="Only what was done in this article.")
@click.option("--code", default="", metavar="CODE", help="Only what concerns this code.")
@click.option("--verb", default="", metavar="VERB", help="Only this kind of step, such as annotate, recode or merge.")
@click.option("--text", default="", metavar="WORDS", help="Only entries that hold these words.")
@click.option("--since", default="", metavar="DAY", help="Only from this day or moment on (2026-03-31T14:05).")
@click.option("--until", default="", metavar="DAY", help="Only until this day or moment.")
@click.option("--limit", type=click.IntRange(min=1), help=f"How many, the newest; {_LIMIT} unless told otherwise.")
@click.option("--output", type=ANY_PATH, metavar="FILE.csv", help="Write all of it to a table, oldest first.")
@json_option
def log(project: Path, limit: int | None, output: Path | None, *, as_json: bool, **words: str) -> None:
    """Show who did what in PROJECT, when, and on which passage; the newest first."""
    with opened(project) as handle:
        wanted = _filter(handle, words)
        if output is not None:
            written = operations.export_history(handle, path=output, wanted=wanted)
            say(f"Wrote {written.path} ({counted(written.rows, 'row')})")
            return
        entries = tuple(islice(operations.whole_history(handle, wanted=wanted), limit or _LIMIT))
    if as_json:
        say_json([_as_json(entry) for entry in entries])
        return
    for line in _lines(entries):
        say(line)


def _filter(handle: operations.Project, words: dict[str, str]) -> HistoryFilter:
    wanted = HistoryFilter(verb=words["verb"], text=words["text"], since=words["since"], until=words["until"])
    if words["person"]:
        wanted = replace(wanted, person=operations.coder_called(handle, word=words["person"]).id)
    if words["document"]:
        wanted = replace(wanted, document=operations.document_named(handle, name=words["document"]).id)
    if words["code"]:
        wanted = replace(wanted, code=operations.code_called(handle, word=words["code"]).id)
    return wanted


def _lines(entries: tuple[HistoryEntry, ...]) -> Iterator[str]:
    if not entries:
        yield "Nothing of that kind was done."
    for entry in entries:
        moment = datetime.fromisoformat(entry.time).astimezone()
        mark = f" [{entry.mark.value}]" if entry.mark.value else ""
        who = f"{entry.person_name} " if entry.person_name else ""
        yield f"{moment:%Y-%m-%d %H:%M:%S}  {who}{entry.sentence}{mark}"


def _as_json(entry: HistoryEntry) -> dict[str, object]:
    return {
        "time": entry.time,
        "person": entry.person_name,
        "person_id": entry.person,
        "verb": entry.verb,
        "what": entry.sentence,
        "mark": entry.mark.value,
        "document": entry.title,
        "document_id": entry.document,
        "code": entry.code_name,
        "annotation_id": entry.annotation,
        "start": entry.span.start if entry.span else None,
        "end": entry.span.end if entry.span else None,
        "quote": entry.quote,
        "changes": entry.changes,
        "action_id": entry.action,
    }
