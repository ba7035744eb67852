# SPDX-License-Identifier: MIT
"""Annotations of a file that gives them no identity, met with those of the project that say the same.

Else a project that is exported in a form without identities would be doubled by its own export.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from annotator.domain import MAIN_ROUND, Annotation, Span
from annotator.domain.identifiers import CodeId, CoderId

Said = tuple[CoderId, CodeId, Span, str]


class Equals:
    """What a document of the project holds by coder, code, span and round; each is met once, the first of equals first.

    ``named`` are identities by which the file meets annotations anyway. Without ``by_round`` the round does not
    count, for the file says nothing of it; what is in the main round is then met first.
    """

    def __init__(self, present: Iterable[Annotation], *, named: Collection[str], by_round: bool) -> None:
        self._by_round = by_round
        self._waiting: defaultdict[Said, list[Annotation]] = defaultdict(list)
        for each in sorted(present, key=lambda each: (each.round != MAIN_ROUND, each.id), reverse=True):
            if each.id not in named:
                self._waiting[self._said(each.coder, each.code, each.span, each.round)].append(each)

    def meet(self, coder: CoderId, code: CodeId, span: Span, *, round_name: str) -> Annotation | None:
        """Give the next that says this and take it out; None where there is no further one."""
        waiting = self._waiting.get(self._said(coder, code, span, round_name))
        return waiting.pop() if waiting else None

    def _said(self, coder: CoderId, code: CodeId, span: Span, round_name: str) -> Said:
        return coder, code, span, round_name if self._by_round else ""
