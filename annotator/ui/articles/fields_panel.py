# SPDX-License-Identifier: MIT
"""The fields that a project keeps of its articles beside the built-in ones: add, rename, reorder, remove."""

from PySide6.QtWidgets import QLineEdit, QWidget

from annotator import operations
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.operations.metadata_rules import field_fault
from annotator.ui.articles.desk import ArticlesDesk
from annotator.ui.team.fields import head, small
from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.surfaces import column, row
from annotator.ui.widgets.text_area import TextArea

KINDS = (
    (MetadataKind.TEXT, "Text"), (MetadataKind.DATE, "Date"), (MetadataKind.NUMBER, "Number"),
    (MetadataKind.CHOICE, "Choice from a list"),
)  # fmt: skip
_KIND_WORDS = dict(KINDS)
NONE_YET = "No own fields yet. Country or section, for instance, would stand beside title, outlet, author and date."
_NEW = ""


class FieldsPanel(QWidget):
    """The list, and below it the field that is chosen, or a new one."""

    def __init__(self, theme: Theme, desk: ArticlesDesk) -> None:
        super().__init__()
        self._desk = desk
        self._edited = _NEW
        self._empty = small(theme, NONE_YET)
        self.list = LinesList(theme, name="Own fields of the articles", grows=True)
        self.new = Button(theme, "New field", icon="plus")
        self.up = Button(theme, kind="icon", icon="up", spoken="Move the field up")
        self.down = Button(theme, kind="icon", icon="down", spoken="Move the field down")
        self.remove = Button(theme, "Remove", icon="trash", kind="quiet")
        self.name, self.label = QLineEdit(), QLineEdit()
        self.name.setAccessibleName("Name of the field in files")
        self.label.setAccessibleName("What the field is called on screen")
        self.kind = Choice(theme, name="What it holds")
        for kind, said in KINDS:
            self.kind.addItem(said, kind.value)
        self.choices = TextArea(theme, name="What can be chosen, one a line", hint="One a line", fewest_lines=3)
        self.form = Form(theme)
        self.form.add("name", "Name", self.name, hint="In exported tables; it stays.")
        self.form.add("label", "Label", self.label, hint="On screen, if it is to be called otherwise there.")
        self.form.add("kind", "Holds", self.kind)
        self.form.add("choices", "Choices", self.choices)
        self.save = Button(theme, "Add the field", kind="primary")
        self._lay_out(theme)
        self._connect()
        self._edit(_NEW)

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        lines = column(self)
        lines.addWidget(head(theme, "Own fields"))
        lines.addWidget(self.list)
        inside = column(margins=(px(16), 0, px(16), px(16)), gap=px(10))
        inside.addWidget(self._empty)
        moves = row(gap=px(4))
        for part in (self.new, self.up, self.down):
            moves.addWidget(part)
        moves.addStretch(1)
        moves.addWidget(self.remove)
        inside.addSpacing(px(6))
        inside.addLayout(moves)
        inside.addWidget(self.form)
        inside.addWidget(self.save)
        lines.addLayout(inside)

    def _connect(self) -> None:
        self.list.chosen.connect(self._edit)
        self.list.entered_line.connect(lambda _: self.label.setFocus())
        self.new.clicked.connect(self._begin_new)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.save.clicked.connect(self._save)
        for field in (self.name, self.label):
            field.textChanged.connect(lambda _: self._judge())
            field.returnPressed.connect(self._save)
        self.kind.activated.connect(lambda _: self._judge())
        self.choices.edited.connect(self._judge)

    def show_fields(self) -> None:
        """List the fields that there are now; what is being typed stays."""
        fields = self._desk.state.fields
        self.list.show_lines([ListLine(each.name, each.heading, note=_said(each)) for each in fields])
        self.list.choose(self._edited)
        self._empty.setVisible(not fields)
        if self._edited != _NEW and self._known() is None:
            self._edit(_NEW)
        self._judge()

    @property
    def field(self) -> MetadataField:
        """The field as it is typed."""
        kind = MetadataKind(self.kind.value)
        choices = self.choices.lines if kind in (MetadataKind.CHOICE, MetadataKind.TEXT) else ()
        return MetadataField(self.name.text().strip(), self.label.text().strip(), kind, choices)

    def _known(self) -> MetadataField | None:
        return next((each for each in self._desk.state.fields if each.name == self._edited), None)

    def _edit(self, name: str) -> None:
        self._edited = name
        known = self._known()
        self.name.setText(known.name if known else "")
        self.label.setText(known.label if known else "")
        self.kind.show_value((known.kind if known else MetadataKind.TEXT).value)
        self.choices.show_text("\n".join(known.choices) if known else "")
        self.name.setReadOnly(known is not None)
        self._judge()

    def _begin_new(self) -> None:
        self.list.clearSelection()
        self._edit(_NEW)
        self.name.setFocus()

    def _judge(self) -> None:
        known, fields = self._known(), self._desk.state.fields
        names = [each.name for each in fields]
        may = self._desk.may_edit
        self.save.show_words("Save the field" if known else "Add the field")
        is_begun = bool(self.name.text().strip())
        fault = field_fault([each for each in fields if each is not known], self.field) if is_begun else ""
        waits = self.kind.value == MetadataKind.CHOICE.value and not self.choices.lines
        self.form.tell("choices" if waits else "name", fault)
        self.form.tell("name" if waits else "choices", "")
        is_new = known is None or (known.label, known.kind, known.choices) != (
            self.field.label, self.field.kind, self.field.choices,
        )  # fmt: skip
        self.save.setEnabled(may and is_begun and not fault and is_new)
        has_choices = self.kind.value in (MetadataKind.CHOICE.value, MetadataKind.TEXT.value)
        self.choices.setEnabled(has_choices)
        self.form.note("choices").show_hint(_choices_hint(MetadataKind(self.kind.value)))
        self.remove.setEnabled(may and known is not None)
        place = names.index(known.name) if known else -1
        self.up.setEnabled(may and place > 0)
        self.down.setEnabled(may and 0 <= place < len(names) - 1)

    def _save(self) -> None:
        field = self.field
        if self.save.isEnabled():
            self._edited = field.name
            self.name.setReadOnly(True)
            self._desk.write(
                lambda project, author: operations.define_metadata_field(project, author=author, field=field)
            )

    def _remove(self) -> None:
        name = self._edited
        if self.remove.isEnabled():
            self._desk.write(
                lambda project, author: operations.remove_metadata_field(project, author=author, name=name)
            )

    def _move(self, step: int) -> None:
        names = [each.name for each in self._desk.state.fields]
        place = names.index(self._edited)
        names.insert(place + step, names.pop(place))
        self._desk.write(
            lambda project, author: operations.reorder_metadata_fields(project, author=author, names=names)
        )


def _said(field: MetadataField) -> str:
    said = _KIND_WORDS[field.kind]
    if field.choices:
        said += f": {', '.join(field.choices)}"
    return said if field.heading == field.name else f"{said}. In files: {field.name}"


def _choices_hint(kind: MetadataKind) -> str:
    if kind is MetadataKind.CHOICE:
        return "Nothing else can be stored."
    return "Offered, not imposed." if kind is MetadataKind.TEXT else "Only for text and choices."
