# SPDX-License-Identifier: MIT
"""What a codebook file says: its codes, which of their fields it speaks of, and what there is to say about it."""

from dataclasses import dataclass

from annotator.domain import Code, CodeId
from annotator.domain.codebook import code_as_json
from annotator.exchange.findings import Finding

CODE_FIELDS: tuple[str, ...] = tuple(name for name in code_as_json(Code(CodeId(""), "", "")) if name != "id")
"""The fields that a code has of its own, in their order."""


@dataclass(frozen=True, slots=True)
class CodeRead:
    """One code of a file. ``fields`` are those that the file speaks of; the others hold what a new code gets.

    ``code.id`` is empty where the file gives no identity that is a UUID; ``where`` is the place in the file.
    """

    code: Code
    fields: frozenset[str]
    where: str


@dataclass(frozen=True, slots=True)
class CodebookRead:
    """The codes of a file in their order, and what was dropped or guessed."""

    codes: tuple[CodeRead, ...]
    findings: tuple[Finding, ...] = ()
