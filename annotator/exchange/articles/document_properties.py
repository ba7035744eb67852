# SPDX-License-Identifier: MIT
"""What files of word processors and books say of themselves in Dublin Core, as metadata of an article.

When a file was made is not when its article appeared, so it becomes ``created``; only a book's own date is ``date``.
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from annotator.exchange.articles.html_metadata import as_date
from annotator.exchange.foreign_xml import local_name

_LONGEST_VALUE = 2000
_OFFICE = {
    "title": ("title",), "author": ("creator", "initial-creator"), "created": ("created", "creation-date"),
    "language": ("language",), "keywords": ("keywords", "keyword"),
}  # fmt: skip
_BOOK = {
    "title": ("title",), "author": ("creator",), "date": ("date",), "outlet": ("publisher",),
    "language": ("language",),
}  # fmt: skip


def office_metadata(properties: Element) -> dict[str, str]:
    """Give title, author, created, language and keywords of a document, only what it says."""
    return _found(properties, _OFFICE)


def book_metadata(package: Element) -> dict[str, str]:
    """Give title, author (several: with semicolons), date, outlet and language of a book, only what it says."""
    return _found(package, _BOOK)


def _found(root: Element, names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    said: dict[str, list[str]] = {}
    for element in root.iter():
        value = " ".join((element.text or "")[:_LONGEST_VALUE].split())
        if value:
            said.setdefault(local_name(element), []).append(value)
    found: dict[str, str] = {}
    for field, its_names in names.items():
        values = next((said[name] for name in its_names if name in said), [])
        value = "; ".join(values) if field in ("author", "keywords") else next(iter(values), "")
        value = as_date(value) if field in ("date", "created") else value
        if value:
            found[field] = value
    return found
