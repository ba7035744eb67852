# SPDX-License-Identifier: MIT
"""Working out what a merge would do and what it asks, from what was read and what is here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain import AliasOf, Change, CoderId, DocumentId
from annotator.merging.article_values import told_otherwise
from annotator.merging.asking import Named, alarms, codebook_differences, same_names, two_wordings
from annotator.merging.authority import Team, left_to_the_lead, new_codes, not_theirs
from annotator.merging.plan import IncomingFile, Moves, Union, name_in, plan_file, take_in
from annotator.merging.preview import DocumentMatch, FilePlan, Recognised
from annotator.merging.questions import (
    LEAVE_OUT,
    Answers,
    Choice,
    CodeDetail,
    Question,
    QuestionKind,
    ReanchorDetail,
    unanswered,
)
from annotator.merging.registers import Resolved
from annotator.merging.wholeness import written_by
from annotator.operations.merge_decisions import decisions_to_review
from annotator.operations.merge_offers import offers_of
from annotator.operations.merge_reading import ReadFiles, RefusedFile
from annotator.operations.projects import Project
from annotator.store import clock, identities, journal, queries, team_queries
from annotator.store.guard import ForeignProject


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging these files would do; nothing has been written. ``warnings`` are about all of them together.

    ``review_again`` counts the decisions whose passages would be others than when they were judged.
    """

    files: tuple[FilePlan, ...]
    refused: tuple[RefusedFile, ...]
    warnings: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    review_again: int = 0

    @property
    def new_changes(self) -> int:
        """The number of changes that are not here yet."""
        return sum(file.new_changes for file in self.files)

    def unanswered(self, answers: Answers) -> tuple[Question, ...]:
        """Give the questions that must be answered and are not."""
        return unanswered(self.questions, answers)


_Key = tuple[object, ...]
_planned: dict[_Key, MergePreview] = {}


def forget_plan() -> None:
    """Let go of the last plan."""
    _planned.clear()


def plan(project: Project, read: ReadFiles) -> MergePreview:
    """Say what merging these files would do, and ask. The last plan is kept while neither files nor journal change."""
    key = _key(project, read)
    if key not in _planned:
        planning = Planning(project)
        for each in read.foreign:
            planning.take(each)
        planning.finish(read)
    return _planned[key]


def _key(project: Project, read: ReadFiles) -> _Key:
    state = project.live.execute(
        "SELECT (SELECT max(arrival) FROM change), (SELECT count(*) FROM withdrawn)"
    ).fetchone()
    return project.file_id, *state, tuple((each.path.name, each.digest) for each in read.foreign), read.refused


