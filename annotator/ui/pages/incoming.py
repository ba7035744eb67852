# SPDX-License-Identifier: MIT
"""Taking in what was coded elsewhere: what a file holds and how it fits, then one verb; nothing is written before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from annotator import operations
from annotator.domain import KnownError
from annotator.exchange.findings import Finding, FindingKind
from annotator.operations import CorpusImportChoice, CorpusImportReport, CorpusKind, Outcome
from annotator.ui import plain, words
from annotator.ui.background import Background
from annotator.ui.dialogs import files
from annotator.ui.incoming import sentences
from annotator.ui.incoming.foot import IncomingFoot
from annotator.ui.incoming.format_card import FormatCard
from annotator.ui.incoming.looking import Looked, look
from annotator.ui.incoming.mapping_card import MappingCard, MappingRow
from annotator.ui.incoming.matching import code_rows, coder_rows
from annotator.ui.incoming.place_book import PlaceBook
from annotator.ui.incoming.places_card import PlacesCard
from annotator.ui.incoming.result_card import ResultCard
from annotator.ui.incoming.samples_card import SamplesCard
from annotator.ui.merging.facts_card import FactsCard
from annotator.ui.pages.parts import cycled, order_tabs
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.banner import ERROR, Banner
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.card_grid import CardGrid
from annotator.ui.widgets.findings_list import FindingsList
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row

NAME = "take_annotations"
EMPTY = (
    "Choose a file that was coded in another program, or drop it anywhere on this window: REFI-QDA (.qdpx), brat, "
    "UIMA CAS, JSON lines, W3C annotations, DNA (.dna). What it would bring is shown before anything is written."
)
NOTHING_WRITTEN = "This is a preview. Nothing has been written yet."
CODES_WHY = "What is called the same is the same; all others are added to the codebook."
CODERS_WHY = "Who is called the same is the same person; all others are added to the team."
_BESIDE = 800


class IncomingPage(ProjectPage):
    """One file or folder at a time. ``history_asked`` leads to the page of the history."""

    history_asked = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here=NAME)
        self._path: Path | None = None
        self._choice = CorpusImportChoice()
        self._natural: dict[str, str] = {}
        self.looked: Looked | None = None
        self.book = PlaceBook()
        self.reading = Background(session, parent=self)
        self.title = plain.label("Take in annotations")
        self.title.setFont(theme.font(Type.TITLE))
        self.subtitle = plain.label(EMPTY, ink="secondary", wrap=True)
        self.choose_file = Button(theme, "Choose a file…", icon="file")
        self.choose_folder = Button(theme, "Choose a folder…", icon="folder")
        self.fault = Banner(theme)
        self.format = FormatCard(theme)
        self.articles, self.annotations = FactsCard(theme, "Articles"), FactsCard(theme, "Annotations")
        self.codes = MappingCard(theme, "Codes of the file", why=CODES_WHY)
        self.coders = MappingCard(theme, "Coders of the file", why=CODERS_WHY)
        self.places = PlacesCard(theme, self.book)
        self.findings = FindingsList(theme)
        self.samples = SamplesCard(theme)
        self.result = ResultCard(theme)
        self.foot = IncomingFoot(theme, session.check)
        self._lay_out()
        self._connect()
        self._show_empty()

    def _lay_out(self) -> None:
        px = self.theme.px
        content = QWidget()
        lines = self._lines = column(content, margins=(px(24), px(16), px(24), px(24)), gap=px(12))
        self._head = row(gap=px(8))
        said = column(gap=px(2))
        said.addWidget(self.title)
        said.addWidget(self.subtitle)
        self._head.addLayout(said, 1)
        verbs = row(gap=px(8))
        verbs.addWidget(self.choose_file, 0, Qt.AlignmentFlag.AlignBottom)
        verbs.addWidget(self.choose_folder, 0, Qt.AlignmentFlag.AlignBottom)
        verbs.addStretch(1)
        self._head.addLayout(verbs)
        lines.addLayout(self._head)
        lines.addWidget(self.result)
        lines.addWidget(self.fault)
        lines.addWidget(self.places)
        self._facts = CardGrid(self.theme, ((self.articles, 6), (self.annotations, 6)), from_width=_BESIDE)
        self._maps = CardGrid(self.theme, ((self.codes, 6), (self.coders, 6)), from_width=_BESIDE)
        self._found = self._findings_card()
        for part in (self._facts, self.format, self._maps, self._found, self.samples):
            lines.addWidget(part)
        lines.addStretch(1)
        self.pane = Scroll(content)
        self.body.addWidget(self.pane, 1)
        self.body.addWidget(self.foot)

    def _findings_card(self) -> Surface:
        px = self.theme.px
        card = Surface("card")
        head = plain.label("What is not taken as it is")
        head.setFont(self.theme.font(Type.HEAD))
        lines = column(card, margins=(px(16), px(12), px(16), px(14)), gap=px(8))
        lines.addWidget(head)
        lines.addWidget(self.findings)
        return card

    def _connect(self) -> None:
        self.choose_file.clicked.connect(self._choose_file)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.format.changed.connect(self._take_choice)
        self.codes.chosen.connect(lambda key, value: self._map("codes", key, value))
        self.coders.chosen.connect(lambda key, value: self._map("coders", key, value))
        self.places.answered.connect(self._allow)
        self.places.turned.connect(self._order_tabs)
        self.foot.asked.connect(self._take_in)
        self.foot.cancelled.connect(self._cancel)
        self.foot.missing_asked.connect(self._enter_missing)
        self.reading.called_off.connect(self._show_empty)
        self.result.undo_asked.connect(self._undo)
        self.result.history_asked.connect(self.history_asked)
        self.session.bus.changed.connect(self._heard)

    def acts(self) -> dict[str, Callable[[], object]]:
        """F6 goes round the parts."""
        return {"region": lambda: self._cycle(1), "region_back": lambda: self._cycle(-1)}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the verbs go below the title where the window is narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= self.theme.px(_BESIDE)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)

    def begin(self) -> None:
        """Put the focus on the first thing to do."""
        if self.looked is None and not self.reading.is_busy:
            self.choose_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_into(self, path: Path) -> None:
        """Show what a file or folder would bring."""
        self._path, self._choice, self._natural = path, CorpusImportChoice(), {}
        self.book.take(())
        self.result.hide()
        self._read()

    def _choose_file(self) -> None:
        path = files.ask_file(self, "Choose a file that was coded elsewhere", kinds=files.CODED)
        if path is not None:
            self.look_into(path)

    def _choose_folder(self) -> None:
        path = files.ask_folder(self, "Choose a folder of brat or UIMA CAS files")
        if path is not None:
            self.look_into(path)

    def _read(self) -> None:
        path, choice = self._path, self._choice
        if path is None:
            return
        self.foot.allow(False, missing="The file is being read")
        self.foot.cancel.show()
        self.reading.read(
            lambda project, _report: look(project, path=path, choice=choice),
            words=f"Reading {path.name}", done=self._show, failed=self._fail,
        )  # fmt: skip

    def _fail(self, error: KnownError) -> None:
        self._show_empty()
        self.refused.emit(type(error)(sentences.without_options(error.sentence), where=error.where))

    def _cancel(self) -> None:
        if not self.reading.call_off():
            self._path = None
        self._show_empty()

    def _show_empty(self) -> None:
        self.looked, self._path = None, None
        self.book.take(())
        self.title.setText("Take in annotations")
        self.subtitle.setText(EMPTY)
        for part in (self.fault, self.format, self._facts, self._maps, self._found, self.samples, self.places):
            part.hide()
        self.foot.take.show_words("Take in")
        self.foot.allow(False, missing="No file is chosen")
        self.foot.cancel.hide()
        if self.isVisible():
            self.choose_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, looked: Looked) -> None:
        is_first = self.looked is None or self.looked.path != looked.path
        self.looked, self._choice = looked, looked.choice
        preview = looked.preview
        self.title.setText(plain.cut(f"Take in “{looked.path.name}”"))
        self.subtitle.setText(f"{words.sentence(sentences.KINDS[looked.kind])}. {NOTHING_WRITTEN}")
        self.format.show_looked(looked)
        self.format.show()
        self.book.take(looked.asked)
        self.places.show_book()
        findings = _besides_places(preview.findings, len(looked.asked)) if preview else ()
        self.findings.show_findings(findings)
        self._found.setVisible(bool(findings))
        is_proven = looked.kind not in (CorpusKind.DNA, CorpusKind.LABELLED)
        self.samples.show_samples(preview.samples if preview else (), is_open=not is_proven)
        self._facts.setVisible(preview is not None)
        self._maps.setVisible(preview is not None)
        if preview is not None:
            overview = self.session.overview
            self.articles.show_facts(sentences.article_facts(preview))
            self.annotations.show_facts(sentences.annotation_facts(preview))
            self._show_rows(self.codes, code_rows(preview, overview.codebook), self._choice.codes)
            self._show_rows(self.coders, coder_rows(preview, overview.coders), self._choice.coders)
        self._say_fault()
        self._allow()
        self._order_tabs()
        if is_first and self.isVisible():
            self._enter_first()

    def _order_tabs(self) -> None:
        if (foot := self.foot.layout()) is not None:
            order_tabs(self._lines, foot)

    def _show_rows(self, card: MappingCard, rows: list[MappingRow], chosen: Mapping[str, str]) -> None:
        for each in rows:
            if each.key not in chosen:
                self._natural[each.key] = each.chosen
        card.show_rows([replace(each, chosen=chosen.get(each.key, each.chosen)) for each in rows])
        card.setVisible(bool(rows))

    def _say_fault(self) -> None:
        looked = self.looked
        assert looked is not None
        fault = looked.preview.fault if looked.preview is not None else ""
        if looked.error is not None:
            fault = sentences.in_window(looked.error)
        if fault and not self._wants_choice:
            self.fault.say(f"{sentences.without_options(fault)} Correct the file or choose otherwise below.",
                           kind=ERROR, stays=True)  # fmt: skip
        else:
            self.fault.hide()

    @property
    def _wants_choice(self) -> bool:
        """Whether nothing is wrong but that something is still to be chosen."""
        looked = self.looked
        if looked is None or looked.preview is not None:
            return False
        is_nameless = looked.kind is CorpusKind.FLAT and not self._choice.coder
        is_typeless = looked.kind is CorpusKind.CAS and not self._choice.cas_type
        is_unitless = looked.offers.unit is not None and not self._choice.unit
        return is_nameless or is_typeless or is_unitless

    def _take_choice(self, choice: CorpusImportChoice) -> None:
        self._choice = choice
        self._read()

    def _map(self, what: str, key: str, value: str) -> None:
        """Take a choice about a code or coder; what would happen anyway is no choice."""
        chosen = {**getattr(self._choice, what), key: value}
        if self._natural.get(key) == value:
            del chosen[key]
        if what == "codes":
            self._choice = replace(self._choice, codes=chosen)
        else:
            self._choice = replace(self._choice, coders=chosen)
        self._read()

    def _allow(self) -> None:
        looked = self.looked
        if looked is None:
            return
        self.foot.take.show_words(sentences.verb(looked.preview))
        self.foot.cancel.show()
        if looked.preview is None:
            missing = "Choose how it is read" if self._wants_choice else "It cannot be taken in as it is"
            self.foot.allow(False, missing=missing)
        elif looked.preview.fault:
            self.foot.allow(False, missing="It cannot be taken in as it is")
        elif sentences.nothing_to_do(looked.preview):
            self.foot.allow(False, missing="Everything in it is here already")
        elif looked.offers.unit is not None and not self._choice.unit:
            self.foot.allow(False, missing="Choose what the offsets count")
        else:
            waiting = len(self.book.missing)
            answers = f"{words.counted(waiting, 'passage waits', many='passages wait')} for an answer"
            self.foot.allow(True, answers=answers if waiting else "")

    def _enter_first(self) -> None:
        if self.book.missing:
            self.places.take_focus()
        elif self._wants_choice:
            self.format.take_focus()
        elif self.foot.take.isEnabled():
            self.foot.take.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choose_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_missing(self) -> None:
        self.places.take_focus()
        self.pane.ensureWidgetVisible(self.places, 0, 0)

    def _take_in(self) -> None:
        looked = self.looked
        if looked is None or looked.preview is None:
            return
        author, preview, answers = self.session.coder.id, looked.preview, dict(self.book.answers)
        self.foot.allow(False, missing="Taking it in")
        self.foot.cancel.setEnabled(False)
        self.session.write(
            lambda project: operations.import_corpus(project, author=author, preview=preview, answers=answers),
            done=self._taken, failed=lambda _: self._not_taken(), initiator=self,
        )  # fmt: skip

    def _not_taken(self) -> None:
        """Look at it anew; the session says why it went wrong."""
        self.foot.cancel.setEnabled(True)
        self._read()

    def _taken(self, outcome: Outcome[CorpusImportReport]) -> None:
        report = outcome.value
        self.foot.cancel.setEnabled(True)
        findings = _besides_places(report.findings, len(self.looked.asked) if self.looked else 0)
        self._show_empty()
        brought = report.annotations or report.regions or report.updated or report.documents or report.codes
        self.result.show_result(
            sentences.taken_in(report), sentences.taken_in_lines(report), findings, can_undo=bool(brought)
        )
        self.foot.allow(False)
        if self.isVisible():
            last = self.result.undo if brought else self.result.history
            last.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self) -> None:
        coder = self.session.coder.id

        def undone(_: Outcome[str]) -> None:
            self.result.show_undone()
            self.result.history.setFocus(Qt.FocusReason.OtherFocusReason)

        self.session.write(lambda project: operations.undo(project, coder=coder), done=undone, initiator=self)

    def _heard(self, _touched: object, initiator: object) -> None:
        """Offer no undo once something else was done: that would be undone first, and the history has the way back."""
        if initiator is self:
            return
        self.result.undo.hide()
        if self._path is not None and self.looked is not None:
            self._read()

    def _cycle(self, step: int) -> None:
        verb = self.foot.take if self.foot.take.isEnabled() else self.foot.cancel
        cycled(
            self,
            self.pane,
            (
                (self.choose_file, self.choose_file), (self.result, self.result), (self.places, self.places.entry),
                (self.format, self.format), (self._maps, self._maps), (self.samples, self.samples),
                (self.foot, verb),
            ),
            step=step,
        )  # fmt: skip


def _besides_places(findings: Sequence[Finding], asked: int) -> tuple[Finding, ...]:
    """Leave out what the card of places says itself, passage by passage."""
    return tuple(each for each in findings if each.kind is not FindingKind.MISMATCH or each.count != asked)
