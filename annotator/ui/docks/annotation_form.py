# SPDX-License-Identifier: MIT
"""The fields of one annotation; those of another coder's are words without borders."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from annotator.domain import Annotation, Certainty, Code, CodeId
from annotator.ui import plain, words
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.coding import Coding
from annotator.ui.docks.attribute_block import AttributeBlock, add_field, field_grid
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


class AnnotationForm(QWidget):
    """Shows an annotation and writes what the coder changes, field by field, at once."""

    def __init__(self, theme: Theme, desk: ArticleDesk, coding: Coding) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._coding = coding
        self._entry: Annotation | None = None
        self._built_for: tuple[object, ...] = ()
        self._blocks: dict[CodeId, AttributeBlock] = {}
        self._block: AttributeBlock | None = None
        self.code = Choice(theme, name="Code")
        self.certainty = Segmented(theme, CERTAINTIES, name="Certainty", may_be_none=True)
        self.memo = MemoField(theme)
        self.ask_lead = TickBox(theme, "Ask the lead")
        self.remove = Button(theme, "Delete", kind="quiet", icon="trash")
        self._own = QWidget()
        self._attribute_room = QWidget()
        self._attributes = column(self._attribute_room)
        self._lay_out_own()
        self._read = QWidget()
        self._read_grid = field_grid(self._read, theme)
        lines = column(self)
        lines.addWidget(self._own)
        lines.addWidget(self._read)
        self._connect()

    def _lay_out_own(self) -> None:
        theme = self._theme
        lines = column(self._own, gap=theme.px(6))
        above, below = QWidget(), QWidget()
        add_field(field_grid(above, theme), theme, label="Code", control=self.code)
        grid = field_grid(below, theme)
        add_field(grid, theme, label="Certainty", control=self.certainty)
        add_field(grid, theme, label="Memo", control=self.memo)
        grid.addWidget(self._last_row(), grid.rowCount(), 1)
        for part in (above, self._attribute_room, below):
            lines.addWidget(part)

    def _connect(self) -> None:
        self.code.activated.connect(lambda _: self._coding.recode(CodeId(self.code.value)))
        self.certainty.chosen.connect(lambda value: self._describe(certainty=Certainty(value)))
        self.memo.committed.connect(lambda text: self._describe(memo=text))
        self.ask_lead.toggled.connect(lambda on: self._describe(ask_lead=on))
        self.remove.clicked.connect(self._coding.delete)

    @property
    def fields(self) -> dict[str, AttributeField]:
        """The controls of the code's attributes by name."""
        return self._block.fields if self._block is not None else {}

    def commit(self) -> None:
        """Hand over what is being typed; leaving a line of text does so too."""
        self.memo.commit()
        if self._block is not None:
            self._block.commit()

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
        key = (self._theme.mode, self._desk.codes)
        if key != self._built_for:
            self._built_for = key
            self._forget_blocks()
        if self._block is None or self._block.code != code:
            self._show_block(code)
        if code is not None and self.code.findData(code.id) < 0:
            self._offer(code)
        self.code.show_value(entry.code)
        if self._block is not None:
            self._block.show_values(entry.attributes)
        self.certainty.show_value(entry.certainty.value)
        if not (self.memo.hasFocus() and self.memo.text != entry.memo):
            self.memo.show_text(entry.memo)
        self.ask_lead.blockSignals(True)
        self.ask_lead.setChecked(entry.ask_lead)
        self.ask_lead.blockSignals(False)

    def _show_block(self, code: Code | None) -> None:
        """Show the attributes of a code; its controls are made the first time, since making them is slow."""
        for block in self._blocks.values():
            block.setVisible(code is not None and block.code == code)
        if code is None:
            self._block = None
            return
        if code.id not in self._blocks:
            block = AttributeBlock(self._theme, code, changed=self._set_attribute)
            self._blocks[code.id] = block
            self._attributes.addWidget(block)
        self._block = self._blocks[code.id]
        self._attribute_room.setVisible(bool(self._block.fields))
        before: QWidget = self.code
        fields = (field.control for field in self._block.fields.values())
        for control in (*fields, self.certainty, self.memo, self.ask_lead, self.remove):
            QWidget.setTabOrder(before, control)
            before = control

    def _forget_blocks(self) -> None:
        """Take another look or another codebook."""
        clear(self._attributes)
        self._blocks, self._block = {}, None
        self._fill_codes()

    def _last_row(self) -> QWidget:
        made = QWidget()
        line = row(made)
        line.addWidget(self.ask_lead)
        line.addStretch(1)
        line.addWidget(self.remove)
        return made

    def _fill_codes(self) -> None:
        """Offer every code that may be applied; a retired one is offered only where it is the present one."""
        theme = self._theme
        self.code.setIconSize(QSize(theme.px(WIDTH), theme.px(16)))
        self.code.clear()
        for code in self._desk.codes:
            if code.is_offered:
                self._offer(code)

    def _offer(self, code: Code) -> None:
        icon = lane_icon(self._theme, pattern=code.pattern, colour=self._theme.code_colour(code))
        self.code.addItem(icon, plain.cut(code.name), code.id)

    def _show_read(self, entry: Annotation, *, coder: str) -> None:
        clear(self._read_grid)
        code = self._desk.code(entry.code)
        labels = {each.name: each.label or each.name for each in (code.attributes if code else ())}
        lines = [("Coder", coder), ("Code", code.name if code else "Unknown code")]
        order = {name: place for place, name in enumerate(labels)}
        named = sorted(entry.attributes.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))
        lines += [(labels.get(name, name), value) for name, value in named]
        lines.append(("Certainty", entry.certainty.value or NOT_SET))
        if entry.memo:
            lines.append(("Memo", entry.memo))
        if entry.ask_lead:
            lines.append(("Question", "asks the lead"))
        for label, value in lines:
            shown = plain.label(value, wrap=True)
            shown.setMinimumHeight(self._theme.px(24))
            shown.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            add_field(self._read_grid, self._theme, label=label, control=shown, height=24)
        note = plain.label("Made by another coder, so you can read it but not change it.", ink="secondary", wrap=True)
        note.setFont(self._theme.font(Type.META))
        self._read_grid.addWidget(note, self._read_grid.rowCount(), 0, 1, 2)
