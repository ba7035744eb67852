# SPDX-License-Identifier: MIT
"""Talk in the file: questions to the lead, answers, and remarks of several people on one annotation.

A question is an annotation on which its coder set "ask the lead"; the lead's answer closes it, and
setting it anew asks again. What was written after what is told by the journal's clock, which a merge
moves past what it brings, so that a wrong clock of one computer does not reopen a question.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain import (
    Annotation,
    AnnotationId,
    Coder,
    CoderId,
    Document,
    Message,
    MessageId,
    MessageKind,
    Refused,
    new_uuid,
)
from annotator.merging import resolve
from annotator.operations.outcome import Outcome, Touched
from annotator.operations.passages import checked_memo, document_of, require_lead
from annotator.operations.projects import Project
from annotator.store import clock, identities, journal, queries, team_queries

_UNKNOWN = "unknown coder"


@dataclass(frozen=True, slots=True)
class Remark:
    """One message with the name of the person who wrote it; ``coder`` is who its author counts as."""

    message: Message
    name: str
    coder: CoderId | None = None

    def is_by(self, coder: CoderId) -> bool:
        """Whether this person wrote it, under whichever identity."""
        return coder in (self.message.author, self.coder)


@dataclass(frozen=True, slots=True)
class Question:
    """An annotation about which its coder asks or asked the lead.

    ``asked`` is when, as ISO-8601 in UTC. The coder's own words are the annotation's memo and those
    among ``remarks``, which hold everybody's, in order.
    """

    annotation: Annotation
    document: Document
    coder: Coder
    asked: str
    is_open: bool
    remarks: tuple[Remark, ...]

    @property
    def waits_for_lead(self) -> bool:
        """Whether an answer is wanted: none stands, or the newest word is the coder's."""
        is_newest = bool(self.remarks) and self.remarks[-1].is_by(self.coder.id)
        return self.annotation.ask_lead and (self.is_open or is_newest)


def questions(project: Project) -> tuple[Question, ...]:
    """Give what the coders ask the lead: open questions first, then by article and place."""
    documents = {document.id: document for document in queries.documents(project.live)}
    people = _People(project)
    said: dict[AnnotationId, list[Message]] = {}
    for message in team_queries.messages(project.live):
        said.setdefault(message.annotation, []).append(message)
    found = []
    for wanted in team_queries.asked_about(project.live):
        annotation = queries.annotation(project.live, wanted)
        if annotation is not None and annotation.document in documents:
            document = documents[annotation.document]
            found.append(_question(project, annotation, document, said=said.get(wanted, []), people=people))
    found.sort(key=lambda each: (not each.is_open, each.document.position, each.annotation.span, each.annotation.id))
    return tuple(found)


def question_on(project: Project, *, annotation: AnnotationId) -> Question | None:
    """Give what the coder of an annotation asks the lead; None where nothing is asked, or not any more."""
    found = queries.annotation(project.live, annotation)
    if found is None or not found.ask_lead:
        return None
    said = team_queries.messages(project.live, annotation)
    return _question(project, found, document_of(project, found.document), said=said, people=_People(project))


def remarks(project: Project, *, annotation: AnnotationId) -> tuple[Remark, ...]:
    """Give what was said on an annotation, with names, in the order in which it was written."""
    return _People(project).remarks(team_queries.messages(project.live, annotation))


def messages_for(project: Project, *, coder: CoderId) -> tuple[Message, ...]:
    """Give what may travel to a coder: what the lead and the coder wrote on the coder's own annotations."""
    known = identities.load(project.live)
    _, lead = queries.project_name_and_lead(project.live, project.project_id)
    speakers = {*known.of_coder(coder), *known.of_coder(lead)}
    own: dict[AnnotationId, bool] = {}
    found = []
    for each in team_queries.messages(project.live):
        if each.annotation not in own:
            annotation = queries.annotation(project.live, each.annotation)
            own[each.annotation] = annotation is not None and annotation.coder == known.coder(coder)
        if own[each.annotation] and each.author in speakers:
            found.append(each)
    return tuple(found)


def say(project: Project, *, author: CoderId, annotation: AnnotationId, text: str) -> Outcome[Message]:
    """Write a remark on anybody's annotation under one's own name. Raises Refused for an empty one."""
    return _write(project, author, annotation, MessageKind.MEMO, text)


def answer(project: Project, *, author: CoderId, annotation: AnnotationId, text: str) -> Outcome[Message]:
    """Answer, as the lead, what a coder asks about an annotation; this closes the question.

    Raises Refused where nobody asks.
    """
    require_lead(project, author, what="answers questions")
    found = queries.annotation(project.live, annotation)
    if found is not None and not found.ask_lead:
        raise Refused("Nobody asks anything about this annotation; write a remark instead.")
    return _write(project, author, annotation, MessageKind.ANSWER, text)


