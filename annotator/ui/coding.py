# SPDX-License-Identifier: MIT
"""What a coder does to the open article: each act is painted at once, queued as one verb, and settled by its answer.

A refused act is taken back. One that the disk did not take stays painted, marked as not saved, and coding pauses
until it is tried again or given up.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from annotator import operations
from annotator.domain import (
    Annotation,
    AnnotationId,
    Certainty,
    CodeId,
    KnownError,
    NotSaved,
    Refused,
    Region,
    RegionId,
    RegionState,
    Span,
    new_uuid,
)
from annotator.operations import Outcome, Project
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.models.open_article import Entry, OpenArticle
from annotator.ui.session import Session

Verb: TypeAlias = Callable[[Project], Outcome[Annotation] | Outcome[Region]]


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A verb that the disk did not take: what was painted for it, what stood there before, how to try again."""

    entry: Entry
    verb: Verb
    former: Entry | None


class Coding(QObject):
    """The acts of coding.

    ``refused(error)`` and ``said(words)`` are for the screen; ``painted(id)`` names a new mark.
    """

    refused = Signal(object)
    painted = Signal(str)
    said = Signal(str)
    unsaved_changed = Signal()

    def __init__(self, session: Session, desk: ArticleDesk, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = desk
        self._on_their_way: Counter[str] = Counter()
        self._unsaved: list[Unsaved] = []

    @property
    def unsaved(self) -> tuple[Unsaved, ...]:
        """What the disk did not take."""
        return tuple(self._unsaved)

    def annotate(self, code: CodeId, span: Span) -> None:
        """Apply a code to a span: painted now, stored in a moment, taken away again if refused."""
        article = self._writable()
        if article is None:
            return
        if article.duplicate(span=span, code=code) is not None:
            self.refused.emit(Refused("You have coded exactly this passage with this code already."))
            return
        coder, document = self._session.coder.id, article.document.id
        made = Annotation(
            id=AnnotationId(new_uuid()), document=document, coder=coder, code=code, span=span,
            quote=article.text[span.start : span.end],
        )  # fmt: skip
        self._paint(made, lambda project: operations.annotate(
            project, coder=coder, document=document, code=code, span=span, annotation=made.id
        ))  # fmt: skip

    def propose_region(self, span: Span) -> None:
        """Propose that a span does not belong to the article."""
        article = self._writable()
        if article is None:
            return
        if article.duplicate(span=span, code=None) is not None:
            self.refused.emit(Refused("You have proposed exactly this passage as an excluded region already."))
            return
        coder, document = self._session.coder.id, article.document.id
        made = Region(
            id=RegionId(new_uuid()), document=document, coder=coder, span=span,
            quote=article.text[span.start : span.end],
        )  # fmt: skip
        self._paint(made, lambda project: operations.propose_region(
            project, coder=coder, document=document, span=span, region=made.id
        ))  # fmt: skip

    def recode(self, code: CodeId) -> None:
        """Give the selected annotation another code; attributes that the new code does not have go."""
        entry, wanted = self._own_chosen(), self._desk.code(code)
        if not isinstance(entry, Annotation) or entry.code == code or wanted is None:
            return
        definitions = {name: wanted.attribute(name) for name in entry.attributes}
        kept = {
            name: value
            for name, value in entry.attributes.items()
            if (definition := definitions[name]) is not None and definition.accepts(value)
        }
        coder, annotation = entry.coder, entry.id
        self._change(replace(entry, code=code, attributes=kept), lambda project: operations.recode(
            project, coder=coder, annotation=annotation, code=code
        ))  # fmt: skip

    def resize(self, entry_id: str, span: Span) -> None:
        """Move the ends of one annotation or region."""
        article = self._desk.article
        entry = article.entries.get(entry_id) if article else None
        if entry is None or article is None or entry.span == span:
            return
        if not self._may_change(entry):
            self._desk.paint(entry)
            return
        coder = entry.coder
        moved = replace(entry, span=span, quote=article.text[span.start : span.end])
        if isinstance(entry, Annotation):
            annotation = entry.id
            self._change(
                moved, lambda project: operations.resize(project, coder=coder, annotation=annotation, span=span)
            )
        else:
            region = entry.id
            self._change(
                moved, lambda project: operations.resize_region(project, coder=coder, region=region, span=span)
            )

    def describe(
        self,
        entry_id: str,
        *,
        attributes: Mapping[str, str] | None = None,
        memo: str | None = None,
        certainty: Certainty | None = None,
        ask_lead: bool | None = None,
    ) -> None:
        """Write what the inspector holds; None leaves a thing as it is, an empty attribute clears it."""
        article = self._desk.article
        entry = article.entries.get(entry_id) if article else None
        if not isinstance(entry, Annotation):
            return
        merged = {name: value for name, value in {**entry.attributes, **(attributes or {})}.items() if value}
        described = replace(
            entry, attributes=merged, memo=entry.memo if memo is None else memo,
            certainty=entry.certainty if certainty is None else certainty,
            ask_lead=entry.ask_lead if ask_lead is None else ask_lead,
        )  # fmt: skip
        if described == replace(entry, attributes=dict(entry.attributes)) or not self._may_change(entry):
            return
        coder, annotation = entry.coder, entry.id
        self._change(described, lambda project: operations.describe(
            project, coder=coder, annotation=annotation,
            attributes=attributes, memo=memo, certainty=certainty, ask_lead=ask_lead,
        ))  # fmt: skip

    def delete(self) -> None:
        """Take the selected annotation or region away; Undo brings it back."""
        entry = self._own_chosen()
        if entry is None:
            return
        coder = entry.coder
        self._desk.take_away(entry)

        def back(_: KnownError) -> None:
            self._desk.paint(entry)

        if isinstance(entry, Annotation):
            ids = [entry.id]
            self._session.write(
                lambda project: operations.delete(project, coder=coder, annotations=ids),
                failed=back, initiator=self._desk,
            )  # fmt: skip
        else:
            region = entry.id
            self._session.write(
                lambda project: operations.delete_region(project, coder=coder, region=region),
                failed=back, initiator=self._desk,
            )  # fmt: skip

    def settle_region(self, state: RegionState) -> None:
        """Accept or decline the selected region, as the lead."""
        entry = self._desk.chosen
        if not isinstance(entry, Region) or not self._session.is_lead or self._writable() is None:
            return
        author, region = self._session.coder.id, entry.id
        self._change(replace(entry, state=state), lambda project: operations.settle_region(
            project, author=author, region=region, state=state
        ))  # fmt: skip

    def undo(self) -> None:
        """Take back the coder's newest action, wherever it was."""
        coder = self._session.coder.id
        self._session.write(lambda project: operations.undo(project, coder=coder), done=self._undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        coder = self._session.coder.id
        self._session.write(lambda project: operations.redo(project, coder=coder), done=self._redone)

    def finish(self) -> None:
        """Mark the open article finished by this coder."""
        article = self._writable()
        if article is not None:
            coder, document = self._session.coder.id, article.document.id
            self._session.write(lambda project: operations.finish(project, coder=coder, document=document))

    def reopen(self) -> None:
        """Take the mark "finished" away."""
        article = self._writable()
        if article is not None:
            coder, document = self._session.coder.id, article.document.id
            self._session.write(lambda project: operations.reopen(project, coder=coder, document=document))

    def try_again(self) -> None:
        """Queue once more what was not saved."""
        waiting, self._unsaved = self._unsaved, []
        for each in waiting:
            self._queue(each.entry, each.verb, former=each.former)
        # Told when they are on their way: in between, everything would be called saved.
        self._tell_unsaved()

    def give_up(self) -> None:
        """Take away what was painted but not saved."""
        waiting, self._unsaved = self._unsaved, []
        for each in waiting:
            self._take_back(each.entry, each.former)
        self._tell_unsaved()

    def _writable(self) -> OpenArticle | None:
        """Give the article where it may be changed: not while something is not saved, and not in another round."""
        if self._unsaved:
            self.refused.emit(
                Refused("Coding pauses until your last change is saved. Try again, or give that change up.")
            )
            return None
        if self._desk.other_round:
            self.refused.emit(
                Refused(
                    f"This is round “{self._desk.other_round}”, to be read only: this file is coded in round "
                    f"“{self._session.overview.round}”. Nothing was changed; Esc leads back."
                )
            )
            return None
        return self._desk.article

    def _may_change(self, entry: Entry) -> bool:
        article = self._writable()
        if article is None:
            return False
        if entry.coder != self._session.coder.id:
            name = article.coder_of(entry).name
            self.refused.emit(Refused(f"{name} made this. You can read it; only its coder can change it."))
            return False
        return True

    def _own_chosen(self) -> Entry | None:
        entry = self._desk.chosen
        return entry if entry is not None and self._may_change(entry) else None

    def _paint(self, made: Entry, verb: Verb) -> None:
        self._desk.paint(made, pending=True)
        self.painted.emit(str(made.id))
        self._queue(made, verb, former=None)

    def _change(self, changed: Entry, verb: Verb) -> None:
        article = self._desk.article
        former = article.entries.get(str(changed.id)) if article else None
        self._desk.paint(changed)
        self._queue(changed, verb, former=former)

    def _queue(self, painted: Entry, verb: Verb, *, former: Entry | None) -> None:
        name = str(painted.id)
        self.said.emit("")
        self._on_their_way[name] += 1

        def arrived() -> bool:
            """Whether no later change of the same entry is on its way: this answer would undo it on screen."""
            self._on_their_way[name] -= 1
            return self._on_their_way[name] <= 0

        def act(project: Project) -> Outcome[Entry]:
            outcome = verb(project)
            return Outcome(outcome.value, outcome.touched, outcome.verb)

        def stored(outcome: Outcome[Entry]) -> None:
            if arrived():
                self._desk.settle(painted, outcome.value)

        def failed(error: KnownError) -> None:
            arrived()
            if isinstance(error, NotSaved):
                self._unsaved.append(Unsaved(painted, verb, former))
                self._tell_unsaved()
            else:
                self._take_back(painted, former)

        self._session.write(act, done=stored, failed=failed, initiator=self._desk)

    def _take_back(self, painted: Entry, former: Entry | None) -> None:
        if former is None:
            self._desk.take_away(painted)
        else:
            self._desk.paint(former)

    def _tell_unsaved(self) -> None:
        self._session.hold_unsaved(len(self._unsaved))
        self.unsaved_changed.emit()

    def _undone(self, outcome: Outcome[str]) -> None:
        self._tell("Undone", outcome)

    def _redone(self, outcome: Outcome[str]) -> None:
        self._tell("Done again", outcome)

    def _tell(self, how: str, outcome: Outcome[str]) -> None:
        article = self._desk.article
        elsewhere = outcome.touched.documents and article and article.document.id not in outcome.touched.documents
        self.said.emit(f"{how}: {outcome.value}{', in another article' if elsewhere else ''}.")
