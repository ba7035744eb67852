# SPDX-License-Identifier: MIT
"""The consensus, its decisions and the accuracy of coders, as tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.domain import Code, CodeId, Decision, Document, DocumentId, Span
from annotator.exchange.comma_separated import Cell
from annotator.merging.accuracy import accuracy
from annotator.merging.adjudication_order import QueueOrder, ordered
from annotator.merging.adjudication_queue import Queue
from annotator.merging.consensus import consensus
from annotator.operations.adjudication_reading import adjudication
from annotator.operations.blind_judging import blind_seed
from annotator.operations.coding_rounds import round_named, rounds
from annotator.operations.decisions import decisions_of
from annotator.operations.projects import Project
from annotator.reports import accuracy_table, consensus_table, decisions_table
from annotator.store import queries


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is written to a file of this name; its rows can be gone through once."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[Sequence[Cell]]


def consensus_tables(project: Project, *, round_names: Sequence[str] = ()) -> tuple[Table, ...]:
    """Give the tables of these rounds (none: all), articles in their order. Raises UsageError for an unknown round.

    Coders are named in the accuracy alone, which leaves out a round that is being judged blind.
    """
    chosen = [round_named(project, name=name) for name in round_names] or rounds(project)
    queues = [ordered(adjudication(project, round_name=each.name), by=QueueOrder.TEXT) for each in chosen]
    names = _Names.of(project)
    return (
        Table(consensus_table.FILE_NAME, tuple(consensus_table.COLUMN_DESCRIPTIONS), names.consensus(queues)),
        Table(decisions_table.FILE_NAME, tuple(decisions_table.COLUMN_DESCRIPTIONS), names.decisions(queues)),
        Table(accuracy_table.FILE_NAME, tuple(accuracy_table.COLUMN_DESCRIPTIONS), names.accuracy(queues)),
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """What the identities in the tables are called, and the texts behind positions."""

    project: Project
    documents: Mapping[DocumentId, Document]
    codes: Mapping[CodeId, Code]
    people: Mapping[str, str]

    @classmethod
    def of(cls, project: Project) -> "_Names":
        return cls(
            project,
            {each.id: each for each in queries.documents(project.live)},
            {each.id: each for each in queries.codebook(project.live).codes},
            {each.id: each.name for each in queries.coders(project.live)},
        )

    def consensus(self, queues: Sequence[Queue]) -> Iterator[Sequence[Cell]]:
        for queue in queues:
            yield from consensus_table.consensus_rows(
                consensus(queue), documents=self.documents, codes=self.codes, people=self.people, words=self._words
            )

    def decisions(self, queues: Sequence[Queue]) -> Iterator[Sequence[Cell]]:
        states = {
            decision.id: entry.state
            for queue in queues
            for entry in queue.entries
            for decision in (entry.decision, *entry.superseded)
            if decision is not None
        }
        by_document = decisions_of(self.project)
        chosen = {queue.round.name for queue in queues}
        found: list[Decision] = [
            each for document in self.documents for each in by_document.get(document, ()) if each.round in chosen
        ]
        yield from decisions_table.decision_rows(
            found, states=states, documents=self.documents, codes=self.codes, people=self.people
        )

    def accuracy(self, queues: Sequence[Queue]) -> Iterator[Sequence[Cell]]:
        for queue in queues:
            if blind_seed(self.project, round_name=queue.round.name) is None:
                yield from accuracy_table.accuracy_rows(
                    accuracy(queue), round_name=queue.round.name, codes=self.codes, people=self.people
                )

    def _words(self, document: DocumentId, span: Span) -> str:
        return self.project.texts.body(self.documents[document].text_sha256)[span.start : span.end]
