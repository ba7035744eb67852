# SPDX-License-Identifier: MIT
"""Annotations whose quote does not stand where a file says: found again beyond doubt, asked about, or refused."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.domain import Annotation, Refused, Span, UsageError
from annotator.exchange.corpus import CorpusRead
from annotator.operations.corpus_import_choice import Answers
from annotator.text.quotation import context, quote
from annotator.text.reanchoring import Reanchored, reanchor


@dataclass(frozen=True, slots=True)
class Misplaced:
    """One of them: ``key`` names it in answers, ``found`` is where its words may stand, the best place first.

    ``is_sure`` says that its quote stands exactly once and in its own context: a file that brings no
    context leaves a doubt.
    """

    key: str
    annotation: Annotation
    found: Reanchored

    @property
    def is_sure(self) -> bool:
        """Whether there is one place and no doubt."""
        has_context = bool(self.annotation.before or self.annotation.after)
        return self.found.is_sure and has_context


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of them: settled on a place, by name left out or still open."""

    annotations: tuple[Annotation, ...]
    left_out: tuple[str, ...]
    open: tuple[str, ...]


def misplaced(read: CorpusRead) -> tuple[Misplaced, ...]:
    """Look for the places of everything that a reader could not place; where the text is missing too there is none."""
    seen: Counter[str] = Counter()
    found = []
    for each in read.unplaced:
        seen[each.where] += 1
        key = each.where if seen[each.where] == 1 else f"{each.where} ({seen[each.where]})"
        annotation, text = each.annotation, read.corpus.texts.get(each.annotation.document, "")
        places = reanchor(text, quote=annotation.quote, before=annotation.before, after=annotation.after)
        found.append(Misplaced(key, annotation, places))
    return tuple(found)


def settle(read: CorpusRead, several: Sequence[Misplaced], *, answers: Answers, takes_sure: bool) -> Placed:
    """Put every annotation where an answer, or (``takes_sure``) its quote beyond doubt, says.

    Raises UsageError for an answer about nothing, Refused for one that lies beyond its text.
    """
    known = {each.key for each in several}
    for key in answers:
        if key not in known:
            raise UsageError(f"The answers name “{key[:80]}”, where nothing is to be asked; nothing was written.")
    settled, left_out, still_open = [], [], []
    for each in several:
        text = read.corpus.texts.get(each.annotation.document, "")
        span = answers.get(each.key)
        if span is not None:
            settled.append(_moved(each, text, span))
        elif each.key in answers:
            left_out.append(each.key)
        elif takes_sure and each.is_sure:
            settled.append(_moved(each, text, Span.of(each.found.places[0].start, each.found.places[0].end)))
        else:
            still_open.append(each.key)
    return Placed(tuple(settled), tuple(left_out), tuple(still_open))


def require_settled(placed: Placed, *, path: Path, takes_sure: bool) -> None:
    """Raise Refused where something has no place, unless what is sure was asked for and the rest may stay out."""
    if not placed.open or takes_sure:
        return
    several = f" (and {len(placed.open) - 1:,} more)" if len(placed.open) > 1 else ""
    raise Refused(
        f"The quote does not stand where the file says{several}; nothing was written: look at them with --dry-run, "
        "then take the sure ones with --reanchor or say where each belongs with --answers.",
        where=f"{path.name}, {placed.open[0]}",
    )


def _moved(each: Misplaced, text: str, span: Span) -> Annotation:
    if span.end > len(text):
        raise Refused(
            f"The answer ends at {span.end}, beyond the text of {len(text)} characters; nothing was written.",
            where=each.key,
        )
    before, after = context(text, span)
    return replace(each.annotation, span=span, quote=quote(text, span), before=before, after=after)
