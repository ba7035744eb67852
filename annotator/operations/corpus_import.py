# SPDX-License-Identifier: MIT
"""Taking a foreign corpus in: all of it or nothing, as one action that can be undone."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain import (
    MAIN_ROUND,
    Code,
    Codebook,
    Coder,
    CoderId,
    Completion,
    CompletionState,
    Document,
    DocumentId,
    Json,
    Refused,
)
from annotator.domain.codebook import code_as_json
from annotator.domain.identifiers import CodeId, is_hash
from annotator.exchange.findings import Finding, Findings
from annotator.operations.corpus_documents import IncomingDocuments, match_documents
from annotator.operations.corpus_entities import Matches
from annotator.operations.corpus_import_choice import Answers
from annotator.operations.corpus_matching import Match
from annotator.operations.corpus_placing import Placed, require_settled, settle
from annotator.operations.corpus_preview import NO_ANSWERS, CorpusPreview, Incoming
from annotator.operations.corpus_rounds import write_rounds
from annotator.operations.incoming_entities import IncomingEntity, tell_emptied, without_unset, write_incoming
from annotator.operations.outcome import EVERYTHING, Outcome
from annotator.operations.passages import begin, write_completion
from annotator.operations.projects import Project, write_coder
from annotator.store import journal, queries
from annotator.store.project_file import Action

VERB = "import annotations"
Work = tuple[CoderId, DocumentId, str]
"""One coder's work on one article in one round."""


@dataclass(frozen=True, slots=True)
class CorpusImportReport:
    """What an import did. ``left_out`` and ``open`` name the places in the file that were not taken.

    ``left_deleted`` stand in the file but were deleted here since an earlier import of them.
    """

    documents: tuple[Document, ...]
    codes: tuple[Code, ...]
    coders: tuple[Coder, ...]
    annotations: int
    regions: int
    updated: int
    already_there: int
    left_deleted: int
    moved: int
    left_out: tuple[str, ...]
    open: tuple[str, ...]
    findings: tuple[Finding, ...]


def import_corpus(
    project: Project, *, author: CoderId, preview: CorpusPreview, answers: Answers = NO_ANSWERS
) -> Outcome[CorpusImportReport]:
    """Take in what a preview shows. ``answers`` say where misplaced annotations belong.

    The same file twice adds nothing; a corrected one changes what it corrects. Raises Refused, with
    nothing written, where an annotation has no place (unless the choice takes the sure ones and leaves
    the rest) or the project cannot hold what the file says.
    """
    placed = settle(preview.read, preview.misplaced, answers=answers, takes_sure=preview.choice.reanchor)
    require_settled(placed, path=preview.path, takes_sure=preview.choice.reanchor)
    with project.transaction():
        with project.action_inside(author=author, verb=VERB) as action:
            writing = _Writing(project, action, preview)
            writing.write(placed)
            write_rounds(project, action, preview.read.corpus, preview.choice, author=author, findings=writing.findings)
        report = writing.report(placed)
        project.note_event(VERB, _noted(report, preview, author))
    return Outcome(report, EVERYTHING, VERB)


