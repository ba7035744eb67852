# SPDX-License-Identifier: MIT
"""Whether two codes or two people of one name are the same: both side by side, with what is known of them."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from annotator.domain import Code, Codebook, Pattern
from annotator.merging.questions import CodeDetail, PersonDetail, Question
from annotator.ui import plain, words
from annotator.ui.merging.question_card import QuestionCard
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.lane import LaneSample
from annotator.ui.widgets.surfaces import column, row


class SameCard(QuestionCard):
    """A code carries its lane, the one that comes that of its file."""

    def __init__(
        self, theme: Theme, question: Question, detail: CodeDetail | PersonDetail, *, codebook: Codebook, sender: str
    ) -> None:
        is_code = isinstance(detail, CodeDetail)
        whose = f"{sender}: is the code" if is_code else "Is"
        other = f"your “{detail.target_name}”" if is_code else f"the same person as your “{detail.target_name}”"
        super().__init__(theme, question, title=f"{whose} “{detail.source_name}” {other}?")
        number = words.counted(detail.annotations, "annotation")
        left, right = QWidget(), QWidget()
        both = row(gap=theme.px(24))
        for each, name, aside in (
            (left, detail.source_name, f"{sender}, {number}"),
            (right, detail.target_name, "here"),
        ):
            lines = column(each, gap=theme.px(2))
            line = row(gap=theme.px(8))
            code = _code(detail, codebook, is_coming=each is left)
            if code is not None:
                line.addWidget(LaneSample(theme, pattern=code.pattern, colour=theme.code_colour(code)))
            line.addWidget(Elided(theme, name, role=Type.HEAD))
            line.addWidget(Elided(theme, aside, role=Type.META, token="secondary"), 1)
            lines.addLayout(line)
            if isinstance(detail, CodeDetail):
                definition = detail.source_definition if each is left else detail.target_definition
                said = plain.label(f"“{definition}”" if definition else "No definition.", wrap=True, ink="secondary")
                said.setFont(theme.font(Type.META))
                lines.addWidget(said)
            lines.addStretch(1)
            both.addWidget(each, 1)
        self.body.addLayout(both)
        self.add_choices()
        self.body.addStretch(1)


def _code(detail: CodeDetail | PersonDetail, codebook: Codebook, *, is_coming: bool) -> Code | None:
    """Give the code of the project, or one that looks as the coming one does."""
    code = codebook.by_id(detail.target) if isinstance(detail, CodeDetail) else None
    if code is None or not is_coming or not isinstance(detail, CodeDetail):
        return code
    if not (detail.source_pattern and detail.source_colour and detail.source_colour_dark):
        return None
    return replace(
        code, colour=detail.source_colour, colour_dark=detail.source_colour_dark, pattern=Pattern(detail.source_pattern)
    )
