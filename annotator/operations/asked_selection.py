# SPDX-License-Identifier: MIT
"""A selection as a user words it, and the same by identities."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.counting.duplicates import Duplicates
from annotator.counting.selection import Relation, Selection, Together, Values
from annotator.domain import Certainty, CompletionState, UsageError
from annotator.domain.metadata import BUILT_IN, is_date
from annotator.operations.agreement_gathering import chosen_coders, chosen_codes
from annotator.operations.article_metadata import metadata_field
from annotator.operations.assigning import document_named
from annotator.operations.coding_rounds import round_named
from annotator.operations.projects import Project
from annotator.store import queries, statistics_queries

CODERS, CONSENSUS = "coders", "consensus"
NOT_SET = "not_set"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSelection:
    """Conditions in words: names, short names or identities; see :class:`~annotator.counting.selection.Selection`.

    ``attributes`` and ``fields`` are pairs of a name and a value, "" for not set; several values of one name are
    alternatives. ``standing_with`` is a code, to which the one of ``codes`` stands in the ``relation``.
    """

    codes: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    layer: str = CODERS
    states: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    since: str = ""
    until: str = ""
    words: str = ""
    memo_words: str = ""
    standing_with: str = ""
    relation: str = Relation.OVERLAP.value
    duplicates: str = Duplicates.ALL.value
    same: tuple[str, ...] = ()


def selection_of(project: Project, *, asked: AskedSelection) -> Selection:
    """Find what was named; raises UsageError for what this project does not have."""
    codebook = queries.codebook(project.live)
    codes = tuple(each.id for each in chosen_codes(codebook, asked.codes)) if asked.codes else ()
    coders = tuple(each.id for each in chosen_coders(project, asked.coders, set())) if asked.coders else ()
    for each in (asked.since, asked.until):
        if each and not is_date(each):
            raise UsageError(f"“{each[:80]}” is no date: write 2026-03-15, 2026-03 or 2026.")
    _require((asked.layer,), (CODERS, CONSENSUS), "A layer")
    _require(asked.states, tuple(CompletionState), "A state of completion")
    _require(asked.certainties, (NOT_SET, *(each.value for each in Certainty if each)), "A certainty")
    _require((asked.duplicates,), tuple(Duplicates), "Duplicates: a passage counts once in a scope, which")
    _require_attributes(project, [name for name, _ in asked.attributes] + list(asked.same))
    together = _together(project, asked)
    return Selection(
        codes=(together.first, together.second) if together else codes,
        coders=coders,
        rounds=tuple(round_named(project, name=each).name for each in asked.rounds),
        documents=tuple(document_named(project, name=each).id for each in asked.articles),
        consensus=asked.layer == CONSENSUS,
        states=tuple(map(CompletionState, asked.states)),
        certainties=tuple(Certainty("" if each == NOT_SET else each) for each in asked.certainties),
        attributes=_values(asked.attributes),
        fields=_values([(field_named(project, name), value) for name, value in asked.fields]),
        since=asked.since,
        until=asked.until,
        words=asked.words,
        memo_words=asked.memo_words,
        together=together,
        duplicates=Duplicates(asked.duplicates),
        same=asked.same,
    )


def field_named(project: Project, name: str) -> str:
    """Give the name of a field of the articles, built in or the project's own, as it is spelled; raises UsageError."""
    folded = name.casefold()
    if folded in BUILT_IN or folded == "name":
        return folded
    return metadata_field(project, name=name).name


def attribute_named(project: Project, name: str) -> str:
    """Give the name back where an attribute of a code or an annotation bears it; raises UsageError."""
    _require_attributes(project, [name])
    return name


def _require_attributes(project: Project, names: Sequence[str]) -> None:
    known = {each.name for code in queries.codebook(project.live).codes for each in code.attributes}
    if not known.issuperset(names):
        known |= statistics_queries.attribute_values(project.live).keys()
    for name in names:
        if name not in known:
            listed = ", ".join(sorted(known)) or "none"
            raise UsageError(f"No annotation has an attribute “{name[:80]}”. The attributes are: {listed}.")


def _values(pairs: Sequence[tuple[str, str]]) -> tuple[Values, ...]:
    found: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        found[name] = (*found.get(name, ()), value)
    return tuple(Values(name, values) for name, values in found.items())


def _together(project: Project, asked: AskedSelection) -> Together | None:
    if not asked.standing_with:
        return None
    _require((asked.relation,), tuple(Relation), "A relation")
    if len(asked.codes) != 1:
        raise UsageError("Name one code and the one it stands with.")
    first, second = (
        chosen_codes(queries.codebook(project.live), [word])[0].id for word in (asked.codes[0], asked.standing_with)
    )
    if first == second:
        raise UsageError("Name two different codes: a code does not stand with itself.")
    return Together(first, second, Relation(asked.relation))


def _require(words: Sequence[str], known: Sequence[str], what: str) -> None:
    for word in words:
        if word not in known:
            raise UsageError(f"{what} is one of {', '.join(known)}, not “{word[:80]}”.")
