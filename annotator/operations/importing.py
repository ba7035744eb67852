# SPDX-License-Identifier: MIT
"""Taking in articles and annotations: all of an import or nothing, as one action."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import (
    MAIN_ROUND,
    Code,
    Coder,
    CoderId,
    Document,
    DocumentId,
    Json,
    Refused,
    RegionState,
    document_id,
)
from annotator.domain.fields import ALIAS_PREFIX, ATTRIBUTE_PREFIX
from annotator.domain.identifiers import completion_id
from annotator.exchange.articles.plain_text import IncomingText, read_plain_text
from annotator.exchange.codings.json_lines import AnnotationRow, read_annotations
from annotator.merging import resolve
from annotator.operations.coding import require_attribute
from annotator.operations.completion import finished_fields
from annotator.operations.incoming_entities import IncomingEntity, write_incoming
from annotator.operations.outcome import EVERYTHING, Outcome
from annotator.operations.passages import begin, checked_memo, checked_round, passage
from annotator.operations.projects import Project, write_coder
from annotator.operations.row_words import RowWords, refused_at
from annotator.store import journal, queries
from annotator.store.project_file import Action
from annotator.text.quotation import digest, stands

EXCLUDE = "exclude"
LONGEST_TITLE = 120
_FIRST_LINE = re.compile(r"\S[^\n]{0,500}")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Which articles are new, and which were there already (by their text), each with the name it came under."""

    added: tuple[Document, ...]
    already_there: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnnotationImportReport:
    """What an import of annotations did, in numbers of rows.

    ``left_deleted`` stand in the file but were deleted here since an earlier import of them.
    """

    coder: Coder
    annotations: int
    regions: int
    updated: int
    already_there: int
    left_deleted: int
    finished: tuple[DocumentId, ...]


def import_texts(
    project: Project,
    *,
    author: CoderId,
    paths: Sequence[Path],
    encoding: str | None = None,
    encodings: Mapping[Path, str] | None = None,
    metadata: Mapping[str, Metadata] | None = None,
) -> Outcome[ImportReport]:
    """Take in plain-text articles in the order given. ``metadata`` is by file name.

    ``encodings`` names the encoding of single files; all others are read by ``encoding``, None being automatic.
    An article whose very text is there already stays one document and gains the other name. Raises
    Refused at the first file that is no text, naming it; nothing is then written.
    """
    own = encodings or {}
    incoming = [read_plain_text(path, encoding=own.get(path, encoding)) for path in paths]
    known = {document.id: document for document in queries.documents(project.live)}
    position = 1 + max((document.position for document in known.values()), default=-1)
    names = {document.id: {document.name, *document.other_names} for document in known.values()}
    added: list[DocumentId] = []
    already: list[str] = []
    with project.action(author=author, verb="import texts") as action:
        for each in incoming:
            identity = document_id(digest(each.decoded.body))
            if identity in names:
                already.append(each.name)
                if each.name not in names[identity]:
                    action.write("document", identity, {ALIAS_PREFIX + each.name: True})
            else:
                details = (metadata or {}).get(each.name, Metadata())
                _write_document(project, action, each, details, position + len(added))
                added.append(identity)
            names.setdefault(identity, set()).add(each.name)
    stored = {document.id: document for document in queries.documents(project.live)}
    report = ImportReport(tuple(stored[each] for each in added), tuple(already))
    return Outcome(report, EVERYTHING, "import texts")


def _write_document(project: Project, action: Action, incoming: IncomingText, details: Metadata, position: int) -> None:
    body = incoming.decoded.body
    sha256 = project.texts.add(body)
    fields: dict[str, Json] = {
        "name": incoming.name,
        "text_sha256": sha256,
        "length": len(body),
        "title": details.title or proposed_title(body),
        "raw_sha256": incoming.decoded.raw_sha256,
        "encoding": incoming.decoded.encoding,
        "position": position,
    }
    further = {"outlet": details.outlet, "author": details.author, "date": details.date}
    fields |= {name: value for name, value in further.items() if value}
    action.write("document", document_id(sha256), fields)


