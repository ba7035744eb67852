# SPDX-License-Identifier: MIT
"""The standoff files of brat: its lines, names and fragments. Offsets are code points, half-open.

``T1<TAB>Type 0 5;8 12<TAB>words``    a text-bound annotation, in one or more fragments
``A1<TAB>Name T1 value``              an attribute of it (``M`` in older files; without value: a flag)
``#1<TAB>AnnotatorNotes T1<TAB>...``  a note on it
``R``, ``E``, ``N``, ``*`` lines are relations, events, normalisations and equivalences.

No fragment holds a line break, in whatever way lines are parted: an annotation across lines has one
fragment for each of them, and its words are those of the fragments, joined by one space.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_-]")
_TEXT_BOUND = re.compile(
    r"(?P<id>T\S*)\t(?P<type>\S+) (?P<spans>[0-9]{1,12} [0-9]{1,12}(?:;[0-9]{1,12} [0-9]{1,12})*)(?:\t(?P<text>.*))?",
    re.S,
)
_ATTRIBUTE = re.compile(r"[AM]\S*\t(?P<name>\S+) (?P<target>\S+)(?: (?P<value>.*))?", re.S)
_NOTE = re.compile(r"#\S*\t(?P<name>\S+) (?P<target>\S+)(?:\t(?P<text>.*))?", re.S)
_LINE_BREAKS = "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{_LINE_BREAKS}]+")
_BREAK = re.compile(f"[{_LINE_BREAKS}\t]")
CERTAINTY, ASK_LEAD = "Certainty", "AskLead"
MEMO, OTHER_ATTRIBUTE = "AnnotatorNotes", "Attribute"
OTHER_LINES = {"R": "relation", "E": "event", "N": "normalisation", "*": "equivalence"}

Fragments = tuple[tuple[int, int], ...]


class Discontinuous(StrEnum):
    """What becomes of an annotation in pieces with other words between them."""

    HULL = "hull"
    """One annotation, from the first to the last."""
    FRAGMENTS = "fragments"
    """One annotation for each piece, all with the same word as their attribute ``group``."""


@dataclass(frozen=True, slots=True)
class TextBound:
    """A line that marks a stretch of text; ``text`` is None in files without that column."""

    id: str
    type: str
    fragments: Fragments
    text: str | None


@dataclass(frozen=True, slots=True)
class Attached:
    """An attribute or a note; ``value`` is None for an attribute that is a flag."""

    name: str
    target: str
    value: str | None
    is_note: bool


def parsed_line(line: str) -> TextBound | Attached | None:
    """Parse one line; None for one that is neither text-bound, attribute nor note."""
    if found := _TEXT_BOUND.fullmatch(line):
        pairs = (pair.split(" ") for pair in found["spans"].split(";"))
        return TextBound(
            found["id"], found["type"], tuple((int(start), int(end)) for start, end in pairs), found["text"]
        )
    if found := _ATTRIBUTE.fullmatch(line):
        return Attached(found["name"], found["target"], found["value"], is_note=False)
    if found := _NOTE.fullmatch(line):
        return Attached(found["name"], found["target"], found["text"] or "", is_note=True)
    return None


def fragments_of(text: str, start: int, end: int) -> Fragments:
    """Part a span at line breaks; nothing is left of one that is line breaks alone."""
    return tuple(found.span() for found in _LINE.finditer(text, start, end))


def words_of(text: str, fragments: Sequence[tuple[int, int]]) -> str:
    """Give what the text column says of these fragments."""
    return " ".join(text[start:end] for start, end in fragments)


def joined(text: str, fragments: Sequence[tuple[int, int]]) -> Fragments:
    """Join fragments that nothing but white space parts; sorted by place."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(fragments):
        if whole and not text[whole[-1][1] : start].strip():
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)


def on_one_line(words: str) -> str:
    """Give words as a note can hold them: line breaks and tabs become spaces."""
    return _BREAK.sub(" ", words)


class StandoffNames:
    """Names that brat takes (letters, digits, ``_`` and ``-``), each once whatever the case."""

    def __init__(self, *taken: str) -> None:
        self._taken = {name.casefold() for name in taken}

    def name(self, word: str, *, fallback: str) -> str:
        """Make a name of a word; the second that would be the same gets a number."""
        plain = _NOT_IN_A_NAME.sub("_", word)
        if not plain.strip("_-"):
            plain = fallback
        name, number = plain, 2
        while name.casefold() in self._taken:
            name, number = f"{plain}_{number}", number + 1
        self._taken.add(name.casefold())
        return name
