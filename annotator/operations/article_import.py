# SPDX-License-Identifier: MIT
"""Taking in the articles of a preview: those that are chosen, as one action, all of it or nothing."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.domain import CoderId, Document, DocumentId, Json, RegionState, document_id
from annotator.domain.fields import ALIAS_PREFIX
from annotator.domain.identifiers import derived_uuid
from annotator.domain.metadata import MetadataField
from annotator.domain.model import NO_ATTRIBUTES
from annotator.exchange.findings import Finding, Findings
from annotator.operations.article_metadata import write_field
from annotator.operations.article_preview import ArticlePreview, ImportVerdict, PreviewRow
from annotator.operations.incoming_metadata import IncomingMetadata
from annotator.operations.outcome import EVERYTHING, NOTHING, Outcome
from annotator.operations.passages import passage, require_lead
from annotator.operations.projects import Project
from annotator.store import journal, metadata_queries, queries
from annotator.store.project_file import Action
from annotator.text import How
from annotator.text.repeats import repeated_paragraphs

VERB = "import texts"
EVENT = "import"
_NO_CORRECTIONS: Mapping[int, Mapping[str, str]] = {}


class NearChoice(StrEnum):
    """What becomes of an article that is near-identical to another."""

    KEEP = "keep"
    """It is an article of its own."""
    GROUP = "group"
    """It is taken, and the lead holds it to be a copy of the other: one group."""
    SKIP = "skip"
    """It is left out where the other is there or comes with this import."""


@dataclass(frozen=True, slots=True)
class ArticleImportReport:
    """What an import of articles did.

    ``already_there`` are the names of articles whose text was known, ``repeated`` of those that came twice,
    ``left_out`` of those that were not chosen or are near-identical to one that is there; ``refused`` has
    each file that could not be taken with the reason. ``regions`` counts the passages proposed as excluded.
    """

    added: tuple[DocumentId, ...] = ()
    already_there: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    renamed: int = 0
    grouped: int = 0
    regions: int = 0
    new_fields: tuple[str, ...] = ()
    guessed: int = 0
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Json]:
        """Give the report as counts and sentences, as the project's record of the import keeps it."""
        return {
            "added": len(self.added), "already_there": len(self.already_there), "repeated": len(self.repeated),
            "left_out": len(self.left_out), "renamed": self.renamed, "grouped": self.grouped,
            "regions": self.regions, "guessed_encodings": self.guessed, "new_fields": list(self.new_fields),
            "refused": [{"file": name, "reason": reason} for name, reason in self.refused],
            "findings": [
                {"kind": each.kind.value, "sentence": each.sentence, "count": each.count, "places": list(each.places)}
                for each in self.findings
            ],
        }  # fmt: skip


def import_articles(
    project: Project,
    *,
    author: CoderId,
    preview: ArticlePreview,
    keep: Collection[int] | None = None,
    near: NearChoice | Mapping[int, NearChoice] = NearChoice.KEEP,
    metadata: Mapping[int, Mapping[str, str]] = _NO_CORRECTIONS,
    repeated_passages: bool = False,
) -> Outcome[ArticleImportReport]:
    """Take in the rows of a preview whose places are in ``keep`` (None: every one that can be), in their order.

    ``near`` is by place where not all near-identical articles have the same choice; what it does not name
    is kept. ``metadata`` corrects what the files say, field by field, the empty string taking a value away.
    ``repeated_passages`` proposes passages that repeat their own article as excluded. The report is kept
    in the project. Raises Refused where anybody but the lead would group articles.
    """
    work = _Import(project, author, near)
    taken = work.chosen(preview.rows, keep)
    if any(row.near and work.near_choice(row) is NearChoice.GROUP for row in taken):
        require_lead(project, author, what="groups articles")
    with project.action(author=author, verb=VERB) as action:
        work.write(action, taken, metadata)
        work.write_other_names(action, preview.rows)
        work.write_groups(action, taken)
        if repeated_passages:
            work.propose_regions(action, taken)
        report = work.report(preview, taken)
        project.note_event(EVENT, {"author": author, "action": action.id if action.changes else "", **report.as_json()})
    return Outcome(report, EVERYTHING if action.changes else NOTHING, VERB if action.changes else "")


