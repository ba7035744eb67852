# SPDX-License-Identifier: MIT
"""What a reader or a writer of files found: a shape by weight, the sentence with its number, the first places."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.exchange.findings import Finding, FindingKind
from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import clear, column, row

_SHAPES = {
    FindingKind.DROPPED: ("warning", "warning", "Left out"),
    FindingKind.MISMATCH: ("warning", "warning", "Does not fit"),
    FindingKind.GUESSED: ("question", "text", "Assumed"),
    FindingKind.NOTED: ("info", "text", "Noted"),
}
_MOST_PLACES, _MOST = 3, 40


class FindingsList(QWidget):
    """Lines that wrap; without any it takes no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = column(self, gap=theme.px(6))
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, the first forty in full."""
        clear(self._lines)
        for each in findings[:_MOST]:
            self._lines.addLayout(self._line(each))
        if len(findings) > _MOST:
            self._lines.addWidget(plain.label(f"And {len(findings) - _MOST:,} more.", ink="secondary"))
        self.setVisible(bool(findings))

    def _line(self, finding: Finding) -> QHBoxLayout:
        theme = self._theme
        icon, token, spoken = _SHAPES[finding.kind]
        line = row(gap=theme.px(10))
        picture = Picture(theme, icon, token=token)
        plain.name_for_screen_reader(picture, spoken)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        said = column(gap=theme.px(1))
        number = f" ({finding.count:,})" if finding.count > 1 else ""
        said.addWidget(plain.label(f"{spoken}: {finding.sentence}{number}", wrap=True))
        places = [place for place in finding.places[:_MOST_PLACES] if place]
        if places:
            more = ", …" if finding.count > len(places) else ""
            where = plain.label(f"{', '.join(places)}{more}", ink="secondary", wrap=True)
            where.setFont(theme.font(Type.META))
            said.addWidget(where)
        line.addLayout(said, 1)
        return line
