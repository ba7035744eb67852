# SPDX-License-Identifier: MIT
"""Taking in the articles of a preview: those that are chosen, as one action, all of it or nothing."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain import CoderId, Document, DocumentId, Json, RegionState, document_id
from annotator.domain.fields import ALIAS_PREFIX
from annotator.domain.identifiers import derived_uuid
from annotator.domain.metadata import MetadataField
from annotator.domain.model import NO_ATTRIBUTES
from annotator.exchange.findings import Finding, Findings
from annotator.operations.article_copies import group_of_copies
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
_Fields = dict[DocumentId, dict[str, Json]]


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
    each file that could not be taken with the reason. ``renamed`` counts the articles that gained a name,
    ``grouped`` those that were put into a group, ``regions`` the passages proposed as excluded.
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
    wanted = [row for row in preview.rows if row.article is not None and (keep is None or row.place in keep)]
    taken = work.chosen(wanted)
    if any(row.near and work.near_choice(row) is NearChoice.GROUP for row in taken):
        require_lead(project, author, what="groups articles")
    with project.action(author=author, verb=VERB) as action:
        work.write(action, taken, work.further_fields(wanted, taken), metadata)
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
        self._added: tuple[DocumentId, ...] = ()

    def near_choice(self, row: PreviewRow) -> NearChoice:
        """Give what was chosen for a near-identical article."""
        return self._near if isinstance(self._near, NearChoice) else self._near.get(row.place, NearChoice.KEEP)

    def chosen(self, wanted: Sequence[PreviewRow]) -> list[PreviewRow]:
        """Give the rows to take: of equal texts the first, and none that the project has by now."""
        taken: dict[str, PreviewRow] = {}
        places: set[int] = set()
        for row in wanted:
            if row.sha256 in self._known or row.sha256 in taken or self._is_skipped(row, places):
                continue
            taken[row.sha256] = row
            places.add(row.place)
        return list(taken.values())

    def _is_skipped(self, row: PreviewRow, places: Collection[int]) -> bool:
        is_near = any(each.document is not None or each.row in places for each in row.near)
        return is_near and self.near_choice(row) is NearChoice.SKIP

    def further_fields(self, wanted: Sequence[PreviewRow], taken: Sequence[PreviewRow]) -> _Fields:
        """Give what is to be written of articles beside what their files say: their other names and their groups.

        All that is written of one article is one change: of two an undo could take back but one.
        """
        further: _Fields = {}
        for document, name in self._other_names(wanted, taken):
            further.setdefault(document, {})[ALIAS_PREFIX + name] = True
        self._counts["renamed"] = len(further)
        for document, group in self._groups(taken).items():
            further.setdefault(document, {})["duplicate_group"] = group
            self._counts["grouped"] += 1
        return further

    def _other_names(
        self, wanted: Sequence[PreviewRow], taken: Sequence[PreviewRow]
    ) -> Iterator[tuple[DocumentId, str]]:
        """Go through the names under which texts came that are known, or taken, under another."""
        names = {row.sha256: {row.name} for row in taken}
        names |= {sha256: {known.name, *known.other_names} for sha256, known in self._known.items()}
        for row in wanted:
            if row.name not in names.get(row.sha256, {row.name}):
                names[row.sha256].add(row.name)
                yield document_id(row.sha256), row.name

    def _groups(self, taken: Sequence[PreviewRow]) -> dict[DocumentId, str]:
        """Give the groups of the articles for which this was chosen, and of what they are near-identical to."""
        to_group = [row for row in taken if row.near and self.near_choice(row) is NearChoice.GROUP]
        if not to_group:
            return {}
        by_place = {row.place: document_id(row.sha256) for row in taken}
        groups = _Groups(self._known.values())
        for row in to_group:
            for each in row.near:
                other = each.document or by_place.get(each.row if each.row is not None else -1)
                if other:
                    groups.join(other, by_place[row.place])
        return groups.changed()

    def write(
        self,
        action: Action,
        taken: Sequence[PreviewRow],
        further: _Fields,
        corrections: Mapping[int, Mapping[str, str]],
    ) -> None:
        """Write the fields that are new to the project, the texts and the articles, and what is new of known ones."""
        incoming = IncomingMetadata(metadata_queries.metadata_fields(self._project.live), self._findings)
        position = 1 + max((each.position for each in self._known.values()), default=-1)
        self._project.texts.add_all(row.article.decoded.body for row in taken if row.article is not None)
        fields: dict[str, dict[str, Json]] = {}
        for count, row in enumerate(taken):
            document = document_id(row.sha256)
            said = _fields(row, incoming, corrections.get(row.place, NO_ATTRIBUTES), position + count)
            fields[document] = said | further.pop(document, {})
        self._added, self._new_fields = tuple(map(DocumentId, fields)), incoming.new_fields
        for each in self._new_fields:
            write_field(self._project, action, each)
        self._write_all(action, "document", fields)
        for known, changed in further.items():
            action.write("document", known, changed)

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
            added=self._added,
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


class _Groups:
    """Which documents are copies of one another: the groups that the project has, joined by what is chosen."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._former: dict[DocumentId, str] = {each.id: each.duplicate_group for each in documents}
        self._members: dict[DocumentId, set[DocumentId]] = {}
        by_group: dict[str, set[DocumentId]] = {}
        for document, group in self._former.items():
            if group:
                self._members[document] = by_group.setdefault(group, set())
                self._members[document].add(document)

    def join(self, one: DocumentId, other: DocumentId) -> None:
        """Say that two documents are copies of each other, and with them all that are in their groups."""
        first, second = (self._members.setdefault(each, {each}) for each in (one, other))
        first |= second
        self._members |= dict.fromkeys(second, first)

    def changed(self) -> dict[DocumentId, str]:
        """Give each document whose group is another now, with that group."""
        groups = {id(members): group_of_copies(members) for members in self._members.values()}
        named = {document: groups[id(members)] for document, members in self._members.items()}
        return {
            document: named[document] for document in sorted(named) if named[document] != self._former.get(document)
        }