class Planning:
    """A plan in the making: files are taken in one after the other, in their order, as they come."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._theirs: dict[str, list[Change]] = {}
        self._known = journal.ids(project.live) - queries.withdrawn(project.live)
        self._union = Union(self._known, _changes_of(project, self._theirs))
        self._living: dict[str, int] = {}
        for (coder, _, _), number in queries.counts_as_made(project.live).items():
            self._living[coder] = self._living.get(coder, 0) + number
        self._moves: list[Moves] = []
        self._plans: list[FilePlan] = []

    def take(self, each: ForeignProject) -> Mapping[str, Resolved]:
        """Work out what one more file brings upon those before it; gives the state after it of what is in it."""
        self._theirs.clear()
        for change in each.changes:
            if change.id in self._known:
                self._theirs.setdefault(change.entity, []).append(change)
        self._moves.append(take_in(_incoming(each), self._union))
        plan = plan_file(self._moves[-1], union=self._union, living=self._living, project=self._project.project_id)
        self._plans.append(plan)
        self._living |= {brought.coder: brought.after for brought in plan.coders}
        return self._moves[-1].after

    def finish(self, read: ReadFiles) -> MergePreview:
        """Ask about what was taken in, which are the files of ``read``; the plan is kept."""
        self._theirs.clear()
        preview = _asked(self._project, read, self._moves, self._plans, self._union)
        _planned.clear()
        _planned[_key(self._project, read)] = preview
        return preview


def _asked(
    project: Project, read: ReadFiles, moves: Sequence[Moves], plans: Sequence[FilePlan], union: Union
) -> MergePreview:
    team = _team(project)
    asked = [left_to_the_lead(moves, team, each) for each in _questions(project, moves, plans, union)]
    questions = [*_refusals(read.refused), *asked]
    questions += not_theirs(moves, team, asked=questions, name_of=lambda each: name_in(union, each))
    questions += told_otherwise(moves, project.project_id, asked=questions, name_of=lambda each: name_in(union, each))
    offers = offers_of(project, read.foreign, moves)
    return MergePreview(
        files=tuple(_finished(plan, each, team, questions, offers) for plan, each in zip(plans, moves, strict=True)),
        refused=read.refused,
        warnings=(*_lost_articles(read.foreign, union), *_in_the_name_of_the_lead(project, read.foreign, moves, team)),
        questions=(*questions, *offers),
        review_again=decisions_to_review(project, moves),
    )


def _changes_of(project: Project, theirs: dict[str, list[Change]]) -> Callable[[str], list[Change]]:
    """Read what is here of an entity: from the file at hand where it holds all of it, else from the journal."""
    here = journal.numbers_of_changes(project.live)

    def changes_of(entity: str) -> list[Change]:
        number = here.get(entity, 0)
        if not number:
            return []
        brought = theirs.get(entity, [])
        return brought if len(brought) == number else journal.changes_of(project.live, entity)

    return changes_of


def _incoming(read: ForeignProject) -> IncomingFile:
    return IncomingFile(read.path.name, read.project, read.changes, read.sender, read.digest)


def _refusals(refused: Iterable[RefusedFile]) -> list[Question]:
    return [
        Question(
            id=f"refused:{each.name}", kind=QuestionKind.REFUSED, files=(each.name,),
            title=f"{each.name} cannot be merged", explanation=each.sentence,
            choices=(Choice(LEAVE_OUT, "Merge the others without it"),), required=True,
        )
        for each in refused
        if each.stops
    ]  # fmt: skip


def _questions(project: Project, moves: Sequence[Moves], plans: Sequence[FilePlan], union: Union) -> Iterator[Question]:
    merged = queries.events(project.live, "merge")
    names = {document.id: document.heading for document in queries.documents(project.live)}
    for each, plan in zip(moves, plans, strict=True):
        yield from alarms(
            each, plan, last_merge=merged[-1][1] if merged else "", as_iso=clock.as_iso,
            article=lambda document: names.get(DocumentId(document), document),
        )  # fmt: skip
    codes = [
        Named(code.id, code.name, code.short_name, code.definition) for code in queries.codebook(project.live).codes
    ]
    people = [Named(coder.id, coder.name) for coder in queries.coders(project.live)]
    for kind, here, of in (("code", codes, AliasOf.CODE), ("coder", people, AliasOf.CODER)):
        yield from same_names(kind, here, moves, frozenset(team_queries.targets(project.live, of)))
        yield from two_wordings(kind, moves, current=union.state)


def _team(project: Project) -> Team:
    """Say who leads the project, and who is one person in it."""
    known = identities.load(project.live)
    _, lead = queries.project_name_and_lead(project.live, project.project_id)
    return Team(project.project_id, frozenset(known.of_coder(lead)), lambda each: known.coder(CoderId(each)))


def _finished(
    plan: FilePlan, moves: Moves, team: Team, questions: Sequence[Question], offers: Sequence[Question]
) -> FilePlan:
    """Add to the plan of a file what was found for all files together."""
    details = {
        detail.source: detail
        for each in offers
        if isinstance(detail := each.detail, ReanchorDetail) and plan.name in each.files
    }
    documents = tuple(
        _near(match, details[match.document]) if match.document in details else match for match in plan.documents
    )
    asked = {each.detail.source for each in questions if isinstance(each.detail, CodeDetail)}
    notes = (*plan.notes, *_clock_ahead(moves), *new_codes(moves, team, asked=asked))
    return replace(plan, documents=documents, codebook=codebook_differences(moves, questions), notes=notes)


def _clock_ahead(moves: Moves) -> Iterator[str]:
    """Say of a file that it was written on a computer whose clock is more than a day ahead."""
    latest = max((change.time for change in moves.fresh), default=clock.EARLIEST)
    if clock.is_skewed(latest, clock.wall_milliseconds()):
        yield (
            f"It was written by a clock that is more than a day ahead ({clock.as_iso(latest)}): its word counts as "
            "the later one where two people changed the same thing."
        )


def _near(match: DocumentMatch, detail: ReanchorDetail) -> DocumentMatch:
    return replace(
        match, recognised=Recognised.NEARLY, near=detail.target, near_name=detail.target_name,
        sure=len(detail.sure), asked=detail.asked, lost=len(detail.lost),
    )  # fmt: skip


def _in_the_name_of_the_lead(
    project: Project, foreign: Sequence[ForeignProject], moves: Sequence[Moves], team: Team
) -> Iterator[str]:
    """Tell of changes in coders' files that bear the lead's name and that this copy of the project does not know."""
    if project.state().is_handed_out:
        return
    for read, each in zip(foreign, moves, strict=True):
        number = sum(change.author in team.lead for change in each.fresh) if read.coder_round else 0
        if number and read.project == project.project_id:
            yield (
                f"{read.path.name} holds {number:,} change{'s' if number > 1 else ''} in the name of the lead unknown "
                "here: it was handed out from another copy of this project, or somebody else wrote in that name."
            )


def _lost_articles(foreign: Sequence[ForeignProject], union: Union) -> Iterator[str]:
    """Name the articles that were taken out where nobody knew that these files hold annotations of them."""
    texts = {change.entity for each in foreign for change in each.changes if change.payload["kind"] == "document"}
    for text in sorted(texts):
        state = union.state(text)
        if state is None or not state.deleted:
            continue
        coded = sum(
            change.payload["kind"] == "annotation" and written_by(change).get("document") == text
            for each in foreign
            for change in each.beginnings.values()
        )
        if coded:
            yield (
                f"“{state.values['name']}” was taken out of the project, and {coded} annotations of it come with these "
                "files; import the article again to see them."
            )
