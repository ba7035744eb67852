# SPDX-License-Identifier: MIT
"""Which column of a table names the articles, and by what: the one that finds most of them is proposed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain import Document, Refused, UsageError
from annotator.exchange.articles.foreign_tables import ForeignTable

_ROWS_LOOKED_AT = 1_000


class ArticleKey(StrEnum):
    """By what a cell names an article, the surest first."""

    ID = "id"
    SHA256 = "sha256"
    NAME = "name"
    TITLE = "title"


Words = Mapping[ArticleKey, Mapping[str, list[Document]]]


@dataclass(frozen=True, slots=True)
class Key:
    """The column that names the articles: its place, its heading, and by what it names them."""

    place: int
    heading: str
    kind: ArticleKey


def words_of(documents: Iterable[Document]) -> Words:
    """Give, for each way of naming, the articles by the word that names them."""
    found: dict[ArticleKey, dict[str, list[Document]]] = {kind: {} for kind in ArticleKey}
    for each in documents:
        several = {
            ArticleKey.ID: (each.id,),
            ArticleKey.SHA256: (each.text_sha256, each.raw_sha256),
            ArticleKey.NAME: (each.name, *each.other_names),
            ArticleKey.TITLE: (" ".join(each.title.split()),),
        }
        for kind, words in several.items():
            for word in dict.fromkeys(filter(None, words)):
                found[kind].setdefault(word, []).append(each)
    return found


def articles_named(words: Words, kind: ArticleKey, cell: str) -> list[Document]:
    """Give the articles that a cell names in one way; one, unless there is none or several are called so."""
    word = " ".join(cell.split()) if kind is ArticleKey.TITLE else cell.strip()
    return words[kind].get(word) or words[kind].get(word.lower() if kind in _IN_LOWER_CASE else word, [])


_IN_LOWER_CASE = (ArticleKey.ID, ArticleKey.SHA256)


def chosen_key(table: ForeignTable, words: Words, *, heading: str | None) -> Key:
    """Give the column of this heading, or of None the one that names most articles; the leftmost of equals.

    Raises UsageError where there is no such column, Refused where no cell that was looked at names an article.
    """
    places = range(len(table.columns)) if heading is None else [_place(table, heading)]
    rows = table.rows if heading is not None else table.rows[:_ROWS_LOOKED_AT]
    best, most = None, 0
    for kind in ArticleKey:
        for place in places:
            cells = {row.cells[place] for row in rows}
            number = sum(len(articles_named(words, kind, cell)) == 1 for cell in cells)
            if number > most:
                best, most = Key(place, table.columns[place], kind), number
    if best is None:
        what = "No column" if heading is None else f"The column “{heading[:80]}” holds nothing that"
        how = f"{what} names an article of the project by its name, identity, SHA-256 or title"
        raise Refused(f"{how}; nothing was written.", where=table.name)
    return best


def _place(table: ForeignTable, heading: str) -> int:
    wanted = " ".join(heading.split()).casefold()
    for place, column in enumerate(table.columns):
        if column.casefold() == wanted:
            return place
    columns = ", ".join(table.columns)[:300]
    raise UsageError(f"The table has no column “{heading[:80]}”. Its columns are: {columns}.", where=table.name)
