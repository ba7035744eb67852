# SPDX-License-Identifier: MIT
"""Which wording of a code or which name of a person holds: each with where it comes from."""

from annotator.merging.questions import Question, VersionsDetail
from annotator.ui import plain
from annotator.ui.merging.question_card import QuestionCard
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type

_PARTS = (("name", ""), ("definition", ""), ("counts", "Counts: "), ("does_not", "Does not count: "))


class VersionsCard(QuestionCard):
    """One dot per wording, its words below."""

    def __init__(self, theme: Theme, question: Question, detail: VersionsDetail) -> None:
        super().__init__(theme, question, title=question.title)
        self.sentence(question.explanation, quiet=True)
        versions = {each.id: each for each in detail.versions}
        for choice in question.choices:
            version = versions[choice.id]
            source = version.source
            self.body.addWidget(self.dot(choice, words=f"As {source}" if source == "here" else _from(source)))
            wording = [f"{head}{version.fields[name]}" for name, head in _PARTS if version.fields.get(name)]
            said = plain.label(" · ".join(wording), wrap=True, ink="secondary")
            said.setFont(theme.font(Type.META))
            said.setContentsMargins(theme.px(24), 0, 0, theme.px(4))
            self.body.addWidget(said)
        self.body.addStretch(1)


def _from(source: str) -> str:
    return source[:1].upper() + source[1:] if source.startswith("as ") else f"As in {source}"
