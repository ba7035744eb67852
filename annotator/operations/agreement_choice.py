# SPDX-License-Identifier: MIT
"""What a user chooses before agreement is measured, and the sentences where a choice cannot be."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.agreement.question import LEVEL, RESAMPLES, SEED, UNITS, Rule
from annotator.domain import MAIN_ROUND, UsageError

MOST_RESAMPLES = 1_000_000


class Excluded(StrEnum):
    """Which excluded regions leave the count."""

    NONE = "none"
    ACCEPTED = "accepted"
    ANY = "any"


class BatchBy(StrEnum):
    """What a batch in time is: the articles finished (by the last of the coders) in one day, week or month."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class AgreementChoice:
    """Everything that may be chosen; the defaults are those of the report.

    ``coders`` are names or identities, none meaning everybody who finished anything; ``codes`` are
    short names or identities, none meaning the whole codebook. ``rule`` is when a unit larger than a
    character counts as coded: "touched" or "half". ``clusters``: whether near-identical articles are
    drawn together. Raises UsageError for what does not exist.
    """

    unit: str = UNITS[0]
    rule: str = Rule.TOUCHED.value
    exclude: str = Excluded.ACCEPTED.value
    coders: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    round: str = MAIN_ROUND
    batch: str = BatchBy.WEEK.value
    resamples: int = RESAMPLES
    level: float = LEVEL
    seed: int = SEED
    clusters: bool = True

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise UsageError(f"Agreement is measured by {_listed(UNITS)}, not by “{self.unit}”.")
        if self.rule not in tuple(Rule):
            raise UsageError(f"A unit counts as coded where it is {_listed(tuple(Rule))} covered, not “{self.rule}”.")
        if self.exclude not in tuple(Excluded):
            raise UsageError(f"Excluded regions are {', '.join(Excluded)}, not “{self.exclude}”.")
        if self.batch not in tuple(BatchBy):
            raise UsageError(f"A batch is a {_listed(tuple(BatchBy))}, not “{self.batch}”.")
        if not 0 <= self.resamples <= MOST_RESAMPLES:
            raise UsageError(f"Between 0 and {MOST_RESAMPLES:,} samples can be drawn, not {self.resamples:,}.")
        if not 0 < self.level < 1:
            raise UsageError(f"An interval's level lies between 0 and 1, like .95, not at {self.level}.")
        if self.seed < 0:
            raise UsageError(f"A seed is a whole number from 0 on, not {self.seed}.")


def _listed(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
