# SPDX-License-Identifier: MIT
"""A coder's own work: the articles of the round, own questions and answers, how own passages were decided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import AnnotationId, CodeId, CoderId, CompletionState, DocumentId, MessageKind
from annotator.operations import OwnDecision, Project, Question
from annotator.ui import plain, words
from annotator.ui.models.articles import state_of
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.team import decision_words
from annotator.ui.team.fields import small, tell
from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.team.newer_file import NewerFile
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.surfaces import Scroll, Surface, column

NOT_RELEASED = "Your lead has released no decisions yet. When they are, they come with the next file from your lead."
_QUOTE, _FITS = 110, 100


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with the words it is about, and where they are."""

    decision: OwnDecision
    quote: str
    start: int
    end: int


class OwnWorkPage(ProjectPage):
    """``passage_asked(document, words, start, end)`` and ``article_asked(document)`` by Enter on a row."""

    passage_asked = Signal(str, str, int, int)
    article_asked = Signal(str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here="page_own")
        self._decided: Sequence[Decided] = ()
        self._asked: dict[str, Question] = {}
        self._title = plain.label("My work")
        self._title.setFont(theme.font(Type.TITLE))
        self._subtitle = plain.label(ink="secondary", wrap=True)
        self.newer = NewerFile(theme, session)
        self.articles = LinesList(theme, name="My articles", grows=True)
        self.questions = LinesList(theme, name="My questions", grows=True)
        self.decisions = LinesList(theme, name="How my passages were decided", grows=True)
        self._no_decisions = small(theme, NOT_RELEASED)
        self.detail = plain.label(wrap=True)
        self.body.addWidget(Scroll(self._make_content()), 1)
        self.send = self.bar.verbs.add("Send a copy…", lambda: self.bar.asked.emit("send_copy"), icon="copy")
        self.take_in = self.bar.verbs.add("Take in a newer file…", self.newer.ask, icon="file")
        self.newer.said.connect(self.said)
        self.articles.entered_line.connect(self.article_asked)
        self.decisions.chosen.connect(lambda _: self._show_detail())
        self.decisions.entered_line.connect(self._go)
        self.questions.entered_line.connect(self._go_to_question)
        session.overview_changed.connect(self._heard)

    def _make_content(self) -> QWidget:
        px = self.theme.px
        content = QWidget()
        lines = column(content, margins=(px(24), px(16), px(24), px(24)), gap=px(12))
        said = column(gap=px(2))
        said.addWidget(self._title)
        said.addWidget(self._subtitle)
        lines.addLayout(said)
        lines.addWidget(self.newer)
        lines.addWidget(self._card("My articles", self.articles))
        self._asking = self._card("My questions", self.questions)
        self._asking.hide()
        lines.addWidget(self._asking)
        below = QWidget()
        inside = column(below)
        for part in (self._no_decisions, self.detail):
            part.setContentsMargins(px(16), px(8), px(16), px(12))
        inside.addWidget(self._no_decisions)
        inside.addWidget(self.decisions)
        inside.addWidget(self.detail)
        self.detail.hide()
        lines.addWidget(self._card("How my passages were decided", below))
        lines.addStretch(1)
        return content

    def _card(self, title: str, inside: QWidget) -> QWidget:
        px = self.theme.px
        made = Surface("card")
        lines = column(made, margins=(1, 1, 1, px(4)))
        head = plain.label(title)
        head.setFont(self.theme.font(Type.HEAD))
        head.setFixedHeight(px(40))
        head.setContentsMargins(px(16), 0, px(16), 0)
        lines.addWidget(head)
        lines.addWidget(inside)
        return made

    @property
    def subtitle(self) -> str:
        """What is said of the work as a whole."""
        return self._subtitle.text()

    def acts(self) -> dict[str, Callable[[], object]]:
        """F6 goes from list to list."""
        return {"region": self._cycle, "region_back": self._cycle}

    def begin(self) -> None:
        """Come into view: the decisions are read anew."""
        self._show_articles()
        self._read()
        self.articles.take_focus()

    def _cycle(self) -> None:
        stops = [each for each in (self.articles, self.questions, self.decisions) if each.rows.lines]
        here = next((place for place, each in enumerate(stops) if each.hasFocus()), -1)
        if stops:
            stops[(here + 1) % len(stops)].take_focus()

    def _heard(self) -> None:
        if self.isVisible() and self.session.may_be_asked:
            self._show_articles()
            self._read()

    def _show_articles(self) -> None:
        overview, made_by = self.session.overview, self.session.coder_file
        lines = []
        for each in overview.documents:
            found = sum(each.counts.values())
            lines.append(
                ListLine(
                    each.document.id, each.document.heading, words.source(each.document.outlet, each.document.date),
                    icon=words.state_shape(each.state, annotations=found), aside=state_of(each),
                )
            )  # fmt: skip
        self.articles.show_lines(lines)
        finished = sum(each.state is CompletionState.FINISHED for each in overview.documents)
        said = (
            f"{finished} of {words.counted(len(overview.documents), 'article')} finished in round “{overview.round}”."
        )
        if made_by is not None:
            said += f" When you are through, send a copy to {made_by.lead.name}."
        self._subtitle.setText(plain.cut(said))

    def _read(self) -> None:
        coder = self.session.coder.id
        self.session.read(lambda project: _decided(project, coder), done=self._show_decided)
        self.session.read(operations.questions, done=self._show_questions)

    def _show_questions(self, questions: Sequence[Question]) -> None:
        """Show what this coder asked; those that were answered say so, with the latest answer."""
        own = self.session.coder.id
        self._asked = {each.annotation.id: each for each in questions if each.annotation.coder == own}
        self.questions.show_lines([_question_line(each) for each in self._asked.values()])
        self._asking.setVisible(bool(self._asked))

    def _show_decided(self, decided: Sequence[Decided]) -> None:
        self._decided = decided
        self.decisions.show_lines([self._line(place, each) for place, each in enumerate(decided)])
        self._no_decisions.setVisible(not decided)
        self._show_detail()

    def _line(self, place: int, decided: Decided) -> ListLine:
        decision, quote = decided.decision, words.short_quote(decided.quote, longest=_QUOTE)
        return ListLine(
            f"{place}", f"“{quote}”", decision_words.grounds(decision, self._name_of),
            icon=decision_words.shape(decision), aside=decision_words.verdict(decision),
        )  # fmt: skip

    def _name_of(self, code: CodeId) -> str:
        known = self.session.overview.codebook.by_id(code)
        return known.name if known is not None else "unknown code"

    def _chosen(self) -> Decided | None:
        key = self.decisions.key
        return self._decided[int(key)] if key and int(key) < len(self._decided) else None

    def _show_detail(self) -> None:
        """Say all of what a row has no room for."""
        chosen = self._chosen()
        note = chosen.decision.note if chosen is not None and len(chosen.decision.note) > _FITS else ""
        tell(self.detail, f"Your lead’s note: {note}" if note else "")

    def _go(self, key: str) -> None:
        decided = self._decided[int(key)]
        said = f"{decision_words.verdict(decided.decision)}: {decision_words.grounds(decided.decision, self._name_of)}"
        self.passage_asked.emit(decided.decision.document, said, decided.start, decided.end)

    def _go_to_question(self, key: str) -> None:
        marked = self._asked[key].annotation
        self.passage_asked.emit(marked.document, _answer(self._asked[key]), marked.span.start, marked.span.end)