class _Import:
    """One import while it is written."""

    def __init__(self, project: Project, author: CoderId, near: NearChoice | Mapping[int, NearChoice]) -> None:
        self._project = project
        self._author = author
        self._near = near
        self._known: dict[str, Document] = {each.text_sha256: each for each in queries.documents(project.live)}
        self._findings = Findings()
        self._counts: Counter[str] = Counter()
        self._new_fields: tuple[MetadataField, ...] = ()

    def near_choice(self, row: PreviewRow) -> NearChoice:
        """Give what was chosen for a near-identical article."""
        return self._near if isinstance(self._near, NearChoice) else self._near.get(row.place, NearChoice.KEEP)

    def chosen(self, rows: Sequence[PreviewRow], keep: Collection[int] | None) -> list[PreviewRow]:
        """Give the rows to take: of equal texts the first that is chosen, and none that the project has by now."""
        wanted = None if keep is None else frozenset(keep)
        taken: dict[str, PreviewRow] = {}
        places: set[int] = set()
        for row in rows:
            if row.article is None or (wanted is not None and row.place not in wanted):
                continue
            if row.sha256 in self._known or row.sha256 in taken or self._is_skipped(row, places):
                continue
            taken[row.sha256] = row
            places.add(row.place)
        return list(taken.values())

    def _is_skipped(self, row: PreviewRow, places: Collection[int]) -> bool:
        is_near = any(each.document is not None or each.row in places for each in row.near)
        return is_near and self.near_choice(row) is NearChoice.SKIP

    def write(self, action: Action, taken: Sequence[PreviewRow], corrections: Mapping[int, Mapping[str, str]]) -> None:
        """Write the fields that are new to the project, the texts and the articles."""
        incoming = IncomingMetadata(metadata_queries.metadata_fields(self._project.live), self._findings)
        position = 1 + max((each.position for each in self._known.values()), default=-1)
        self._project.texts.add_all(row.article.decoded.body for row in taken if row.article is not None)
        fields = {
            str(document_id(row.sha256)): _fields(
                row, incoming, corrections.get(row.place, NO_ATTRIBUTES), position + count
            )
            for count, row in enumerate(taken)
        }
        self._new_fields = incoming.new_fields
        for each in self._new_fields:
            write_field(self._project, action, each)
        self._write_all(action, "document", fields)

    def write_other_names(self, action: Action, rows: Iterable[PreviewRow]) -> None:
        """Give articles whose text came under another name that name too."""
        names: dict[str, set[str]] = {}
        for row in rows:
            known = self._known.get(row.sha256)
            if known is None or row.article is None:
                continue
            taken = names.setdefault(known.id, {known.name, *known.other_names})
            if row.name not in taken:
                taken.add(row.name)
                action.write("document", known.id, {ALIAS_PREFIX + row.name: True})
                self._counts["renamed"] += 1

    def write_groups(self, action: Action, taken: Sequence[PreviewRow]) -> None:
        """Put the articles for which this was chosen into one group with what they are near-identical to."""
        to_group = [row for row in taken if row.near and self.near_choice(row) is NearChoice.GROUP]
        by_place = {row.place: str(document_id(row.sha256)) for row in taken} if to_group else {}
        groups = _Groups({str(each.id): each.duplicate_group for each in self._known.values()})
        for row in to_group:
            for each in row.near:
                other = each.document or by_place.get(each.row if each.row is not None else -1)
                if other:
                    groups.join(other, by_place[row.place])
        for document, group in groups.changed():
            action.write("document", document, {"duplicate_group": group})
        self._counts["grouped"] = groups.joined

    def propose_regions(self, action: Action, taken: Sequence[PreviewRow]) -> None:
        """Propose the passages that repeat their own article as excluded, in the name of the author."""
        regions: dict[str, dict[str, Json]] = {}
        for row in taken:
            if row.article is None:
                continue
            document, body = document_id(row.sha256), row.article.decoded.body
            for span in repeated_paragraphs(body):
                key = derived_uuid("repeated passage", self._author, document, str(span.start), str(span.end))
                regions[key] = {
                    "document": document, "coder": self._author, "span": passage(body, span),
                    "state": RegionState.PROPOSED.value,
                }  # fmt: skip
        self._write_all(action, "region", regions)
        self._counts["regions"] = len(regions)

    def report(self, preview: ArticlePreview, taken: Sequence[PreviewRow]) -> ArticleImportReport:
        """Say what was done with each row."""
        places = {row.place for row in taken}
        hashes = {row.sha256 for row in taken}
        rest = [row for row in preview.rows if row.article is not None and row.place not in places]
        return ArticleImportReport(
            added=tuple(document_id(row.sha256) for row in taken),
            already_there=tuple(row.name for row in rest if row.sha256 in self._known),
            repeated=tuple(row.name for row in rest if row.sha256 in hashes),
            left_out=tuple(row.name for row in rest if row.sha256 not in hashes and row.sha256 not in self._known),
            refused=tuple((row.name, row.error.sentence) for row in preview.of(ImportVerdict.REFUSED) if row.error),
            renamed=self._counts["renamed"], grouped=self._counts["grouped"], regions=self._counts["regions"],
            new_fields=tuple(each.name for each in self._new_fields),
            guessed=sum(row.article is not None and row.article.decoded.how is How.GUESSED for row in taken),
            findings=(*preview.findings, *self._findings),
        )  # fmt: skip

    def _write_all(self, action: Action, kind: str, fields: Mapping[str, Mapping[str, Json]]) -> None:
        """Write entities, at once those of which nothing is known; one whose import was undone comes back."""
        known = journal.known_among(self._project.live, list(fields))
        action.write_new(kind, {entity: each for entity, each in fields.items() if entity not in known})
        for entity in sorted(known):
            action.write(kind, entity, fields[entity])