def proposed_title(body: str) -> str:
    """Give the first line that shows anything, cut at a word to 120 characters: what a list can call the article."""
    found = _FIRST_LINE.search(body)
    words = " ".join(found[0].split()) if found else ""
    if len(words) <= LONGEST_TITLE:
        return words
    return words[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def import_annotations(
    project: Project,
    *,
    author: CoderId,
    path: Path,
    coder: Coder,
    finished: bool = False,
    round_name: str = MAIN_ROUND,
) -> Outcome[AnnotationImportReport]:
    """Take in one coder's annotations from a JSON-lines file; ``finished`` marks the articles it names as finished.

    ``round_name`` is the round that they belong to; excluded regions belong to all.

    The same file twice adds nothing; a corrected one changes what it corrects. Raises Refused with
    file and line for the first row that cannot stand (unknown article, code, attribute or choice, a
    quote that is not at its offsets); nothing is then written.
    """
    rows = read_annotations(path)
    plan = _Placement(project, path.name, checked_round(round_name)).place(rows, coder)
    tally: Counter[str] = Counter()
    documents = list(dict.fromkeys(each.document for each in plan))
    with project.action(author=author, verb="import annotations") as action:
        _write_coder(project, action, coder)
        for each in plan:
            tally[write_incoming(project, action, each).word] += 1
        for document in documents:
            if finished:
                _finish(project, action, coder.id, document, round_name=round_name)
            else:
                begin(project, action, coder.id, document, round_name=round_name)
    report = AnnotationImportReport(
        coder=coder, annotations=tally["annotation"], regions=tally["region"], updated=tally["updated"],
        already_there=tally["already there"], left_deleted=tally["left deleted"],
        finished=tuple(documents) if finished else (),
    )  # fmt: skip
    return Outcome(report, EVERYTHING, "import annotations")


class _Placement:
    """Finds the documents, codes and places that the rows of a file name."""

    def __init__(self, project: Project, name: str, round_name: str) -> None:
        self._project = project
        self._name = name
        self._round = round_name
        self._words = RowWords(project, round_name=round_name)

    def place(self, rows: Sequence[AnnotationRow], coder: Coder) -> list[IncomingEntity]:
        return [self._placed(row, coder.id) for row in rows]

    def _placed(self, row: AnnotationRow, coder: CoderId) -> IncomingEntity:
        where = f"{self._name}, line {row.line}"
        document = self._words.document(row.document, where)
        text = self._project.texts.body(document.text_sha256)
        if not stands(text, row.span, row.quote):
            raise Refused(
                f"The quote does not stand at characters {row.start} to {row.end} of {document.name}; "
                "nothing was written: look at it with --dry-run, or take what is sure with --reanchor.",
                where=where,
            )
        with refused_at(where):
            fields: dict[str, Json] = {
                "document": document.id, "coder": coder, "span": passage(text, row.span),
                "memo": checked_memo(row.memo), "certainty": row.certainty.value,
            }  # fmt: skip
        if row.code == EXCLUDE:
            fields["state"] = RegionState.PROPOSED.value
            said = (coder, document.id, "", str(row.start), str(row.end))
            return IncomingEntity("region", self._words.identity("region", *said), document.id, fields)
        code = self._words.code(row.code, where)
        fields |= {
            "code": code.id, "round": self._round, "ask_lead": row.ask_lead,
            "codebook_revision": self._words.codebook.revision,
        }  # fmt: skip
        with refused_at(where):
            fields |= _attributes(row, code)
        said = (coder, document.id, code.id, str(row.start), str(row.end))
        return IncomingEntity("annotation", self._words.identity("annotation", *said), document.id, fields)


def _attributes(row: AnnotationRow, code: Code) -> dict[str, Json]:
    for name, value in row.attributes.items():
        require_attribute(code, name, value)
    return {ATTRIBUTE_PREFIX + name: value for name, value in row.attributes.items() if value}


def _write_coder(project: Project, action: Action, coder: Coder) -> None:
    """Write a coder who is new, or of whom it was not known yet that it is a program."""
    known = {each.id: each for each in queries.coders(project.live)}.get(coder.id)
    if known is None:
        write_coder(action, coder)
    elif coder.machine_made and not known.machine_made:
        action.write("coder", coder.id, {"machine_made": True})


def _finish(project: Project, action: Action, coder: CoderId, document: DocumentId, *, round_name: str) -> None:
    whole: dict[str, Json] = {"coder": coder, "document": document, "round": round_name}
    entity = completion_id(coder, document, round_name)
    history = journal.changes_of(project.live, entity)
    fields = whole | finished_fields(project)
    resolved = resolve(history) if history else None
    present = resolved.values if resolved is not None and not resolved.deleted else {}
    changed = {name: value for name, value in fields.items() if present.get(name) != value}
    if changed:
        action.write("completion", entity, changed)
