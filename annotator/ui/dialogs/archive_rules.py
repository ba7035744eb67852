# SPDX-License-Identifier: MIT
"""The keywords by which downloads of news archives fall into articles: shown, changed, kept as a rule of one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator import operations
from annotator.domain import KnownError
from annotator.operations import ArchiveRuleFile
from annotator.ui import plain
from annotator.ui.dialogs.page_dialog import PageDialog
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.text_area import TextArea

WHY = (
    "Archives change their downloads from time to time. A rule names the lines that begin or end an article, the words "
    "before author, length and date, and how dates are written. Change a rule and keep it under a name of your own: "
    "your rules are tried first. {number}, {total}, {count}, {day}, {month}, {year}, {id} and {any} stand for what "
    "differs from line to line."
)


class ArchiveRulesDialog(PageDialog):
    """``kept(key)``: a rule of one's own was kept and is to be used; ``gone``: one was taken away."""

    kept = Signal(str)
    gone = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, key: str = "") -> None:
        super().__init__(theme, "Rules for news archives", parent, size=(760, 640))
        self.rule = Choice(theme, name="Rule")
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the file")
        self.words = TextArea(theme, name="Keywords of the rule", fewest_lines=12, most_lines=15)
        form = Form(theme)
        form.add("rule", "Rule", self.rule)
        form.add("name", "Keep as", self.name)
        self.body.addWidget(plain.label(WHY, ink="secondary", wrap=True))
        self.body.addWidget(form)
        self.body.addWidget(self.words, 1)
        self.remove = Button(theme, "Take away my rule")
        self.close_it = Button(theme, "Close")
        self.keep = Button(theme, "Keep my rule and use it", kind="primary")
        for verb in (self.remove, self.close_it, self.keep):
            self.foot.addWidget(verb)
        self.rule.activated.connect(lambda _: self._show())
        self.name.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        self.close_it.clicked.connect(self.reject)
        self._list(key)

    def _list(self, key: str) -> None:
        self._rules: tuple[ArchiveRuleFile, ...] = operations.archive_rules()
        self.rule.clear()
        for each in self._rules:
            said = each.rule.name if each.rule is not None else f"{each.key}: not used"
            self.rule.addItem(plain.cut(f"{said} (own)" if each.is_own else said, longest=80), each.key)
        self.rule.show_value(key or self._rules[0].key)
        self._show()

    def _show(self) -> None:
        chosen = next((each for each in self._rules if each.key == self.rule.value), self._rules[0])
        self.words.show_text(operations.archive_rule_text(key=chosen.key))
        self.name.setText(chosen.key if chosen.is_own else f"my_{chosen.key}")
        self.remove.setVisible(chosen.is_own)
        self.note.tell(plain.sentence_of(chosen.error) if chosen.error is not None else "")

    def _keep(self) -> None:
        try:
            key = operations.save_archive_rule(key=self.name.text().strip(), text=self.words.text).stem
        except KnownError as error:
            self.refuse(error)
            self.words.setFocus()
            return
        self.kept.emit(key)
        self.accept()

    def _remove(self) -> None:
        operations.forget_archive_rule(key=self.rule.value)
        self.gone.emit()
        self._list("")
