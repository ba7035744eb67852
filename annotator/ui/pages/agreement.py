# SPDX-License-Identifier: MIT
"""How far the coders agree, per code: what is compared on the left, the figures in the middle."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.domain import KnownError
from annotator.operations import AgreementAnswer, AgreementChoice, AgreementInput, compute, export_agreement, gather
from annotator.ui import plain, words
from annotator.ui.dialogs import files
from annotator.ui.file_check import HeldButton
from annotator.ui.pages.agreement_settings import AgreementSettings
from annotator.ui.pages.agreement_table import AgreementTable
from annotator.ui.pages.agreement_words import in_words
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row

_SETTINGS_FROM = 760
DEFINITION = (
    "Alpha is Krippendorff's, nominal: for each {unit}, coded or not coded, pooled over articles. 1 is full agreement, "
    "0 what chance alone would give. Conventions, not laws: below .667 no conclusions are drawn, from .800 on figures "
    "are taken as reliable. Percent is the plain share of {unit}s on which coders agree; it is high wherever a code is "
    "rare. The columns of the coders count their passages. Kappa corrects for chance in other ways."
)


class AgreementPage(ProjectPage):
    """Gathers on the store thread, computes beside it; an answer that was overtaken is dropped."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here="page_agreement")
        self._asked = 0
        self._narrow = False
        self._answer: AgreementAnswer | None = None
        self.settings = AgreementSettings(theme)
        self.table = AgreementTable(theme)
        self.save = Button(theme, "Save as CSV…")
        self._missing = plain.label(ink="secondary")
        self._held = HeldButton(session.check, self.save, self._missing)
        self.compare = Button(theme, "Compare…", kind="quiet")
        self._title = plain.label("Agreement")
        self._title.setFont(theme.font(Type.TITLE))
        self._subtitle = plain.label(ink="secondary", wrap=True)
        self._definition = plain.label(ink="secondary", wrap=True)
        self._definition.setFont(theme.font(Type.META))
        self._notes = plain.label(ink="secondary", wrap=True)
        self._notes.setFont(theme.font(Type.META))
        self._words_card = Surface("card")
        self._words_head = plain.label()
        self._words = plain.label(wrap=True)
        self._lay_out()
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._say_row())
        self._held.allow(False)
        self.compare.clicked.connect(self._toggle_settings)
        self.save.clicked.connect(self._save)
        self.settings.changed.connect(self._measure)
        self.settings.done.clicked.connect(self._toggle_settings)
        self.compare.hide()
        session.bus.changed.connect(lambda _touched, _initiator: self._measure() if self.isVisible() else None)

    def _lay_out(self) -> None:
        px = self.theme.px
        middle = row()
        self.settings.setMinimumWidth(px(248))
        self.settings.setMaximumWidth(px(248))
        middle.addWidget(self.settings)
        content = QWidget()
        lines = column(content, margins=(px(24), px(16), px(24), px(24)), gap=px(4))
        head = row(gap=px(8))
        head.addWidget(self._title, 1)
        head.addWidget(self.compare)
        head.addWidget(self._missing)
        head.addWidget(self.save)
        lines.addLayout(head)
        lines.addWidget(self._subtitle)
        lines.addSpacing(px(10))
        self._card = Surface("card")
        card_lines = column(self._card, margins=(1, 1, 1, 1))
        card_lines.addWidget(self.table)
        below = column(margins=(px(16), px(10), px(16), px(12)), gap=px(6))
        below.addWidget(self._definition)
        below.addWidget(self._notes)
        card_lines.addLayout(below)
        lines.addWidget(self._card)
        lines.addSpacing(px(12))
        lines.addWidget(self._make_words())
        lines.addStretch(1)
        self._figures = Scroll(content)
        middle.addWidget(self._figures, 1)
        self.body.addLayout(middle, 1)

    def _make_words(self) -> QWidget:
        px = self.theme.px
        lines = column(self._words_card, margins=(px(16), px(12), px(16), px(14)), gap=px(4))
        self._words_head.setFont(self.theme.font(Type.HEAD))
        lines.addWidget(self._words_head)
        lines.addWidget(self._words)
        self._words_card.hide()
        return self._words_card

    def _say_row(self) -> None:
        row = self.table.currentIndex().row()
        line = self.table.figures.line(row) if 0 <= row < self.table.figures.rowCount() else None
        self._words_card.setVisible(line is not None and self._answer is not None)
        if line is not None and self._answer is not None:
            self._words_head.setText(plain.cut(f"{line.code.name}, in words"))
            self._words.setText(plain.cut(in_words(line, self._answer), longest=1000))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is compared behind a button where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(_SETTINGS_FROM)
        if narrow != self._narrow:
            self._narrow = narrow
            self.compare.setVisible(narrow)
            self.settings.setVisible(not narrow)
            self._figures.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as the way from what is compared back to the figures."""
        if event.key() == Qt.Key.Key_Escape and self._figures.isHidden():
            self._toggle_settings()
        else:
            super().keyPressEvent(event)

    def _toggle_settings(self) -> None:
        shown = self.settings.isHidden()
        self.settings.setVisible(shown)
        self.settings.done.setVisible(shown)
        self._figures.setVisible(not shown)
        (self.settings.done if shown else self.compare).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def subtitle(self) -> str:
        """What is said about what was compared."""
        return self._subtitle.text()

    def begin(self) -> None:
        """Show the coders and measure."""
        self.settings.show_coders(self.session.overview)
        self._measure()
        self.table.setFocus()

    def _measure(self) -> None:
        self._asked += 1
        asked, settings = self._asked, self.settings
        choice = AgreementChoice(unit=settings.unit, coders=settings.coders, exclude=settings.excluded)
        if len(choice.coders) < 2:
            self._show_nothing("Agreement needs two coders or more. Choose them on the left.")
            return
        self._subtitle.setText("Measuring.")

        def measure(gathered: AgreementInput) -> None:
            self.session.jobs.compute(
                lambda: compute(gathered), done=lambda answer: self._show(asked, answer), failed=self._fail
            )

        self.session.read(lambda project: gather(project, choice=choice), done=measure, failed=self._fail)

    def _fail(self, error: KnownError) -> None:
        self._show_nothing(plain.sentence_of(error))

    def _show_nothing(self, sentence: str) -> None:
        self._answer = None
        self._subtitle.setText(plain.cut(sentence))
        self._card.hide()
        self._words_card.hide()
        self._held.allow(False)

    def _show(self, asked: int, answer: AgreementAnswer) -> None:
        if asked != self._asked:
            return
        self._answer = answer
        self.settings.show_units(answer)
        if not answer.shared:
            self._show_nothing(
                "No article is finished by two of these coders yet, so there is nothing to compare. "
                "Finish articles on the coding page, or merge a coder's file."
            )
            return
        self._card.show()
        self._held.allow(True)
        gone = answer.excluded_characters
        cut = f", {gone:,} characters of excluded regions cut out" if gone else ""
        coders, articles = words.counted(len(answer.coders), "coder"), words.counted(len(answer.shared), "article")
        self._subtitle.setText(
            f"{coders}, {articles} finished by two or more of them, {answer.unit} by {answer.unit}{cut}."
        )
        self.table.show_answer(answer)
        if not self.table.selectionModel().hasSelection():
            self.table.selectRow(0)
        self._say_row()
        self._definition.setText(DEFINITION.format(unit=answer.unit))
        self._notes.setText(self._say_notes(answer))
        self._notes.setVisible(bool(self._notes.text()))

    def _say_notes(self, answer: AgreementAnswer) -> str:
        notes = []
        if any(coder.machine_made for coder in answer.coders):
            notes.append("* This coding is machine-made, for demonstration.")
        if answer.left_out:
            left_out = words.counted(len(answer.left_out), "article")
            notes.append(f"Left out: {left_out} that fewer than two of these coders finished.")
        trivial = [result for result in answer.results if result.value is not None and result.reason]
        notes += [plain.cut(words.sentence(reason)) for reason in dict.fromkeys(result.reason for result in trivial)]
        return " ".join(notes)

    def _save(self) -> None:
        answer = self._answer
        if answer is None:
            return
        path = files.ask_new_file(self, "Save the figures", name="agreement.csv", kinds=files.TABLES)
        if path is None:
            return
        self.session.jobs.compute(
            lambda: export_agreement(answer, path=path),
            done=lambda written: self.said.emit(f"The figures lie in {written.path}."),
            failed=self.refused.emit,
        )
