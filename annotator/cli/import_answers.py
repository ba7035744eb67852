# SPDX-License-Identifier: MIT
"""What ``annotator import`` says: the preview as a table, the report of an import, and both as JSON."""

from collections.abc import Mapping

from annotator.cli.output import counted, say
from annotator.operations import ArticleImportReport, ArticlePreview, ImportVerdict, PreviewRow
from annotator.text import How

_LONGEST_TITLE = 60


def describe_preview(preview: ArticlePreview) -> None:
    """List what would be done with each file, then what there is to say of all of them."""
    say(f"{'':10}  {'kind':5}  {'length':>9}  {'encoding':12}  article")
    for row in preview.rows:
        _describe_row(row)
    _describe_tables(preview)
    _describe_archives(preview)
    _describe_findings(preview)
    words = {
        ImportVerdict.NEW: "new", ImportVerdict.KNOWN: "already there", ImportVerdict.REPEATED: "twice among these",
        ImportVerdict.REFUSED: "refused",
    }  # fmt: skip
    numbers = {verdict: len(preview.of(verdict)) for verdict in words}
    said = ", ".join(f"{number:,} {words[verdict]}" for verdict, number in numbers.items() if number)
    say(f"{said or 'Nothing'}. Nothing was written.")


def describe_report(preview: ArticlePreview, report: ArticleImportReport) -> None:
    """Say what an import did, name by name where something was not taken as a new article."""
    lists = {"Already there": report.already_there, "Twice among these": report.repeated, "Left out": report.left_out}
    for words, names in lists.items():
        for name in names:
            say(f"{words}: {name}")
    for name, sentence in report.refused:
        say(f"Refused: {name}: {sentence}")
    for row in preview.rows:
        if row.near and row.verdict is ImportVerdict.NEW:
            say(f"Near-identical: {_near(row)}")
    _describe_tables(preview)
    _describe_archives(preview)
    _describe_findings(report)
    _describe_numbers(report)
    say(f"Took in {counted(len(report.added), 'article')}.")


def _describe_numbers(report: ArticleImportReport) -> None:
    if report.regions:
        say(f"{counted(report.regions, 'repeated passage')} proposed as excluded.")
    if report.guessed:
        say(f"{counted(report.guessed, 'article')} read in an encoding that is only a guess.")
    if report.grouped:
        say("Near-identical articles were put into groups.")
    if report.new_fields:
        say(f"New fields of articles: {', '.join(report.new_fields)}")


def as_json(preview: ArticlePreview, report: ArticleImportReport | None) -> Mapping[str, object]:
    """Give the preview, and what was done where it was, for a program."""
    return {
        "articles": [_row_as_json(row) for row in preview.rows],
        "tables": [
            {
                "file": table.file, "columns": table.columns, "roles": dict(table.roles), "rows": table.rows,
                "delimiter": table.delimiter, "sheets": table.sheets, "encoding": table.encoding,
            }
            for table in preview.tables
        ],
        "archives": [
            {
                "file": each.file, "rule": each.split.rule, "announced": each.split.announced,
                "articles": len(each.split.articles),
                "look_at": [article.number for article in each.split.to_look_at],
            }
            for each in preview.archives
        ],
        "findings": [
            {"kind": each.kind.value, "sentence": each.sentence, "count": each.count, "places": each.places}
            for each in (preview if report is None else report).findings
        ],
        "report": None if report is None else {**report.as_json(), "documents": report.added},
    }  # fmt: skip


def _row_as_json(row: PreviewRow) -> Mapping[str, object]:
    decoded = row.article.decoded if row.article is not None else None
    return {
        "name": row.name, "file": row.file, "kind": row.kind.value if row.kind else "",
        "verdict": row.verdict.value, "title": row.title, "characters": row.length,
        "encoding": decoded.encoding if decoded else "", "how": decoded.how.value if decoded else "",
        "metadata": dict(row.metadata), "notes": row.article.notes if row.article else (), "twin": row.twin,
        "near": [{"name": each.name, "document": each.document, "containment": each.containment} for each in row.near],
        "repeated_passages": [[span.start, span.end] for span in row.repeated],
        "refused": row.error.sentence if row.error else "",
        "encodings": [{"encoding": each.encoding, "lines": each.lines} for each in row.samples],
    }  # fmt: skip


def _describe_row(row: PreviewRow) -> None:
    kind = row.kind.value if row.kind else ""
    if row.article is None:
        say(f"{'refused':10}  {kind:5}  {'':9}  {'':12}  {row.name}: {row.error.sentence if row.error else ''}")
        return
    decoded = row.article.decoded
    how = f"{decoded.encoding}{'?' if decoded.how is How.GUESSED else ''}"
    word = {ImportVerdict.NEW: "new", ImportVerdict.KNOWN: "there", ImportVerdict.REPEATED: "twice"}[row.verdict]
    title = row.title if len(row.title) <= _LONGEST_TITLE else row.title[: _LONGEST_TITLE - 1] + "…"
    twin = f" (as {row.twin})" if row.twin and row.twin != row.name else ""
    say(f"{word:10}  {kind:5}  {row.length:9,}  {how:12}  {row.name}{twin}: {title}")
    for note in row.article.notes:
        say(f"{'':12}{note}")
    if row.near:
        say(f"{'':12}near-identical: {_near(row)}")
    if row.samples:
        say(f"{'':12}the encoding is a guess; likeliest: {', '.join(each.encoding for each in row.samples)}")


def _near(row: PreviewRow) -> str:
    nearest = row.near[0]
    others = f" and {counted(len(row.near) - 1, 'other')}" if len(row.near) > 1 else ""
    return f"{row.name} holds {nearest.containment:.0%} of the word 5-grams of {nearest.name}, or the reverse{others}"


def _describe_tables(preview: ArticlePreview) -> None:
    for table in preview.tables:
        roles = ", ".join(f"{role} = {column}" for role, column in table.roles.items())
        say(f"{table.file}: {counted(table.rows, 'row')}; {roles}")


def _describe_archives(preview: ArticlePreview) -> None:
    for each in preview.archives:
        said = f", the archive says {each.split.announced:,}" if each.split.announced is not None else ""
        doubts = sum(bool(article.problems) for article in each.split.articles)
        found = counted(len(each.split.articles), "article")
        say(f"{each.file}: {found} by the rule “{each.split.rule}”{said}; {counted(doubts, 'doubtful one')}")


def _describe_findings(said: ArticlePreview | ArticleImportReport) -> None:
    for each in said.findings:
        where = f" ({', '.join(each.places[:3])}{', …' if each.count > 3 else ''})" if each.places else ""
        say(f"{each.count:,} x {each.sentence}{where}")
