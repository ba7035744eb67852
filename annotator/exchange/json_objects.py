# SPDX-License-Identifier: MIT
"""JSON from others, one object at a time, without what JSON leaves open: each name once, storable text, sane depth."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import NoReturn

MAXIMUM_DEPTH = 50
_LONGEST_NUMBER = 20

_DEEPER_OR_BACK = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Fault(ValueError):
    """What is wrong with one line or object: the beginning of a sentence, without a full stop."""


def parsed_object(data: bytes, *, what: str = "The line", maximum_depth: int = MAXIMUM_DEPTH) -> Mapping[str, object]:
    """Parse UTF-8 bytes that hold one JSON object; raises Fault, which speaks of ``what``, for anything else."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Fault(f"The byte 0x{data[error.start]:02X} at position {error.start} is not UTF-8") from error
    if data.count(b"[") + data.count(b"{") > maximum_depth and _depth(text) > maximum_depth:
        raise Fault(f"{what} is nested deeper than {maximum_depth} levels")
    try:
        value = json.loads(
            text, object_pairs_hook=_each_name_once, parse_constant=_no_constant, parse_int=_integer, parse_float=float
        )
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise Fault(f"{what} is no valid JSON at {place} ({error.msg})") from error
    if not isinstance(value, dict):
        raise Fault(f"{what} is valid JSON but no object")
    _refuse_unstorable(value)
    return value


def _depth(text: str) -> int:
    depth = deepest = 0
    for found in _DEEPER_OR_BACK.finditer(text):
        if found[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif found[0] in "]}":
            depth -= 1
    return deepest


def _each_name_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise Fault(f"The field {twice[:40]!a} is given twice")
    return value


def _no_constant(word: str) -> NoReturn:
    raise Fault(f"{word} is no JSON number")


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise Fault(f"The number {digits[:10]}… has {len(digits)} digits")
    return int(digits)


def _refuse_unstorable(value: object) -> None:
    if isinstance(value, str):
        found = _UNSTORABLE.search(value)
        if found:
            raise Fault(f"A text holds {'a NUL' if found[0] == chr(0) else 'a lone surrogate'}, which cannot be stored")
    elif isinstance(value, dict):
        for name, item in value.items():
            _refuse_unstorable(name)
            _refuse_unstorable(item)
    elif isinstance(value, list):
        for item in value:
            _refuse_unstorable(item)
