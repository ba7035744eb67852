# SPDX-License-Identifier: MIT
"""An annotated article as a document of Word: passages underlined and shaded, a comment in the margin for each.

The least that WordprocessingML (ECMA-376, part 1) asks for: content types, relationships, the document, its
styles and its comments. Built with the standard library's XML, put into a container that is always the same.
"""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from xml.etree import ElementTree as tree

from annotator.domain.codebook import Pattern
from annotator.exchange.annotated_article import AnnotatedArticle, Note, Stretch
from annotator.exchange.containers import packed
from annotator.exchange.corpus import OFFSET_UNIT

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNDERLINES = MappingProxyType({
    Pattern.SOLID: "single", Pattern.DASHED: "dash", Pattern.DOTTED: "dotted", Pattern.DOUBLE: "double",
    Pattern.LONG_DASH: "dashLong", Pattern.LADDER: "thick", Pattern.ZIGZAG: "wave", Pattern.THICK_THIN: "wavyHeavy",
    Pattern.HOLLOW: "wavyDouble", Pattern.DASH_DOT: "dotDash",
})  # fmt: skip
_TINT = 0.84
"""How far the ground of a passage is from the code's colour towards white."""
_PARTS = MappingProxyType({"document": "document.main", "styles": "styles", "comments": "comments"})


def annotated_docx(article: AnnotatedArticle) -> bytes:
    """Give the bytes of the document; the same article gives the same bytes."""
    tree.register_namespace("w", _WORD)
    return packed(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
            "word/_rels/document.xml.rels": _relationships({"styles": "styles.xml", "comments": "comments.xml"}),
            "word/document.xml": _serialised(_document(article)),
            "word/styles.xml": _serialised(_styles()),
            "word/comments.xml": _serialised(_comments(article.notes)),
        }
    )


def _serialised(root: tree.Element) -> bytes:
    data: bytes = tree.tostring(root, encoding="UTF-8", xml_declaration=True, short_empty_elements=True)
    return data


def _word(tag: str, *children: tree.Element, **attributes: str) -> tree.Element:
    made = tree.Element(f"{{{_WORD}}}{tag}", {f"{{{_WORD}}}{name}": value for name, value in attributes.items()})
    made.extend(children)
    return made


def _content_types() -> bytes:
    root = tree.Element("Types", {"xmlns": f"{_PACKAGE}/content-types"})
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    for ending, kind in kinds.items():
        tree.SubElement(root, "Default", {"Extension": ending, "ContentType": kind})
    for part, kind in _PARTS.items():
        tree.SubElement(root, "Override", {"PartName": f"/word/{part}.xml", "ContentType": f"{_TYPES}.{kind}+xml"})
    return _serialised(root)


def _relationships(targets: dict[str, str]) -> bytes:
    root = tree.Element("Relationships", {"xmlns": f"{_PACKAGE}/relationships"})
    for number, (kind, target) in enumerate(targets.items(), start=1):
        relation = {"Id": f"rId{number}", "Type": f"{_RELATED}/{kind}", "Target": target}
        tree.SubElement(root, "Relationship", relation)
    return _serialised(root)


def _document(article: AnnotatedArticle) -> tree.Element:
    body = _word("body", _paragraph("Heading1", _run(article.heading)))
    if article.source:
        body.append(_paragraph("Source", _run(" · ".join(article.source))))
    body.extend(_legend(article))
    body.extend(_text(article.stretches))
    last = (
        f"{article.document.length} characters, text SHA-256 {article.document.text_sha256}, offsets in {OFFSET_UNIT}"
    )
    body.append(_paragraph("Source", _run(last)))
    body.append(_word("sectPr", _word("pgSz", w="11906", h="16838"), _margins()))
    return _word("document", body)


def _margins() -> tree.Element:
    sides = dict.fromkeys(("top", "right", "bottom", "left"), "1417")
    return _word("pgMar", **sides, header="708", footer="708", gutter="0")


