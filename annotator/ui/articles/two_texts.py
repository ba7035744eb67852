# SPDX-License-Identifier: MIT
"""Two near-identical articles side by side; paragraphs that stand in both alike have a grey ground."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from annotator import operations
from annotator.domain import Document
from annotator.operations import Article
from annotator.ui import plain, words
from annotator.ui.dialogs.page_dialog import PageDialog
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.surfaces import column, row

MOST_CHARACTERS = 60_000


class TwoTexts(PageDialog):
    """Reads both when it is made; ``share`` says how much they have in common."""

    def __init__(
        self, theme: Theme, session: Session, parent: QWidget, *, documents: tuple[Document, Document], share: str
    ) -> None:
        super().__init__(theme, "Two near-identical articles", parent, size=(1080, 720))
        self._session = session
        self.share = plain.label(share, wrap=True)
        self.same = plain.label(ink="secondary", wrap=True)
        self.body.addWidget(self.share)
        self.body.addWidget(self.same)
        beside = row(gap=theme.px(16))
        self.texts: list[QPlainTextEdit] = []
        for each in documents:
            lines = column(gap=theme.px(6))
            lines.addWidget(Elided(theme, each.heading, role=Type.HEAD))
            lines.addWidget(plain.label(words.source(each.outlet, each.date), ink="secondary"))
            lines.addWidget(self._field(each), 1)
            beside.addLayout(lines, 1)
        self.body.addLayout(beside, 1)
        close = Button(theme, "Close", kind="primary")
        close.clicked.connect(self.accept)
        self.foot.addWidget(close)
        first, second = documents
        session.read(
            lambda project: (
                operations.article(project, document=first.id),
                operations.article(project, document=second.id),
            ),
            done=self._show, failed=self.refuse,
        )  # fmt: skip

    def _field(self, document: Document) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        made.setAccessibleName(plain.cut(document.heading))
        made.setFont(self.theme.reading_font(15))
        made.setMinimumHeight(self.theme.px(320))
        self.texts.append(made)
        return made

    def _show(self, articles: tuple[Article, Article]) -> None:
        paragraphs = [{line.strip() for line in each.text.split("\n") if line.strip()} for each in articles]
        common = paragraphs[0] & paragraphs[1]
        counts = [sum(line.strip() in common for line in each.text.split("\n")) for each in articles]
        wholes = [sum(bool(line.strip()) for line in each.text.split("\n")) for each in articles]
        self.same.setText(
            f"On grey ground: paragraphs that are the same in both, {counts[0]} of {wholes[0]} at the left, "
            f"{counts[1]} of {wholes[1]} at the right."
        )
        for field, article in zip(self.texts, articles, strict=True):
            field.setPlainText(article.text[:MOST_CHARACTERS])
            self._mark(field, common)
        self.texts[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, field: QPlainTextEdit, common: Collection[str]) -> None:
        marks = []
        block = field.document().begin()
        while block.isValid():
            if block.text().strip() in common:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(block)
                mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                mark.format.setBackground(self.theme.colour("hover"))
                marks.append(mark)
            block = block.next()
        field.setExtraSelections(marks)
