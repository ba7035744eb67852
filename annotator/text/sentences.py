# SPDX-License-Identifier: MIT
"""Sentences by rules of our own: terminators, what may follow them, and abbreviations as data.

A sentence ends after . ! ? … with the quotes and brackets that close there, before white space; after
the wide terminators of Chinese and Japanese with or without it; at blank lines and line ends that no
wrapping explains. It does not end before a lower-case letter, after a title, an initial, an ordinal, a
number at the head of a list item, or (where the next word does not look like a beginning) after an
abbreviation that can stand anywhere.
"""

import re
from collections.abc import Iterator

from annotator.text.abbreviations import Abbreviations, abbreviations
from annotator.text.blanks import is_blank, visible_end, visible_start
from annotator.text.graphemes import whole_graphemes
from annotator.text.line_ends import stretches

_CLOSING = "”’»›)\\]}」』）】》〉〕］｝"
_WIDE = "。！？｡"
# Latin runs may also hold straight quotes and the low-high quotes of German; white space must follow them.
_TERMINATOR = re.compile(
    rf"(?P<wide>(?:[{_WIDE}]|．(?!\d))[{_WIDE}．…!?{_CLOSING}]*+)"
    rf"|(?P<spaced>(?:\.(?P<dots>(?:[ \u00a0]\.)++)|[.!?…‽؟۔।॥።։])[.!?…‽؟۔।॥።։{_CLOSING}\"'“‘«]*+(?:\[\d{{1,3}}\])*+)"
)
_OPENING = "\"'“”„‘‚«»‹›([{¿¡「『（【《〈-–—•"
_NEXT = re.compile(rf"[{re.escape(_OPENING)}\s]*+(?P<first>\S)(?P<word>\w*+)(?P<stop>\.?)")
_LAST_WORD = re.compile(r"[^\s\"'“”„‘‚«»‹›(\[{/–—]+$")
_LONGEST_ABBREVIATION = 24
_HEAD_OF_ITEM = re.compile(r"\d{1,3}|[^\W\d_]|[ivxIVX]{1,5}")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.[\-‑]?)+[^\W\d_]{1,2}")
_ORDINAL = re.compile(r"\d{1,2}")


def sentence_spans(text: str, version: str) -> list[tuple[int, int]]:
    """Give all sentences as sorted, disjoint half-open pairs of code points without outer white space."""
    rules = _Rules(text, abbreviations(version))
    return whole_graphemes(text, (span for stretch in stretches(text) for span in rules.parted(*stretch)))


class _Rules:
    """The rules applied to one text. Every question looks at a bounded piece, so the whole is linear."""

    def __init__(self, text: str, lists: Abbreviations) -> None:
        self._text = text
        self._lists = lists

    def parted(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Part one stretch into its sentences."""
        for found in _TERMINATOR.finditer(self._text, start, end):
            stop = found.end()
            if found["wide"]:
                stop = self._with_straight_quote(start, stop, end)
            elif stop < end and not self._ends(start, found, end):
                continue
            yield start, visible_end(self._text, start, stop)
            start = visible_start(self._text, stop, end)
        if start < end:
            yield start, end

    def _with_straight_quote(self, start: int, stop: int, end: int) -> int:
        """Take a straight quote after a wide terminator in where it closes one that this sentence opened."""
        following = self._text[stop : min(stop + 1, end)]
        closes = following in ('"', "'") and self._text.count(following, start, stop) % 2 == 1
        return stop + 1 if closes else stop

    def _ends(self, start: int, found: re.Match[str], end: int) -> bool:
        """Whether this terminator ends the sentence that began at ``start``, in a stretch that ends at ``end``."""
        text, mark, stop = self._text, found.start(), found.end()
        if not is_blank(text[stop]):
            return False
        following = _NEXT.match(text, stop, min(stop + 80, end))
        if following is None:
            return True
        if following["first"].islower():
            return False
        if found["dots"] or text[mark] != "." or text[mark + 1] in ".!?…":
            return True
        last = _LAST_WORD.search(text, max(start, mark - _LONGEST_ABBREVIATION), mark)
        if last is None:
            return True
        heads_item = last.start() == start and _HEAD_OF_ITEM.fullmatch(last[0]) is not None
        return not heads_item and self._ends_after(last[0], following)

    def _ends_after(self, word: str, following: re.Match[str]) -> bool:
        """Whether a full stop after ``word`` ends the sentence, given what follows (no lower-case letter)."""
        first = following["first"]
        next_word = first + following["word"]
        if not _is_initial(word) and word in self._lists.titles:
            return False
        if self._stands_anywhere(word):
            # A word with a full stop of its own is an abbreviation or an initial, not a beginning.
            return not following["stop"] and next_word in self._lists.starters
        if first.isdigit():
            return word not in self._lists.before_numbers
        return _ORDINAL.fullmatch(word) is None or next_word not in self._lists.after_ordinals

    def _stands_anywhere(self, word: str) -> bool:
        """Whether a word with a full stop may be inside a sentence as well as at its end."""
        return _is_initial(word) or _DOTTED.fullmatch(word) is not None or word in self._lists.either_way


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()
