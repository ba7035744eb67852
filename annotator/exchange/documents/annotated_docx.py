# SPDX-License-Identifier: MIT
"""An annotated article as a document of Word: passages underlined and shaded, a comment in the margin for each.

The least that WordprocessingML (ECMA-376, part 1) asks for: content types, relationships, the document, its
styles and its comments. Built with the standard library's XML, put into a container that is always the same.
"""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from xml.etree import ElementTree as tree

from annotator.domain.codebook import Pattern
from annotator.exchange.corpus import OFFSET_UNIT
from annotator.exchange.documents.annotated_article import AnnotatedArticle, Note, Stretch
from annotator.exchange.documents.word_document import Style, page, paragraph, run, word, word_document

_UNDERLINES = MappingProxyType({
    Pattern.SOLID: "single", Pattern.DASHED: "dash", Pattern.DOTTED: "dotted", Pattern.DOUBLE: "double",
    Pattern.LONG_DASH: "dashLong", Pattern.LADDER: "thick", Pattern.ZIGZAG: "wave", Pattern.THICK_THIN: "wavyHeavy",
    Pattern.HOLLOW: "wavyDouble", Pattern.DASH_DOT: "dotDash",
})  # fmt: skip
_STYLES = MappingProxyType({
    "Normal": Style("Normal", 22), "Heading1": Style("heading 1", 32, bold=True),
    "Source": Style("Source", 18, italic=True), "Legend": Style("Legend", 20),
    "CommentText": Style("annotation text", 20),
})  # fmt: skip
_TINT = 0.84
"""How far the ground of a passage is from the code's colour towards white."""


def annotated_docx(article: AnnotatedArticle) -> bytes:
    """Give the bytes of the document; the same article gives the same bytes."""
    return word_document(_document(article), styles=_STYLES, comments=_comments(article.notes))


def _document(article: AnnotatedArticle) -> tree.Element:
    body = word("body", paragraph("Heading1", run(article.heading)))
    if article.source:
        body.append(paragraph("Source", run(" · ".join(article.source))))
    body.extend(_legend(article))
    body.extend(_text(article.stretches))
    last = (
        f"{article.document.length} characters, text SHA-256 {article.document.text_sha256}, offsets in {OFFSET_UNIT}"
    )
    body.append(paragraph("Source", run(last)))
    body.append(page())
    return word("document", body)


def _legend(article: AnnotatedArticle) -> Iterator[tree.Element]:
    for each in article.codes:
        look = _look(each.code.colour, each.code.pattern)
        definition = each.definition
        words = f"  {each.number}{'  ' + definition if definition else ''}"
        yield paragraph("Legend", run(each.name, look), run(words))


def _text(stretches: Sequence[Stretch]) -> Iterator[tree.Element]:
    """Give a paragraph for each line; passages run on over paragraphs."""
    current = paragraph("Normal")
    for stretch in stretches:
        current.extend(word("commentRangeStart", id=str(note.number)) for note in stretch.begins)
        current.extend(_numbers(stretch.begins))
        innermost = max(stretch.notes, key=lambda note: note.lane, default=None)
        look = _look(innermost.colour, innermost.pattern) if innermost else []
        first, *further = stretch.text.split("\n")
        if first:
            current.append(run(first, look))
        for line in further:
            yield current
            current = paragraph("Normal", *([run(line, look)] if line else []))
        for note in stretch.ends:
            current.append(word("commentRangeEnd", id=str(note.number)))
            current.append(word("r", word("commentReference", id=str(note.number))))
        current.extend(_numbers(stretch.ends, word("b")))
    yield current


def _numbers(notes: Sequence[Note], *properties: tree.Element) -> Iterator[tree.Element]:
    if notes:
        raised = [word("vertAlign", val="superscript"), *properties]
        yield run(",".join(str(note.number) for note in notes), raised)


def _look(colour: str, pattern: Pattern) -> list[tree.Element]:
    """Underline in the code's pattern and colour on a faint ground."""
    digits = colour.removeprefix("#").upper()
    parts = [int(digits[place : place + 2], 16) for place in (0, 2, 4)]
    ground = "".join(f"{round(part + (255 - part) * _TINT):02X}" for part in parts)
    return [word("u", val=_UNDERLINES[pattern], color=digits), word("shd", val="clear", color="auto", fill=ground)]


def _comments(notes: Sequence[Note]) -> tree.Element:
    made = []
    for note in notes:
        lines = [f"{note.number}  {note.code}", *note.details, *(line for line in note.memo.split("\n") if line)]
        paragraphs = [paragraph("CommentText", run(line)) for line in lines]
        initials = "".join(word[0] for word in note.coder.split())[:9]
        made.append(word("comment", *paragraphs, id=str(note.number), author=note.coder, initials=initials))
    return word("comments", *made)
