# SPDX-License-Identifier: MIT
"""A process that codes without a pause and says what was saved, one line per verb, after the verb has returned.

Run as ``python coding_process.py PROJECT SEED``. Lines: ``ready``, then ``annotated ID START END CODE``,
``recoded ID CODE``, ``resized ID START END`` or ``deleted ID``. Whatever was said before the process is killed must
be in the file afterwards.
"""

import random
import sys
from pathlib import Path

from annotator import operations
from annotator.domain import AnnotationId, Refused, Span


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


class Coding:
    """One coder at work in one article, at random but repeatable by its seed."""

    def __init__(self, project: operations.Project, seed: int) -> None:
        self.project = project
        self.chance = random.Random(seed)
        overview = operations.overview(project)
        assert overview.active_coder is not None
        self.coder = overview.active_coder.id
        self.codes = [code.id for code in overview.codebook.codes]
        self.document = overview.documents[0].document
        article = operations.article(project, document=self.document.id)
        self.own = [each.id for each in article.annotations if each.coder == self.coder]

    def act(self) -> None:
        """Do one thing and say it."""
        acts = [self._annotate] * 4 + ([self._recode, self._resize, self._delete] if len(self.own) > 5 else [])
        try:
            self.chance.choice(acts)()
        except Refused:
            return  # by chance the same passage again: refused, and rightly so

    def _span(self) -> Span:
        start = self.chance.randrange(self.document.length - 60)
        return Span.of(start, start + self.chance.randrange(1, 60))

    def _annotate(self) -> None:
        made = operations.annotate(
            self.project,
            coder=self.coder,
            document=self.document.id,
            code=self.chance.choice(self.codes),
            span=self._span(),
        ).value
        self.own.append(made.id)
        say("annotated", made.id, made.span.start, made.span.end, made.code)

    def _recode(self) -> None:
        code = self.chance.choice(self.codes)
        made = operations.recode(self.project, coder=self.coder, annotation=self._one(), code=code).value
        say("recoded", made.id, made.code)

    def _resize(self) -> None:
        made = operations.resize(self.project, coder=self.coder, annotation=self._one(), span=self._span()).value
        say("resized", made.id, made.span.start, made.span.end)

    def _delete(self) -> None:
        gone = self._one()
        operations.delete(self.project, coder=self.coder, annotations=[gone])
        self.own.remove(gone)
        say("deleted", gone)

    def _one(self) -> AnnotationId:
        return self.chance.choice(self.own)


def main() -> None:
    project = operations.open_project(Path(sys.argv[1]))
    coding = Coding(project, int(sys.argv[2]))
    say("ready")
    while True:
        coding.act()


if __name__ == "__main__":
    main()
