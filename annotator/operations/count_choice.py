# SPDX-License-Identifier: MIT
"""What a user chooses before passages are counted."""

from dataclasses import dataclass

from annotator.counting.actors import Actors
from annotator.counting.articles import Basis
from annotator.counting.groupings import ARTICLE, ROUND
from annotator.counting.periods import Period
from annotator.counting.selection import EVERYTHING, Relation, Selection
from annotator.domain import UsageError
from annotator.reports.count_table import CountKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CountChoice:
    """What is counted, of which passages, and whose figures are shown; the rest is for the kinds that ask for it.

    ``by`` parts frequencies by ``article``, ``round`` or both. ``relation`` is that of co-occurring codes.
    A cross table has the values of a ``field`` of the articles, or, where it is named, of an ``attribute`` of the
    annotations. ``period`` is that of trends. ``actors`` say from which attributes a network is read;
    None means those that their names propose. The basis CONSENSUS selects the consensus, whatever the
    selection says, and a selection of the consensus is counted on that basis. Raises UsageError for what is unknown.
    """

    kind: CountKind
    selection: Selection = EVERYTHING
    basis: Basis = Basis.PER_CODER
    by: tuple[str, ...] = ()
    relation: Relation = Relation.OVERLAP
    field: str = "outlet"
    attribute: str = ""
    period: Period = Period.MONTH
    actors: Actors | None = None

    def __post_init__(self) -> None:
        if len(set(self.by)) < len(self.by) or not {ARTICLE, ROUND}.issuperset(self.by):
            raise UsageError("Frequencies are counted by article, by round, by both or by neither.")
        if self.selection.together or self.selection.tie:
            raise UsageError("Passages that were selected by what they stand with are listed, not counted again.")
