# SPDX-License-Identifier: MIT
"""The flat JSON-lines form of codings, in and out: one annotation a line, offsets in code points.

A line is an object with ``document`` (file name or SHA-256 of the text), ``code`` (any word that the
project knows; ``exclude`` means an excluded region), ``start``, ``end`` (half-open), ``quote``, and,
where set, ``attributes``, ``memo``, ``certainty`` and ``ask_lead``. What these words mean is decided
by who asks; here they are only read, all or none.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from annotator.domain.errors import Refused
from annotator.domain.model import NO_ATTRIBUTES, Certainty
from annotator.domain.span import Span
from annotator.exchange.incoming_files import opened, shown_name
from annotator.exchange.json_objects import Fault, parsed_object
from annotator.exchange.outgoing_files import replacing

MAXIMUM_FILE_BYTES = 500_000_000
MAXIMUM_LINE_BYTES = 16_000_000

_MARK = b"\xef\xbb\xbf"
_NEEDED = ("document", "code", "start", "end", "quote")
_OPTIONAL = ("attributes", "memo", "certainty", "ask_lead")
_LARGEST_POSITION = 2**53


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """One annotation as a file gives it: nothing is looked up yet. ``line`` counts from 1.

    ``start`` and ``end`` are half-open code points; ``attributes`` holds only what is set.
    """

    line: int
    document: str
    code: str
    start: int
    end: int
    quote: str
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    memo: str = ""
    certainty: Certainty = Certainty.NOT_SET
    ask_lead: bool = False

    @property
    def span(self) -> Span:
        """The span of the row."""
        return Span.of(self.start, self.end)


def read_annotations(path: Path) -> tuple[AnnotationRow, ...]:
    """Read all rows of a file, or raise Refused for its first fault, with file and line as the place."""
    with opened(path, maximum_bytes=MAXIMUM_FILE_BYTES) as file:
        rows = tuple(parse_annotations(_lines(file), name=shown_name(path)))
    if not rows:
        raise Refused("There is no annotation in this file, so nothing was imported.", where=shown_name(path))
    return rows


def parse_annotations(lines: Iterable[bytes], *, name: str) -> Iterator[AnnotationRow]:
    """Parse lines of UTF-8 one by one; blank ones are passed over, a byte order mark before the first too.

    Raises Refused for the first fault; a caller who writes must have taken all rows before.
    """
    for number, line in enumerate(lines, start=1):
        data = line.removeprefix(_MARK) if number == 1 else line
        try:
            if len(data) > MAXIMUM_LINE_BYTES:
                raise Fault(f"The line is longer than {MAXIMUM_LINE_BYTES // 1_000_000} MB")
            if data.strip():
                yield _row(parsed_object(data), number)
        except Fault as fault:
            raise Refused(
                f"{fault}; nothing was imported from this file: correct the line and import the file again.",
                where=f"{name}, line {number}",
            ) from fault


def annotation_lines(rows: Iterable[AnnotationRow]) -> Iterator[str]:
    """Give the lines of these rows, each with its line end; reading them gives the rows back."""
    for row in rows:
        value: dict[str, object] = {
            "document": row.document,
            "code": row.code,
            "start": row.start,
            "end": row.end,
            "quote": row.quote,
            "attributes": dict(row.attributes),
            "memo": row.memo,
            "certainty": row.certainty.value,
        }
        if row.ask_lead:
            value["ask_lead"] = True
        yield json.dumps(value, ensure_ascii=False) + "\n"


def write_annotations(path: Path, *, rows: Iterable[AnnotationRow]) -> int:
    """Write rows to a file, whole or not at all, and give their number; raises NotSaved where the disk refuses."""
    count = 0
    with replacing(path) as file:
        for line in annotation_lines(rows):
            file.write(line.encode())
            count += 1
    return count


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Give the lines of a file; of one that is too long no more than shows it."""
    while line := file.readline(MAXIMUM_LINE_BYTES + len(_MARK) + 2):
        yield line.removesuffix(b"\n").removesuffix(b"\r")


def _row(value: Mapping[str, object], line: int) -> AnnotationRow:
    for name in _NEEDED:
        if name not in value:
            raise Fault(f'The field "{name}" is missing')
    for name in value:
        if name not in _NEEDED and name not in _OPTIONAL:
            raise Fault(f"The field {name[:40]!a} is not one of this form")
    start, end = _position(value["start"], "start"), _position(value["end"], "end")
    quote = _text(value["quote"], "quote")
    if start >= end:
        raise Fault(f"The span from {start} to {end} is empty")
    if len(quote) != end - start:
        raise Fault(f"The quote has {len(quote)} characters (code points) where the span has {end - start}")
    return AnnotationRow(
        line=line,
        document=_word(value["document"], "document"),
        code=_word(value["code"], "code"),
        start=start,
        end=end,
        quote=quote,
        attributes=_attributes(value.get("attributes", {})),
        memo=_text(value.get("memo", ""), "memo"),
        certainty=_certainty(value.get("certainty", "")),
        ask_lead=_yes_or_no(value.get("ask_lead", False)),
    )


def _position(value: object, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Fault(f'The field "{name}" must be a whole number')
    if not 0 <= value <= _LARGEST_POSITION:
        raise Fault(f'The field "{name}" lies before the start or beyond the end of any text')
    return value


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise Fault(f'The field "{name}" must be text')
    return value


def _word(value: object, name: str) -> str:
    word = _text(value, name)
    if not word.strip():
        raise Fault(f'The field "{name}" is empty')
    return word


def _certainty(value: object) -> Certainty:
    word = _text(value, "certainty")
    try:
        return Certainty(word)
    except ValueError as error:
        raise Fault(f'The certainty {word[:40]!a} is none of "high", "medium", "low" and empty') from error


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise Fault('The field "ask_lead" must be true or false')
    return value


def _attributes(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise Fault('The field "attributes" must be an object')
    for name, word in value.items():
        if not name.strip():
            raise Fault("An attribute has no name")
        if not isinstance(word, str):
            raise Fault(f"The attribute {name[:40]!a} must be text")
    return {name: word for name, word in value.items() if word}
