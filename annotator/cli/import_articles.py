# SPDX-License-Identifier: MIT
"""``annotator import``."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from annotator import operations
from annotator.cli.import_answers import as_json, describe_preview, describe_report
from annotator.cli.options import ANY_PATH, Command, acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import say_json
from annotator.domain import Refused
from annotator.exchange.articles.article_tables import ROLES
from annotator.exchange.articles.reading_options import Division, HtmlText, Lines, ReadingOptions
from annotator.operations import ArticleChoices, ArticlePreview, NearChoice, PreviewRow

_HTML = {"main": HtmlText.MAIN, "all": HtmlText.WHOLE, "raw": HtmlText.RAW}
_EACH = 100


def _option_of(role: str) -> str:
    return "id" if role == "external_id" else role


def _column_options(command: Command) -> Command:
    for role in reversed(ROLES):
        word = _option_of(role)
        command = click.option(
            f"--table-{word}",
            f"column_{role}",
            metavar="COLUMN",
            help=f"The column of a table that holds the {word}; proposed by the headings unless named.",
        )(command)
    return command


_READING: tuple[Callable[[Command], Command], ...] = (
    click.option("--encoding", metavar="NAME", help="The encoding of the files where it is not UTF-8, such as cp1252."),
    click.option("--guess", is_flag=True, help="Take the likeliest encoding of a file that does not tell its own."),
    click.option("--html", type=click.Choice(list(_HTML)), default="main", help="Which text of a page to take."),
    click.option("--chapters", is_flag=True, help="Take each chapter of a book as an article."),
    click.option("--pdf-join-lines", is_flag=True, help="Join the lines of a paragraph of PDF."),
    click.option("--pdf-join-hyphens", is_flag=True, help="Join words that a line end of PDF divides."),
    click.option(
        "--pdf-without-running-heads", is_flag=True, help="Leave out what stands on top of every page of PDF."
    ),
    _column_options,
    click.option("--delimiter", metavar="SIGN", default="", help="What parts the cells of a CSV; else proposed."),
    click.option(
        "--archive", metavar="RULE", default="", help="How a download of a news archive is split; none: it is not."
    ),
    click.option("--sheet", metavar="NAME", default="", help="The sheet of a workbook; else the first with anything."),
)


def _reading_options(command: Command) -> Command:
    for option in reversed(_READING):
        command = option(command)
    return command


@click.command("import")
@project_argument
@click.argument("paths", nargs=-1, required=True, type=ANY_PATH)
@click.option("--dry-run", is_flag=True, help="Only say what would be taken; nothing is written.")
@_reading_options
@click.option(
    "--near-duplicates",
    type=click.Choice([choice.value for choice in NearChoice]),
    default=NearChoice.KEEP.value,
    help="What becomes of articles near-identical to others: kept and named, kept as a group, or left out.",
)
@click.option(
    "--repeated-passages",
    type=click.Choice(["propose", "leave"]),
    default="leave",
    help="Whether to propose passages that repeat their own article as excluded.",
)
@click.option("--skip-refused", is_flag=True, help="Leave refused files out and take the others.")
@json_option
@acting_option
def import_articles(
    project: Path, paths: tuple[Path, ...], dry_run: bool, acting_name: str | None, **chosen: str | bool | None
) -> None:
    """Take articles into PROJECT from files, folders and ZIP archives. All of them, or none.

    Text, Markdown, HTML, DOCX, ODT, RTF, PDF and EPUB are articles, the rows of CSV, XLSX and JSON lines too. The
    text is taken exactly; of two files with the same text one article is made.
    """
    with opened(project) as handle:
        author = None if dry_run else acting(acting_name, handle)
        preview = operations.preview_articles(
            handle, paths=paths, choices=_choices(chosen), progress=_progress if sys.stderr.isatty() else None
        )
        if not (dry_run or chosen["skip_refused"]):
            _require_all(preview)
        report = None
        if author is not None:
            report = operations.import_articles(
                handle, author=author.id, preview=preview, near=NearChoice(str(chosen["near_duplicates"])),
                repeated_passages=chosen["repeated_passages"] == "propose",
            ).value  # fmt: skip
    if chosen["as_json"]:
        say_json(as_json(preview, report))
    elif report is None:
        describe_preview(preview)
    else:
        describe_report(preview, report)
    if dry_run and not chosen["skip_refused"]:
        _require_all(preview)


def _choices(chosen: dict[str, str | bool | None]) -> ArticleChoices:
    encoding, delimiter = chosen["encoding"], str(chosen["delimiter"])
    reading = ReadingOptions(
        encoding=None if encoding is None else str(encoding),
        guess=bool(chosen["guess"]),
        html_text=_HTML[str(chosen["html"])],
        division=Division.CHAPTERS if chosen["chapters"] else Division.WHOLE,
        pdf_lines=Lines.JOINED if chosen["pdf_join_lines"] else Lines.KEPT,
        pdf_running_heads_left_out=bool(chosen["pdf_without_running_heads"]),
        pdf_hyphens_joined=bool(chosen["pdf_join_hyphens"]),
    )
    named = {role: chosen[f"column_{role}"] for role in ROLES}
    columns = {role: str(column) for role, column in named.items() if column is not None}
    delimiter = "\t" if delimiter in ("\\t", "tab") else delimiter
    if len(delimiter) > 1:
        raise click.BadParameter("a delimiter is one sign, or “tab”.", param_hint="--delimiter")
    return ArticleChoices(
        reading, columns=columns, delimiter=delimiter, sheet=str(chosen["sheet"]), archive=str(chosen["archive"]),
    )  # fmt: skip


def _progress(done: int, of: int) -> None:
    """Say on a terminal how far it is, on one line that is overwritten."""
    if done % _EACH == 0 or done == of:
        click.echo(f"\rReading: {done:,} of {of:,}" + ("\r\x1b[K" if done == of else ""), err=True, nl=False)


def _require_all(preview: ArticlePreview) -> None:
    """Raise the first refusal of a file that was to be an article; what is none is passed over in folders."""
    refused = [
        (row, row.error) for row in preview.rows if row.error is not None and (row.is_named or row.kind is not None)
    ]
    if refused:
        row, error = refused[0]
        others = len(refused) - 1
        are = "is" if others == 1 else "are"
        more = (
            f" {others:,} more {are} refused too: --dry-run lists them, --skip-refused leaves them out."
            if others
            else ""
        )
        raise type(error)(f"{error.sentence}{_hint(row)}{more}", where=row.name)
    if all(row.article is None for row in preview.rows):
        passed_over = (row.error for row in preview.rows if row.error is not None)
        raise next(passed_over, Refused("There is no article in what was named; nothing was written."))


def _hint(row: PreviewRow) -> str:
    names = [sample.encoding for sample in row.samples]
    return f" Say --encoding {names[0]} where that is right, or --guess." if names else ""
