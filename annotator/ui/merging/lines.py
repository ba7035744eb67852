# SPDX-License-Identifier: MIT
"""The rows of the table of files: plain values from a preview and the answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.merging.preview import CoderPlan, FilePlan
from annotator.merging.questions import QuestionKind
from annotator.operations import MergePreview
from annotator.ui import words
from annotator.ui.merging.answer_book import AnswerBook
from annotator.ui.merging.sentences import moved


@dataclass(frozen=True, slots=True)
class State:
    """The state of a row: shape, word, and the token of its colour."""

    icon: str
    words: str
    token: str = "text"


READY, OUT, REFUSED = (
    State("tick", "Ready"),
    State("cross", "Left out", "secondary"),
    State("error", "Refused", "error"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row. ``file`` is always its file's name, ``shown`` that name on the file's first row only.

    Where ``sentence`` holds something it stands in place of the figures, which are
    (new, changed, deleted, already there).
    """

    file: str
    shown: str = ""
    coder: str = ""
    figures: tuple[int, ...] = ()
    articles: str = ""
    sentence: str = ""
    state: State | None = None
    is_out: bool = False

    @property
    def spoken(self) -> str:
        """Say the whole row."""
        parts = [self.file, self.coder, self.sentence]
        if self.figures:
            named = ("new", "changed", "deleted", "already there")
            parts.append(", ".join(f"{figure:,} {name}" for figure, name in zip(self.figures, named, strict=True)))
        parts += [
            f"{self.articles} articles recognised" if self.articles else "",
            self.state.words if self.state else "",
        ]
        return ". ".join(part for part in parts if part)


def lines_of(preview: MergePreview, book: AnswerBook) -> list[Line]:
    """Give the rows: files in their order with a row per coder who brings something, then the refused ones."""
    found: list[Line] = []
    for plan in preview.files:
        found += _lines_of_file(plan, book)
    found += [Line(each.name, each.name, sentence=each.sentence, state=REFUSED) for each in preview.refused]
    return found


def _lines_of_file(plan: FilePlan, book: AnswerBook) -> list[Line]:
    is_out = plan.name in book.left_out
    known = f"{plan.documents_known:,} of {plan.documents_known + len(plan.documents_new):,}"
    articles = known if plan.documents_known or plan.documents_new else ""
    if not plan.coders:
        said = f"No annotations; {words.counted(plan.new_changes, 'change')} of other kinds"
        sentence = said if plan.new_changes else "Nothing new"
        state = OUT if is_out else _asked(plan, book) or READY
        return [Line(plan.name, plan.name, sentence=sentence, state=state, is_out=is_out)]
    bringing = [each for each in plan.coders if moved(each)] or [plan.coders[0]]
    others = [each for each in plan.coders if each not in bringing]
    return [
        Line(
            plan.name, plan.name if is_first else "", _named(coder, others if is_first else ()),
            _figures([coder, *(others if is_first else ())]), articles if is_first else "",
            state=_state(plan, coder, book, is_out=is_out, is_first=is_first), is_out=is_out,
        )
        for coder in bringing
        for is_first in (coder is bringing[0],)
    ]  # fmt: skip


def _named(coder: CoderPlan, others: Sequence[CoderPlan]) -> str:
    """Name a coder, and count those of whom a file brings nothing new: their figures add to what is here already."""
    if not others:
        return coder.name
    return f"{coder.name} + {words.counted(len(others), 'other')}"


def _figures(coders: Sequence[CoderPlan]) -> tuple[int, ...]:
    return tuple(
        sum(getattr(coder, name) for coder in coders) for name in ("new", "changed", "deleted", "already_there")
    )


def _state(plan: FilePlan, coder: CoderPlan, book: AnswerBook, *, is_out: bool, is_first: bool) -> State | None:
    if is_out:
        return OUT if is_first else None
    if coder.has_dropped:
        fewer = coder.before - coder.after
        said = f"{fewer:,} fewer than before" if fewer > 0 else f"{coder.deleted:,} deleted"
        return State("warning", said, "warning")
    if not is_first:
        return None
    return _asked(plan, book) or READY


def _asked(plan: FilePlan, book: AnswerBook) -> State | None:
    """Say how many questions a file raises beside a drop, and whether the lead has looked at them."""
    questions = [each for each in book.of_file(plan.name) if each.kind is not QuestionKind.ALARM]
    if not questions:
        return None
    answered = all(book.is_chosen(each) for each in questions)
    return State("question", f"{words.counted(len(questions), 'question')}{', answered' if answered else ''}")
