# SPDX-License-Identifier: MIT
"""How much must be coded twice: for each code how many units there are, and how many two limits of alpha need."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from annotator import operations
from annotator.agreement.question import CHARACTER, SENTENCE
from annotator.operations import SamplePlan
from annotator.ui import plain, words
from annotator.ui.dialogs.page_dialog import PageDialog
from annotator.ui.dialogs.sample import SampleDialog
from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.unit_words import UNIT_BY_NAME, UNITS
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.surfaces import clear, rule

CONFIDENCES = (0.9, 0.95, 0.99)
CODERS = (2, 3, 4, 5, 6)
READING = (
    "After Krippendorff: so many units must be coded by everybody before alpha can be trusted to lie above the limit. "
    "The rarer a code, the more. Units of one article are not independent of each other, so a few long articles are "
    "too little."
)
_HEADS = ("Code", "Share", "Have", "For .667", "For .800")


class PlannerDialog(PageDialog):
    """Plans anew with every choice."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget, *, unit: str = SENTENCE) -> None:
        super().__init__(theme, "Plan the reliability sample", parent, size=(720, 620))
        self._session = session
        self._asked = 0
        self._plan: SamplePlan | None = None
        self.unit = Choice(theme, name="Unit")
        for each in UNITS:
            self.unit.addItem(each.title, each.name)
        self.unit.show_value(SENTENCE if unit == CHARACTER else unit)
        self.confidence = Choice(theme, name="Confidence")
        for share in CONFIDENCES:
            self.confidence.addItem(figures.level(share), str(share))
        self.confidence.show_value("0.95")
        self.coders = Choice(theme, name="Coders")
        for number in CODERS:
            self.coders.addItem(str(number), str(number))
        self.coders.show_value("2")
        self.share = QLineEdit()
        self.share.setAccessibleName("Expected share in percent")
        self.share.setPlaceholderText("percent, like 5")
        self.share.setValidator(QDoubleValidator(0.0, 100.0, 4, self.share))
        self._grid = QGridLayout()
        self._lay_out()
        self.draw = Button(theme, "Draw a sample…")
        self.close_it = Button(theme, "Close", kind="primary")
        self.foot.addWidget(self.draw)
        self.foot.addWidget(self.close_it)
        for choice in (self.unit, self.confidence, self.coders):
            choice.activated.connect(lambda _: self._ask())
        self.share.editingFinished.connect(self._ask)
        self.draw.clicked.connect(self._open_sample)
        self.close_it.clicked.connect(self.accept)
        self._ask()

    @property
    def plan(self) -> SamplePlan | None:
        """What is shown, or None."""
        return self._plan

    def _lay_out(self) -> None:
        px = self.theme.px
        form = Form(self.theme)
        form.add("unit", "Unit", self.unit)
        form.add("confidence", "Confidence", self.confidence)
        form.add("coders", "Coders", self.coders)
        hint = "The share that you expect, for codes that nobody has used yet, or everybody everywhere."
        form.add("share", "Expected", self.share, hint=hint)
        self.body.addWidget(form)
        reading = plain.label(READING, ink="secondary", wrap=True)
        reading.setFont(self.theme.font(Type.META))
        self._summary = plain.label(wrap=True)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(0, 1)
        self.body.addWidget(self._summary)
        self.body.addLayout(self._grid)
        self.body.addWidget(reading)
        self.body.addStretch(1)

    def _ask(self) -> None:
        self._asked += 1
        asked = self._asked
        typed = self.share.text().replace(",", ".")
        share = float(typed) / 100 if typed and self.share.hasAcceptableInput() else None
        unit, confidence, coders = self.unit.value, float(self.confidence.value), int(self.coders.value)

        def show(plan: SamplePlan) -> None:
            if asked == self._asked:
                self._show(plan)

        self._session.read(
            lambda project: operations.plan_sample(
                project, prevalence=share, confidence=confidence, coders=coders, unit=unit
            ),
            done=show,
            failed=self.refuse,
        )

    def _show(self, plan: SamplePlan) -> None:
        self._plan = plan
        self.note.tell("")
        unit = UNIT_BY_NAME[plan.unit].one
        mean = plan.units_per_document
        each = f", an article has {mean:,.0f} {unit}s on average" if mean and plan.unit != "document" else ""
        shared = words.counted(plan.shared, "article")
        self._summary.setText(f"Two coders have finished {shared} so far{each}.")
        clear(self._grid)
        for place, head in enumerate(_HEADS):
            self._cell(head, 0, place, ink="secondary")
        for line, found in enumerate(plan.rows, start=1):
            self._grid.addWidget(rule(), 2 * line - 1, 0, 1, len(_HEADS))
            self._cell(found.code.name if found.code is not None else "Any code", 2 * line, 0)
            if found.reason:
                reason = plain.label(words.sentence(found.reason), ink="secondary", wrap=True)
                self._grid.addWidget(reason, 2 * line, 1, 1, 4)
                continue
            expected = " expected" if found.is_expected else ""
            self._cell(f"{figures.percent(found.prevalence or 0.0)}{expected}", 2 * line, 1)
            self._cell(f"{found.have:,}", 2 * line, 2)
            for place, need in enumerate(found.needs, start=3):
                articles = f", {words.counted(need.documents, 'article')}" if need.documents is not None else ""
                met = " ✓" if found.have >= need.units else ""
                self._cell(f"{need.units:,}{articles}{met}", 2 * line, place)

    def _cell(self, text: str, line: int, place: int, *, ink: str = "") -> QLabel:
        made = plain.label(text, ink=ink)
        side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
        made.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        made.setMinimumHeight(self.theme.px(26))
        self._grid.addWidget(made, line, place)
        return made

    def _open_sample(self) -> None:
        wanted = [need.documents for row in (self._plan.rows if self._plan else ()) for need in row.needs[:1]]
        most = max((number for number in wanted if number is not None), default=10)
        SampleDialog(self.theme, self._session, self, documents=most).open()
