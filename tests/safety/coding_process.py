# SPDX-License-Identifier: MIT
"""A process that codes without a pause and says what it is about to do and what was saved, after the verb returned.

Run as ``python coding_process.py PROJECT SEED [early]``. Lines: ``ready``; ``will VERB ID`` before each verb (``-``
where the ID is not known yet); then ``annotated ID START END CODE``, ``recoded ID CODE``, ``resized ID START END`` or
``deleted ID``. Whatever was said to be done before the process is killed must be in the file afterwards.
With ``early`` it lies: it says "resized" before it is. That is the control which shows that the test can see a loss.
"""

import random
import sys
from pathlib import Path

from annotator import operations
from annotator.domain import AnnotationId, Refused, Span

FEW = 5


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


class Coding:
    """One coder at work in one article, at random but repeatable by its seed."""

    def __init__(self, project: operations.Project, seed: int, *, early: bool) -> None:
        self.project = project
        self.chance = random.Random(seed)
        self.early = early
        overview = operations.overview(project)
        assert overview.active_coder is not None
        self.coder = overview.active_coder.id
        self.codes = [code.id for code in overview.codebook.codes]
        self.document = overview.documents[0].document
        article = operations.article(project, document=self.document.id)
        self.own = [each.id for each in article.annotations if each.coder == self.coder]

    def act(self) -> None:
        """Do one thing and say it."""
        if len(self.own) <= FEW:
            acts = [self._annotate]
        elif self.early:
            acts = [self._resize]
        else:
            acts = [self._annotate] * 4 + [self._recode, self._resize, self._delete]
        try:
            self.chance.choice(acts)()
        except Refused:
            say("refused")  # by chance the same passage again, and rightly so

    def _span(self) -> Span:
        start = self.chance.randrange(self.document.length - 60)
        return Span.of(start, start + self.chance.randrange(1, 60))

    def _annotate(self) -> None:
        say("will", "annotate", "-")
        code = self.chance.choice(self.codes)
        made = operations.annotate(
            self.project, coder=self.coder, document=self.document.id, code=code, span=self._span()
        ).value
        self.own.append(made.id)
        say("annotated", made.id, made.span.start, made.span.end, made.code)

    def _recode(self) -> None:
        chosen = self._one()
        say("will", "recode", chosen)
        code = self.chance.choice(self.codes)
        made = operations.recode(self.project, coder=self.coder, annotation=chosen, code=code).value
        say("recoded", made.id, made.code)

    def _resize(self) -> None:
        chosen, span = self._one(), self._span()
        said = ("resized", chosen, span.start, span.end)
        say(*(said if self.early else ("will", "resize", chosen)))
        operations.resize(self.project, coder=self.coder, annotation=chosen, span=span)
        if not self.early:
            say(*said)

    def _delete(self) -> None:
        chosen = self._one()
        say("will", "delete", chosen)
        operations.delete(self.project, coder=self.coder, annotations=[chosen])
        self.own.remove(chosen)
        say("deleted", chosen)

    def _one(self) -> AnnotationId:
        return self.chance.choice(self.own)


def main() -> None:
    project = operations.open_project(Path(sys.argv[1]))
    coding = Coding(project, int(sys.argv[2]), early="early" in sys.argv[3:])
    say("ready")
    while True:
        coding.act()


if __name__ == "__main__":
    main()
