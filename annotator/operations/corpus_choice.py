# SPDX-License-Identifier: MIT
"""What of a project goes into an exchange format: a choice that every format takes."""

from dataclasses import dataclass
from enum import StrEnum


class Layer(StrEnum):
    """Whose annotations: those of the coders, the consensus as a coder of its own, or both."""

    CODERS = "coders"
    CONSENSUS = "consensus"
    BOTH = "both"

    @property
    def has_coders(self) -> bool:
        """Whether the annotations of coders are among them."""
        return self is not Layer.CONSENSUS

    @property
    def has_consensus(self) -> bool:
        """Whether the consensus is among them."""
        return self is not Layer.CODERS


@dataclass(frozen=True, slots=True)
class CorpusChoice:
    """Which annotations leave, and what of them.

    ``codes``, ``coders``, ``rounds`` and ``documents`` are names, short names or identities, ``states`` those
    of completion: the annotations of a coder in an article leave only where it is in one of them. None of
    each means all. ``pseudonyms`` puts words that only the lead can trace in the place of names and
    identities, and leaves out memos and times.
    """

    codes: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    layer: Layer = Layer.CODERS
    memos: bool = True
    pseudonyms: bool = False
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RefiChoice:
    """How REFI-QDA projects are written: one with all coders or one for each, with line ends of LF or CR LF."""

    per_coder: bool = False
    crlf: bool = False


ONE_REFI_PROJECT = RefiChoice()
EVERYTHING_CODED = CorpusChoice()
