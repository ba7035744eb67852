# SPDX-License-Identifier: MIT
"""What the selected annotation is: its words, place, code, attributes, certainty, memo, and its verbs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from annotator.domain import Annotation, Region
from annotator.ui import plain, words
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.coding import Coding
from annotator.ui.docks.annotation_form import AnnotationForm
from annotator.ui.docks.quote import Quote
from annotator.ui.docks.region_form import RegionForm
from annotator.ui.models.open_article import Entry
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.surfaces import Surface, column, row


class Inspector(Surface):
    """Follows the desk's selection; ``stepped(direction)`` asks for the next (1) or previous (-1) annotation here."""

    stepped = Signal(int)
    typing = Signal(bool)

    def __init__(self, theme: Theme, desk: ArticleDesk, coding: Coding) -> None:
        super().__init__("panel")
        self._theme = theme
        self._desk = desk
        self._title = plain.label("Annotation")
        self._here = plain.label(ink="secondary")
        self._previous = Button(theme, kind="icon", icon="up", spoken="Previous annotation at this place")
        self._next = Button(theme, kind="icon", icon="down", spoken="Next annotation at this place")
        self._empty = self._make_empty()
        self._quote = Quote(theme)
        self._place = plain.label(ink="secondary", wrap=True)
        self._place.setFont(theme.font(Type.META))
        self.form = AnnotationForm(theme, desk, coding)
        self.region_form = RegionForm(theme, desk, coding)
        self._lay_out()
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self.form.memo.typing.connect(self.typing)
        desk.chosen_changed.connect(lambda _: self._show())
        desk.marks_changed.connect(self._heard)
        desk.article_changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.form.commit()

    def refresh(self) -> None:
        """Show the same entry anew: its code has another name, look or attributes."""
        self._show()

    def add(self, part: QWidget) -> None:
        """Put something more about the selected annotation below its fields."""
        self._lines.addWidget(part)

    def take_focus(self) -> bool:
        """Put the focus on the first field; False where nothing is selected."""
        form = self.form if self.form.isVisibleTo(self) else self.region_form
        return form.isVisibleTo(self) and form.take_focus()

    def write_memo(self) -> None:
        """Put the focus into the memo, if there is one to write."""
        if self.form.isVisibleTo(self) and self.form.memo.isVisibleTo(self):
            self.form.memo.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def title(self) -> str:
        """What stands on top."""
        return self._title.text()

    @property
    def quote(self) -> str:
        """The quote shown."""
        return self._quote.text

    @property
    def place(self) -> str:
        """The place shown, in words."""
        return self._place.text()

    def _lay_out(self) -> None:
        px = self._theme.px
        whole = column(self, margins=(px(16), 0, px(16), px(12)))
        head = row(gap=px(4))
        self._title.setFont(self._theme.font(Type.HEAD))
        self._title.setFixedHeight(px(40))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._here)
        head.addWidget(self._previous)
        head.addWidget(self._next)
        whole.addLayout(head)
        whole.addWidget(self._empty)
        whole.addWidget(self._quote)
        whole.addSpacing(px(6))
        place = row(margins=(px(13), 0, 0, 0))
        place.addWidget(self._place)
        whole.addLayout(place)
        whole.addSpacing(px(8))
        whole.addWidget(self.form)
        self._lines = whole
        whole.addWidget(self.region_form)

    def _make_empty(self) -> QWidget:
        made = QWidget()
        lines = column(made, gap=self._theme.px(6))
        sentence: QLabel = plain.label(
            "None selected. Select words and press a code's key, or click a marked passage.", ink="secondary", wrap=True
        )
        lines.addWidget(sentence)
        hint = row(gap=self._theme.px(6))
        for key, what in (("[", "previous"), ("]", "next annotation")):
            hint.addWidget(KeyCap(self._theme, key))
            hint.addWidget(plain.label(what, ink="secondary"))
            hint.addSpacing(self._theme.px(6))
        hint.addStretch(1)
        lines.addLayout(hint)
        return made

    def _heard(self, removed: list[str], added: list[Entry]) -> None:
        chosen = self._desk.chosen
        if chosen is not None and (chosen.id in removed or any(entry.id == chosen.id for entry in added)):
            self._show()

    def _show(self) -> None:
        entry, article = self._desk.chosen, self._desk.article
        shown = entry is not None and article is not None
        for part in (self._quote, self._place, self._here, self._previous, self._next):
            part.setVisible(shown)
        self._empty.setVisible(not shown)
        self._title.setText(self._whose(entry))
        self.form.show_entry(entry if isinstance(entry, Annotation) else None)
        self.region_form.show_entry(entry if isinstance(entry, Region) else None)
        if entry is None or article is None:
            return
        code = self._desk.code(entry.code) if isinstance(entry, Annotation) else None
        self._quote.show_quote(entry.quote, colour=self._theme.code_colour(code) if code else "")
        around = list(dict.fromkeys(self._name(other) for other in article.around(entry)))[:2]
        inside = f". Inside: {', '.join(around)}" if around else ""
        self._place.setText(words.place(article.text, entry.span) + inside)
        here = article.at(entry.span.start)
        number = next((place for place, each in enumerate(here, 1) if each.id == entry.id), 1)
        self._here.setText(f"{number} of {len(here)} here" if len(here) > 1 else "")
        self._previous.setVisible(len(here) > 1)
        self._next.setVisible(len(here) > 1)

    def _whose(self, entry: Entry | None) -> str:
        """Say whose the annotation is where those of several coders are shown."""
        article = self._desk.article
        if article is None or not isinstance(entry, Annotation):
            return "Annotation" if entry is None else "Excluded region"
        if all(article.is_own(each) for each in article.entries.values()):
            return "Annotation"
        return "Your annotation" if article.is_own(entry) else "Another coder's annotation"

    def _name(self, entry: Entry) -> str:
        code = self._desk.code(entry.code) if isinstance(entry, Annotation) else None
        return plain.cut(code.name) if code else "Excluded region"
