# SPDX-License-Identifier: MIT
"""Books in: the chapters of an EPUB in the order in which they are to be read, each read as a page of HTML.

The package is XML and is read as such; chapters always bear a DOCTYPE and go the way of web pages, which expands no
entity and loads nothing. One book is one article, or one per chapter by choice.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from annotator.domain.errors import KnownError, Refused
from annotator.exchange.articles.document_properties import book_metadata
from annotator.exchange.articles.html import decoded_page, parsed_page, shown_text
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import DEFAULT_OPTIONS, Division, ReadingOptions
from annotator.exchange.containers import Container, opened_container
from annotator.exchange.foreign_xml import local_name, parsed_xml
from annotator.text import MAXIMUM_BYTES, DecodedText, How, as_article_text

MAXIMUM_BOOK_BYTES = 60_000_000

_NOTHING = "nothing was taken from it"
_PACKAGE_LIST, _ENCRYPTED_LIST = "META-INF/container.xml", "META-INF/encryption.xml"
_CHAPTERS = ("application/xhtml+xml", "text/html")
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
_CLOSED_AT_ONCE = re.compile(r"<([A-Za-z][\w:.\-]*)((?:\s[^<>]*?)?)/>")
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class _Chapter:
    member: str
    title: str
    data: bytes
    page: DecodedText
    text: str


def read_epub(data: bytes, *, name: str, options: ReadingOptions = DEFAULT_OPTIONS) -> tuple[IncomingArticle, ...]:
    """Read one book; raises Refused for one that is damaged, protected against copying, beyond a limit or without text.

    A chapter as an article has its heading as ``title`` and the title of the book as ``book``.
    """
    with opened_container(data, name=name) as container:
        package_name = _package_name(container)
        package = parsed_xml(container.read(package_name), name=name)
        members = _spine(container, package_name, {each: local_name(each) for each in package.iter()})
        chapters = [_chapter(container, member, options) for member in members]
    metadata = book_metadata(package)
    filled = [chapter for chapter in chapters if chapter.text]
    note = f"{len(filled)} of {len(chapters)} chapters have text; they stand in reading order."
    if options.division is Division.WHOLE:
        text = "\n\n".join(chapter.text for chapter in filled)
        decoded = as_article_text(text, data=data, encoding="epub", how=How.DECLARED)
        return (IncomingArticle(name, decoded, metadata, (note,)),)
    if not filled:
        raise Refused(f"There is no text in the book; {_NOTHING}.", where=name)
    return tuple(_article(chapter, name, metadata, note) for chapter in filled)


def _article(chapter: _Chapter, name: str, metadata: dict[str, str], note: str) -> IncomingArticle:
    page = chapter.page
    decoded = as_article_text(chapter.text, data=chapter.data, encoding=page.encoding, how=page.how)
    book = {"book": metadata["title"]} if "title" in metadata else {}
    title = {"title": chapter.title} if chapter.title else {}
    return IncomingArticle(f"{name}/{chapter.member}", decoded, {**metadata, **book, **title}, (note,))


def _package_name(container: Container) -> str:
    root = parsed_xml(container.read(_PACKAGE_LIST), name=container.name)
    for element in root.iter():
        if local_name(element) == "rootfile" and element.get("full-path"):
            return element.attrib["full-path"]
    raise Refused(f"The book does not say where its chapters are; {_NOTHING}.", where=container.name)


def _spine(container: Container, package_name: str, names: Mapping[Element, str]) -> list[str]:
    """Give the members with the chapters in reading order; raises Refused where they are missing or protected."""
    folder = posixpath.dirname(package_name)
    listed = {
        element.get("id", ""): _member(folder, element.get("href", ""))
        for element, name in names.items()
        if name == "item" and element.get("media-type") in _CHAPTERS
    }
    called = [element.get("idref", "") for element, name in names.items() if name == "itemref"]
    members = list(dict.fromkeys(listed[each] for each in called if each in listed))
    if not members or not all(member in container for member in members):
        raise Refused(f"Chapters of the book are missing in it; {_NOTHING}: ask for it again.", where=container.name)
    if sum(container.size(member) for member in members) > MAXIMUM_BOOK_BYTES:
        raise Refused(
            f"The book holds more text than an article can; {_NOTHING}: split it first.", where=container.name
        )
    protected = set(_protected(container))
    if not protected.isdisjoint(members):
        raise Refused(
            f"The book is protected against copying (DRM), so its words cannot be read; {_NOTHING}.",
            where=container.name,
        )
    return members


def _protected(container: Container) -> Iterator[str]:
    if _ENCRYPTED_LIST in container:
        for element in parsed_xml(container.read(_ENCRYPTED_LIST), name=container.name).iter():
            if local_name(element) == "CipherReference":
                yield _member("", element.get("URI", ""))


def _member(folder: str, reference: str) -> str:
    """Give the member that a reference within the book means, without the place in it."""
    try:
        path = unquote(urlsplit(reference).path)
    except ValueError:
        return ""
    return posixpath.normpath(posixpath.join(folder, path))


def _chapter(container: Container, member: str, options: ReadingOptions) -> _Chapter:
    data = container.read(member, maximum_bytes=MAXIMUM_BYTES)
    if not data.strip():
        return _Chapter(member, "", data, DecodedText("", "", "utf-8", How.STRICT, 0), "")
    try:
        page, _ = decoded_page(data, options)
    except KnownError as error:
        raise type(error)(error.sentence, where=f"{container.name}/{member}") from error
    # In XHTML <title/> is whole; to a reader of HTML it opens, and all that follows would be the title.
    tree = parsed_page(_CLOSED_AT_ONCE.sub(_closed, page.body), name=f"{container.name}/{member}")
    heading = tree.document.query_selector("h1, h2, h3") if tree.document is not None else None
    title = " ".join(((heading.text if heading is not None else tree.title) or "").split())
    return _Chapter(member, title[:_LONGEST_TITLE], data, page, shown_text(tree))


def _closed(found: re.Match[str]) -> str:
    return found[0] if found[1].lower() in _VOID else f"<{found[1]}{found[2]}></{found[1]}>"
