# SPDX-License-Identifier: MIT
"""How the program that wrote a source counted positions in it: guessed by score, per source.

Candidates are all ways of counting that differ for the text: CR LF as one or as two, the byte order
mark counted or not, code points or UTF-16 units. (A lone CR is one character in every way.) Score, the
first part that differs deciding: the share of selections that begin with the words of their name, the
share of edges that lie between words, whether all end within the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.exchange.codings.foreign_positions import Counting, ForeignText, OffsetUnit
from annotator.exchange.refi.refi_parts import Selection
from annotator.exchange.refi.refi_words import CUT, ORIGIN, PROGRAM, folded, selection_name

NARROW_LEAD = 0.1
"""A lead of fewer than ten points in a hundred is told."""

_CUTS = (CUT, "...")
_UNITS = (OffsetUnit.CODE_POINT, OffsetUnit.UTF_16)
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True, order=True)
class Score:
    """How well a way of counting fits, from 0 to 1 each."""

    named: float
    edges: float
    within: bool


@dataclass(frozen=True, slots=True)
class Guess:
    """The best way of counting and the next best, if there is another; whether the names are quotes at all."""

    counting: Counting
    score: Score
    runner_up: Counting | None
    runner_up_score: Score | None
    names_are_quotes: bool

    @property
    def is_narrow(self) -> bool:
        """Whether the next best fits nearly as well."""
        return self.runner_up_score is not None and self.score.named - self.runner_up_score.named < NARROW_LEAD


def is_ours(origin: str) -> bool:
    """Whether a project was written by this program, in any version."""
    return origin == ORIGIN or origin.startswith(f"{PROGRAM} ")


def begins_with_name(text: str, start: int, end: int, name: str) -> bool:
    """Whether the words from start to end begin with those of a name, which may be cut off with … or three dots."""
    words = folded(name)
    stem = next((words.removesuffix(cut) for cut in _CUTS if words.endswith(cut)), words).rstrip()
    if not 0 <= start < end <= len(text):
        return False
    selected = folded(text[start : min(end, start + 3 * len(words) + 1000)])
    return selected.startswith(words) or (stem != words and selected.startswith(stem))


def is_exactly_named(text: str, start: int, end: int, name: str) -> bool:
    """Whether a selection bears the very name that we give to these words."""
    return 0 <= start < end <= len(text) and selection_name(text[start:end]) == name


def guess(text: ForeignText, selections: Sequence[Selection], *, origin: str) -> Guess:
    """Find how the positions of these selections were counted; what we wrote counts as we do."""
    countings = _in_order(text.countings(_UNITS), origin)
    if is_ours(origin):
        return Guess(Counting(), Score(1.0, 1.0, True), None, None, names_are_quotes=True)
    scored = sorted(
        ((_score(text, selections, counting), -place) for place, counting in enumerate(countings)), reverse=True
    )
    best, place = scored[0]
    next_score, next_place = scored[1] if len(scored) > 1 else (None, 0)
    return Guess(
        counting=countings[-place],
        score=best,
        runner_up=countings[-next_place] if next_score else None,
        runner_up_score=next_score,
        names_are_quotes=best.named >= _ENOUGH or _share_found(text.body, selections) >= _ENOUGH,
    )


def _in_order(countings: Sequence[Counting], origin: str) -> list[Counting]:
    """Give the candidates, first those that a program is known to use: of equal scores the first is taken."""
    folded_origin = origin.casefold()

    def unlikely(counting: Counting) -> int:
        if "nvivo" in folded_origin:
            return not counting.cr_lf_is_two
        if "qualcoder" in folded_origin:
            return counting.unit is not OffsetUnit.UTF_16
        return 0

    return sorted(countings, key=unlikely)


def _score(text: ForeignText, selections: Sequence[Selection], counting: Counting) -> Score:
    named = fitting = edges = between = 0
    within = True
    for each in selections:
        start, end = text.span(each.start, each.end, counting)
        within = within and 0 <= start <= end <= len(text.body)
        if folded(each.name):
            named += 1
            fitting += begins_with_name(text.body, start, end, each.name)
        edges += 2
        between += _is_edge(text.body, start) + _is_edge(text.body, end)
    return Score(fitting / named if named else 0.0, between / edges if edges else 1.0, within)


def _is_edge(text: str, position: int) -> bool:
    """Whether a position does not lie within a word."""
    if not 0 <= position <= len(text):
        return False
    return position in (0, len(text)) or not (text[position - 1].isalnum() and text[position].isalnum())


def _share_found(text: str, selections: Sequence[Selection]) -> float:
    """Give the share of names that occur in the text at all: where many do, they are quotes that stand elsewhere."""
    names = [words for each in selections if len(words := folded(each.name)) > 3]
    if not names:
        return 0.0
    whole = folded(text)
    return sum(name.removesuffix(CUT).removesuffix("...") in whole for name in names) / len(names)
