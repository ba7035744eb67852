# SPDX-License-Identifier: MIT
"""The plain data that agreement is measured on: one document with what its coders did.

Nothing here needs numpy, so the verbs and the command line may import it at any time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentCodings:
    """One document of one round: its length, who finished it, and every coder's spans.

    All positions are code points, spans half-open ``(start, end)`` with ``0 <= start < end <= length``.

    * ``finished``: the coders whose silence here means "nothing found". Everyone else gives no value,
      whatever spans they have.
    * ``spans``: by coder and code, in any order; overlaps and repetitions are allowed.
    * ``excluded``: regions that leave every count; the text closes up over them. May overlap.
    * ``units``: the sentences (or paragraphs ...) in order, without overlaps; None where only
      characters will be asked for.
    * ``codes_known``: for each coder in ``finished`` the codes that stood in the codebook when that
      coder finished; None where all of them did.

    Raises ValueError where a coder who finished is missing from ``codes_known``. Positions are
    checked when they are measured.
    """

    document: str
    length: int
    finished: frozenset[str]
    spans: Mapping[tuple[str, str], Sequence[tuple[int, int]]]
    excluded: Sequence[tuple[int, int]] = ()
    units: Sequence[tuple[int, int]] | None = None
    codes_known: Mapping[str, frozenset[str]] | None = None

    def __post_init__(self) -> None:
        if self.length < 0:
            raise ValueError(f"document {self.document}: length {self.length}")
        if self.codes_known is not None and not self.finished <= self.codes_known.keys():
            raise ValueError(f"document {self.document}: codes_known lacks a coder who finished")

    def gives_value(self, coder: str, *, code: str) -> bool:
        """Whether this coder's silence on this code counts as "not coded" in this document."""
        if coder not in self.finished:
            return False
        return self.codes_known is None or code in self.codes_known[coder]
