# SPDX-License-Identifier: MIT
"""The people of a project: how far each is, another one, another name, two identities that are one person."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import AliasOf, Coder, CoderId
from annotator.operations import CoderTotal, MappingPreview
from annotator.ui import words
from annotator.ui.team.fields import NameLine, head, small, tell
from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.team.team_desk import TeamDesk
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.surfaces import column, row


class PeoplePanel(QWidget):
    """Enter or F2 on a person puts the name into the field below, to be changed."""

    def __init__(self, theme: Theme, desk: TeamDesk) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._people: Sequence[Coder] = ()
        self._renamed = ""
        self.list = LinesList(theme, name="People", grows=True)
        self.name = NameLine(theme, hint="Name of another coder", verb="Add")
        self.rename = Button(theme, "Rename…", kind="quiet")
        self.same = Button(theme, "Same person as…", kind="quiet")
        self.other = Choice(theme, name="The same person as")
        self.effect = small(theme)
        self.unite = Button(theme, "Count as one person")
        self._uniting = self._make_uniting()
        self._lay_out()
        self._connect()
        self._choose("")

    def _make_uniting(self) -> QWidget:
        made = QWidget()
        lines = column(made, gap=self._theme.px(6))
        for part in (self.other, self.effect, self.unite):
            lines.addWidget(part)
        made.hide()
        return made

    def _lay_out(self) -> None:
        px = self._theme.px
        lines = column(self)
        lines.addWidget(head(self._theme, "People"))
        lines.addWidget(self.list)
        below = column(margins=(px(16), px(8), px(16), px(8)), gap=px(6))
        verbs = row(gap=px(4))
        verbs.addWidget(self.rename)
        verbs.addWidget(self.same)
        verbs.addStretch(1)
        below.addLayout(verbs)
        below.addWidget(self._uniting)
        below.addWidget(self.name)
        lines.addLayout(below)

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.entered_line.connect(self._begin_renaming)
        self.rename.clicked.connect(lambda: self._begin_renaming(self.list.key))
        self.same.clicked.connect(self._begin_uniting)
        self.other.activated.connect(lambda _: self._preview())
        self.unite.clicked.connect(self._unite)
        self.name.given.connect(self._take_name)
        self.name.left.connect(self._give_up)

    def show_people(self, people: Sequence[Coder], *, lead: CoderId, totals: Sequence[CoderTotal]) -> None:
        """Show who is in the project, with what they finished in the round that is looked at."""
        self._people = people
        by_coder = {total.coder.id: total for total in totals}
        self.list.show_lines([self._line(each, by_coder.get(each.id), is_lead=each.id == lead) for each in people])
        self._choose(self.list.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change a name by F2; give up by Esc."""
        if event.key() == Qt.Key.Key_F2 and self.list.key:
            self._begin_renaming(self.list.key)
        elif event.key() == Qt.Key.Key_Escape and (self._renamed or self._uniting.isVisible()):
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _line(self, coder: Coder, total: CoderTotal | None, *, is_lead: bool) -> ListLine:
        aside = "Lead" if is_lead else ""
        if total is None:
            return ListLine(coder.id, words.coder_name(coder), "Codes nothing in this round", aside=aside)
        note = f"{total.assigned:,} assigned, {total.finished:,} finished"
        if total.annotations:
            note += f", {words.counted(total.annotations, 'annotation')}"
        return ListLine(coder.id, words.coder_name(coder), note, aside=aside)

    def _name(self, coder: str) -> str:
        return next((each.name for each in self._people if each.id == coder), "")

    def _choose(self, coder: str) -> None:
        self.rename.setEnabled(bool(coder))
        is_lead = coder == self._desk.session.overview.lead if self._desk.session.is_open else False
        self.same.setEnabled(bool(coder) and not is_lead and len(self._people) > 1)
        self._uniting.hide()

    def _begin_renaming(self, coder: str) -> None:
        self._renamed = coder
        self.name.show_verb("Rename", name=self._name(coder))
        self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        was_busy = bool(self._renamed) or self._uniting.isVisible()
        self._renamed = ""
        self.name.show_verb("Add")
        self._uniting.hide()
        if was_busy:
            self.list.take_focus()

    def _take_name(self, name: str) -> None:
        renamed, self._renamed = self._renamed, ""
        self.name.show_verb("Add")
        if renamed:
            self._desk.write(
                lambda project, author: operations.rename_person(
                    project, author=author, coder=CoderId(renamed), name=name
                )
            )
            self.list.take_focus()
        else:
            self._desk.write(lambda project, author: operations.add_person(project, author=author, name=name))

    def _begin_uniting(self) -> None:
        self.other.clear()
        for each in self._people:
            if each.id != self.list.key:
                self.other.addItem(words.coder_name(each), each.id)
        self._uniting.show()
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        self._preview()

    def _preview(self) -> None:
        source, target = self.list.key, self.other.value
        self.effect.setText("")
        self._desk.ask(
            lambda project, _: operations.preview_mapping(project, of=AliasOf.CODER, source=source, target=target),
            done=lambda preview: self._tell_effect(preview, source, target),
            failed=lambda sentence: tell(self.effect, sentence),
        )

    def _tell_effect(self, preview: MappingPreview, source: str, target: str) -> None:
        moved = words.counted(preview.annotations, "annotation")
        said = f"{moved} of {self._name(source)} will count as {self._name(target)}’s. It can be taken back."
        if preview.both:
            both = words.counted(len(preview.both), "article")
            said += f" Both coded in {both}: they may be two people after all."
        tell(self.effect, said)

    def _unite(self) -> None:
        source, target = CoderId(self.list.key), CoderId(self.other.value)
        self._uniting.hide()
        self._desk.write(
            lambda project, author: operations.same_person(project, author=author, source=source, target=target)
        )
        self.list.take_focus()
