# SPDX-License-Identifier: MIT
"""Articles out of a table: one row is one article; which column holds what is proposed by the headings, then chosen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.domain.errors import Refused
from annotator.domain.metadata import BUILT_IN
from annotator.exchange.articles.foreign_tables import ForeignRow, ForeignTable
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.text import as_article_text

TEXT, EXTERNAL_ID = "text", "external_id"
ROLES = (TEXT, *BUILT_IN, EXTERNAL_ID)
"""What a column may be for; every other column becomes a field of the project's own, under its heading."""

NOT_TAKEN = ""
"""Chosen for a role that no column of the table has."""

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    TEXT: (
        "text", "body", "content", "full text", "fulltext", "article text", "article body", "body text", "plain text",
        "main text", "article", "story", "volltext", "texte", "texto", "testo", "tekst", "正文", "内容", "текст",
    ),
    "title": ("title", "headline", "heading", "titel", "titre", "titulo", "titolo", "überschrift", "标题", "заголовок"),
    "outlet": (
        "outlet", "source", "publication", "newspaper", "publisher", "journal", "medium", "media", "source name",
        "publication name", "site", "quelle", "zeitung", "journal name", "来源",
    ),
    "author": ("author", "authors", "byline", "by line", "by", "creator", "writer", "autor", "auteur", "作者"),
    "date": (
        "date", "published", "publication date", "date published", "pub date", "pubdate", "published at",
        "publish date", "datetime", "datum", "fecha", "data", "日期", "дата",
    ),
    "url": ("url", "link", "address", "web address", "source url", "uri", "permalink", "web url"),
    EXTERNAL_ID: (
        "id", "external id", "article id", "document id", "doc id", "docid", "identifier", "guid", "accession number",
        "uid", "key",
    ),
}  # fmt: skip
_PARTS = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_]+")
_LONGEST_NAME_PART = 80


@dataclass(frozen=True, slots=True)
class ArticlesOfTable:
    """What a table gives. ``columns`` is the mapping that was used: role to heading, only those taken."""

    articles: tuple[IncomingArticle, ...]
    columns: Mapping[str, str]
    findings: tuple[Finding, ...]


def proposed_columns(table: ForeignTable) -> dict[str, str]:
    """Propose which heading has which role; where none names the text, the column with the longest cells has it.

    Not so in JSON lines, whose names are meant for programs: without a text they are lines of something else.
    """
    folded = {_folded(column): column for column in reversed(table.columns)}
    found: dict[str, str] = {}
    for role in ROLES:
        name = next((folded[word] for word in _SYNONYMS[role] if word in folded), None)
        if name is not None and name not in found.values():
            found[role] = name
    if TEXT not in found and table.rows and (table.delimiter or table.sheets):
        free = [place for place, column in enumerate(table.columns) if column not in found.values()]
        longest = max(free, key=lambda place: sum(len(row.cells[place]) for row in table.rows), default=None)
        if longest is not None:
            found[TEXT] = table.columns[longest]
    return found


def articles_of_table(table: ForeignTable, *, columns: Mapping[str, str] | None = None) -> ArticlesOfTable:
    """Make an article of each row that has a text. ``columns`` overrides the proposal role by role.

    An article is named after its table and its external id, where it has one that no other row has, else
    its row. Raises Refused for a column that is not there, or where there is none with a text.
    """
    mapping = _mapping(table, columns or {})
    places = {role: table.columns.index(column) for role, column in mapping.items()}
    own = {place: column for place, column in enumerate(table.columns) if place not in places.values()}
    names = _names(table, places)
    findings = Findings()
    for finding in table.findings:
        for place in finding.places or ("",):
            findings.add(finding.kind, finding.sentence, place=place, count=0)
        findings.add(finding.kind, finding.sentence, count=finding.count)
    articles = []
    for row, name in zip(table.rows, names, strict=True):
        article = _article(table, row, name, places, own)
        if article is None:
            sentence = "A row without a text was left out."
            findings.add(FindingKind.DROPPED, sentence, place=f"{table.name}, line {row.line}")
        else:
            articles.append(article)
    return ArticlesOfTable(tuple(articles), mapping, tuple(findings))


def _mapping(table: ForeignTable, chosen: Mapping[str, str]) -> dict[str, str]:
    headings = {column.casefold(): column for column in table.columns}
    mapping = {role: column for role, column in proposed_columns(table).items() if role not in chosen}
    for role, column in chosen.items():
        if column == NOT_TAKEN:
            continue
        found = headings.get(" ".join(column.split()).casefold())
        if found is None:
            raise Refused(
                f"There is no column {column[:60]!a} for the {role} (there are: {', '.join(table.columns)[:200]}); "
                "nothing was taken from it.",
                where=table.name,
            )
        mapping = {other: taken for other, taken in mapping.items() if taken != found}
        mapping[role] = found
    if TEXT not in mapping:
        raise Refused("No column holds the text of the articles; nothing was taken from it.", where=table.name)
    return mapping


def _names(table: ForeignTable, places: Mapping[str, int]) -> list[str]:
    place = places.get(EXTERNAL_ID)
    given = [" ".join(row.cells[place].split()) if place is not None else "" for row in table.rows]
    seen: dict[str, int] = {}
    for word in given:
        seen[word] = seen.get(word, 0) + 1
    return [
        f"{table.name}/{word if word and seen[word] == 1 and len(word) <= _LONGEST_NAME_PART else f'row {row.line}'}"
        for row, word in zip(table.rows, given, strict=True)
    ]


def _article(
    table: ForeignTable, row: ForeignRow, name: str, places: Mapping[str, int], own: Mapping[int, str]
) -> IncomingArticle | None:
    text = row.cells[places[TEXT]]
    try:
        decoded = as_article_text(text, data=text.encode(), encoding=table.encoding, how=table.how)
    except (Refused, UnicodeEncodeError):
        return None
    metadata = {
        role: " ".join(row.cells[place].split()) for role, place in places.items() if role != TEXT
    } | {column: row.cells[place].strip() for place, column in own.items()}  # fmt: skip
    return IncomingArticle(name, decoded, {field: value for field, value in metadata.items() if value})


def _folded(heading: str) -> str:
    return " ".join(part for part in _PARTS.split(heading) if part).casefold()
