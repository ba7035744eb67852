# SPDX-License-Identifier: MIT
"""Documents of LibreOffice and other programs that write OpenDocument text, in reading order.

White space is what the format makes of it: a run of blanks in the XML is one space, and spaces, tabs and line breaks
of the author are elements of their own. Notes stand at the end with the number that stands in brackets where they are
called; words in frames follow the paragraph that the frame hangs on. Comments and what was deleted as a tracked
change are told as notes for the preview and left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from annotator.domain.errors import Refused
from annotator.exchange.articles.blocks import Block, BlockKind, text_of
from annotator.exchange.articles.document_properties import office_metadata
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import DEFAULT_OPTIONS, ReadingOptions
from annotator.exchange.containers import Container, opened_container
from annotator.exchange.foreign_xml import local_name, parsed_xml
from annotator.text import How, as_article_text

MAXIMUM_XML_BYTES = 60_000_000

_NOTHING = "nothing was taken from it"
_MOST_LISTED = 20
_LONGEST_SHOWN = 200
_MOST_SPACES = 1000
_BLANKS = re.compile("[ \t\r\n]+")
_LEFT_OUT = frozenset({
    "tracked-changes", "annotation", "annotation-end", "sequence-decls", "variable-decls", "user-field-decls", "forms",
    "object", "object-ole", "image", "bibliography-source", "table-of-content-source", "ruby-text",
})  # fmt: skip


def read_odt(
    data: bytes,
    *,
    name: str,
    options: ReadingOptions = DEFAULT_OPTIONS,  # noqa: ARG001  # as every reader
) -> tuple[IncomingArticle, ...]:
    """Read one document; raises Refused for one that is damaged, encrypted, beyond a limit or without text."""
    with opened_container(data, name=name) as container:
        _refuse_encrypted(container)
        content = parsed_xml(container.read("content.xml", maximum_bytes=MAXIMUM_XML_BYTES), name=name)
        metadata = {}
        if "meta.xml" in container:
            metadata = office_metadata(parsed_xml(container.read("meta.xml"), name=name))
    walk = _Walk()
    for element in content.iter():
        if local_name(element) == "text" and element.tag.startswith("{urn:oasis:names:tc:opendocument:xmlns:office:"):
            walk.blocks_of(element)
    text = text_of([*walk.blocks, *walk.notes])
    decoded = as_article_text(text, data=data, encoding="odt", how=How.DECLARED)
    return (IncomingArticle(name, decoded, metadata, tuple(_told(content))),)


def _refuse_encrypted(container: Container) -> None:
    manifest = "META-INF/manifest.xml"
    is_encrypted = "encrypted-package" in container or (
        manifest in container and b"encryption-data" in container.read(manifest, maximum_bytes=MAXIMUM_XML_BYTES)
    )
    if is_encrypted:
        raise Refused(
            f"The document is encrypted; {_NOTHING}: open it with its password and save it without one.",
            where=container.name,
        )


@dataclass(slots=True)
class _Walk:
    """What has been gathered of a document so far."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    hanging: list[Element] = field(default_factory=list)
    """Frames of the paragraph that is being read: they follow it."""

    def blocks_of(self, parent: Element, *, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Gather the blocks within an element."""
        for element in parent:
            match local_name(element):
                case "p":
                    self._paragraph(element, kind)
                case "h":
                    self._paragraph(element, BlockKind.HEADING)
                case "list":
                    self.blocks_of(element, kind=BlockKind.ITEM)
                case "table-row":
                    self._row(element)
                case left_out if left_out in _LEFT_OUT:
                    pass
                case _:
                    self.blocks_of(element, kind=kind)

    def _paragraph(self, element: Element, kind: BlockKind) -> None:
        level = 0
        if kind is BlockKind.HEADING:
            said = next((value for key, value in element.attrib.items() if key.endswith("}outline-level")), "1")
            level = min(int(said), 6) if said.isascii() and said.isdigit() else 1
        text = self._text(element)
        self._add(Block(kind, text, level))

    def _row(self, row: Element) -> None:
        cells = [cell for cell in row if local_name(cell) == "table-cell"]
        texts = [" ".join(text for each in _paragraphs(cell) if (text := self._text(each))) for cell in cells]
        self._add(Block(BlockKind.ROW, "\t".join(_BLANKS.sub(" ", text) for text in texts)))

    def _add(self, block: Block) -> None:
        """Keep a block and what hangs on it."""
        self.blocks.append(block)
        frames, self.hanging = self.hanging, []
        for frame in frames:
            self.blocks_of(frame)

    def _text(self, element: Element) -> str:
        """Give the words of a paragraph; of white space in the XML one space stays, none at its edges."""
        pieces: list[str] = []
        for piece, is_exact in self._pieces(element):
            words = piece if is_exact else _BLANKS.sub(" ", piece)
            is_after_blank = not pieces or pieces[-1].endswith((" ", "\n", "\t"))
            pieces.append(words.removeprefix(" ") if is_after_blank and not is_exact else words)
            if not pieces[-1]:
                pieces.pop()
        return "".join(pieces)

    def _pieces(self, element: Element) -> Iterator[tuple[str, bool]]:
        """Give words, and whether they are exact: spaces, tabs and breaks that are elements."""
        yield element.text or "", False
        for child in element:
            match local_name(child):
                case "s":
                    said = next((value for key, value in child.attrib.items() if key.endswith("}c")), "1")
                    count = int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 1
                    yield " " * min(count, _MOST_SPACES), True
                case "tab":
                    yield "\t", True
                case "line-break":
                    yield "\n", True
                case "note":
                    yield self._called(child), True
                case "frame" | "custom-shape" | "text-box":
                    self.hanging.append(child)
                case left_out if left_out in _LEFT_OUT:
                    pass
                case _:
                    yield from self._pieces(child)
            yield child.tail or "", False

    def _called(self, note: Element) -> str:
        """Keep a note for the end; gives the number that stands in its place."""
        number = len(self.notes) + 1
        self.notes.append(Block(BlockKind.NOTE, ""))  # its place: a note may hold what hangs on it
        words = "\n".join(
            self._text(each) for body in note if local_name(body) == "note-body" for each in _paragraphs(body)
        )
        self.notes[number - 1] = Block(BlockKind.NOTE, f"[{number}] {words}")
        return f"[{number}]"


def _paragraphs(parent: Element) -> Iterator[Element]:
    """Give the paragraphs and headings within an element, however deep, in order."""
    for element in parent:
        name = local_name(element)
        if name in ("p", "h"):
            yield element
        elif name not in _LEFT_OUT:
            yield from _paragraphs(element)


def _told(content: Element) -> Iterator[str]:
    comments = [element for element in content.iter() if local_name(element) == "annotation"]
    deleted = [element for element in content.iter() if local_name(element) == "deletion"]
    if comments:
        yield f"{len(comments)} {'comment is' if len(comments) == 1 else 'comments are'} left out."
    for comment in comments[:_MOST_LISTED]:
        yield f"Comment by {_author(comment)}, left out: {_shown(comment)}"
    if deleted:
        yield f"There are tracked changes: {len(deleted)} deleted (left out); what was inserted is taken as text."
    for change in deleted[:_MOST_LISTED]:
        yield f"Deleted by {_author(change)}, left out: {_shown(change)}"


def _author(element: Element) -> str:
    return next((each.text for each in element.iter() if local_name(each) == "creator" and each.text), "somebody")


def _shown(element: Element) -> str:
    words = " ".join(" ".join("".join(each.itertext()).split()) for each in _paragraphs(element))
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"
