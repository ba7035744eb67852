# SPDX-License-Identifier: MIT
"""The formats of ``annotator export``, each with what writes it. A further format is a further entry of WRITERS."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from annotator import operations
from annotator.domain import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of the command, under their names there."""

    directory: Path
    codes: tuple[str, ...]
    coders: tuple[str, ...]
    rounds: tuple[str, ...]
    documents: tuple[str, ...]
    states: tuple[str, ...]
    layer: str
    tables: tuple[str, ...]
    unit: str
    rule: str
    duplicates: str
    attributes: tuple[str, ...]
    texts: bool
    for_spreadsheets: bool
    without_memos: bool
    pseudonyms: bool
    speaker: str
    holder: str
    target: str
    sign: str
    per_coder: bool
    crlf: bool


Writer = Callable[[operations.Project, Asked, Sequence[str]], operations.ExportReport]
"""Writes, in one go, those of its formats that were asked for."""


def _statistics(project: operations.Project, asked: Asked, formats: Sequence[str]) -> operations.ExportReport:
    if asked.documents:
        raise UsageError("Statistics are of all articles; --article is for other formats. Nothing was written.")
    choice = operations.ExportChoice(
        tables=asked.tables, codes=asked.codes, coders=asked.coders, rounds=asked.rounds, states=asked.states,
        layer=asked.layer, unit=asked.unit, rule=asked.rule, duplicates=asked.duplicates,
        attributes=asked.attributes, memos=not asked.without_memos, pseudonyms=asked.pseudonyms, texts=asked.texts,
    )  # fmt: skip
    return operations.export_statistics(
        project, directory=asked.directory, choice=choice, formats=formats, for_spreadsheets=asked.for_spreadsheets
    )


def _corpus(project: operations.Project, asked: Asked, formats: Sequence[str]) -> operations.ExportReport:
    choice = operations.CorpusChoice(
        codes=asked.codes, coders=asked.coders, rounds=asked.rounds, states=asked.states,
        layer=operations.Layer(asked.layer), memos=not asked.without_memos, pseudonyms=asked.pseudonyms,
        documents=asked.documents,
    )  # fmt: skip
    named = (asked.speaker, asked.holder, asked.target, asked.sign)
    actors = operations.Actors(*named) if any(named) else None
    return operations.export_corpus(
        project, directory=asked.directory, formats=formats, choice=choice, actors=actors,
        refi=operations.RefiChoice(asked.per_coder, asked.crlf),
    )  # fmt: skip


ALL = "all"
"""The policy on duplicates that leaves none out."""
_STATISTICS = ("stats", "csv", "xlsx", "sav", "zsav", "dta")
_CORPUS = (
    "jsonl", "qdpx", "brat", "cas", "cas_json", "w3c", "doccano", "events", "html", "docx", "markdown",
)  # fmt: skip
WRITERS: Mapping[str, Writer] = MappingProxyType(
    dict.fromkeys(_STATISTICS, _statistics) | dict.fromkeys(_CORPUS, _corpus)
)
"""By the word of ``--format``, in the order in which the help names them."""


def write(project: operations.Project, asked: Asked, formats: Sequence[str]) -> tuple[operations.ExportReport, ...]:
    """Write these formats, each writer once with all of its own, in the order of WRITERS.

    Raises UsageError where a policy on duplicates is asked for, and none of them has one.
    """
    wanted: dict[Writer, list[str]] = {}
    for name, writer in WRITERS.items():
        if name in formats:
            wanted.setdefault(writer, []).append(name)
    if asked.duplicates != ALL and _statistics not in wanted:
        raise UsageError(
            f"Duplicates are left out of statistics, not of {', '.join(formats)}; nothing was written: leave "
            "--duplicates away, or name stats too."
        )
    return tuple(writer(project, asked, names) for writer, names in wanted.items())
