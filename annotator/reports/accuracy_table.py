# SPDX-License-Identifier: MIT
"""``accuracy.csv``: each coder against the consensus, per code; it says nothing about agreement between coders."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from annotator.domain import Code, CodeId
from annotator.merging.accuracy import Accuracy
from annotator.reports.consensus_table import short_name

FILE_NAME = "accuracy.csv"

COLUMN_DESCRIPTIONS: Mapping[str, str] = MappingProxyType({
    "round": "coding round",
    "coder_id": "identity of the coder (UUID)",
    "coder": "name of the coder",
    "code": "short name of the code",
    "documents": "decided articles that the coder finished",
    "character_precision": "part of the characters marked by the coder that are in the consensus; empty: undefined",
    "character_recall": "part of the characters of the consensus that the coder marked; empty: undefined",
    "character_f1": "harmonic mean of both; empty: undefined",
    "characters_marked": "characters that the coder marked",
    "characters_standing": "characters of the consensus",
    "passage_precision": "part of the coder's passages that share a character with the consensus; empty: undefined",
    "passage_recall": "part of the passages of the consensus that share a character with the coder's; empty: undefined",
    "passage_f1": "harmonic mean of both; empty: undefined",
    "passages_marked": "passages that the coder marked",
    "passages_standing": "passages of the consensus",
})  # fmt: skip
"""The columns in order, in words."""


def accuracy_rows(
    rows: Iterable[Accuracy], *, round_name: str, codes: Mapping[CodeId, Code], people: Mapping[str, str]
) -> Iterator[tuple[str | int | float | None, ...]]:
    """Give the rows in the order of the figures."""
    for each in rows:
        yield (
            round_name, each.coder, people.get(each.coder, each.coder), short_name(codes, each.code), each.documents,
            each.characters.precision, each.characters.recall, each.characters.f1, each.characters.marked,
            each.characters.standing, each.passages.precision, each.passages.recall, each.passages.f1,
            each.passages.marked, each.passages.standing,
        )  # fmt: skip
