# SPDX-License-Identifier: MIT
"""Who codes what by chance: each article to so many coders, loads balanced, some articles to everybody.

The articles are put in order by the SHA-256 of "SEED:identity", as in a reliability sample: the first
ones go to everybody, so they are those that a sample of that size and seed draws. Each of the others, in
that order, goes to the coders with the fewest articles so far; between equals the SHA-256 of
"SEED:article:coder" decides. The same seed gives the same on every computer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.agreement.reliability_sample import place
from annotator.domain import Assignment, CoderId, DocumentId, Json, UsageError


@dataclass(frozen=True, slots=True)
class AssignmentRule:
    """Each of the ``documents`` (none: all) goes to ``each`` of the ``coders``.

    For reliability, everybody gets ``everybody`` of them, or ``everybody_percent`` of them, rounded up.
    """

    coders: tuple[CoderId, ...]
    each: int = 2
    everybody: int = 0
    everybody_percent: int = 0
    documents: tuple[DocumentId, ...] = ()
    seed: int = 1

    def as_json(self) -> dict[str, Json]:
        """Give what has to be kept so that anybody can draw the same again."""
        return {
            "coders": list(self.coders), "each": self.each, "everybody": self.everybody,
            "everybody_percent": self.everybody_percent, "documents": list(self.documents), "seed": self.seed,
        }  # fmt: skip


def assigned_by_rule(
    rule: AssignmentRule, *, documents: Sequence[DocumentId], present: Sequence[Assignment], round_name: str
) -> list[Assignment]:
    """Give who has which of the documents by the rule, in the order of the draw.

    Whoever is assigned an article at ``present`` keeps it, and it counts. Raises UsageError for a rule
    that cannot be met.
    """
    shared = _number_for_everybody(rule, len(documents))
    coders = tuple(dict.fromkeys(rule.coders))
    if not 1 <= rule.each <= len(coders):
        raise UsageError(f"Each article can go to 1 to {len(coders)} coders here, not to {rule.each}.")
    load = {coder: sum(each.coder == coder for each in present) for coder in coders}
    has: dict[DocumentId, list[CoderId]] = {}
    for each in present:
        if each.coder in load:
            has.setdefault(each.document, []).append(each.coder)
    found: list[Assignment] = []
    for number, document in enumerate(sorted(dict.fromkeys(documents), key=lambda each: place(each, seed=rule.seed))):
        chosen = list(has.get(document, ()))
        wanted = len(coders) if number < shared else rule.each
        for coder in _by_load(load, document, seed=rule.seed):
            if len(chosen) < wanted and coder not in chosen:
                chosen.append(coder)
                load[coder] += 1
        found += [Assignment(coder, document, round_name) for coder in coders if coder in chosen]
    return found


def _by_load(load: dict[CoderId, int], document: DocumentId, *, seed: int) -> list[CoderId]:
    return sorted(load, key=lambda coder: (load[coder], place(f"{document}:{coder}", seed=seed)))


def _number_for_everybody(rule: AssignmentRule, documents: int) -> int:
    if rule.everybody and rule.everybody_percent:
        raise UsageError("Say how many articles everybody codes, or what percentage of them, not both.")
    if not 0 <= rule.everybody_percent <= 100:
        raise UsageError(f"A percentage lies between 0 and 100, not at {rule.everybody_percent}.")
    shared = rule.everybody or -(-documents * rule.everybody_percent // 100)
    if not 0 <= shared <= documents:
        raise UsageError(f"There are {documents} articles, so {shared} of them cannot go to everybody.")
    return shared
