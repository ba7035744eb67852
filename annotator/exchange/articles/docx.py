# SPDX-License-Identifier: MIT
"""Word's files in: mammoth tells the structure, our own walker makes blocks of what it gives, in reading order.

Footnotes and endnotes stand at the end, with the number that stands in brackets where they are called. What was
inserted as a tracked change is text, what was deleted or moved away is not; these and comments are told as notes.
mammoth is given a container of our own that holds the XML of the file and nothing else, after all of it has been read
without a DOCTYPE and within limits: it never sees a picture, an embedded file or a trick of the outer container.
"""

import io
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from annotator.domain.errors import Refused
from annotator.exchange.articles.blocks import Block, BlockKind, text_of
from annotator.exchange.articles.document_properties import office_metadata
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import DEFAULT_OPTIONS, ReadingOptions
from annotator.exchange.containers import opened_container, packed
from annotator.exchange.foreign_xml import local_name, parsed_xml
from annotator.text import How, as_article_text

MAXIMUM_XML_BYTES = 60_000_000

_NOTHING = "nothing was taken from it"
_MOST_LISTED = 20
_LONGEST_SHOWN = 200
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = ("strong", "b")
_ENDED_BY = frozenset({*_HEADINGS, "p", "li", "ul", "ol", "table"})
# Whatever mammoth raises of itself on a document that Word would not have written.
_CANNOT_BE_CONVERTED = (
    ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RecursionError, SyntaxError, TypeError,
    ValueError,
)  # fmt: skip


def read_docx(
    data: bytes,
    *,
    name: str,
    options: ReadingOptions = DEFAULT_OPTIONS,  # noqa: ARG001  # as every reader
) -> tuple[IncomingArticle, ...]:
    """Read one document; raises Refused for one that is damaged, encrypted, beyond a limit or without text."""
    members = _members(data, name)
    decoded = as_article_text(text_of(_blocks(members, name)), data=data, encoding="docx", how=How.DECLARED)
    metadata = (
        office_metadata(parsed_xml(members["docProps/core.xml"], name=name)) if "docProps/core.xml" in members else {}
    )
    return (IncomingArticle(name, decoded, metadata, tuple(_notes(members, name))),)


def docx_blocks(data: bytes, *, name: str) -> tuple[Block, ...]:
    """Give the blocks of a document with what is bold in them, notes last; raises Refused as :func:`read_docx`."""
    return _blocks(_members(data, name), name)


def _members(data: bytes, name: str) -> dict[str, bytes]:
    """Read the XML of a document, all of which has been parsed once when it is given back."""
    with opened_container(data, name=name) as container:
        names = [
            each for each in container.members if each.endswith((".xml", ".rels")) and not each.startswith("customXml/")
        ]
        if sum(container.size(each) for each in names) > MAXIMUM_XML_BYTES:
            raise Refused(f"The document holds more text than an article can; {_NOTHING}: split it first.", where=name)
        members = {each: container.read(each) for each in names}
    for content in members.values():
        parsed_xml(content, name=name)
    return members


def _blocks(members: Mapping[str, bytes], name: str) -> tuple[Block, ...]:
    import mammoth

    def without_picture(_picture: object) -> dict[str, str]:
        return {}

    try:
        converted = mammoth.convert_to_html(
            io.BytesIO(packed(members)),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(without_picture),
            external_file_access=False,
        )
    except _CANNOT_BE_CONVERTED as error:
        raise Refused(
            f"The document is damaged, or it is no document of Word; {_NOTHING}: open it in Word or LibreOffice and "
            "save it again as .docx.",
            where=name,
        ) from error
    walker = _Walker()
    walker.feed(converted.value)
    walker.close()
    return walker.blocks()


