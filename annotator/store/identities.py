# SPDX-License-Identifier: MIT
"""What a code or a person counts as, where the lead has mapped one to another: the one place that knows.

A mapping is an alias in the journal and leaves all that was coded as it was written. Chains are
followed to their end; a circle, which only two leads who did not see each other can make, counts as
the smallest identity in it. A target that the project does not hold (its merge was taken back) maps nothing.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from annotator.domain import AliasOf, Annotation, CodeId, CoderId, Completion, CompletionState, Region

_FURTHEST = (
    CompletionState.FINISHED, CompletionState.IN_PROGRESS, CompletionState.NOT_STARTED, CompletionState.NOT_ASSIGNED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identities:
    """By identity, what mapped codes and coders count as in the end; what counts as itself is not in it."""

    codes: Mapping[str, str] = field(default_factory=dict)
    coders: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is mapped, as in most projects."""
        return not self.codes and not self.coders

    def code(self, code: CodeId) -> CodeId:
        """Give the code that this one counts as."""
        return CodeId(self.codes.get(code, code))

    def coder(self, coder: CoderId) -> CoderId:
        """Give the person whom this identity stands for."""
        return CoderId(self.coders.get(coder, coder))

    def of_coder(self, coder: CoderId) -> tuple[CoderId, ...]:
        """Give all identities of the person behind this one, the one that stands for all of them first."""
        person = self.coder(coder)
        return (person, *sorted(CoderId(each) for each, target in self.coders.items() if target == person))

    def counted(self, annotation: Annotation) -> Annotation:
        """Give an annotation as what it counts as, with what was written kept beside it."""
        if self.is_empty:
            return annotation
        code, coder = self.code(annotation.code), self.coder(annotation.coder)
        if code == annotation.code and coder == annotation.coder:
            return annotation
        return replace(
            annotation, code=code, coder=coder,
            original_code=annotation.code if code != annotation.code else CodeId(""),
            original_coder=annotation.coder if coder != annotation.coder else CoderId(""),
        )  # fmt: skip

    def counted_region(self, region: Region) -> Region:
        """Give an excluded region with the person who proposed it."""
        coder = self.coder(region.coder)
        return region if coder == region.coder else replace(region, coder=coder)

    def counted_completions(self, completions: Iterable[Completion]) -> tuple[Completion, ...]:
        """Give one completion for each person, document and round, in the order in which they come.

        What one identity has finished the person has finished; of equal ones the person's own is taken.
        """
        several = tuple(completions)
        if self.is_empty:
            return several
        found: dict[tuple[str, str, str], Completion] = {}
        for each in sorted(several, key=self._preference):
            codes = tuple(dict.fromkeys(map(self.code, each.codes)))
            found.setdefault(self._key(each), replace(each, coder=self.coder(each.coder), codes=codes))
        return tuple(found.pop(key) for each in several if (key := self._key(each)) in found)

    def _key(self, completion: Completion) -> tuple[str, str, str]:
        return self.coder(completion.coder), completion.document, completion.round

    def _preference(self, completion: Completion) -> tuple[int, bool, str]:
        is_second = completion.coder in self.coders
        return _FURTHEST.index(completion.state), is_second, completion.coder


NOTHING_MAPPED = Identities()


def load(live: sqlite3.Connection) -> Identities:
    """Read what is mapped now; one look into an empty table where nothing is."""
    rows = live.execute("SELECT of, source, target FROM alias WHERE target <> '' ORDER BY source").fetchall()
    if not rows:
        return NOTHING_MAPPED
    direct: dict[str, dict[str, str]] = {AliasOf.CODE: {}, AliasOf.CODER: {}}
    for of, source, target in rows:
        direct[of][source] = target
    return Identities(
        codes=_standing(live, "code", resolved(direct[AliasOf.CODE])),
        coders=_standing(live, "coder", resolved(direct[AliasOf.CODER])),
    )


def resolved(direct: Mapping[str, str]) -> dict[str, str]:
    """Give by source what it counts as in the end, through chains and circles; what counts as itself is left out."""
    found: dict[str, str] = {}
    for source in direct:
        seen = [source]
        while (following := direct.get(seen[-1])) is not None and following not in seen:
            seen.append(following)
        target = seen[-1] if following is None else min(seen[seen.index(following) :])
        if target != source:
            found[source] = target
    return found


def _standing(live: sqlite3.Connection, table: str, targets: Mapping[str, str]) -> dict[str, str]:
    here = {row[0] for row in live.execute(f"SELECT id FROM {table}")}
    return {source: target for source, target in targets.items() if target in here}
