# SPDX-License-Identifier: MIT
"""Texts that are nearly one that is here, and the passages that could be carried over to it.

Two texts are nearly the same where half of the word 5-grams of the smaller one, and three tenths of
those of both together, stand in both (see ``annotator.text.similar``). Texts too short for that are
nearly the same where they bear one name and three fifths of their words, counted as often as they
stand there, are common to both: 2 * common / (words of one + words of the other) >= 0.6.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.domain import AnnotationId, CoderId, DocumentId, Json
from annotator.merging.questions import (
    CARRY_OVER,
    LEAVE,
    Choice,
    OfferedPlace,
    PlacedAnnotation,
    PlaceDetail,
    Question,
    QuestionKind,
    ReanchorDetail,
)
from annotator.text.reanchoring import Place, reanchor

LEAST_CONTAINMENT = 0.5
LEAST_JACCARD = 0.3
LEAST_COMMON_WORDS = 0.6
_AROUND = 40


@dataclass(frozen=True, slots=True)
class NamedText:
    """A document with its name and its text."""

    document: DocumentId
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """An annotation as a file holds it: whose it is and its span with quote and context."""

    annotation: AnnotationId
    coder: CoderId
    span: Mapping[str, Json]


def nearest(coming: Iterable[NamedText], here: Iterable[NamedText]) -> dict[DocumentId, NamedText]:
    """Give, for each coming text that is nearly one that is here, the nearest."""
    from annotator.text.similar import similar_pairs  # it brings numpy, and most merges bring no new text

    come, known = {each.document: each for each in coming}, {each.document: each for each in here}
    texts = [(each.document, each.text) for each in (*known.values(), *come.values())]
    found: dict[DocumentId, tuple[float, NamedText]] = {}
    for pair in similar_pairs(texts, least_containment=LEAST_CONTAINMENT):
        first, second = DocumentId(pair.first), DocumentId(pair.second)
        if first in known and second in come and pair.jaccard >= LEAST_JACCARD:
            found[second] = max(found.get(second, (0.0, known[first])), (pair.jaccard, known[first]), key=_share)
    by_name: dict[str, list[NamedText]] = {}
    for text in known.values():
        by_name.setdefault(text.name.casefold(), []).append(text)
    for text in come.values():
        shares = [(_common_words(text, other), other) for other in by_name.get(text.name.casefold(), ())]
        best = max(shares, key=_share, default=None)
        if text.document not in found and best is not None and best[0] >= LEAST_COMMON_WORDS:
            found[text.document] = best
    return {document: other for document, (_, other) in found.items()}


def _share(found: tuple[float, NamedText]) -> float:
    return found[0]


def _common_words(one: NamedText, other: NamedText) -> float:
    first, second = Counter(one.text.casefold().split()), Counter(other.text.casefold().split())
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def carrying(
    source: NamedText, target: NamedText, passages: Iterable[Passage], *, files: tuple[str, ...]
) -> list[Question]:
    """Ask whether passages are carried over from one text to another, and, of each that is not sure, where to.

    The first question is of all that are sure; the others of one passage each.
    """
    sure: list[PlacedAnnotation] = []
    places: list[Question] = []
    lost: list[AnnotationId] = []
    for passage in passages:
        span = passage.span
        found = reanchor(target.text, quote=str(span["quote"]), before=str(span["before"]), after=str(span["after"]))
        if found.is_sure:
            place = found.places[0]
            sure.append(PlacedAnnotation(passage.annotation, passage.coder, place.start, place.end, place.score))
        elif found.is_lost:
            lost.append(passage.annotation)
        else:
            places.append(_where(passage, source, target, found.places, files))
    detail = ReanchorDetail(
        source.document, source.name, target.document, target.name, tuple(sure), len(places), tuple(lost)
    )
    return [_whether(detail, files), *places]


def _whether(detail: ReanchorDetail, files: tuple[str, ...]) -> Question:
    number = len(detail.sure) + detail.asked + len(detail.lost)
    return Question(
        id=f"reanchor:{detail.source}:{detail.target}", kind=QuestionKind.REANCHOR, files=files,
        title=f"“{detail.source_name}” is nearly the same text as your “{detail.target_name}”",
        explanation=(
            f"Of {number:,} annotations {len(detail.sure):,} were found again for sure, {detail.asked:,} are to be "
            f"asked, {len(detail.lost):,} have no place there. The originals stay as they are."
        ),
        choices=(
            Choice(CARRY_OVER, f"Show the {len(detail.sure):,} sure ones on your text"),
            Choice(LEAVE, "Keep both texts apart"),
        ),
        default=CARRY_OVER, required=True, detail=detail,
    )  # fmt: skip


def _where(
    passage: Passage, source: NamedText, target: NamedText, places: Iterable[Place], files: tuple[str, ...]
) -> Question:
    offered = tuple(_offered(target.text, place) for place in places)
    quote = str(passage.span["quote"])
    return Question(
        id=f"place:{passage.annotation}:{target.document}", kind=QuestionKind.PLACE, files=files,
        title=f"Where does “{quote[:80]}” stand in “{target.name}”?",
        explanation="It is not there once in the same context.",
        choices=(
            *(
                Choice(f"{each.start}-{each.end}", f"…{each.before}[{each.quote}]{each.after}…")
                for each in offered
            ),
            Choice(LEAVE, "Leave it on its own text only"),
        ),
        default=LEAVE,
        detail=PlaceDetail(passage.annotation, passage.coder, source.document, target.document, quote, offered),
    )  # fmt: skip


def _offered(text: str, place: Place) -> OfferedPlace:
    return OfferedPlace(
        place.start, place.end, place.score, text[max(0, place.start - _AROUND) : place.start],
        text[place.start : place.end], text[place.end : place.end + _AROUND],
    )  # fmt: skip