def _legend(article: AnnotatedArticle) -> Iterator[tree.Element]:
    for each in article.codes:
        look = _look(each.code.colour, each.code.pattern)
        definition = each.definition
        words = f"  {each.number}{'  ' + definition if definition else ''}"
        yield _paragraph("Legend", _run(each.name, look), _run(words))


def _text(stretches: Sequence[Stretch]) -> Iterator[tree.Element]:
    """Give a paragraph for each line; passages run on over paragraphs."""
    paragraph = _paragraph("Normal")
    for stretch in stretches:
        paragraph.extend(_word("commentRangeStart", id=str(note.number)) for note in stretch.begins)
        paragraph.extend(_numbers(stretch.begins))
        innermost = max(stretch.notes, key=lambda note: note.lane, default=None)
        look = _look(innermost.colour, innermost.pattern) if innermost else []
        first, *further = stretch.text.split("\n")
        if first:
            paragraph.append(_run(first, look))
        for line in further:
            yield paragraph
            paragraph = _paragraph("Normal", *([_run(line, look)] if line else []))
        for note in stretch.ends:
            paragraph.append(_word("commentRangeEnd", id=str(note.number)))
            paragraph.append(_word("r", _word("commentReference", id=str(note.number))))
        paragraph.extend(_numbers(stretch.ends, _word("b")))
    yield paragraph


def _numbers(notes: Sequence[Note], *properties: tree.Element) -> Iterator[tree.Element]:
    if notes:
        raised = [_word("vertAlign", val="superscript"), *properties]
        yield _run(",".join(str(note.number) for note in notes), raised)


def _run(text: str, properties: Sequence[tree.Element] = ()) -> tree.Element:
    """Give a run of characters that keeps its white space."""
    made = _word("r")
    if properties:
        made.append(_word("rPr", *sorted(properties, key=_place)))
    for place, words in enumerate(text.split("\t")):
        if place:
            made.append(_word("tab"))
        if words:
            element = _word("t")
            element.text = words
            element.set(_XML_SPACE, "preserve")
            made.append(element)
    return made


_ORDER = ("b", "i", "sz", "u", "shd", "vertAlign")
"""The order in which the schema wants the properties of a run."""


def _place(element: tree.Element) -> int:
    return _ORDER.index(element.tag.rpartition("}")[2])


def _paragraph(style: str, *runs: tree.Element) -> tree.Element:
    return _word("p", _word("pPr", _word("pStyle", val=style)), *runs)


def _look(colour: str, pattern: Pattern) -> list[tree.Element]:
    """Underline in the code's pattern and colour on a faint ground."""
    digits = colour.removeprefix("#").upper()
    parts = [int(digits[place : place + 2], 16) for place in (0, 2, 4)]
    ground = "".join(f"{round(part + (255 - part) * _TINT):02X}" for part in parts)
    return [_word("u", val=_UNDERLINES[pattern], color=digits), _word("shd", val="clear", color="auto", fill=ground)]


def _comments(notes: Sequence[Note]) -> tree.Element:
    made = []
    for note in notes:
        lines = [f"{note.number}  {note.code}", *note.details, *(line for line in note.memo.split("\n") if line)]
        paragraphs = [_paragraph("CommentText", _run(line)) for line in lines]
        initials = "".join(word[0] for word in note.coder.split())[:9]
        made.append(_word("comment", *paragraphs, id=str(note.number), author=note.coder, initials=initials))
    return _word("comments", *made)


def _styles() -> tree.Element:
    looks = {
        "Normal": ("Normal", "22", ()), "Heading1": ("heading 1", "32", (_word("b"),)),
        "Source": ("Source", "18", (_word("i"),)), "Legend": ("Legend", "20", ()),
        "CommentText": ("annotation text", "20", ()),
    }  # fmt: skip
    root = _word("styles")
    for identity, (name, size, further) in looks.items():
        properties = _word("rPr", *further, _word("sz", val=size))
        spacing = _word("pPr", _word("spacing", after="120", line="300", lineRule="auto"))
        style = _word("style", _word("name", val=name), spacing, properties, type="paragraph", styleId=identity)
        if identity == "Normal":
            style.set(f"{{{_WORD}}}default", "1")
        root.append(style)
    return root
