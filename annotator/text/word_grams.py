# SPDX-License-Identifier: MIT
"""Texts as sets of word 5-grams (shingles), each gram one 64-bit number, the same on every machine.

Words are runs of letters and digits after compatibility composition (NFKC) and case folding, without
invisible characters; every other character parts. Scripts without spaces go character by character
where five or more stand together; a shorter run (a name in brackets) is one word.

A word whose UTF-8 is n bytes long has the number sum of mix(x_i * W_i + n), with x_i its i-th eight bytes
(zeros behind the end), a gram of the words w_0 ... w_4 the number sum of word_j * F_j, all modulo 2**64,
with fixed odd W_i and F_j (multilinear hashing; Carter and Wegman 1979). Many texts are looked at in one
sweep over arrays; a word of more than 128 bytes has the number of its BLAKE2b.
"""

import functools
import re
from collections.abc import Sequence
from hashlib import blake2b
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

from annotator.text.words import ONE_BY_ONE_CLASS

GRAM_WORDS = 5

Grams = NDArray[np.uint64]
_Flags = NDArray[np.uint8]
_Places = NDArray[np.int64]

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LETTERS = re.compile(rf"[^\W{ONE_BY_ONE_CLASS}]+")
_SINGLES = re.compile(f"[{ONE_BY_ONE_CLASS}]+")
_LETTER, _SINGLE = 1, 2
# Odd, so that no bit of a word is lost; different, so that the order of the words matters.
_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F],
    dtype=np.uint64,
)
_WEIGHTS = _FACTORS[::-1].repeat(4)[:16] * np.arange(1, 32, 2, dtype=np.uint64)
_MASKS = np.array([(1 << 8 * length) - 1 for length in range(9)], dtype=np.uint64)
"""What is left of eight bytes of which so many belong to a word."""


def word_grams(texts: Sequence[str]) -> list[Grams]:
    """Give the sorted distinct 5-grams of each text."""
    if not texts:
        return []
    # A line feed parts words and belongs to none, so no word reaches from one text into the next.
    bodies = [f"{_folded(text)}\n" for text in texts]
    joined = "".join(bodies)
    data = joined.encode("utf-8", "surrogatepass")
    if joined.isascii():
        starts, ends = _bounds(np.frombuffer(data.translate(_ascii_kinds()), dtype=np.uint8))
        text_ends = np.cumsum([len(body) for body in bodies])
    else:
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        starts, ends = _bounds(_kinds()[codes])
        places = np.concatenate(([0], np.cumsum(_byte_lengths(codes), dtype=np.int64)))
        text_ends = places[np.cumsum([len(body) for body in bodies])]
        starts, ends = places[starts], places[ends]
    return _grams(_numbers(data, starts, ends), np.searchsorted(starts, text_ends).tolist())


def _grams(numbers: Grams, text_ends: Sequence[int]) -> list[Grams]:
    """Give the grams of texts whose words are numbers, each text ending behind one of them."""
    sums = np.zeros(max(0, len(numbers) - GRAM_WORDS + 1), dtype=np.uint64)
    for place, factor in enumerate(_FACTORS):
        sums += numbers[place : place + len(sums)] * factor
    return [
        distinct(sums[start : max(start, end - GRAM_WORDS + 1)])
        for start, end in zip([0, *text_ends[:-1]], text_ends, strict=True)
    ]


def distinct(numbers: Grams) -> Grams:
    """Give the numbers sorted, each once; ``numpy.unique`` takes many times as long."""
    if not len(numbers):
        return numbers.copy()
    ordered = np.sort(numbers)
    is_first = np.empty(len(ordered), dtype=bool)
    is_first[0] = True
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return ordered[is_first]


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return normalize("NFKC", text.translate(_INVISIBLE)).casefold()


def _bounds(kinds: _Flags) -> tuple[_Places, _Places]:
    """Give where words begin and end among characters of these kinds, the last of which parts."""
    changes = np.flatnonzero(kinds[1:] != kinds[:-1])
    changes += 1
    if kinds.max() < _SINGLE:  # of two kinds, each begins where the other ends
        edges = np.concatenate(([0], changes)) if kinds[0] else changes
        return edges[0::2], edges[1::2]
    edges = np.concatenate(([0], changes, [len(kinds)]))
    starts, ends = edges[:-1], edges[1:]
    is_word = kinds[starts] != 0
    starts, ends = starts[is_word], ends[is_word]
    is_row = (kinds[starts] == _SINGLE) & (ends - starts >= GRAM_WORDS)
    if not is_row.any():
        return starts, ends
    # Each character of a long run is a word of its own.
    lengths = np.where(is_row, ends - starts, 1)
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    alone = np.repeat(is_row, lengths)
    starts = np.repeat(starts, lengths) + within
    return starts, np.where(alone, starts + 1, np.repeat(ends, lengths))


def _numbers(data: bytes, starts: _Places, ends: _Places) -> Grams:
    """Give the numbers of the words that stand at these places of UTF-8."""
    padded = data + bytes(8)
    # At every byte the eight that begin there.
    eights = np.ndarray((len(data) + 1,), dtype="<u8", buffer=padded, strides=(1,))
    lengths = ends - starts
    numbers = _part(eights[starts], left=lengths, lengths=lengths, weight=_WEIGHTS[0])
    still = np.flatnonzero(lengths > 8)
    at, lengths = starts[still], lengths[still]
    left = lengths
    for weight in _WEIGHTS[1:]:
        if not len(still):
            return numbers
        at, left = at + 8, left - 8
        numbers[still] += _part(eights[at], left=left, lengths=lengths, weight=weight)
        is_longer = left > 8
        still, at, left, lengths = still[is_longer], at[is_longer], left[is_longer], lengths[is_longer]
    for word in still.tolist():
        digest = blake2b(data[starts[word] : ends[word]], digest_size=8).digest()
        numbers[word] = int.from_bytes(digest, "little")
    return numbers


def _part(eights: Grams, *, left: _Places, lengths: _Places, weight: np.uint64) -> Grams:
    """Give what eight bytes of each word add to its number; written over ``eights``."""
    eights &= _MASKS[np.minimum(left, 8)]
    eights *= weight
    eights += lengths.view(np.uint64)
    return _mixed(eights)


def _byte_lengths(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Give how many bytes of UTF-8 each code point takes."""
    return (1 + (codes >= 0x80).view(np.uint8) + (codes >= 0x800) + (codes >= 0x10000)).astype(np.uint8)


def _mixed(numbers: Grams) -> Grams:
    """Let every bit of a number depend on all of them: sums of small numbers differ in few bits."""
    numbers ^= numbers >> np.uint64(32)
    numbers *= np.uint64(0xD6E8FEB86659FD93)
    numbers ^= numbers >> np.uint64(29)
    return numbers


@functools.cache
def _kinds(*, count: int = 0x110000) -> _Flags:
    """Give for each of the first code points whether it is of a word, of a script without spaces, or parts."""
    kinds = np.zeros(count, dtype=np.uint8)
    everything = "".join(map(chr, range(count)))
    for pattern, kind in ((_LETTERS, _LETTER), (_SINGLES, _SINGLE)):
        for found in pattern.finditer(everything):
            kinds[found.start() : found.end()] = kind
    return kinds


@functools.cache
def _ascii_kinds() -> bytes:
    return _kinds(count=256).tobytes()
