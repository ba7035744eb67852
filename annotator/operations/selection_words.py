# SPDX-License-Identifier: MIT
"""A selection in words, for captions."""

from collections.abc import Iterator, Sequence

from annotator.counting.duplicates import Duplicates, duplicates_in_words
from annotator.counting.selection import Relation, Selection, Values
from annotator.operations.selected_passages import SelectedPassages

_MOST_NAMED = 12
_RELATIONS = {
    Relation.OVERLAP: "overlapping", Relation.INSIDE: "inside", Relation.SENTENCE: "in one sentence with",
    Relation.PARAGRAPH: "in one paragraph with", Relation.ARTICLE: "in one article with",
}  # fmt: skip
_NOT_SET = "not set"


def in_words(source: SelectedPassages) -> Iterator[str]:
    """Give a sentence for each condition, for the policy on duplicates and for what never counts."""
    selection = source.selection
    yield "What was settled between the coders." if selection.consensus else "What coders coded."
    for what, names in _listed(source, selection):
        yield f"Only {what}: {_some(names)}."
    if selection.since or selection.until:
        yield f"Only articles published from {selection.since or 'the first'} to {selection.until or 'the last'}."
    if selection.placed:
        yield f"Only articles of the {selection.placed.period} {selection.placed.name or 'that cannot be told'}."
    if selection.words:
        yield f"Only quotes that hold “{selection.words}”."
    if selection.memo_words:
        yield f"Only memos that hold “{selection.memo_words}”."
    if (together := selection.together) is not None:
        first, second = (source.code(each).name for each in (together.first, together.second))
        yield f"Only {first} {_RELATIONS[together.relation]} {second}, of the same coder and round."
    if (tie := selection.tie) is not None:
        yield f"Only what ties {tie.source} to {tie.target}."
    yield duplicates_in_words(Duplicates(selection.duplicates), attributes=selection.same)
    yield "What lies wholly in an accepted excluded region is left out."


def _listed(source: SelectedPassages, selection: Selection) -> Iterator[tuple[str, Sequence[str]]]:
    headings = {each.id: each.heading for each in source.all_documents} if selection.documents else {}
    listed = (
        ("codes", [source.code(each).name for each in selection.codes]),
        ("coders", [source.coder(each).name for each in selection.coders]),
        ("rounds", selection.rounds),
        ("articles", [headings.get(each, each) for each in selection.documents]),
        ("states of completion", [each.value for each in selection.states]),
        ("certainties", [each.value or _NOT_SET for each in selection.certainties]),
        *(_values(each) for each in (*selection.fields, *selection.attributes)),
    )
    yield from ((what, names) for what, names in listed if names)


def _values(values: Values) -> tuple[str, Sequence[str]]:
    return values.name, [each or _NOT_SET for each in values.values]


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    return f"{shown} and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else shown