class _Writing:
    """One import while it is written: codes, coders and articles first, then what refers to them."""

    def __init__(self, project: Project, action: Action, preview: CorpusPreview) -> None:
        self._project = project
        self._action = action
        self._preview = preview
        self._corpus = preview.read.corpus
        self._matches = Matches.of(preview.codes, preview.coders)
        self._incoming = Incoming(project, preview.read, self._matches, preview.choice)
        self._tally: Counter[str] = Counter()
        self.findings = Findings()
        self._matched = match_documents(project, self._corpus)
        self._codes = tuple(each.code for each in preview.codes if each.how is Match.NEW)
        self._coders = _new_coders(preview)

    def write(self, placed: Placed) -> None:
        self._write_codes()
        for coder in self._coders:
            write_coder(self._action, coder)
        IncomingDocuments(self._project, self._corpus, findings=self.findings).write(self._action, self._matched)
        worked: dict[Work, None] = {}
        for document in self._corpus.documents:
            several = self._incoming.of(document, placed.annotations)
            self._write_entities(several)
            worked |= dict.fromkeys(_work(several))
        self._write_completions(worked)

    def report(self, placed: Placed) -> CorpusImportReport:
        tally = self._tally
        return CorpusImportReport(
            documents=tuple(each.document for each in self._matched if each.known is None),
            codes=self._codes, coders=self._coders, annotations=tally["annotation"], regions=tally["region"],
            updated=tally["updated"], already_there=tally["already there"], left_deleted=tally["left deleted"],
            moved=len(placed.annotations), left_out=placed.left_out, open=placed.open,
            findings=(*self._preview.read.findings, *self._incoming.findings(new=tally["annotation"]), *self.findings),
        )  # fmt: skip

    def _write_codes(self) -> None:
        known = {each.id for each in queries.codebook(self._project.live).codes}
        for code in self._codes:
            if code.id in known:
                raise Refused("The codebook has changed since the file was looked at; look at it again.")
            fields = code_as_json(code)
            del fields["id"]
            self._action.write("code", code.id, fields)

    def _write_entities(self, several: Sequence[IncomingEntity]) -> None:
        """Write the entities of a document: what the journal has never heard of at once, the rest one by one."""
        known = journal.known_among(self._project.live, [each.entity for each in several])
        for kind in ("annotation", "region"):
            new = {
                each.entity: without_unset(each.fields)
                for each in several
                if each.kind == kind and each.entity not in known
            }
            if new:
                self._action.write_new(kind, new)
                self._tally[kind] += len(new)
        for each in several:
            if each.entity in known:
                standing = write_incoming(self._project, self._action, each)
                self._tally[standing.word] += 1
                tell_emptied(self.findings, standing)

    def _write_completions(self, worked: Mapping[Work, None]) -> None:
        """Write how far coders are where the project knows nothing of it yet; all else stays as it is here."""
        said: dict[Work, Completion] = {}
        for each in self._corpus.completions:
            match = self._matches.coders.get(each.coder)
            if match is not None:
                said[match.coder.id, each.document, self._round(each.round)] = each
        for work in dict.fromkeys((*said, *worked)):
            coder, document, round_name = work
            if self._preview.choice.finished and work in worked:
                self._finish(work)
            elif queries.completion(self._project.live, coder, document, round_name) is not None:
                continue
            elif work in said:
                fields = self._completion(said[work])
                write_completion(self._action, coder, document, fields, round_name=round_name)
            else:
                begin(self._project, self._action, coder, document, round_name=round_name)

    def _finish(self, work: Work) -> None:
        coder, document, round_name = work
        known = queries.completion(self._project.live, coder, document, round_name)
        if known is None or known.state is not CompletionState.FINISHED:
            fields = self._finished()
            write_completion(self._action, coder, document, fields, round_name=round_name)

    def _finished(self) -> dict[str, Json]:
        """Give a completion under the codebook as it is with what this import adds."""
        codebook = Codebook((*queries.codebook(self._project.live).codes, *self._codes))
        return {
            "state": CompletionState.FINISHED.value,
            "codebook_revision": codebook.revision,
            "codes": sorted(code.id for code in codebook.codes),
        }

    def _completion(self, each: Completion) -> dict[str, Json]:
        codes = dict.fromkeys(self._code_here(code) for code in each.codes)
        fields: dict[str, Json] = {"state": each.state.value, "codes": sorted(codes)}
        further = {"reason": each.reason, "reopened_at": each.reopened_at}
        fields |= {name: value for name, value in further.items() if value}
        if is_hash(each.codebook_revision):
            fields["codebook_revision"] = each.codebook_revision
        if each.state is CompletionState.FINISHED and not each.codes:
            fields |= self._finished()
        return fields

    def _code_here(self, code: CodeId) -> str:
        match = self._matches.codes.get(code)
        return match.code.id if match else code

    def _round(self, name: str) -> str:
        return self._preview.choice.round_name or name or MAIN_ROUND


def _new_coders(preview: CorpusPreview) -> tuple[Coder, ...]:
    """Give the people who are new, each once, as programs where the choice says so."""
    made = {each.coder.id: each.coder for each in preview.coders if each.how is Match.NEW}
    if preview.choice.machine_made:
        return tuple(replace(each, machine_made=True) for each in made.values())
    return tuple(made.values())


def _work(several: Iterable[IncomingEntity]) -> Iterable[Work]:
    for each in several:
        round_name = str(each.fields.get("round", MAIN_ROUND))
        yield CoderId(str(each.fields["coder"])), each.document, round_name


def _noted(report: CorpusImportReport, preview: CorpusPreview, author: CoderId) -> dict[str, Json]:
    """Give the record of an import that the history shows; places are words from the file, at most 20 a finding."""
    findings: list[Json] = [
        {"kind": each.kind.value, "sentence": each.sentence, "count": each.count, "places": list(each.places)}
        for each in report.findings
    ]  # fmt: skip
    return {
        "author": author, "file": preview.path.name, "format": preview.kind.value,
        "documents": len(report.documents), "codes": len(report.codes), "coders": len(report.coders),
        "annotations": report.annotations, "regions": report.regions, "updated": report.updated,
        "already_there": report.already_there, "left_deleted": report.left_deleted, "moved": report.moved,
        "left_out": list(report.left_out), "open": list(report.open), "findings": findings,
    }  # fmt: skip