def _answer(question: Question) -> str:
    """Give the latest answer with who wrote it, or say that there is none yet."""
    answers = [each for each in question.remarks if each.message.kind is MessageKind.ANSWER]
    return f"{answers[-1].name} answers: {answers[-1].message.text}" if answers else "No answer yet"


def _question_line(question: Question) -> ListLine:
    quote = words.short_quote(question.annotation.quote, longest=_QUOTE)
    icon = "question" if question.is_open else "agreed"
    state = "Waits for your lead" if question.is_open else "Answered"
    return ListLine(question.annotation.id, f"“{quote}”", _answer(question), icon=icon, aside=state)


def _decided(project: Project, coder: CoderId) -> Sequence[Decided]:
    """Read the decisions on a coder's own annotations, each with the words of the first of them."""
    found = []
    articles: dict[tuple[DocumentId, str], dict[AnnotationId, tuple[str, int, int]]] = {}
    for each in operations.own_decisions(project, coder=coder):
        key = (each.document, each.round)
        if key not in articles:
            article = operations.article(project, document=each.document, round_name=each.round)
            articles[key] = {mark.id: (mark.quote, mark.span.start, mark.span.end) for mark in article.annotations}
        quote, start, end = articles[key].get(each.annotations[0], ("", 0, 0))
        found.append(Decided(each, quote, start, end))
    return found
