# SPDX-License-Identifier: MIT
"""``annotator info``."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import CompletionState
from annotator.operations import Info
from annotator.operations.reading import CountRow


@click.command()
@project_argument
@json_option
def info(project: Path, as_json: bool) -> None:
    """Count what PROJECT holds, by article, coder and code."""
    with opened(project) as handle:
        answer = operations.info(handle)
    if as_json:
        say_json(info_as_json(answer))
    else:
        _describe(answer)


def info_as_json(answer: Info) -> dict[str, object]:
    """Give the counts by document name, coder name and short name of the code, with the identities beside them."""
    return {
        "name": answer.name,
        "path": str(answer.path),
        "project": answer.project,
        "file": answer.file,
        "lead": answer.lead,
        "journal_digest": answer.journal_digest,
        "changes": answer.changes,
        "annotations": answer.annotations,
        "documents": [
            {"name": each.name, "title": each.title, "sha256": each.text_sha256, "characters": each.length}
            for each in answer.documents
        ],
        "coders": [{"id": each.id, "name": each.name, "machine_made": each.machine_made} for each in answer.coders],
        "codes": [{"id": each.id, "short_name": each.short_name, "name": each.name} for each in answer.codebook.codes],
        "counts": [
            {
                "document": row.document.name,
                "coder": row.coder.name,
                "code": row.short_name,
                "annotations": row.annotations,
            }
            for row in answer.rows
        ],
        "by_document": _sums(answer, lambda row: row.document.name),
        "by_coder": _sums(answer, lambda row: row.coder.name),
        "by_code": _sums(answer, lambda row: row.short_name),
        "regions": {state.value: number for state, number in answer.regions.items()},
        "completions": _completions(answer),
    }


def _completions(answer: Info) -> list[dict[str, str]]:
    people: dict[str, str] = {coder.id: coder.name for coder in answer.coders}
    documents: dict[str, str] = {document.id: document.name for document in answer.documents}
    return [
        {
            "document": documents.get(each.document, each.document),
            "coder": people.get(each.coder, each.coder),
            "round": each.round,
            "state": each.state.value,
        }
        for each in answer.completions
    ]


def _sums(answer: Info, of: Callable[[CountRow], str]) -> dict[str, int]:
    sums: Counter[str] = Counter()
    for row in answer.rows:
        sums[of(row)] += row.annotations
    return dict(sums)


def _describe(answer: Info) -> None:
    say(f"{answer.name} ({answer.path})")
    say(
        f"{counted(len(answer.documents), 'article')}, {counted(len(answer.coders), 'coder')}, "
        f"{counted(len(answer.codebook.codes), 'code')}, {counted(answer.annotations, 'annotation')}, "
        f"{counted(sum(answer.regions.values()), 'excluded region')}; lead: {answer.lead}"
    )
    finished = Counter(each.coder for each in answer.completions if each.state is CompletionState.FINISHED)
    for coder in answer.coders:
        codes = Counter[str]()
        for row in answer.rows:
            if row.coder.id == coder.id:
                codes[row.short_name] += row.annotations
        label = f"{coder.name} (machine-made)" if coder.machine_made and "machine" not in coder.name else coder.name
        used = ", ".join(f"{code} {number:,}" for code, number in codes.items()) or "no annotation"
        say(f"  {label}: {finished[coder.id]} of {len(answer.documents)} articles finished; {used}")
    for document in answer.documents:
        say(f"  {document.name}: {_sums(answer, lambda row: row.document.name).get(document.name, 0):,}")
    say(f"Journal: {counted(answer.changes, 'change')}, digest {answer.journal_digest}")
