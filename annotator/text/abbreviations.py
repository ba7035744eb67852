# SPDX-License-Identifier: MIT
"""The word lists of the sentence rules, read from resources/segmentation once they are needed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from annotator.resources import resource


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that match in any case, and words that match as they are written (those listed with a capital)."""

    folded: frozenset[str]
    exact: frozenset[str]

    def __contains__(self, word: str) -> bool:
        return word in self.exact or word.casefold() in self.folded

    @classmethod
    def of(cls, words: Iterable[str]) -> "WordList":
        """Sort words into the two kinds."""
        given = frozenset(words)
        folded = frozenset(word for word in given if word == word.casefold())
        return cls(folded, given - folded)


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The lists of one segmenter version; what each is for stands at the head of its file."""

    titles: WordList
    before_numbers: WordList
    either_way: WordList
    starters: WordList
    after_ordinals: WordList


@lru_cache(maxsize=4)
def abbreviations(version: str) -> Abbreviations:
    """Read the lists of a segmenter version; raises FileNotFoundError where it has none."""
    return Abbreviations(
        titles=_words("titles", version),
        before_numbers=_words("before_numbers", version),
        either_way=_words("either_way", version),
        starters=_words("starters", version),
        after_ordinals=_words("after_ordinals", version),
    )


def _words(name: str, version: str) -> WordList:
    lines = resource(f"segmentation/{name}_{version}.txt").read_text(encoding="utf-8").splitlines()
    return WordList.of(line.strip() for line in lines if line.strip() and not line.startswith("#"))
