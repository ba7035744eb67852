# SPDX-License-Identifier: MIT
"""What a file of a foreign corpus leaves to be chosen before it can be read: types, variables, what offsets count."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator.exchange.codings.cas_reader import CasType, cas_types
from annotator.exchange.codings.corpus_kinds import CorpusKind
from annotator.exchange.codings.labelled_lines import UnitQuestion, unit_question

_BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class CorpusOffers:
    """What there is to choose from; empty where a format leaves nothing open.

    ``cas_types`` are types and features that may hold codes, the commonest first. ``dna_types`` are the types of
    statements, ``dna_variables`` the variables whose values may be codes, ``dna_signs`` those of yes and no.
    ``unit`` is asked where nothing in a file of labels tells what its offsets count.
    """

    cas_types: tuple[CasType, ...] = ()
    dna_types: tuple[str, ...] = ()
    dna_variables: tuple[str, ...] = ()
    dna_signs: tuple[str, ...] = ()
    unit: UnitQuestion | None = None


def corpus_offers(path: Path, *, kind: CorpusKind) -> CorpusOffers:
    """Look into a file of this kind; raises Refused for what cannot be read."""
    if kind is CorpusKind.CAS:
        return CorpusOffers(cas_types=cas_types(path))
    if kind is CorpusKind.LABELLED:
        return CorpusOffers(unit=unit_question(path))
    if kind is CorpusKind.DNA:
        return _of_dna(path)
    return CorpusOffers()


def _of_dna(path: Path) -> CorpusOffers:
    from annotator.exchange.codings.dna import DNA_TABLES
    from annotator.store.foreign import read_tables

    wanted = ("STATEMENTTYPES", "VARIABLES")
    tables = read_tables(path, wanted={name: DNA_TABLES[name] for name in wanted})
    variables = tables["VARIABLES"]
    return CorpusOffers(
        dna_types=_words(row[1] for row in tables["STATEMENTTYPES"]),
        dna_variables=_words(row[1] for row in variables if row[2] != _BOOLEAN),
        dna_signs=_words(row[1] for row in variables if row[2] == _BOOLEAN),
    )


def _words(cells: Iterable[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(each) for each in cells))
