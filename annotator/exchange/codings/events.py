# SPDX-License-Identifier: MIT
"""Statements as events between actors: who about whom, under which code, when and where; and the network of them.

``events.csv`` has a row for each pair of source and target of an annotation, ``network_edges.csv`` one for
each source, target, code, sign, coder and round with the number of events behind it (its first two columns
are what igraph takes for an edge), ``network_nodes.csv`` one for each actor. An annotation that lies wholly
in an accepted excluded region counts nowhere.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from annotator.counting.actors import Actors, said
from annotator.domain import Annotation, Document, RegionState, Span
from annotator.exchange.comma_separated import Cell, write_table
from annotator.exchange.corpus import OFFSET_UNIT, Corpus
from annotator.exchange.findings import Finding, FindingKind, Findings

EVENTS, EDGES, NODES = "events.csv", "network_edges.csv", "network_nodes.csv"
EVENT_COLUMNS = (
    "event_id", "annotation_id", "document_id", "document", "title", "outlet", "date", "coder", "round", "code",
    "sign", "source", "target", "speaker", "holder", "certainty", "quote", "start_char", "end_char", "offset_unit",
    "text_sha256",
)  # fmt: skip
EDGE_COLUMNS = (
    "source", "target", "code", "sign", "coder", "round", "weight", "documents", "first_date", "last_date",
)  # fmt: skip
NODE_COLUMNS = ("name", "events_as_source", "events_as_target", "annotations_as_speaker")

_NO_ACTORS = "The annotation names neither from whom nor about whom it is; its event has no actors."
_HALF = "The annotation names only one side; its event is no edge of the network."
_EXCLUDED = "The annotation lies wholly in an excluded region; it is no event."
_CHOSEN = "Actors are read from these attributes, signs from these codes."
_EdgeKey: TypeAlias = "tuple[str, str, str, int | float | None, str, str]"


@dataclass(slots=True)
class _Network:
    """What adds up over all events."""

    weights: Counter[_EdgeKey] = field(default_factory=Counter)
    documents: dict[_EdgeKey, set[str]] = field(default_factory=dict)
    dates: dict[_EdgeKey, list[str]] = field(default_factory=dict)
    as_source: Counter[str] = field(default_factory=Counter)
    as_target: Counter[str] = field(default_factory=Counter)
    as_speaker: Counter[str] = field(default_factory=Counter)

    def add(self, key: _EdgeKey, document: Document) -> None:
        """Take one event between two actors."""
        self.weights[key] += 1
        self.documents.setdefault(key, set()).add(document.id)
        self.as_source[key[0]] += 1
        self.as_target[key[1]] += 1
        if document.date:
            known = self.dates.setdefault(key, [document.date, document.date])
            known[:] = [min(known[0], document.date), max(known[1], document.date)]

    def edges(self) -> Iterator[Sequence[Cell]]:
        """Give the edges by source, target, code, sign, coder and round."""
        for key in sorted(self.weights, key=lambda key: (*key[:3], key[3] is not None, key[3] or 0, *key[4:])):
            first, last = self.dates.get(key, ["", ""])
            yield *key, self.weights[key], len(self.documents[key]), first, last

    def nodes(self) -> Iterator[Sequence[Cell]]:
        """Give the actors by name; every end of an edge is among them."""
        for name in sorted({*self.as_source, *self.as_target, *self.as_speaker}):
            yield name, self.as_source[name], self.as_target[name], self.as_speaker[name]


def write_events(corpus: Corpus, folder: Path, *, actors: Actors) -> tuple[dict[Path, int], tuple[Finding, ...]]:
    """Write the three tables into a folder that is there; gives each with its number of rows.

    Raises NotSaved where the disk refuses.
    """
    findings = Findings()
    network = _Network()
    rows = _rows(corpus, actors, network, findings)
    written = {folder / EVENTS: write_table(folder / EVENTS, columns=EVENT_COLUMNS, rows=rows)}
    written[folder / EDGES] = write_table(folder / EDGES, columns=EDGE_COLUMNS, rows=network.edges())
    written[folder / NODES] = write_table(folder / NODES, columns=NODE_COLUMNS, rows=network.nodes())
    words = {code.id: code.short_name for code in corpus.codebook.codes}
    signs = (f"{words[code]}: {sign:+d}" for code, sign in actors.signs.items() if code in words and not actors.sign)
    roles = (("speaker", actors.speaker), ("holder", actors.holder), ("target", actors.target), ("sign", actors.sign))
    places = (*(f"{role}: {name}" for role, name in roles if name), *signs)
    return written, (*findings, Finding(FindingKind.NOTED, _CHOSEN, len(places), tuple(places)[:20]))


def _rows(corpus: Corpus, actors: Actors, network: _Network, findings: Findings) -> Iterator[Sequence[Cell]]:
    excluded: dict[str, list[Span]] = {}
    for region in corpus.regions:
        if region.state is RegionState.ACCEPTED:
            excluded.setdefault(region.document, []).append(region.span)
    names = _Names(
        {coder.id: coder.name for coder in corpus.coders}, {code.id: code.short_name for code in corpus.codebook.codes}
    )
    for document in corpus.documents:
        for each in corpus.annotations.get(document.id, ()):
            if any(span.covers(each.span) for span in excluded.get(document.id, ())):
                findings.add(FindingKind.DROPPED, _EXCLUDED, place=each.id)
                continue
            sources, targets = actors.sources(each), actors.targets(each)
            if not sources or not targets:
                findings.add(FindingKind.NOTED, _HALF if sources or targets else _NO_ACTORS, place=each.id)
            network.as_speaker.update(said(each, actors.speaker))
            pairs = [(source, target) for source in sources or ("",) for target in targets or ("",)]
            for number, (source, target) in enumerate(pairs, start=1):
                if source and target:
                    key = (source, target, names.code(each), actors.sign_of(each), names.coder(each), each.round)
                    network.add(key, document)
                yield (f"{each.id}-{number}", *names.row(document, each, actors, source, target))


@dataclass(frozen=True, slots=True)
class _Names:
    """What coders and codes are called."""

    coders: Mapping[str, str]
    codes: Mapping[str, str]

    def coder(self, each: Annotation) -> str:
        return self.coders.get(each.coder, each.coder)

    def code(self, each: Annotation) -> str:
        return self.codes.get(each.code, each.code)

    def row(self, document: Document, each: Annotation, actors: Actors, source: str, target: str) -> Sequence[Cell]:
        """Give all cells of an event but its identity."""
        return (
            each.id, document.id, document.name, document.title, document.outlet, document.date, self.coder(each),
            each.round, self.code(each), actors.sign_of(each), source, target, each.attributes.get(actors.speaker, ""),
            each.attributes.get(actors.holder, ""), each.certainty.value, each.quote, int(each.span.start),
            int(each.span.end), OFFSET_UNIT, document.text_sha256,
        )  # fmt: skip
