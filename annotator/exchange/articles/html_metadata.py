# SPDX-License-Identifier: MIT
"""What a web page says of itself in its head: title, outlet, author, date, address and language.

Looked for in this order: the fields for libraries (``citation_*``), those for sharing (``og:*``, ``article:*``), the
description for search engines (JSON-LD), Dublin Core and the plain ones, the title of the page last, for it often
names the outlet too.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from annotator.domain.metadata import is_date

if TYPE_CHECKING:
    from resiliparse.parse.html import ElementNode, HTMLTree

_LONGEST_VALUE = 2000
_MOST_AUTHORS = 20
_MOST_DESCRIPTIONS = 50
_MOST_ELEMENTS = 2000
_SPEAKING = ("html", "meta", "link", "script")
_NAMES: Mapping[str, Sequence[str]] = {
    "title": ("citation_title", "og:title", "twitter:title", "ld:headline", "dc.title", "dcterms.title", "title"),
    "outlet": ("citation_journal_title", "og:site_name", "ld:publisher", "dc.publisher", "application-name"),
    "author": ("citation_author", "ld:author", "author", "article:author", "dc.creator", "parsely-author", "byl"),
    "date": (
        "citation_publication_date", "citation_date", "article:published_time", "ld:datepublished",
        "dc.date.issued", "dcterms.issued", "dc.date", "date", "pubdate", "parsely-pub-date", "datepublished",
    ),
    "url": ("canonical", "og:url", "ld:url"),
    "language": ("language", "og:locale", "ld:inlanguage"),
}  # fmt: skip
_ARTICLE = re.compile(r"(\w*Article|BlogPosting|Report)\Z")
_DATE = re.compile(r"\s*(\d{4})[-/.]?(\d{2})?[-/.]?(\d{2})?(?![\d])")
_WHITE_SPACE = re.compile(r"\s+")


def page_metadata(tree: "HTMLTree") -> dict[str, str]:
    """Give title, outlet, author, date (ISO 8601), url and language of a page, only what it says."""
    said: dict[str, list[str]] = {}
    for name, value in _said(tree):
        cleaned = _WHITE_SPACE.sub(" ", value[:_LONGEST_VALUE]).strip()
        if cleaned and cleaned not in said.setdefault(name.lower(), []):
            said[name.lower()].append(cleaned)
    found: dict[str, str] = {}
    for field, names in _NAMES.items():
        values = next((usable for name in names if (usable := _usable(field, said.get(name, ())))), [])
        if values:
            found[field] = "; ".join(values[:_MOST_AUTHORS]) if field == "author" else values[0]
    return found


def as_date(value: str) -> str:
    """Give the date at the beginning of a time or date as ISO 8601; the empty string where there is none."""
    found = _DATE.match(value)
    date = "-".join(part for part in found.groups() if part) if found else ""
    return date if is_date(date) else ""


def _usable(field: str, values: Sequence[str]) -> list[str]:
    if field == "date":
        return [date for value in values if (date := as_date(value))]
    if field == "author":  # some pages give the address of the author's page
        return [value for value in values if not value.lower().startswith(("http:", "https:"))]
    if field == "url":
        return [value for value in values if value.lower().startswith(("http:", "https:"))]
    return list(values)


def _said(tree: "HTMLTree") -> Iterator[tuple[str, str]]:
    described = 0
    for element in _speaking_elements(tree):
        if element.tag == "meta":
            for attribute in ("name", "property", "itemprop"):
                yield element.getattr(attribute) or "", element.getattr("content") or ""
        elif element.tag == "link" and element.getattr("rel") == "canonical":
            yield "canonical", element.getattr("href") or ""
        elif element.tag == "html":
            yield "language", element.getattr("lang") or ""
        elif element.getattr("type") == "application/ld+json" and described < _MOST_DESCRIPTIONS:
            described += 1
            yield from _described(element.text or "")
    yield "title", tree.title or ""


def _speaking_elements(tree: "HTMLTree") -> "list[ElementNode]":
    """Give the elements that may say something of the page, in one pass: the library's lists are slow."""
    from resiliparse.parse.html import DOMContext, ElementNode, traverse_dom

    found: list[ElementNode] = []

    def keep(context: DOMContext) -> None:
        node = context.node
        if isinstance(node, ElementNode) and node.tag in _SPEAKING and len(found) < _MOST_ELEMENTS:
            found.append(node)

    root = tree.document.query_selector("html") if tree.document is not None else None
    if root is not None:
        traverse_dom(root, keep, elements_only=True)
    return found


def _described(text: str) -> Iterator[tuple[str, str]]:
    """Give what a description for search engines says of an article; nothing of one that cannot be read."""
    try:
        described = json.loads(text)
    except (ValueError, RecursionError):
        return
    for thing in _things(described):
        kinds = thing.get("@type")
        if any(
            isinstance(kind, str) and _ARTICLE.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            for name in ("headline", "publisher", "author", "datePublished", "url", "inLanguage"):
                yield from ((f"ld:{name}", value) for value in _words(thing.get(name)))


def _things(described: object) -> Iterator[Mapping[str, object]]:
    """Give the objects of a description: one, a list of them, or a graph."""
    for thing in described if isinstance(described, list) else [described]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (each for each in graph if isinstance(each, dict)) if isinstance(graph, list) else ()


def _words(value: object) -> Iterator[str]:
    """Give what a field says: a word, the name of a thing, or several of these."""
    for each in value if isinstance(value, list) else [value]:
        word = each.get("name") if isinstance(each, dict) else each
        if isinstance(word, str):
            yield word
