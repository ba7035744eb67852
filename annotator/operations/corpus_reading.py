# SPDX-License-Identifier: MIT
"""A file of any exchange format as a corpus: the readers, each asked in its own words."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from annotator.domain import Refused, UsageError
from annotator.exchange.codings.corpus_kinds import CorpusKind, kind_of_corpus
from annotator.exchange.corpus import CorpusRead
from annotator.operations.corpus_import_choice import CorpusImportChoice
from annotator.operations.corpus_unsaid import unsaid_values
from annotator.operations.flat_corpus import read_flat
from annotator.operations.projects import Project

Value = TypeVar("Value")
Reader = Callable[[Project, Path, CorpusImportChoice], CorpusRead]


def read_corpus(project: Project, *, path: Path, choice: CorpusImportChoice) -> tuple[CorpusKind, CorpusRead]:
    """Read a file or folder. Raises Refused or UsageError with one sentence; nothing is written by it ever."""
    kind = choice.kind or kind_of_corpus(path)
    read = _READERS[kind](project, path, choice)
    if not read.corpus.documents and not read.unplaced:
        raise Refused("There is no article in this file, so nothing was taken from it.", where=path.name)
    return kind, replace(read, unsaid=read.unsaid | unsaid_values(read))


def _read_jsonl(_project: Project, path: Path, _choice: CorpusImportChoice) -> CorpusRead:
    from annotator.exchange.codings.jsonl import read_jsonl

    return read_jsonl(path)


def _read_labelled(_project: Project, path: Path, choice: CorpusImportChoice) -> CorpusRead:
    from annotator.exchange.codings.foreign_positions import OffsetUnit
    from annotator.exchange.codings.labelled_lines import read_labelled_lines

    unit = _word(choice.unit, {each.value: each for each in OffsetUnit}, option="--unit")
    return read_labelled_lines(path, unit=unit, coder=choice.coder)


def _read_qdpx(_project: Project, path: Path, _choice: CorpusImportChoice) -> CorpusRead:
    from annotator.exchange.refi.refi_reader import read_refi

    return read_refi(path)


def _read_brat(_project: Project, path: Path, choice: CorpusImportChoice) -> CorpusRead:
    from annotator.exchange.codings.brat_reader import read_brat
    from annotator.exchange.codings.brat_standoff import Discontinuous

    fragments = _word(choice.fragments, {each.value: each for each in Discontinuous}, option="--fragments")
    return read_brat(path, discontinuous=fragments, coder=choice.coder)


def _read_cas(_project: Project, path: Path, choice: CorpusImportChoice) -> CorpusRead:
    from annotator.exchange.codings.cas_reader import read_cas

    return read_cas(
        path, type_name=choice.cas_type, feature=choice.cas_feature, coder_feature=choice.cas_coder_feature,
        coder=choice.coder,
    )  # fmt: skip


def _read_w3c(project: Project, path: Path, choice: CorpusImportChoice) -> CorpusRead:
    from annotator.exchange.codings.webanno_reader import read_webanno
    from annotator.operations.known_texts import KnownTexts

    return read_webanno(path, texts=KnownTexts(project), coder=choice.coder)


def _read_dna(_project: Project, path: Path, choice: CorpusImportChoice) -> CorpusRead:
    from annotator.exchange.codings.dna import DNA_TABLES, read_dna_rows
    from annotator.store.foreign import read_tables

    return read_dna_rows(read_tables(path, wanted=DNA_TABLES), name=path.name, choice=choice.dna)


_READERS: Mapping[CorpusKind, Reader] = {
    CorpusKind.FLAT: read_flat,
    CorpusKind.JSONL: _read_jsonl,
    CorpusKind.LABELLED: _read_labelled,
    CorpusKind.QDPX: _read_qdpx,
    CorpusKind.BRAT: _read_brat,
    CorpusKind.CAS: _read_cas,
    CorpusKind.W3C: _read_w3c,
    CorpusKind.DNA: _read_dna,
}


def _word(word: str, known: Mapping[str, Value], *, option: str) -> Value | None:
    if not word:
        return None
    if word not in known:
        raise UsageError(f"{option} is one of {', '.join(known)}, not “{word[:80]}”.")
    return known[word]
