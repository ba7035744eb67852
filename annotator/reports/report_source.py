# SPDX-License-Identifier: MIT
"""What a report on agreement is built from: figures, names, and the words of the passages behind them.

Nothing here needs numpy; ``Figures`` is only named.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.agreement.question import Question
from annotator.agreement.result import CodeUsage, Result
from annotator.domain.codebook import Codebook
from annotator.domain.model import Coder, Document, Snapshot

if TYPE_CHECKING:
    from annotator.agreement.disagreement import Difference
    from annotator.agreement.figures import Figures, SampleNeed
    from annotator.agreement.offsets import OffsetSummary

ALPHA, PERCENT, KAPPA = "krippendorff_alpha_nominal", "percent", "cohen_kappa"
POSITIVE = "positive_specific_agreement"
EXACT, BY_OVERLAP = "span_f1_exact_mean_pairwise", "span_f1_iou"
UNIT_NOUNS: Mapping[str, str] = {
    "character": "character", "token": "word", "sentence": "sentence", "paragraph": "paragraph", "document": "article",
}  # fmt: skip
MACHINE_MADE = "machine-made"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage on which coders differ, and its words, cut where it is long."""

    difference: "Difference"
    quote: str


@dataclass(frozen=True, slots=True)
class OtherUnit:
    """Figures of the same codings by another unit, as those of :class:`Figures`."""

    question: Question
    results: tuple[Result, ...]
    usage: tuple[CodeUsage, ...]
    needed: "tuple[SampleNeed, ...]"


@dataclass(frozen=True, slots=True)
class ReportSource:
    """Everything that a report tells.

    ``excluded`` says which regions left the count: none, accepted or any. ``groups`` are near-identical
    articles, ``missing`` for each coder how many articles are not finished. ``numpy`` is the version
    that drew the resamples. ``quoted`` are differing passages to be shown, in order. ``offsets`` are
    None where too many passages overlap to be matched. ``advanced`` are results of measures that
    were asked for by name.
    """

    figures: "Figures"
    coders: tuple[Coder, ...]
    codebook: Codebook
    shared: tuple[Document, ...]
    left_out: tuple[Document, ...]
    missing: Mapping[str, int]
    snapshot: Snapshot
    round: str
    excluded: str
    excluded_characters: int
    groups: tuple[tuple[str, ...], ...]
    version: str
    segmenter: str
    numpy: str
    offsets: "tuple[OffsetSummary, ...] | None" = ()
    beside: OtherUnit | None = None
    quoted: tuple[Quoted, ...] = ()
    advanced: tuple[Result, ...] = ()

    @property
    def unit(self) -> str:
        """The noun of what is counted."""
        return self.noun(self.figures)

    @staticmethod
    def noun(figures: "Figures | OtherUnit") -> str:
        """Give the noun of what some figures count."""
        return UNIT_NOUNS[figures.question.unit]

    @property
    def units(self) -> "tuple[Figures | OtherUnit, ...]":
        """The figures by the chosen unit, and those by another where there are any."""
        return (self.figures,) if self.beside is None else (self.figures, self.beside)

    @property
    def codes(self) -> tuple[str, ...]:
        """The identities of the codes, in the order of the codebook."""
        return self.figures.question.codes

    @property
    def taking_part(self) -> tuple[str, ...]:
        """The coders who share a finished article with another; all chosen where nobody does."""
        present = {coder for result in self.figures.results for coder in result.coders}
        return tuple(coder.id for coder in self.coders if coder.id in present or not present)

    def code_name(self, code: str | None) -> str:
        """Say what a code is called, and whether it is retired."""
        known = next((each for each in self.codebook.codes if each.id == code), None)
        if known is None:
            return "all codes" if code is None else code
        return f"{known.name} (retired)" if known.retired else known.name

    def coder_name(self, coder: str) -> str:
        """Say what a coder is called, and whether a program made the coder's annotations."""
        known = next((each for each in self.coders if each.id == coder), None)
        if known is None:
            return coder
        says_so = not known.machine_made or MACHINE_MADE in known.name.casefold()
        return known.name if says_so else f"{known.name} ({MACHINE_MADE})"

    def heading(self, document: str) -> str:
        """Say what an article is called."""
        known = next((each for each in (*self.shared, *self.left_out) if each.id == document), None)
        return known.heading if known else document

    def usage_of(self, code: str) -> CodeUsage:
        """Give how much of the text carries a code."""
        return next(each for each in self.figures.usage if each.code == code)


def of_code(results: Iterable[Result], measure: str, *, code: str | None) -> Result | None:
    """Find one code's result of a measure."""
    return next((each for each in results if each.measure == measure and each.code == code), None)
