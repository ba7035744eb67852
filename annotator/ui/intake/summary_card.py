# SPDX-License-Identifier: MIT
"""What came of taking articles in: what is here now, what is not and why, and how to take it back."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal

from annotator.operations import ArticleImportReport
from annotator.ui import plain, words
from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.keyed_button import KeyedButton
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, column, row

_MOST_NAMES = 3


class SummaryCard(Surface):
    """Hidden until there is something to say. ``undo_asked``, and ``code_asked`` leads to the first new article."""

    undo_asked = Signal()
    code_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("card")
        px = theme.px
        self.title = plain.label(wrap=True)
        self.title.setFont(theme.font(Type.HEAD))
        self.lines = LinesList(theme, name="What came of it")
        self.code = Button(theme, "Code the first of them")
        self.undo = KeyedButton(theme, "Take it back", keys=("Ctrl+Z",))
        self.close_it = Button(theme, kind="icon", icon="cross", spoken="Close this summary")
        head = row(margins=(px(16), px(8), px(8), px(8)), gap=px(8))
        head.addWidget(Picture(theme, "tick"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title, 1)
        for part in (self.code, self.undo, self.close_it):
            head.addWidget(part)
        inside = column(self, margins=(1, 1, 1, 1))
        inside.addLayout(head)
        inside.addWidget(self.lines)
        self.code.clicked.connect(self.code_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.close_it.clicked.connect(self.hide)
        self.lines.setMaximumHeight(px(190))
        self.hide()

    def show_report(self, report: ArticleImportReport) -> None:
        """Say it all; what needs no word is left out."""
        self.title.setText(said(report))
        lines = list(lines_of(report))
        self.lines.show_lines(lines)
        self.lines.setVisible(bool(lines))
        self.code.setVisible(bool(report.added))
        self.undo.setVisible(bool(report.added or report.renamed))
        self.show()


def said(report: ArticleImportReport) -> str:
    """Say in one line how many articles came in."""
    number = len(report.added)
    return f"{words.counted(number, 'article was', many='articles were')} added" if number else "No article was added"


def lines_of(report: ArticleImportReport) -> Iterator[ListLine]:
    """Go through what did not come in and why, then what came with the articles."""
    for place, (name, reason) in enumerate(report.refused):
        yield ListLine(f"refused {place}", name, reason, icon="error", token="error", aside="Refused")
    for key, title, names in (
        ("known", "already there by their text", report.already_there),
        ("repeated", "with the text of another that came in", report.repeated),
        ("out", "left out by choice", report.left_out),
    ):
        if names:
            yield ListLine(key, f"{words.counted(len(names), 'article')} {title}", _named(names), icon="copy")
    for key, number, title in (
        ("grouped", report.grouped, "put into a group of near-identical ones"),
        ("renamed", report.renamed, "known by a further name now"),
        ("guessed", report.guessed, "read by a guessed encoding"),
    ):
        if number:
            yield ListLine(key, f"{words.counted(number, 'article')} {title}", icon="info")
    if report.regions:
        yield ListLine("regions", f"{words.counted(report.regions, 'passage')} proposed as excluded", icon="info")
    if report.new_fields:
        yield ListLine("fields", "New fields of articles", ", ".join(report.new_fields), icon="info")
    for place, finding in enumerate(report.findings):
        times = f"{finding.count:,} times" if finding.count > 1 else "once"
        yield ListLine(f"finding {place}", finding.sentence, ", ".join(finding.places[:3]), icon="info", aside=times)


def _named(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more:,} more" if more > 0 else "")
