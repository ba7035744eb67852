# SPDX-License-Identifier: MIT
"""Documents of Word, as little of them as we write: paragraphs, runs, styles, comments.

The least that WordprocessingML (ECMA-376, part 1) asks for: content types, relationships, the document, its
styles and, where there are any, its comments. Built with the standard library's XML, put into a container that
is always the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree import ElementTree as tree

from annotator.exchange.containers import packed

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = MappingProxyType({"document": "document.main"})
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a kind of paragraph: its name in the list of styles, its size in half points."""

    name: str
    size: int
    bold: bool = False
    italic: bool = False


def word_document(
    document: tree.Element, *, styles: Mapping[str, Style], comments: tree.Element | None = None
) -> bytes:
    """Give the bytes of a document; the same elements give the same bytes. ``styles`` are by their identity."""
    tree.register_namespace("w", _WORD)
    parts = {"document": document, "styles": _styles(styles)}
    if comments is not None:
        parts["comments"] = comments
    targets = {name: f"{name}.xml" for name in parts if name != "document"}
    return packed(
        {
            "[Content_Types].xml": _content_types(parts),
            "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
            "word/_rels/document.xml.rels": _relationships(targets),
            **{f"word/{name}.xml": _serialised(root) for name, root in parts.items()},
        }
    )


def _serialised(root: tree.Element) -> bytes:
    data: bytes = tree.tostring(root, encoding="UTF-8", xml_declaration=True, short_empty_elements=True)
    return data


def word(tag: str, *children: tree.Element, **attributes: str) -> tree.Element:
    """Give an element of the vocabulary of Word with these children and attributes."""
    made = tree.Element(f"{{{_WORD}}}{tag}", {f"{{{_WORD}}}{name}": value for name, value in attributes.items()})
    made.extend(children)
    return made


def _content_types(parts: Mapping[str, tree.Element]) -> bytes:
    root = tree.Element("Types", {"xmlns": f"{_PACKAGE}/content-types"})
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    for ending, kind in kinds.items():
        tree.SubElement(root, "Default", {"Extension": ending, "ContentType": kind})
    for part in parts:
        kind = f"{_TYPES}.{_KINDS.get(part, part)}+xml"
        tree.SubElement(root, "Override", {"PartName": f"/word/{part}.xml", "ContentType": kind})
    return _serialised(root)


def _relationships(targets: dict[str, str]) -> bytes:
    root = tree.Element("Relationships", {"xmlns": f"{_PACKAGE}/relationships"})
    for number, (kind, target) in enumerate(targets.items(), start=1):
        relation = {"Id": f"rId{number}", "Type": f"{_RELATED}/{kind}", "Target": target}
        tree.SubElement(root, "Relationship", relation)
    return _serialised(root)


def page() -> tree.Element:
    """Give the last element of a body: a page of A4."""
    sides = dict.fromkeys(("top", "right", "bottom", "left"), "1417")
    margins = word("pgMar", **sides, header="708", footer="708", gutter="0")
    return word("sectPr", word("pgSz", w="11906", h="16838"), margins)


def run(text: str, properties: Sequence[tree.Element] = ()) -> tree.Element:
    """Give a run of characters that keeps its white space."""
    made = word("r")
    if properties:
        made.append(word("rPr", *sorted(properties, key=_place)))
    for place, words in enumerate(text.split("\t")):
        if place:
            made.append(word("tab"))
        if words:
            element = word("t")
            element.text = words
            element.set(_XML_SPACE, "preserve")
            made.append(element)
    return made


_ORDER = ("b", "i", "sz", "u", "shd", "vertAlign")
"""The order in which the schema wants the properties of a run."""


def _place(element: tree.Element) -> int:
    return _ORDER.index(element.tag.rpartition("}")[2])


def paragraph(style: str, *runs: tree.Element) -> tree.Element:
    """Give a paragraph of a style."""
    return word("p", word("pPr", word("pStyle", val=style)), *runs)


def _styles(styles: Mapping[str, Style]) -> tree.Element:
    root = word("styles")
    for identity, look in styles.items():
        further = [word(tag) for tag, there in (("b", look.bold), ("i", look.italic)) if there]
        properties = word("rPr", *further, word("sz", val=str(look.size)))
        spacing = word("pPr", word("spacing", after="120", line="300", lineRule="auto"))
        style = word("style", word("name", val=look.name), spacing, properties, type="paragraph", styleId=identity)
        if identity == "Normal":
            style.set(f"{{{_WORD}}}default", "1")
        root.append(style)
    return root
