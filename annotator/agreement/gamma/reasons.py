# SPDX-License-Identifier: MIT
"""Why there is no gamma, or what to know about it, in one sentence with the counts in it."""

from dataclasses import dataclass

from annotator.agreement.reasons import counted, shared_articles
from annotator.agreement.result import Status


@dataclass(frozen=True, slots=True)
class GammaBase:
    """What the gamma family rests on, counted.

    ``offered`` documents were handed over; ``shared`` of them were finished by all ``coders``;
    ``counting`` of those under a codebook with every code; ``marked`` of those hold an annotation.
    """

    coders: int
    offered: int
    shared: int
    counting: int
    marked: int
    annotations: int

    def lacking(self) -> tuple[Status, str] | None:
        """Give the first thing without which there is no value at all; None where nothing is missing."""
        if self.coders < 2 or not self.shared:
            return Status.NO_SHARED_DOCUMENTS, self.no_shared_documents()
        if not self.counting:
            return Status.CODE_NOT_IN_REVISION, self.code_not_in_revision()
        if not self.annotations:
            return Status.NO_VARIATION, self.nobody()
        return (Status.ONE_UNIT, self.one_unit()) if self.annotations == 1 else None

    @property
    def everyone(self) -> str:
        """Name the coders together."""
        return "both coders" if self.coders == 2 else f"all {counted(self.coders, 'coder')}"

    def no_shared_documents(self) -> str:
        """Say that no article was finished by all."""
        if self.coders < 2:
            return "no shared articles: agreement needs two coders"
        if not self.offered:
            return "no shared articles: there is no article"
        which = "the one article was not" if self.offered == 1 else f"none of {self.offered:,} articles was"
        return f"no shared articles: {which} finished by {self.everyone}"

    def code_not_in_revision(self) -> str:
        """Say that the codes came after the articles were finished."""
        stood = f"did every code stand in the codebook when {self.everyone} finished"
        return f"code not in revision: in none of {shared_articles(self.shared)} {stood}"

    def nobody(self) -> str:
        """Say that nothing was marked at all."""
        return f"no variation: nobody used any code in {shared_articles(self.counting)}"

    def one_unit(self) -> str:
        """Say that one annotation is too few."""
        return f"one unit: {shared_articles(self.counting)} {self.hold} only one annotation"

    def unused(self) -> str:
        """Say that nobody used the code."""
        return f"no variation: nobody used this code in {shared_articles(self.counting)}"

    @property
    def hold(self) -> str:
        """Give the verb that goes with the shared articles."""
        return "holds" if self.counting == 1 else "hold"

    def remark(self) -> str:
        """Say how many articles are left out and why; "" for none."""
        parts = [
            (self.offered - self.shared, f"not finished by {self.everyone}"),
            (self.shared - self.counting, "finished before every code stood in the codebook"),
            (self.counting - self.marked, "without any annotation"),
        ]
        said = [f"{counted(number, 'article')} {why}" for number, why in parts if number]
        return f"left out: {', '.join(said)}" if said else ""


NO_DISORDER = "no variation: random annotations like these show no disorder"
NO_PAIRS = "no units: no two annotations of different coders are aligned and overlap enough to compare their codes"
NO_PAIRS_OF_CODE = (
    "no units: no annotation with this code is aligned with one of another coder, overlapping enough to compare them"
)
NO_CODE_DISORDER = "no variation: random annotations like these show no disagreement on codes"
TOO_LARGE = "too large: the best alignment would have to be chosen from more than 2,000,000 candidates"
