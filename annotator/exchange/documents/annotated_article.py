# SPDX-License-Identifier: MIT
"""An article with its annotations as stretches between which nothing changes: what every page to read is set from.

Colour is never the only signal: each code has a pattern, each annotation a number at its beginning and its
end, by which passages that cross can be told apart on black and white paper.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.domain import Annotation, Code, Coder, Document
from annotator.domain.codebook import Pattern
from annotator.exchange.corpus import Corpus

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_GREY = "#5C6672"
_LONGEST_QUOTE = 160
_UNKNOWN_CODE, _UNKNOWN_CODER = "unknown code", "unknown coder"


@dataclass(frozen=True, slots=True)
class Note:
    """One annotation in the order of the text: its number, what it says, and the lane in which its mark is drawn.

    Lanes count from 0; two that overlap are never in the same.
    """

    number: int
    lane: int
    annotation: Annotation
    quote: str
    code: str
    coder: str
    colour: str
    pattern: Pattern
    details: tuple[str, ...]
    memo: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters under the same annotations; ``begins`` and ``ends`` are those whose first or last ones these are."""

    text: str
    notes: tuple[Note, ...]
    begins: tuple[Note, ...]
    ends: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class CodeOnPage:
    """A code of the legend, with how many annotations of this article bear it."""

    code: Code
    name: str
    definition: str
    number: int


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """All that a page shows. ``source`` are outlet, author, date and address, as far as they are known."""

    document: Document
    heading: str
    source: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]
    codes: tuple[CodeOnPage, ...]
    coders: tuple[str, ...]


def annotated_article(corpus: Corpus, document: Document) -> AnnotatedArticle:
    """Set an article and its annotations beside each other."""
    annotations = corpus.annotations.get(document.id, ())
    notes = tuple(_notes(corpus, annotations))
    used = {note.annotation.code for note in notes}
    counts = {code: sum(note.annotation.code == code for note in notes) for code in used}
    codes = tuple(
        CodeOnPage(code, printable(code.name), _in_one_line(code.definition), counts[code.id])
        for code in corpus.codebook.codes
        if code.id in used
    )
    source = tuple(printable(each) for each in (document.outlet, document.author, document.date, document.url) if each)
    stretches = tuple(_stretches(corpus.texts[document.id], notes))
    coders = tuple(sorted({note.coder for note in notes}))
    return AnnotatedArticle(document, printable(document.heading), source, stretches, notes, codes, coders)


def printable(text: str) -> str:
    """Put U+FFFD where a character has no shape and no page can hold it; the length stays."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _in_one_line(text: str) -> str:
    return " ".join(printable(text).split())


def _shortened(quote: str) -> str:
    """Give the words of a passage as a note repeats them: on one line, the middle of a long one left out."""
    words = _in_one_line(quote)
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 40]} … {words[-36:]}"


def _notes(corpus: Corpus, annotations: Sequence[Annotation]) -> Iterator[Note]:
    codes = {code.id: code for code in corpus.codebook.codes}
    coders: dict[str, Coder] = {coder.id: coder for coder in corpus.coders}
    free_from: list[int] = []
    for number, each in enumerate(sorted(annotations, key=lambda each: (each.span.start, -each.span.end)), start=1):
        lane = next((lane for lane, end in enumerate(free_from) if end <= each.span.start), len(free_from))
        free_from[lane : lane + 1] = [each.span.end]
        code, coder = codes.get(each.code), coders.get(each.coder)
        yield Note(
            number=number,
            lane=lane,
            annotation=each,
            quote=_shortened(each.quote),
            code=printable(code.name) if code else _UNKNOWN_CODE,
            coder=printable(coder.name) if coder else _UNKNOWN_CODER,
            colour=code.colour if code else _GREY,
            pattern=code.pattern if code else Pattern.SOLID,
            details=tuple(_details(each, code)),
            memo=printable(each.memo),
        )


def _details(annotation: Annotation, code: Code | None) -> Iterator[str]:
    """Give the attributes under their labels, then how sure the coder was."""
    for name, value in annotation.attributes.items():
        definition = code.attribute(name) if code else None
        yield printable(f"{definition.label or name if definition else name}: {value}")
    if annotation.certainty.value:
        yield f"certainty: {annotation.certainty.value}"
    if annotation.ask_lead:
        yield "asks the lead"


def _stretches(text: str, notes: Sequence[Note]) -> Iterator[Stretch]:
    """Cut the text wherever an annotation begins or ends; pieced together again it is the text."""
    begins: dict[int, list[Note]] = {}
    ends: dict[int, list[Note]] = {}
    for note in notes:
        begins.setdefault(note.annotation.span.start, []).append(note)
        ends.setdefault(note.annotation.span.end, []).append(note)
    cuts = sorted({0, len(text), *begins, *ends})
    active: dict[int, Note] = {}
    for start, end in pairwise(cuts):
        for note in begins.get(start, ()):
            active[note.number] = note
        yield Stretch(
            printable(text[start:end]), tuple(active.values()), tuple(begins.get(start, ())), tuple(ends.get(end, ()))
        )
        for note in ends.get(end, ()):
            del active[note.number]
