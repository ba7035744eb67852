# SPDX-License-Identifier: MIT
"""``annotator articles``: what is known of the articles of a project beside their texts."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotator import operations
from annotator.cli.article_copies import similar
from annotator.cli.article_fields import fields
from annotator.cli.article_tables import export_table, import_table
from annotator.cli.options import acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import Document, UsageError
from annotator.domain.metadata import BUILT_IN, MetadataField
from annotator.reports.terminal import columns, cut, padded, printable

_WIDEST = 40


@click.group(invoke_without_command=True)
@project_argument
@click.pass_context
def articles(ctx: click.Context, project: Path) -> None:
    """List the articles of PROJECT; say what is known of them, by hand or by table.

    Without a further command the articles are listed.
    """
    ctx.obj = project
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_articles, as_json=False)


@articles.command("list")
@json_option
@click.pass_obj
def list_articles(project: Path, as_json: bool) -> None:
    """List the articles with all that is known of them."""
    with opened(project) as handle:
        documents, own = operations.overview(handle).documents, operations.metadata_fields(handle)
    found = [each.document for each in documents]
    if as_json:
        say_json([article_as_json(each) for each in found])
    elif not found:
        say("The project has no articles.")
    else:
        say_table(("name", *BUILT_IN, *(each.name for each in own)), [_cells(each, own) for each in found])


@articles.command("set")
@click.argument("article")
@click.argument("values", nargs=-1, required=True, metavar="FIELD=VALUE...")
@acting_option
@click.pass_obj
def set_values(project: Path, article: str, values: tuple[str, ...], acting_name: str | None) -> None:
    """Set what is known of ARTICLE; "FIELD=" takes a value away.

    An article goes by its name, identity or SHA-256; a field by name or label: title, outlet, author,
    date, url, and those that "fields" lists.
    """
    wanted = dict(_parted(each) for each in values)
    if len(wanted) < len(values):
        raise UsageError("A field is named twice. Nothing was done.")
    with opened(project) as handle:
        author = acting(acting_name, handle).id
        document = operations.document_named(handle, name=article).id
        made = operations.set_metadata(handle, author=author, document=document, values=wanted).value
    say(f"{counted(len(made), 'value')} changed." if made else "Nothing changed.")


def article_as_json(document: Document) -> dict[str, object]:
    """Give all that is known of an article, its text aside."""
    return {
        "article": document.name,
        "id": document.id,
        "sha256": document.text_sha256,
        "characters": document.length,
        **{name: getattr(document, name) for name in BUILT_IN},
        "metadata": dict(document.metadata),
        "duplicate_group": document.duplicate_group,
    }


def say_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table for a person: columns without any value are left out, long values are cut."""
    shown = [place for place in range(len(headings)) if any(row[place] for row in rows)]
    lines = [
        [cut(printable(" ".join(row[place].split())), width=_WIDEST) for place in shown] for row in (headings, *rows)
    ]
    widths = [max(columns(line[place]) for line in lines) for place in range(len(shown))]
    for line in lines:
        say("  ".join(padded(cell, width=width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _cells(document: Document, own: Sequence[MetadataField]) -> list[str]:
    known = [str(getattr(document, name)) for name in BUILT_IN]
    return [document.name, *known, *(document.metadata.get(each.name, "") for each in own)]


def _parted(word: str) -> tuple[str, str]:
    name, sign, value = word.partition("=")
    if not sign or not name:
        raise UsageError(f"“{word[:80]}” is not FIELD=VALUE, such as outlet=Guardian. Nothing was done.")
    return name, value


for command in (fields, import_table, export_table, similar):
    articles.add_command(command)
