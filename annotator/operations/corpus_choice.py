# SPDX-License-Identifier: MIT
"""What of a project goes into an exchange format: a choice that every format takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from annotator.domain import Coder, CoderId

_NO_PSEUDONYMS: Mapping[CoderId, Coder] = MappingProxyType({})


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

    ``codes``, ``coders`` and ``rounds`` are names, short names or identities; none means all. With
    ``finished_only`` the annotations of a coder in an article leave only where the coder finished it.
    ``pseudonyms`` are the names and identities under which coders leave; where there are any, times do not leave.
    """

    codes: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    layer: Layer = Layer.CODERS
    finished_only: bool = False
    with_memos: bool = True
    pseudonyms: Mapping[CoderId, Coder] = field(default_factory=lambda: _NO_PSEUDONYMS)


EVERYTHING_CODED = CorpusChoice()
