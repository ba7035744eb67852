# SPDX-License-Identifier: MIT
"""The fields of a code, and the code they make: names, key, meaning, look, attributes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.domain import Code, Codebook, Pattern
from annotator.operations import CodeFault, code_faults, free_keys, proposed_short_name
from annotator.ui import plain
from annotator.ui.dialogs.attribute_editor import AttributeEditor
from annotator.ui.dialogs.colour_choice import ColourChoice
from annotator.ui.dialogs.pattern_choice import PatternChoice
from annotator.ui.shortcuts import SHORTCUTS
from annotator.ui.theme.code_colours import PATTERN_NAMES, ColourPair
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.surfaces import column
from annotator.ui.widgets.text_area import TextArea

SHORT_NAME_HINT = "The word for this code in files and tables."
KEY_HINT = "Pressed on selected words, it applies the code at once."
RETIRED_HINT = "Its key is free then. What was coded with it stays, is shown and counts."
ATTRIBUTES_HINT = "Asked for each passage of this code. What was answered before stays where an attribute is removed."


class CodeFields(QWidget):
    """``changed`` with each edit. ``is_new`` proposes a short name while none was written by hand."""

    changed = Signal()

    def __init__(self, theme: Theme, codebook: Codebook, code: Code, *, is_new: bool) -> None:
        super().__init__()
        self._theme = theme
        self._codebook = codebook
        self._given = code
        self._proposes = is_new
        self._touched: set[str] = set() if is_new else {"name"}
        self.form = Form(theme)
        self.name = QLineEdit(code.name)
        self.short_name = QLineEdit(code.short_name)
        self.key = Choice(theme, name="Key")
        self.definition = TextArea(theme, name="Definition")
        self.counts = TextArea(theme, name="What counts")
        self.does_not = TextArea(theme, name="What does not count")
        self.examples = TextArea(theme, name="Examples, one a line", hint="One example a line")
        self.colour = ColourChoice(theme)
        self.pattern = PatternChoice(theme, taken=self._patterns_taken())
        self.attributes = AttributeEditor(theme, code.attributes)
        self.retired = TickBox(theme, "No longer offered for coding")
        self._areas = {"definition": self.definition, "counts": self.counts, "does_not": self.does_not}
        self._lay_out(is_new=is_new)
        self._fill(code)
        self._connect()
        self._follow()

    @property
    def value(self) -> Code:
        """The code as it is written here; what was not touched stays exactly as it was given."""
        given = self._given
        examples = given.examples if self.examples.text == self._shown["examples"] else self.examples.lines
        name = given.name if self.name.text() == given.name else self.name.text().strip()
        return replace(
            given, name=name, short_name=self.short_name.text().strip(), shortcut=self.key.value,
            definition=self._text("definition"), counts=self._text("counts"), does_not=self._text("does_not"),
            examples=examples, colour=self.colour.pair.light, colour_dark=self.colour.pair.dark,
            pattern=self.pattern.pattern, attributes=self.attributes.value, retired=self.retired.isChecked(),
        )  # fmt: skip

    @property
    def faults(self) -> tuple[CodeFault, ...]:
        """Everything that keeps the code out of the codebook."""
        found = code_faults(self._codebook, code=self.value)
        own = (CodeFault("colour", self.colour.fault),) if self.colour.fault else ()
        return (*found, *own)

    def show_all_faults(self) -> None:
        """Show what is wrong under every field, and put the focus on the first."""
        self._touched.update(fault.field for fault in self.faults)
        self._follow()
        if self.faults:
            self.form.focus(_line_of(self.faults[0].field))

    def _text(self, field: str) -> str:
        given: str = getattr(self._given, field)
        text = self._areas[field].text
        return given if text == self._shown[field] else text.strip()

    def _lay_out(self, *, is_new: bool) -> None:
        form, px = self.form, self._theme.px
        self.name.setAccessibleName("Name")
        self.short_name.setAccessibleName("Short name")
        self.key.setMaximumWidth(px(140))
        form.add("name", "Name", self.name)
        form.add("short_name", "Short name", self.short_name, hint=SHORT_NAME_HINT)
        form.add("shortcut", "Key", self.key, hint=KEY_HINT)
        form.add_head("Meaning")
        form.add("definition", "Definition", self.definition)
        form.add("counts", "Counts", self.counts)
        form.add("does_not", "Does not", self.does_not)
        form.add("examples", "Examples", self.examples)
        form.add_head("Look")
        form.add("colour", "Colour", self.colour)
        form.add("pattern", "Pattern", self.pattern)
        form.add_head("Attributes")
        form.add("attributes", "Asked for", self.attributes, hint=ATTRIBUTES_HINT)
        if not is_new:
            form.add_head("Use")
            form.add("retired", "Retired", self.retired, hint=RETIRED_HINT)
        column(self).addWidget(form)

    def _fill(self, code: Code) -> None:
        for field, area in self._areas.items():
            area.show_text(getattr(code, field))
        self.examples.show_text("\n".join(code.examples))
        areas = {**self._areas, "examples": self.examples}
        self._shown = {field: area.text for field, area in areas.items()}
        self.key.addItem("No key", "")
        offered = [key for key in free_keys(self._codebook, code=code.id) if key not in _window_keys()]
        for key in dict.fromkeys((*offered, code.shortcut)):
            if key:
                self.key.addItem(plain.cut(key.upper()), key)
        self.key.show_value(code.shortcut)
        self.colour.show_pair(ColourPair("Colour of this code", code.colour, code.colour_dark))
        self.pattern.show_pattern(code.pattern)
        self.retired.setChecked(code.retired)

    def _connect(self) -> None:
        self.name.textEdited.connect(self._named)
        self.short_name.textEdited.connect(self._short_named)
        self.name.editingFinished.connect(lambda: self._touch("name"))
        self.key.activated.connect(lambda _: self._touch("shortcut"))
        for field, area in {**self._areas, "examples": self.examples}.items():
            area.edited.connect(lambda field=field: self._touch(field))
        self.colour.changed.connect(lambda: self._touch("colour"))
        self.pattern.changed.connect(lambda: self._touch("pattern"))
        self.attributes.changed.connect(lambda: self._touch("attributes"))
        self.retired.toggled.connect(lambda _: self._touch("shortcut"))

    def _named(self, text: str) -> None:
        if self._proposes:
            self.short_name.setText(proposed_short_name(text, codebook=self._codebook, code=self._given.id))
        self._touch("name")

    def _short_named(self, text: str) -> None:
        self._proposes = not text
        self._touch("short_name")

    def _touch(self, field: str) -> None:
        self._touched.add(field)
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Show the faults of the fields that were touched; draw the lanes in the chosen look."""
        wrong: dict[str, str] = {}
        for fault in self.faults:
            if fault.field in self._touched or fault.field.startswith("colour"):
                wrong.setdefault(_line_of(fault.field), fault.sentence)
        for field in ("name", "short_name", "shortcut", *self._areas, "examples", "colour", "attributes"):
            self.form.tell(field, wrong.get(field, ""))
        self.form.note("colour").show_hint(self.colour.hint)
        self.form.note("pattern").show_hint(self._said_of_pattern())
        self.colour.show_pattern(self.pattern.pattern)
        self.pattern.show_colour(self.colour.colour_in_force)

    def _said_of_pattern(self) -> str:
        name = PATTERN_NAMES[self.pattern.pattern]
        user = self._patterns_taken().get(self.pattern.pattern)
        return (
            f"{name}, as “{plain.cut(user, longest=60)}” has it: the colour alone tells them apart." if user else name
        )

    def _patterns_taken(self) -> dict[Pattern, str]:
        others = (each for each in self._codebook.active if each.id != self._given.id)
        return {each.pattern: each.name for each in others}


def _line_of(field: str) -> str:
    """Give the line of the form where a field of the code is told about."""
    return "colour" if field == "colour_dark" else field


def _window_keys() -> frozenset[str]:
    """Give the letters that do something in the window already; a code's key would hide it."""
    return frozenset(key.lower() for shortcut in SHORTCUTS for key in shortcut.keys if len(key) == 1)
