# SPDX-License-Identifier: MIT
"""How a file of annotations is read: what its format leaves open, whose work it is, in which round."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from annotator.operations import CorpusImportChoice, CorpusKind, DnaChoice
from annotator.ui import plain, words
from annotator.ui.incoming.looking import Looked
from annotator.ui.incoming.unit_samples import UnitSamples
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import RadioDot, TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.surfaces import Surface, clear, column

NAMES_NOBODY = frozenset({CorpusKind.FLAT, CorpusKind.LABELLED, CorpusKind.BRAT, CorpusKind.CAS, CorpusKind.W3C})
_MOST_TYPES = 12
_GAPS = (("", "one, from its first word to its last"), ("fragments", "one for each part"))
CHOOSE_TYPE = "Choose what holds the codes. Counted are the first 20 files."


class FormatCard(Surface):
    """``changed(choice)`` by the reader; what is typed counts once the field is left or Enter is pressed."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__("card")
        self._theme = theme
        self._choice = CorpusImportChoice()
        self._shown: object = None
        self.controls: dict[str, QWidget] = {}
        self.types: dict[tuple[str, str], RadioDot] = {}
        px = theme.px
        head = plain.label("How it is read")
        head.setFont(theme.font(Type.HEAD))
        whole = column(self, margins=(px(16), px(12), px(16), px(14)), gap=px(6))
        whole.addWidget(head)
        self._lines: QVBoxLayout = column(gap=px(8))
        whole.addLayout(self._lines)
        whole.addStretch(1)
        self.setAccessibleName("How it is read")

    @property
    def choice(self) -> CorpusImportChoice:
        """What is chosen."""
        return self._choice

    def show_looked(self, looked: Looked) -> None:
        """Offer what a file leaves open; what is offered already keeps its focus."""
        self._choice = looked.choice
        shown = looked.path, looked.kind, looked.offers, looked.rounds
        if shown != self._shown:
            self._shown = shown
            clear(self._lines)
            self.controls, self.types = {}, {}
            self._offer(looked)
        self._show_values()

    def take_focus(self) -> None:
        """Go to the first thing that can be chosen."""
        first = next(iter(self.types.values()), None) or next(iter(self.controls.values()), None)
        if first is not None:
            first.setFocus()

    def _offer(self, looked: Looked) -> None:
        if looked.offers.cas_types:
            self._offer_types(looked)
        if looked.offers.unit is not None:
            samples = UnitSamples(self._theme, looked.offers.unit)
            samples.chosen.connect(lambda unit: self._take(unit=unit))
            self.controls["unit"] = samples
            self._lines.addWidget(samples)
        form = Form(self._theme)
        if looked.kind is CorpusKind.DNA:
            self._offer_dna(form, looked)
        if looked.kind is CorpusKind.BRAT:
            self._add_choice(form, "fragments", "Gaps", "An annotation with gaps becomes", _GAPS)
        if looked.kind in NAMES_NOBODY:
            self._add_coder(form, is_needed=looked.kind is CorpusKind.FLAT)
        if len(looked.rounds) > 1:
            rounds = (("", "as the file says"), *((name, name) for name in looked.rounds))
            self._add_choice(form, "round_name", "Round", "Round", rounds)
        self._lines.addWidget(form)
        ticks = column(gap=self._theme.px(2))
        self._add_tick(ticks, "finished", "Mark the articles as finished by their coders")
        self._add_tick(ticks, "machine_made", "New coders are programs")
        self._add_tick(ticks, "drop_attributes", "Leave out attributes that our codes do not have")
        self._lines.addLayout(ticks)

    def _offer_types(self, looked: Looked) -> None:
        self._lines.addWidget(plain.label(CHOOSE_TYPE, ink="secondary", wrap=True))
        group, lines = QButtonGroup(self), column()
        self._lines.addLayout(lines)
        for each in looked.offers.cas_types[:_MOST_TYPES]:
            name = each.type_name.rpartition(".")[2]
            said = f"{name}, {each.feature}" if each.feature else f"{name}, the type itself"
            dot = RadioDot(self._theme, f"{said} ({each.count:,})")
            plain.set_tooltip(dot, each.type_name)
            dot.setSizePolicy(dot.sizePolicy().Policy.Ignored, dot.sizePolicy().verticalPolicy())
            dot.clicked.connect(
                lambda _=False, one=each: self._take(cas_type=one.type_name, cas_feature=one.feature, codes={})
            )
            group.addButton(dot)
            self.types[each.type_name, each.feature] = dot
            lines.addWidget(dot)
            examples = plain.label(f"like {words.listed(each.examples)}" if each.examples else "", ink="secondary")
            examples.setFont(self._theme.font(Type.META))
            examples.setContentsMargins(self._theme.px(24), 0, 0, 0)
            examples.setVisible(bool(each.examples) and bool(each.feature))
            lines.addWidget(examples)

    def _offer_dna(self, form: Form, looked: Looked) -> None:
        offers = looked.offers
        variables = (("", "the type of the statement"), *((name, f"“{name}”") for name in offers.dna_variables))
        signs = (("", "without a sign"), *((name, f"with “{name}”") for name in offers.dna_signs))
        types = (("", "all"), *((name, name) for name in offers.dna_types))
        self._add_choice(form, "variable", "Code", "The code is", variables)
        self._add_choice(form, "sign", "Sign", "Sign of the code", signs)
        self._add_choice(form, "statement_type", "Statements", "Types of statements", types)

    def _add_choice(self, form: Form, field: str, label: str, name: str, values: Sequence[tuple[str, str]]) -> None:
        made = Choice(self._theme, name=name)
        for value, said in values:
            made.addItem(plain.cut(said, longest=80), value)
        made.activated.connect(lambda _: self._choose(field, made.value))
        self.controls[field] = made
        form.add(field, label, made)

    def _choose(self, field: str, value: str) -> None:
        if field in ("variable", "sign", "statement_type"):
            dna = replace(self._choice.dna, **{field: value})
            # A sign belongs to the value of a variable: alone it would be no code.
            dna = dna if dna.variable else DnaChoice(statement_type=dna.statement_type)
            self._take(dna=dna, codes={})
        elif field == "fragments":
            self._take(fragments=value)
        else:
            self._take(round_name=value)

    def _add_coder(self, form: Form, *, is_needed: bool) -> None:
        field = QLineEdit()
        field.setAccessibleName("Whose annotations these are")
        field.setPlaceholderText("A coder of the project, or a new one" if is_needed else "As the file says")
        field.editingFinished.connect(lambda: self._name(field.text().strip()))
        self.controls["coder"] = field
        hint = "The file does not say whose they are." if is_needed else "For what the file says nothing of."
        form.add("coder", "Coder", field, hint=hint)

    def _name(self, name: str) -> None:
        if name != self._choice.coder:
            self._take(coder=name, coders={})

    def _add_tick(self, lines: QVBoxLayout, field: str, said: str) -> None:
        made = TickBox(self._theme, said)
        made.setSizePolicy(made.sizePolicy().Policy.Ignored, made.sizePolicy().verticalPolicy())
        plain.set_tooltip(made, said)
        made.clicked.connect(lambda is_on: self._take(**{field: is_on}))
        self.controls[field] = made
        lines.addWidget(made)

    def _take(self, **changes: object) -> None:
        self._choice = replace(self._choice, **changes)  # type: ignore[arg-type]  # each has the type of its field
        self._show_values()
        self.changed.emit(self._choice)

    def _show_values(self) -> None:
        choice = self._choice
        values = {
            "fragments": choice.fragments, "round_name": choice.round_name, "variable": choice.dna.variable,
            "sign": choice.dna.sign, "statement_type": choice.dna.statement_type,
        }  # fmt: skip
        for field, control in self.controls.items():
            if isinstance(control, Choice):
                control.show_value(values[field])
            elif isinstance(control, TickBox):
                control.setChecked(getattr(choice, field))
            elif isinstance(control, QLineEdit) and not control.hasFocus():
                control.setText(choice.coder)
            elif isinstance(control, UnitSamples):
                control.show_value(choice.unit)
        if "sign" in self.controls:
            self.controls["sign"].setEnabled(bool(choice.dna.variable))
        for key, dot in self.types.items():
            dot.setChecked(key == (choice.cas_type, choice.cas_feature))
