# SPDX-License-Identifier: MIT
"""Choosing articles and passages by a selection."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from unicodedata import normalize

from annotator.counting.periods import period_of
from annotator.counting.relations import Bounds, grouped_by_coder, members
from annotator.counting.selection import Selection
from annotator.domain import Annotation, Document
from annotator.domain.metadata import BUILT_IN, is_date

_LAST = "~"
"""Stands behind every digit of a date, so that ``2026-03~`` is the end of that month."""

_Condition = Callable[[Annotation], bool]


def field_of(document: Document, name: str) -> str:
    """Give a field of an article by its name, built in or the project's own; "" where it is not set."""
    if name in BUILT_IN or name == "name":
        return str(getattr(document, name))
    return document.metadata.get(name, "")


def is_wanted(document: Document, selection: Selection) -> bool:
    """Whether passages of this article may be selected, by what is known of the article alone."""
    if selection.documents and document.id not in selection.documents:
        return False
    if selection.placed and period_of(document.date, selection.placed.period) != selection.placed.name:
        return False
    if any(field_of(document, each.name) not in each.values for each in selection.fields):
        return False
    return _is_in_range(document.date, selection)


def _is_in_range(published: str, selection: Selection) -> bool:
    """Whether no day that a date may mean is out of the range."""
    if not selection.since and not selection.until:
        return True
    if not is_date(published) or published < selection.since:
        return False
    return not selection.until or published + _LAST <= selection.until + _LAST


def selected(
    annotations: Iterable[Annotation], selection: Selection, *, units: Callable[[], Bounds] = tuple
) -> Sequence[Annotation]:
    """Give those of an article's annotations that are meant, in their order; of a wanted article only.

    ``units`` gives the sentences or paragraphs of the article, where a relation asks for them.
    """
    conditions = list(_conditions(selection))
    found = [each for each in annotations if all(condition(each) for condition in conditions)]
    together = selection.together
    if together is None:
        return found
    both = [each for each in found if each.code in (together.first, together.second)]
    standing: set[str] = set()
    bounds = units() if both else ()
    for group in grouped_by_coder(both).values():
        standing |= members(group, together, units=bounds)
    return [each for each in both if each.id in standing]


def _conditions(selection: Selection) -> Iterator[_Condition]:
    """Give the conditions on single annotations, the cheapest first."""
    yield from _on_its_maker(selection)
    for name, values in selection.attributes:
        yield _has_value(name, frozenset(values))
    if selection.words:
        yield _holds(selection.words, lambda each: each.quote)
    if selection.memo_words:
        yield _holds(selection.memo_words, lambda each: each.memo)
    if (tie := selection.tie) is not None:
        yield (
            lambda each: (
                tie.source in tie.actors.sources(each)
                and tie.target in tie.actors.targets(each)
                and (not tie.signed or tie.actors.sign_of(each) == tie.sign)
            )
        )


def _on_its_maker(selection: Selection) -> Iterator[_Condition]:
    codes, coders, rounds = map(frozenset, (selection.codes, selection.coders, selection.rounds))
    certainties = frozenset(selection.certainties)
    if codes:
        yield lambda each: each.code in codes
    if coders:
        yield lambda each: each.coder in coders
    if rounds:
        yield lambda each: each.round in rounds
    if certainties:
        yield lambda each: each.certainty in certainties


def _has_value(name: str, values: frozenset[str]) -> _Condition:
    return lambda each: each.attributes.get(name, "") in values


def _holds(words: str, text: Callable[[Annotation], str]) -> _Condition:
    wanted = folded(words)
    return lambda each: wanted in folded(text(each))


def folded(text: str) -> str:
    """Give a text as it is compared: without case, letters and their marks put together, all blanks alike."""
    if not text.isascii():
        text = normalize("NFC", normalize("NFD", text).casefold())
    return " ".join(text.casefold().split())