class _Walker(HTMLParser):
    """Makes blocks of the HTML that mammoth writes, which is well-formed and has no white space of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Block] = []
        self._notes: list[Block] = []
        self._text = ""
        self._bold: list[tuple[int, int]] = []
        self._bold_from: int | None = None
        self._cells: list[str] = []
        self._tables = 0
        self._items = 0
        self._note = 0
        self._is_back_link = False

    def blocks(self) -> tuple[Block, ...]:
        """Give what was found: notes after everything else."""
        return (*self._blocks, *self._notes)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a part in bold, or the way back from a note, which is left out."""
        values = dict(attrs)
        if tag in _ENDED_BY:
            self._end_block(BlockKind.PARAGRAPH)
        if tag == "table":
            self._tables += 1
        elif tag == "li":
            self._items += 1
            if (values.get("id") or "").startswith(("footnote-", "endnote-")):
                self._note += 1
                self._text = f"[{self._note}] "
        elif tag == "br":
            self._text += " " if self._tables else "\n"
        elif tag in _BOLD:
            self._bold_from = len(self._text)
        elif tag == "a":
            self._is_back_link = (values.get("href") or "").startswith(("#footnote-ref-", "#endnote-ref-"))

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if tag in _BOLD and self._bold_from is not None:
            self._bold.append((self._bold_from, len(self._text)))
            self._bold_from = None
        elif tag == "a":
            self._is_back_link = False
        elif tag in ("td", "th") and self._tables == 1:
            self._cells.append(self._text.strip(" "))
            self._text = ""
        elif tag == "tr" and self._tables == 1:
            self._blocks.append(Block(BlockKind.ROW, "\t".join(self._cells)))
            self._cells = []
        elif tag in _ENDED_BY:
            self._end_block(BlockKind.HEADING if tag in _HEADINGS else BlockKind.PARAGRAPH, level=_HEADINGS.get(tag, 0))
        self._items -= tag == "li"
        self._tables -= tag == "table"

    def handle_data(self, data: str) -> None:
        """Take words, exactly."""
        if self._note and self._text == f"[{self._note}] ":
            data = data.lstrip(" \t")  # what parted the number of the note from its words
        if not self._is_back_link:
            self._text += data.replace("\t", " ").replace("\n", " ") if self._tables else data

    def _end_block(self, kind: BlockKind, *, level: int = 0) -> None:
        if self._tables:  # a paragraph of a cell
            self._text += " " if self._text and not self._text.endswith(" ") else ""
            return
        if self._items and self._note and self._text == f"[{self._note}] ":
            return  # the paragraph within the note begins
        kind = (BlockKind.NOTE if self._note else BlockKind.ITEM) if self._items else kind
        text = self._text.rstrip(" ") if kind is BlockKind.NOTE else self._text
        if text:
            (self._notes if self._note else self._blocks).append(Block(kind, text, level, tuple(self._bold)))
        self._text, self._bold, self._bold_from = "", [], None


def _notes(members: Mapping[str, bytes], name: str) -> Iterator[str]:
    comments = [
        each for part, data in members.items() if part.endswith("/comments.xml") for each in parsed_xml(data, name=name)
    ]
    if comments:
        yield f"{len(comments)} {'comment is' if len(comments) == 1 else 'comments are'} left out."
    for comment in comments[:_MOST_LISTED]:
        yield f"Comment by {_author(comment)}, left out: {_shown(_words(comment, 't'))}"
    changes = [
        each
        for part, data in members.items()
        if part.endswith("/document.xml")
        for each in parsed_xml(data, name=name).iter()
    ]
    inserted = [each for each in changes if local_name(each) in ("ins", "moveTo") and _words(each, "t")]
    deleted = [each for each in changes if local_name(each) in ("del", "moveFrom") and _words(each, "delText", "t")]
    if inserted or deleted:
        yield (
            f"There are tracked changes: {len(inserted)} inserted (taken as text), {len(deleted)} deleted (left out); "
            "to have it otherwise, accept or reject them in the document first."
        )
    for each in deleted[:_MOST_LISTED]:
        yield f"Deleted by {_author(each)}, left out: {_shown(_words(each, 'delText', 't'))}"


def _author(element: Element) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith("}author")), "somebody")[
        :_LONGEST_SHOWN
    ]


def _words(element: Element, *names: str) -> str:
    return "".join(each.text or "" for each in element.iter() if local_name(each) in names)


def _shown(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= _LONGEST_SHOWN else f"{folded[:_LONGEST_SHOWN]}…"
