# SPDX-License-Identifier: MIT
"""How far the coders agree, per code: what is compared on the left, figures and what is behind them in the middle."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator import operations
from annotator.domain import KnownError, Round
from annotator.operations import AgreementChoice
from annotator.ui import plain
from annotator.ui.file_check import HeldButton
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import PassageLine, Selection
from annotator.ui.pages.agreement_listing import Listing
from annotator.ui.pages.agreement_measuring import Measuring
from annotator.ui.pages.agreement_on_demand import OnDemand
from annotator.ui.pages.agreement_pane import AgreementPane
from annotator.ui.pages.agreement_saving import Saving
from annotator.ui.pages.agreement_settings import AgreementSettings
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.surfaces import row

_SETTINGS_FROM = 760
TOO_FEW = "Agreement needs two coders or more. Choose them below “What is compared”."
ONE_ALONE = (
    "Only one coder has finished an article so far, so there is nobody to compare with. "
    "Merge another coder's file, or finish articles on the coding page."
)
NOBODY = (
    "No article is finished by two coders yet, so there is nothing to compare. "
    "Finish articles on the coding page, or merge a coder's file."
)


class AgreementPage(ProjectPage):
    """``passage_asked(PassageLine, words)`` leads to a passage in its text, with the coding of those it is about.

    ``compare_asked(PassageLine, Selection, words)`` leads to it on Compare.
    """

    passage_asked = Signal(object, str)
    compare_asked = Signal(object, object, str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here="page_agreement")
        self._is_narrow = False
        self._is_stale = True
        self._has_opened = False
        self._measured: Measured | None = None
        self._selection = Selection()
        self.settings = AgreementSettings(theme)
        self.pane = AgreementPane(theme)
        self.table = self.pane.table
        self.measuring = Measuring(session, parent=self)
        self.listing = Listing(session, self.pane.passages)
        self.saving = Saving(self, self.measuring)
        self.on_demand = OnDemand(
            session, self.measuring, units=self.pane.units, advanced=self.pane.advanced, retest=self.pane.retest
        )
        self.listing.read_for(self.pane.units.model.quotes)
        self.copy = self.bar.verbs.add("Copy table", self._copy, icon="copy")
        self.keep = self.bar.verbs.add("Keep figures…", self._keep)
        self.plan = self.bar.verbs.add("Plan…", self._plan)
        self.save = self.bar.verbs.add("Save report…", self._save, kind="")
        self._held = HeldButton(session.check, self.save, self.pane.missing)
        self._allow(False)
        self.settings.setMinimumWidth(theme.px(248))
        self.settings.setMaximumWidth(theme.px(248))
        middle = row()
        middle.addWidget(self.settings)
        middle.addWidget(self.pane, 1)
        self.body.addLayout(middle, 1)
        self._connect()

    def _connect(self) -> None:
        self.table.selectionModel().currentChanged.connect(lambda now, _before: self._row_chosen(now.row()))
        self.pane.compare.clicked.connect(self._toggle_settings)
        self.pane.go.clicked.connect(lambda: self.bar.asked.emit("page_coding"))
        self.settings.changed.connect(self._measure)
        self.settings.done.clicked.connect(self._toggle_settings)
        self.measuring.measured.connect(self._show)
        self.measuring.failed.connect(self._fail)
        self.measuring.called_off.connect(self._cancelled)
        self.session.bus.changed.connect(lambda _touched, _initiator: self._changed())
        for card in self.pane.cards:
            card.chosen.connect(self.choose)
            card.passages_asked.connect(self.pane.passages.take_focus)
        passages = self.pane.passages
        passages.order_changed.connect(self._list)
        passages.opened.connect(self._open)
        passages.compared.connect(self._compare)
        self.on_demand.refused.connect(self.refused)
        self.settings.more_wanted.connect(self._show_more)
        self.pane.units.opened.connect(lambda line: self.passage_asked.emit(line, "One unit of the table below."))

    @property
    def subtitle(self) -> str:
        """What is said about what was compared."""
        return self.pane.subtitle

    @property
    def measured(self) -> Measured | None:
        """What is shown, or None."""
        return self._measured

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    def acts(self) -> dict[str, Callable[[], object]]:
        """F6 goes round the parts of the page."""
        return {"region": lambda: self._cycle(1), "region_back": lambda: self._cycle(-1)}

    def begin(self) -> None:
        """Show the coders and, where anything has changed since, measure; what was selected stays so."""
        self.settings.show_coders(self.session.overview)
        if self._is_stale or self._measured is None:
            self.session.read(operations.rounds, done=self._know_rounds)
            self.session.read(operations.articles_finished, done=self.settings.know_finished)
            self._measure()
            # The table cannot take the focus before there is one; keys must act from the first moment.
            (self.table if self.table.isVisible() else self).setFocus()
        elif self._has_opened:
            self._has_opened = False
            self.pane.passages.take_focus()

    def choose(self, selection: Selection) -> None:
        """Select something: table, cards and the list of passages follow."""
        if self._measured is None:
            return
        self._selection = selection
        self.on_demand.follow(self._measured, selection)
        self.pane.select(self._measured, selection)
        self._list()

    def step(self, direction: int) -> None:
        """Go to the next or previous passage of the list, and ask for it in its text."""
        view = self.pane.passages.list
        row_now = view.currentIndex().row() + direction
        if 0 <= row_now < self.pane.passages.model.rowCount():
            view.setCurrentIndex(self.pane.passages.model.index(row_now))
            self._open(row_now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is compared behind a button where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(_SETTINGS_FROM)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.pane.compare.setVisible(narrow)
            self.settings.setVisible(not narrow)
            self.settings.done.setVisible(False)
            self.settings.setMaximumWidth(16777215 if narrow else self.theme.px(248))
            self.pane.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop what nobody looks at any more; it begins anew when the page is shown again."""
        super().hideEvent(event)
        if self.measuring.call_off():
            self._is_stale = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as the way from what is compared back to the figures."""
        if event.key() == Qt.Key.Key_Escape and self.pane.isHidden():
            self._toggle_settings()
        else:
            super().keyPressEvent(event)

    def _toggle_settings(self) -> None:
        shown = self.settings.isHidden()
        self.settings.setVisible(shown)
        self.settings.done.setVisible(shown)
        self.pane.setVisible(not shown)
        (self.settings.done if shown else self.pane.compare).setFocus(Qt.FocusReason.OtherFocusReason)

    def _cycle(self, step: int) -> None:
        """Go to the next part that takes the focus: what is compared, the table, the cards in their order, the bar."""

        def first_setting() -> bool:
            box = next(iter(self.settings.boxes.values()), None)
            return _focus(box) if box is not None else False

        stops: list[tuple[QWidget, Callable[[], bool]]] = [
            (self.settings, first_setting), (self.table, lambda: _focus(self.table)),
        ]  # fmt: skip
        stops += [(card, card.take_focus) for card in self.pane.cards]
        stops.append((self.bar, lambda: _focus(self.bar.menu)))
        focused = QApplication.focusWidget()
        here = next(
            (place for place, (part, _) in enumerate(stops) if focused in (part, *part.findChildren(QWidget))), -1
        )
        for _ in stops:
            here = (here + step) % len(stops)
            part, focus = stops[here]
            if part.isVisible() and focus():
                self.pane.ensureWidgetVisible(part)
                return

    def _know_rounds(self, rounds: tuple[Round, ...]) -> None:
        self.settings.show_rounds(rounds)
        self.pane.retest.know_rounds(rounds)

    def _changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._measure(later=True)

    def _choice(self) -> AgreementChoice | None:
        return self.settings.choice if len(self.settings.coders) > 1 else None

    def _measure(self, *, later: bool = False) -> None:
        if self._choice() is None:
            self.measuring.call_off()
            finishers = self.settings.finishers
            if len(finishers) > 1:
                self._show_nothing(TOO_FEW)
            else:
                self._show_nothing(ONE_ALONE if finishers else NOBODY, go="Go to coding")
            return
        if not later:
            self.settings.units.forget_counts()
        if self._measured is None:
            self.pane.say("Measuring.")
        self.measuring.measure(self._choice, later=later)

    def _fail(self, error: KnownError) -> None:
        self._show_nothing(plain.sentence_of(error))

    def _cancelled(self) -> None:
        self._is_stale = True
        if self._measured is None:
            self._show_nothing("Cancelled, so there are no figures. Change what is compared to measure again.")
        else:
            self.pane.say(
                "Cancelled: the figures below are of what was compared before. Change anything to measure again."
            )

    def _show_nothing(self, sentence: str, *, go: str = "") -> None:
        self._measured = None
        self.pane.show_nothing(sentence, go=go)
        self._allow(False)

    def _allow(self, may: bool) -> None:
        self._held.allow(may)
        self.copy.setEnabled(may)
        self.keep.setEnabled(may)

    def _show(self, measured: Measured) -> None:
        self._is_stale = False
        answer = measured.answer
        self.settings.show_answer(answer)
        if not answer.shared:
            self._show_nothing(NOBODY, go="Go to coding")
            return
        self._measured = measured
        self._allow(True)
        self.pane.show_figures(measured)
        codes = [code.id for code in answer.codebook.codes]
        kept = self._selection if self._selection.code in codes else Selection(code=codes[0] if codes else "")
        if not kept.is_of(measured):
            kept = Selection(code=kept.code)
        self.choose(kept)
        if self.hasFocus():
            self.table.setFocus()

    def _row_chosen(self, place: int) -> None:
        if 0 <= place < self.table.figures.rowCount() and self._measured is not None:
            code = self.table.figures.line(place).code.id
            if code != self._selection.code or self._selection != Selection(code=code):
                self.choose(Selection(code=code))

    def _show_more(self, shown: bool) -> None:
        self.pane.advanced.setVisible(shown)
        if shown and self._measured is not None:
            self.pane.advanced.show_figures(self._measured, self._selection)
            self.pane.ensureWidgetVisible(self.pane.advanced)

    def _list(self) -> None:
        if self._measured is not None:
            self.listing.show(self._measured, self._selection)

    def _open(self, place: int) -> None:
        self.passage_asked.emit(*self._told(place))

    def _compare(self, place: int) -> None:
        line, told = self._told(place)
        self.compare_asked.emit(line, self._selection, told)

    def _told(self, place: int) -> tuple[PassageLine, str]:
        """Give a passage for which this page is left, and what is said of it there."""
        model = self.pane.passages.model
        line: PassageLine = model.line(place)
        self._has_opened = True
        return line, f"{place + 1:,} of {model.rowCount():,}. {model.kind_words(line)}. {model.who(line)}."

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.table.copied())
        self.said.emit("The table is copied, its cells parted by tabs.")

    def _keep(self) -> None:
        from annotator.ui.dialogs.keep_figures import KeepFiguresDialog

        if self._measured is not None:
            KeepFiguresDialog(self.theme, self.session, self, measured=self._measured).open()

    def _plan(self) -> None:
        from annotator.ui.dialogs.planner import PlannerDialog

        PlannerDialog(self.theme, self.session, self, unit=self.settings.units.unit).open()

    def _save(self) -> None:
        if self._measured is not None:
            self.saving.offer(self.save, self._measured)


def _focus(widget: QWidget) -> bool:
    if not widget.isVisible():
        return False
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return True
