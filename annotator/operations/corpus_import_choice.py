# SPDX-License-Identifier: MIT
"""What a person may choose before a foreign corpus is taken in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from annotator.domain import Span
from annotator.exchange.codings.corpus_kinds import CorpusKind
from annotator.exchange.codings.dna_choice import STATEMENT_TYPES, DnaChoice

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CorpusImportChoice:
    """How a file is to be read and to whom and what its words belong.

    ``kind`` None goes by the file's content. ``codes`` and ``coders`` map a word of the file (identity,
    short name, name) to one of the project; a coder's name that the project does not know makes a new
    coder. ``coder`` is whose work it is where the format names nobody. ``round_name`` puts everything
    into one round. ``finished`` marks the articles that hold work as finished by those whose it is, and
    ``machine_made`` says that new coders are programs. ``reanchor`` takes the places of moved quotes that
    are beyond doubt, ``drop_attributes`` leaves out what the project's codes cannot hold.

    The rest is for single formats: the type and features of UIMA CAS, whether the fragments of brat are
    joined ("hull", "fragments"), what the offsets of labelled lines count, what is the code in DNA.
    """

    kind: CorpusKind | None = None
    codes: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    coders: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    coder: str = ""
    round_name: str = ""
    finished: bool = False
    machine_made: bool = False
    reanchor: bool = False
    drop_attributes: bool = False
    cas_type: str = ""
    cas_feature: str = ""
    cas_coder_feature: str = ""
    fragments: str = ""
    unit: str = ""
    dna: DnaChoice = STATEMENT_TYPES


AS_IT_COMES = CorpusImportChoice()

Answers = Mapping[str, Span | None]
"""By the place in the file, where an annotation belongs; None leaves it out."""