def change_message(project: Project, *, author: CoderId, message: MessageId, text: str) -> Outcome[Message]:
    """Change the words of an own message; when it was written stays."""
    known = _own(project, author, message)
    words = _checked(text)
    if words == known.text:
        return Outcome(known)
    with project.action(author=author, verb="change message") as action:
        action.write("message", message, {"text": words})
    return _stored(project, message, "change message")


def delete_message(project: Project, *, author: CoderId, message: MessageId) -> Outcome[int]:
    """Delete an own message; undo brings it back. An answer that is deleted leaves its question open."""
    known = _own(project, author, message)
    with project.action(author=author, verb="delete message") as action:
        action.write("message", message, {"deleted": True})
    return Outcome(1, _touched(known), "delete message")


def _write(
    project: Project, author: CoderId, annotation: AnnotationId, kind: MessageKind, text: str
) -> Outcome[Message]:
    known = queries.annotation(project.live, annotation)
    if known is None:
        raise Refused("This annotation is no longer there.")
    document_of(project, known.document)
    made, words = MessageId(new_uuid()), _checked(text)
    verb = "say" if kind is MessageKind.MEMO else "answer"
    written = _below(project, known)
    with project.action(author=author, verb=verb) as action:
        action.write(
            "message",
            made,
            {
                "author": author,
                "annotation": annotation,
                "document": known.document,
                "kind": kind.value,
                "text": words,
                "written": clock.as_iso(written),
            },
        )
    return _stored(project, made, verb)


def _below(project: Project, annotation: Annotation) -> str:
    """Give the reading at which to write what stands below all that was asked and said about an annotation.

    It is that of the journal's clock, but where somebody wrote by a clock that is days ahead.
    """
    reading = clock.tick(project.state().clock, clock.wall_milliseconds())
    said = (_begun(project, each.id) for each in team_queries.messages(project.live, annotation.id))
    latest = max((_asked(project, annotation), *said))
    return reading if reading >= latest else _just_after(latest)


def _checked(text: str) -> str:
    if not text.strip():
        raise Refused("There is nothing written in it.")
    return checked_memo(text)


def _own(project: Project, author: CoderId, message: MessageId) -> Message:
    known = team_queries.message(project.live, message)
    if known is None:
        raise Refused("This message is no longer there.")
    people = identities.load(project.live)
    if people.coder(known.author) != people.coder(author):
        raise Refused("This message is another person's; only who wrote it can change it.")
    return known


def _stored(project: Project, message: MessageId, verb: str) -> Outcome[Message]:
    stored = team_queries.message(project.live, message)
    if stored is None:
        raise RuntimeError(f"message {message} was written and is not there")
    return Outcome(stored, _touched(stored), verb)


def _touched(message: Message) -> Touched:
    return Touched(documents=frozenset([message.document]), annotations=frozenset([message.annotation]))


class _People:
    """Who is who, read once for all remarks."""

    def __init__(self, project: Project) -> None:
        self._coders = {coder.id: coder for coder in queries.coders(project.live)}
        self._identities = identities.load(project.live)

    def coder(self, wanted: CoderId) -> Coder:
        return self._coders.get(wanted, Coder(wanted, _UNKNOWN))

    def remarks(self, said: Sequence[Message]) -> tuple[Remark, ...]:
        return tuple(Remark(each, self.coder(each.author).name, self._identities.coder(each.author)) for each in said)


def _question(
    project: Project, annotation: Annotation, document: Document, *, said: Sequence[Message], people: _People
) -> Question:
    asked = _asked(project, annotation)
    answers = [each for each in said if each.kind is MessageKind.ANSWER]
    return Question(
        annotation=annotation,
        document=document,
        coder=people.coder(annotation.coder),
        asked=clock.as_iso(asked),
        is_open=annotation.ask_lead and not any(_closes(project, each, asked) for each in answers),
        remarks=people.remarks(said),
    )


def _asked(project: Project, annotation: Annotation) -> str:
    """Give the clock's reading at which the coder asked last, or where the question was taken back, took it back."""
    changes = journal.changes_of(project.live, annotation.id)
    heads = resolve(changes).heads.get("ask_lead", ())
    return heads[-1].time if heads else changes[0].time


def _closes(project: Project, answer: Message, asked: str) -> bool:
    """Whether an answer is on what was asked then: later by the journal's clock, or written to stand below it.

    The clock follows one that is ahead for a day at most; :func:`answer` writes the latter beyond that.
    """
    return _begun(project, answer.id) >= asked or answer.written > clock.as_iso(asked)


def _just_after(reading: str) -> str:
    return clock.spell(min(clock.parse(reading)[0] + 1, clock.LATEST_MILLISECONDS), 0)


def _begun(project: Project, entity: str) -> str:
    beginning = journal.beginning_of(project.live, entity)
    return beginning.time if beginning else ""
