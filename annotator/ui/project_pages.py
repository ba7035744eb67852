# SPDX-License-Identifier: MIT
"""The pages of one open project: coding at once, the others when they are first asked for."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import Annotation, Coder, CompletionState, KnownError
from annotator.operations import Overview, Settings
from annotator.ui import words
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.article_pages import ArticlePages
from annotator.ui.check_report import CheckReport
from annotator.ui.codebook_editing import CodebookEditing
from annotator.ui.coding import Coding
from annotator.ui.counting_pages import CountingPages
from annotator.ui.dialogs import files
from annotator.ui.exchange_pages import ExchangePages
from annotator.ui.menus import Menus
from annotator.ui.merging_pages import MergingPages
from annotator.ui.pages.coding import CodingPage
from annotator.ui.retrying import Retrying
from annotator.ui.session import Session
from annotator.ui.settings import Preferences
from annotator.ui.team_pages import TeamPages
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.banner import ERROR, INFO

if TYPE_CHECKING:
    from annotator.operations import Mapped
    from annotator.ui.judging_pages import JudgingPages
    from annotator.ui.main_window import MainWindow
    from annotator.ui.models.agreement_selection import PassageLine
    from annotator.ui.pages.agreement import AgreementPage
    from annotator.ui.pages.project_page import ProjectPage

SAME_NAME = "You code as {name} here: another identity of the same name as yours on this computer."
_OTHERS = (
    "page_articles", "page_own", "page_team", "page_merge", "page_compare", "page_adjudicate", "page_agreement",
    "page_quotes", "page_counts", "page_export",
)  # fmt: skip
_EVERYWHERE = (
    "page_coding", *_OTHERS, "page_history", "add_articles", "send_copy", "take_in", "take_annotations",
    "take_codebook", "save_codebook",
)  # fmt: skip


class ProjectPages(QObject):
    """Made when the window's first project opens; knows which page answers which key."""

    def __init__(
        self, window: "MainWindow", theme: Theme, session: Session, menus: Menus, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._session = session
        self._menus = menus
        self._preferences = preferences
        self.desk = ArticleDesk(session, parent=self)
        self.coding = Coding(session, self.desk, parent=self)
        self._retrying = Retrying(session, self.coding)
        self.coding_page = CodingPage(theme, session, self.desk, self.coding)
        self.codebook = CodebookEditing(
            theme, session, self.desk, self.coding_page.right.codebook, menus=menus, window=window
        )
        self._others: dict[str, ProjectPage] = {}
        self._merging = MergingPages(
            theme, session, self.desk, self.coding_page, work=window.status.work, show=window.act
        )
        self._judged: JudgingPages | None = None
        self._articles = ArticlePages(theme, session, self.desk, self.coding_page, show=window.act)
        self._team = TeamPages(theme, session, self.desk, self.coding_page, show=window.act)
        self._counting = CountingPages(
            theme, session, self.desk, self.coding_page, work=window.status.work, show=window.act
        )
        self._exchange = ExchangePages(
            theme, session, window=window, banner=window.banner, work=window.status.work, show=window.act
        )
        self._check = CheckReport(
            session, window.status, window.banner, opener=window.open_elsewhere, ask_open=lambda: window.act("open")
        )
        self._acts = self._all_acts()
        self._connect()

    def _all_acts(self) -> dict[str, Callable[[], object]]:
        """Give what keys do on the coding page or on every page."""
        own: dict[str, Callable[[], object]] = {
            "page_coding": lambda: self._window.show_page(self.coding_page),
            **{name: partial(self._show, name) for name in _OTHERS},
            "page_history": lambda: self._show("page_history"),
            "add_articles": self._articles.add,
            "send_copy": self._send_copy,
            "take_in": self._team.take_in,
            "new_code": self.codebook.new,
            "edit_code": self.codebook.edit_here,
            "take_annotations": lambda: self._show("take_annotations"),
            "take_codebook": self._exchange.ask_codebook,
            "save_codebook": self._exchange.save_codebook,
        }
        return self.coding_page.acts() | own

    def _connect(self) -> None:
        self._window.drop.dropped.connect(self._take_files)
        self._articles.looked_into.connect(self._exchange.offer)
        page, session, window = self.coding_page, self._session, self._window
        session.overview_changed.connect(self._show_overview)
        self.coding.refused.connect(self._refuse)
        self.coding.said.connect(self._tell_news)
        self._retrying.settled.connect(self._tell_unsaved)
        self.codebook.refused.connect(window.refuse)
        self.codebook.recoloured.connect(page.take_look)
        for ask in (page.right.codebook.take_asked, page.right.codebook.save_asked):
            ask.connect(window.act)
        page.refused.connect(window.refuse)
        page.asked.connect(window.act)
        page.place_changed.connect(self._tell_place)
        page.top.menu.clicked.connect(lambda: self._open_menu(page.top.menu))
        page.top.shown.setMenu(self._menus.shown_menu)
        page.folded.connect(lambda _: self.page_shown())
        window.status.details.clicked.connect(lambda: self.act("details"))
        self._menus.shown_chosen.connect(self.desk.show_coders)
        self.desk.chosen_changed.connect(lambda _: self._tell_place())

    def begin(self) -> None:
        """Show the coding page of the project that was just opened."""
        self._window.show_page(self.coding_page)
        self._show_overview()
        page = self.coding_page
        (page.name_line if page.name_line.isVisible() else page.reading).take_focus()
        self._check.begin(page.reading.view.viewport() if self._session.overview.documents else page.empty)
        self._ask_who()

    def _ask_who(self) -> None:
        """Where the file was coded by somebody else than this computer's user, offer to code under one's own name."""
        me, coder = operations.me(), self._session.coder
        if self._session.coder_file is not None or me is None or me.id == coder.id:
            return
        if me.name == coder.name:  # two of one name would be no help: the project's own stays
            self._session.read(operations.mappings, done=lambda mapped: self._tell_same_name(mapped, me, coder))
            return
        self._window.banner.say(
            f"You code as {words.coder_name(coder)} here. Your name on this computer is {me.name}.",
            kind=INFO, action=f"Code as {me.name}", do=lambda: self._code_as(me),
        )  # fmt: skip

    def _tell_same_name(self, mapped: "Sequence[Mapped]", me: Coder, coder: Coder) -> None:
        """Say that this is another identity than this computer's, unless both were declared one person."""
        if not any((each.alias.source, each.alias.target) == (me.id, coder.id) for each in mapped):
            self._window.banner.say(SAME_NAME.format(name=words.coder_name(coder)), kind=INFO)

    def _code_as(self, me: Coder) -> None:
        def switched(overview: Overview) -> None:
            self._session.take_overview(overview)
            self._window.banner.hide()
            if self.desk.article is not None:
                self.desk.show(self.desk.article.document.id)

        self._session.write(lambda project: operations.set_active_coder(project, coder=me))
        self._session.read(operations.overview, done=switched)

    def act(self, name: str) -> None:
        """Do what an entry of the table of keys says."""
        own = self._own_acts(self._window.stack.currentWidget())
        act: Callable[[], object] | None = own.get(name) or self._acts.get(name)
        if act is not None:
            act()

    def page_shown(self) -> None:
        """Say in the status line what belongs to the page that is shown now."""
        if self._session.is_open:
            page = self.coding_page
            self._window.status.fold(narrow=page.is_narrow, details=page.isVisible())
            self._tell_place()

    def enabled_on(self, page: QWidget | None) -> list[str]:
        """Give the names of the keys that act while this page is shown."""
        return list(self._acts) if page is self.coding_page else [*_EVERYWHERE, *self._own_acts(page)]

    def _own_acts(self, page: QWidget | None) -> dict[str, Callable[[], object]]:
        return next((each.acts() for each in self._others.values() if each is page), {})

    def prefer(self, settings: Settings) -> None:
        """Take type size, face and room for lanes."""
        reading = self.coding_page.reading
        reading.dress()
        reading.set_text_size(settings.text_size)
        reading.view.set_lane_room(settings.lanes)

    def ready_to_close(self, _close: Callable[[], object]) -> bool:
        """Hand over what is being typed; False where a change is not saved: then the banner asks what to do with it."""
        self.coding_page.right.inspector.commit()
        self.desk.remember_now()
        if self.coding.unsaved:
            self._tell_unsaved()
            return False
        return True

    def _show(self, name: str) -> None:
        if name not in self._others:
            self._others[name] = self._make(name)
        page = self._others[name]
        page.bar.name.set_text(self._session.overview.name)
        page.bar.offer(self._menus.hidden)
        self._window.show_page(page)
        page.begin()

    def _make(self, name: str) -> "ProjectPage":
        page: ProjectPage
        if name == "page_agreement":
            from annotator.ui.pages.agreement import AgreementPage

            page = self._make_agreement(AgreementPage(self._theme, self._session))
        elif name == "page_articles":
            page = self._articles.page
        elif name in ("page_merge", "page_history"):
            page = self._merging.page(name)
        elif name in ("page_own", "page_team"):
            page = self._team.page(name)
        elif name in ("page_compare", "page_adjudicate"):
            page = self._judging().page(name)
        elif name in ("page_quotes", "page_counts"):
            page = self._counting.page(name)
        else:
            page = self._exchange.page(name)
        page.bar.asked.connect(self._window.act)
        page.bar.menu.clicked.connect(lambda: self._open_menu(page.bar.menu))
        page.refused.connect(self._window.refuse)
        page.said.connect(self._window.banner.say)
        page.status_changed.connect(self._tell_place)
        return page

    def _judging(self) -> "JudgingPages":
        if self._judged is None:
            from annotator.ui.judging_pages import JudgingPages

            self._judged = JudgingPages(self._theme, self._session, show=self._show, parent=self)
        return self._judged

    def _make_agreement(self, page: "AgreementPage") -> "AgreementPage":
        """Let its passages lead into the text and back, and its work be seen in the status line."""
        from annotator.ui.passage_visit import PassageVisit

        visit, work = PassageVisit(self._session, self.desk, self.coding_page), self._window.status.work

        def go(line: "PassageLine", words: str) -> None:
            visit.go(line, words=words)
            self._window.show_page(self.coding_page)

        page.passage_asked.connect(go)
        page.compare_asked.connect(
            lambda line, selection, words: self._judging().compare(line, selection, words=words, back="page_agreement")
        )
        visit.left.connect(lambda: self._show("page_agreement"))
        visit.stepped.connect(page.step)
        page.measuring.began.connect(work.begin)
        page.measuring.progressed.connect(work.advance)
        page.measuring.ended.connect(work.end)
        work.called_off.connect(page.measuring.cancel)
        return page

    def _open_menu(self, button: QWidget) -> None:
        self._menus.menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _show_overview(self) -> None:
        overview = self._session.overview
        self.coding_page.show_overview(overview)
        self.codebook.follow()
        self._menus.fit_file(is_coders=overview.is_handed_out)
        self._menus.show_coders(overview.coders, me=self._session.coder.id, shown=overview.shown)
        is_choice = len(overview.coders) > 1 and not overview.is_handed_out
        self.coding_page.top.show_coding(words.shown_coding(overview, me=self._session.coder.id), others=is_choice)
        self._tell_place()

    def _tell_place(self) -> None:
        status, article = self._window.status, self.desk.article
        overview = self._session.overview
        lead = ", lead" if self._session.is_lead else ""
        status.tell(status.message, self._chosen_words())
        status.tell(status.coder, words.coder_name(self._session.coder) + lead)
        if article is None or not self.coding_page.isVisible():
            shown = next((page for page in self._others.values() if page.isVisible()), None)
            articles = words.counted(len(overview.documents), "article")
            place, counts = (shown.status if shown is not None else None) or ("", articles)
            status.tell(status.place, place)
            status.tell(status.counts, counts)
            return
        span, caret = self.coding_page.reading.span, self.coding_page.reading.view.caret()
        paragraph = words.paragraph_of(article.text, span.start if span else caret)
        place = f"Paragraph {paragraph}, character {caret:,}"
        if span is not None:
            place = f"Selected: {words.counted(span.length, 'character')} in paragraph {paragraph}"
        status.tell(status.place, place)
        annotations = [entry for entry in article.entries.values() if isinstance(entry, Annotation)]
        questions = sum(entry.ask_lead for entry in annotations)
        said = words.counted(len(annotations), "annotation")
        said += f", {words.counted(questions, 'question')} for the lead" if questions else ""
        summary = self.coding_page.summary
        finished = summary is not None and summary.state is CompletionState.FINISHED
        status.tell(status.counts, f"{said}, article finished" if finished else said)

    def _tell_news(self, news: str) -> None:
        """Say what undo and redo did where nothing moves for it, and to a screen reader."""
        self._window.status.tell(self._window.status.news, news)
        if news:
            self.coding_page.reading.view.announce(news)

    def _chosen_words(self) -> str:
        """Say the selected annotation in one line, for a window that has no room for more."""
        entry = self.desk.chosen
        if entry is None:
            return ""
        if not isinstance(entry, Annotation):
            return f"Excluded region, {entry.state.value}"
        code = self.desk.code(entry.code)
        parts = [code.name if code else "", *entry.attributes.values(), entry.certainty.value]
        return ", ".join(part for part in (*parts, "asks the lead" if entry.ask_lead else "") if part)

    def _refuse(self, error: KnownError) -> None:
        """Show a refusal; while something is not saved, what is said of it and its verbs stay."""
        if self.coding.unsaved:
            self._tell_unsaved()
        else:
            self._window.refuse(error)

    def _tell_unsaved(self) -> None:
        banner, waiting = self._window.banner, self.coding.unsaved
        if not waiting:
            banner.hide()
            return
        quote = words.short_quote(waiting[-1].entry.quote)
        banner.say(
            f"Not saved: the disk did not take your last change at “{quote}”. Everything before it is safe. "
            "Coding pauses; it is tried again every 5 seconds.",
            kind=ERROR, action="Try now", do=self._retrying.try_now,
            other="Give it up", do_other=self.coding.give_up, stays=True,
        )  # fmt: skip

    def _take_files(self, paths: Sequence[Path]) -> None:
        """Look at files that were dropped: in a coder's file at what the lead sent, else at projects or at articles."""
        if not self._session.is_open:
            return
        if self._session.coder_file is not None:
            self._show("page_own")
            self._team.own_work.newer.look_into(paths[0])
        elif projects := [path for path in paths if path.suffix.casefold() == files.PROJECT_SUFFIX]:
            self._merging.take_files(projects)
        else:
            self._exchange.take_files(paths, otherwise=self._articles.look_into)

    def _send_copy(self) -> None:
        if (refusal := self._check.refusal_of_a_copy()) is not None:
            self._window.refuse(refusal)
            return
        name = f"{self._session.overview.path.stem} copy.annotator"
        path = files.ask_new_file(self._window, "Save a copy to send", name=name, kinds=files.PROJECTS)
        if path is not None:
            self._session.read(lambda project: operations.send_copy(project, path=path), done=self._sent)

    def _sent(self, path: Path) -> None:
        self._window.banner.say(f"A verified copy lies at {path}. It can be mailed as it is.", kind=INFO)
