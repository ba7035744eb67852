# SPDX-License-Identifier: MIT
"""What is asked of a set of codings: who, which codes, counted how, with which chances drawn.

Nothing here needs numpy, so the verbs and the command line may import it at any time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

RESAMPLES = 10_000
LEVEL = 0.95
SEED = 1
CHARACTER, TOKEN, SENTENCE, PARAGRAPH, DOCUMENT = "character", "token", "sentence", "paragraph", "document"
UNITS = (CHARACTER, TOKEN, SENTENCE, PARAGRAPH, DOCUMENT)
"""The units that agreement is measured in, from the smallest to the largest."""

NO_CLUSTERS: Mapping[str, str] = MappingProxyType({})


class Rule(StrEnum):
    """When a unit larger than a character counts as coded.

    TOUCHED: a span covers at least one of its remaining characters. HALF: the coder's spans together
    cover at least half of them. A document is always coded as soon as it is touched.
    """

    TOUCHED = "touched"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class GammaParameters:
    """The weights of gamma's dissimilarity and how many random continua are drawn at first.

    ``alpha`` weighs position, ``beta`` category, ``empty`` is the cost of a unit left unaligned
    (Mathet, Widlöcher and Métivier 2015). More samples follow where ``precision``, the relative half
    width of the 95 % interval of the expected disorder, asks for them.
    """

    alpha: float = 1.0
    beta: float = 1.0
    empty: float = 1.0
    samples: int = 30
    precision: float = 0.05


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that fixes a figure beside the codings themselves.

    ``coders`` and ``codes`` are identities, in the order in which they are reported. ``unit`` is one
    of UNITS; ``rule`` says when a unit is coded. ``resamples`` documents' samples are drawn from
    ``seed`` for intervals at ``level`` (0 resamples: no intervals); documents with the same name in
    ``clusters`` are drawn together, a document that is not there is a cluster of its own.
    """

    coders: tuple[str, ...]
    codes: tuple[str, ...]
    unit: str = CHARACTER
    rule: Rule = Rule.TOUCHED
    resamples: int = RESAMPLES
    level: float = LEVEL
    seed: int = SEED
    clusters: Mapping[str, str] = field(default_factory=lambda: NO_CLUSTERS)
    gamma: GammaParameters = field(default_factory=GammaParameters)
