# SPDX-License-Identifier: MIT
"""What counts as what: a code as another code; taking it, or the union of two people, back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import Alias, AliasOf, Code, Codebook, CodeId, CoderId
from annotator.operations import Mapped, MappingPreview, Outcome, Project
from annotator.ui import plain, words
from annotator.ui.team.fields import head, small, tell
from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.team.mapping_table import MappingTable
from annotator.ui.team.team_desk import TeamDesk
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.surfaces import column, rule

ABOUT = "What was coded stays as it was written; it only counts under the other name, everywhere, until taken back."
EMPTY = "Everything counts as itself."


class MappingPanel(QWidget):
    """The list holds codes and people; people are united in the panel of people."""

    def __init__(self, theme: Theme, desk: TeamDesk) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._mapped: dict[str, Mapped] = {}
        self._codes: Sequence[Code] = ()
        self.list = LinesList(theme, name="What counts as another", grows=True)
        self._empty = small(theme, EMPTY)
        self.take_back = Button(theme, "Take back", icon="undo")
        self.source = Choice(theme, name="The code")
        self.target = Choice(theme, name="counts as")
        self.effect = small(theme)
        self.unite = Button(theme, "Count as one code")
        self.table = MappingTable(theme, desk)
        self._lay_out()
        self.take_back.clicked.connect(self._take_back)
        self.list.chosen.connect(lambda key: self.take_back.setEnabled(bool(key)))
        for choice in (self.source, self.target):
            choice.activated.connect(lambda _: self._preview())
        self.unite.clicked.connect(self._unite)

    def _lay_out(self) -> None:
        px, theme = self._theme.px, self._theme
        whole = column(self)
        whole.addWidget(head(theme, "Counts as another"))
        whole.addWidget(self.list)
        above = column(margins=(px(16), px(8), px(16), px(12)), gap=px(8))
        above.addWidget(self._empty)
        above.addWidget(self.take_back)
        whole.addLayout(above)
        whole.addWidget(rule())
        whole.addWidget(head(theme, "Map a code"))
        below = column(margins=(px(16), 0, px(16), px(16)), gap=px(8))
        below.addWidget(small(theme, ABOUT))
        below.addWidget(self.source)
        below.addWidget(plain.label("counts as", ink="secondary"))
        for part in (self.target, self.effect, self.unite, self.table):
            below.addWidget(part)
        whole.addLayout(below)

    def show_mapped(self, mapped: Sequence[Mapped], *, codebook: Codebook) -> None:
        """Show what counts as what, and offer the codes."""
        self._mapped = {f"{each.alias.of}:{each.alias.source}": each for each in mapped}
        self.list.show_lines([_line(key, each) for key, each in self._mapped.items()])
        self._empty.setVisible(not mapped)
        self.take_back.setVisible(bool(mapped))
        self.take_back.setEnabled(bool(self.list.key))
        codes = [code for code in codebook.codes if not code.counts_as]
        if codes != list(self._codes):
            self._codes = codes
            self._offer()
        self._preview()

    def _offer(self) -> None:
        for place, choice in enumerate((self.source, self.target)):
            value = choice.value
            choice.clear()
            for code in self._codes:
                choice.addItem(plain.cut(code.name), code.id)
            if choice.findData(value) >= 0:
                choice.show_value(value)
            elif choice.count() > place:
                choice.setCurrentIndex(choice.count() - 1 - place)

    def _names(self) -> Mapping[str, str]:
        return {code.id: code.name for code in self._codes}

    def _preview(self) -> None:
        source, target = self.source.value, self.target.value
        self.unite.setEnabled(False)
        if not source or source == target:
            tell(self.effect, "Choose two different codes.")
            return
        self._desk.ask(
            lambda project, _: operations.preview_mapping(project, of=AliasOf.CODE, source=source, target=target),
            done=lambda preview: self._tell(preview, source, target),
            failed=lambda sentence: tell(self.effect, sentence),
        )

    def _tell(self, preview: MappingPreview, source: str, target: str) -> None:
        if (source, target) != (self.source.value, self.target.value):
            return
        names = self._names()
        number = words.counted(preview.annotations, "annotation")
        where = words.counted(len(preview.documents), "article")
        tell(
            self.effect,
            f"{number} of {names.get(source, '')} in {where} will count as {names.get(target, '')}.",
        )
        self.unite.setEnabled(True)

    def _unite(self) -> None:
        source, target = CodeId(self.source.value), CodeId(self.target.value)
        self._desk.write(
            lambda project, author: operations.map_code(project, author=author, source=source, target=target)
        )

    def _take_back(self) -> None:
        mapped = self._mapped.get(self.list.key)
        if mapped is None:
            return

        def take(project: Project, author: CoderId) -> Outcome[Alias]:
            alias = mapped.alias
            if alias.of is AliasOf.CODE:
                return operations.unmap_code(project, author=author, source=CodeId(alias.source))
            return operations.apart(project, author=author, source=CoderId(alias.source))

        self._desk.write(take)
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(key: str, mapped: Mapped) -> ListLine:
    is_code = mapped.alias.of is AliasOf.CODE
    source, target = (words.short(each) if is_code else each for each in (mapped.source_name, mapped.target_name))
    kind = "Code" if is_code else "Person"
    return ListLine(key, f"{source} counts as {target}", words.counted(mapped.annotations, "annotation"), aside=kind)