def _fields(
    row: PreviewRow, incoming: IncomingMetadata, corrections: Mapping[str, str], position: int
) -> dict[str, Json]:
    if row.article is None:
        raise ValueError(f"row {row.place} holds no article")
    decoded = row.article.decoded
    said = incoming.registers({**row.article.metadata, **corrections}, article=row.name)
    return {
        "name": row.name, "text_sha256": row.sha256, "length": len(decoded.body), "title": row.title,
        "raw_sha256": decoded.raw_sha256, "encoding": decoded.encoding, "position": position, **said,
    }  # fmt: skip


@dataclass(slots=True)
class _Groups:
    """Which documents are copies of one another: what the project has, joined by what is chosen."""

    former: Mapping[str, str]
    joined: int = 0
    _heads: dict[str, str] = field(default_factory=dict)

    def join(self, one: str, other: str) -> None:
        """Say that two documents are copies of each other."""
        first, second = self._head(self._node(one)), self._head(self._node(other))
        if first != second:
            self._heads[second] = first
        self.joined += 1

    def changed(self) -> list[tuple[str, str]]:
        """Give each document whose group is another now, with that group."""
        nodes = {node for node in self._heads if not node.startswith("group ")}
        old = {f"group {group}" for group in self.former.values() if group} & self._heads.keys()
        nodes |= {document for document, group in self.former.items() if f"group {group}" in old}
        names: dict[str, str] = {}
        for node in sorted(old):
            names.setdefault(self._head(node), node.removeprefix("group "))
        found = []
        for document in sorted(nodes):
            head = self._head(self._node(document))
            group = names.setdefault(head, derived_uuid("duplicate_group", document))
            if group != self.former.get(document, ""):
                found.append((document, group))
        return found

    def _node(self, document: str) -> str:
        """Give what stands for a document: its group, where it has one."""
        group = self.former.get(document, "")
        return f"group {group}" if group else document

    def _head(self, node: str) -> str:
        self._heads.setdefault(node, node)
        while self._heads[node] != node:
            node = self._heads[node]
        return node
