# SPDX-License-Identifier: MIT
"""The fields of one annotation; those of another coder's are words without borders."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from annotator.domain import Annotation, Certainty, Code, CodeId
from annotator.ui import plain, words
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.coding import Coding
from annotator.ui.docks.attribute_fields import NOT_SET, AttributeField
from annotator.ui.docks.memo_field import MemoField
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button, TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.lane import WIDTH, lane_icon
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import clear, column, row

CERTAINTIES = ((Certainty.HIGH.value, "High"), (Certainty.MEDIUM.value, "Medium"), (Certainty.LOW.value, "Low"))
_LABEL_WIDTH = 76


class AnnotationForm(QWidget):
    """Shows an annotation and writes what the coder changes, field by field, at once."""

    def __init__(self, theme: Theme, desk: ArticleDesk, coding: Coding) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._coding = coding
        self._entry: Annotation | None = None
        self._built_for: tuple[object, ...] = ()
        self._fields: dict[str, AttributeField] = {}
        self.code = Choice(theme, name="Code")
        self.certainty = Segmented(theme, CERTAINTIES, name="Certainty", may_be_none=True)
        self.memo = MemoField(theme)
        self.ask_lead = TickBox(theme, "Ask the lead")
        self.remove = Button(theme, "Delete", kind="quiet", icon="trash")
        self._own = QWidget()
        self._own_grid = self._grid(self._own)
        self._read = QWidget()
        self._read_grid = self._grid(self._read)
        lines = column(self)
        lines.addWidget(self._own)
        lines.addWidget(self._read)
        self._connect()

    def _connect(self) -> None:
        self.code.activated.connect(lambda _: self._coding.recode(CodeId(self.code.value)))
        self.certainty.chosen.connect(lambda value: self._describe(certainty=Certainty(value)))
        self.memo.committed.connect(lambda text: self._describe(memo=text))
        self.ask_lead.toggled.connect(lambda on: self._describe(ask_lead=on))
        self.remove.clicked.connect(self._coding.delete)

    @property
    def fields(self) -> dict[str, AttributeField]:
        """The controls of the code's attributes by name."""
        return self._fields

    def commit(self) -> None:
        """Hand over what is being typed; leaving a line of text does so too."""
        self.memo.commit()
        for field in self._fields.values():
            if field.control.hasFocus():
                field.control.clearFocus()

    def take_focus(self) -> bool:
        """Put the focus on the code, if there is something to change."""
        if self._own.isVisibleTo(self):
            self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False

    def show_entry(self, entry: Annotation | None) -> None:
        """Show an annotation, or nothing; what was typed for the former one is handed over first."""
        if self._entry is not None and (entry is None or entry.id != self._entry.id):
            self.memo.commit()
        self._entry = entry
        self.setVisible(entry is not None)
        article = self._desk.article
        if entry is None or article is None:
            return
        own = article.is_own(entry)
        self._own.setVisible(own)
        self._read.setVisible(not own)
        if own:
            self._show_own(entry)
        else:
            self._show_read(entry, coder=words.coder_name(article.coder_of(entry)))

    def _describe(
        self, *, certainty: Certainty | None = None, memo: str | None = None, ask_lead: bool | None = None
    ) -> None:
        if self._entry is not None:
            self._coding.describe(str(self._entry.id), certainty=certainty, memo=memo, ask_lead=ask_lead)

    def _set_attribute(self, name: str, value: str) -> None:
        if self._entry is not None:
            self._coding.describe(str(self._entry.id), attributes={name: value})

    def _show_own(self, entry: Annotation) -> None:
        code = self._desk.code(entry.code)
        key = (entry.code, self._theme.mode, self._desk.codes)
        if key != self._built_for:
            self._built_for = key
            self._build(code)
        self.code.show_value(entry.code)
        for name, field in self._fields.items():
            field.show_value(entry.attributes.get(name, ""))
        self.certainty.show_value(entry.certainty.value)
        if not (self.memo.hasFocus() and self.memo.text != entry.memo):
            self.memo.show_text(entry.memo)
        self.ask_lead.blockSignals(True)
        self.ask_lead.setChecked(entry.ask_lead)
        self.ask_lead.blockSignals(False)

    def _build(self, code: Code | None) -> None:
        """Lay the controls out anew for this code's attributes; the ones that every code has are kept."""
        for field in self._fields.values():
            field.hide()
            self._own_grid.removeWidget(field)
            field.deleteLater()
        self._fill_codes(code)
        self._fields = {}
        for definition in code.attributes if code else ():
            name = definition.name
            take = partial(self._set_attribute, name)
            self._fields[name] = AttributeField(self._theme, definition, changed=take)
        while (item := self._own_grid.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QLabel):
                widget.deleteLater()
        self._add(self._own_grid, 0, "Code", self.code)
        line = 1
        for name, field in self._fields.items():
            self._add(self._own_grid, line, field.definition.label or name, field)
            line += 1
        self._add(self._own_grid, line, "Certainty", self.certainty)
        self._add(self._own_grid, line + 1, "Memo", self.memo)
        self._own_grid.addWidget(self._last_row(), line + 2, 1)
        before: QWidget = self.code
        for control in (
            *(field.control for field in self._fields.values()),
            self.certainty,
            self.memo,
            self.ask_lead,
            self.remove,
        ):
            QWidget.setTabOrder(before, control)
            before = control

    def _last_row(self) -> QWidget:
        made = QWidget()
        line = row(made)
        line.addWidget(self.ask_lead)
        line.addStretch(1)
        line.addWidget(self.remove)
        return made

    def _fill_codes(self, present: Code | None) -> None:
        theme = self._theme
        self.code.setIconSize(QSize(theme.px(WIDTH), theme.px(16)))
        self.code.clear()
        codes = [code for code in self._desk.codes if not code.retired or code == present]
        for code in codes:
            icon = lane_icon(theme, pattern=code.pattern, colour=theme.code_colour(code))
            self.code.addItem(icon, plain.cut(code.name), code.id)

    def _show_read(self, entry: Annotation, *, coder: str) -> None:
        clear(self._read_grid)
        code = self._desk.code(entry.code)
        labels = {each.name: each.label or each.name for each in (code.attributes if code else ())}
        lines = [("Coder", coder), ("Code", code.name if code else "Unknown code")]
        lines += [(labels.get(name, name), value) for name, value in entry.attributes.items()]
        lines.append(("Certainty", entry.certainty.value or NOT_SET))
        if entry.memo:
            lines.append(("Memo", entry.memo))
        if entry.ask_lead:
            lines.append(("Question", "asks the lead"))
        for place, (label, value) in enumerate(lines):
            shown = plain.label(value, wrap=True)
            shown.setMinimumHeight(self._theme.px(24))
            shown.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            self._add(self._read_grid, place, label, shown)
        note = plain.label("Made by another coder, so you can read it but not change it.", ink="secondary", wrap=True)
        note.setFont(self._theme.font(Type.META))
        self._read_grid.addWidget(note, len(lines), 0, 1, 2)

    def _grid(self, parent: QWidget) -> QGridLayout:
        grid = QGridLayout(parent)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(8))
        grid.setVerticalSpacing(self._theme.px(6))
        grid.setColumnMinimumWidth(0, self._theme.px(_LABEL_WIDTH))
        grid.setColumnStretch(1, 1)
        return grid

    def _add(self, grid: QGridLayout, place: int, label: str, control: QWidget) -> None:
        # A codebook may explain an attribute after a colon: the explanation goes into the tooltip.
        shown = plain.label(label.split(":", maxsplit=1)[0], ink="secondary")
        shown.setFixedWidth(self._theme.px(_LABEL_WIDTH))
        shown.setFixedHeight(self._theme.px(24 if grid is self._read_grid else 32))
        shown.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        plain.set_tooltip(shown, label)
        grid.addWidget(shown, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(control, place, 1, Qt.AlignmentFlag.AlignTop)
