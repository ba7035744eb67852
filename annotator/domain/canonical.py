# SPDX-License-Identifier: MIT
"""Canonical JSON: one value, one spelling, so that a hash of the bytes names the value."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json]"

LARGEST_INTEGER = 2**53
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False
)
"""What is spelled was read from JSON or looked through before, so it holds no circle."""


def canonical_json(value: Json) -> str:
    """Spell a value: keys sorted by code point, no spaces, no escapes beyond JSON's own, nothing normalised.

    Raises ValueError for what has no single spelling or no place in the journal: floats, nulls,
    integers beyond 2^53, lone surrogates, keys that are not strings.
    """
    _refuse_unspellable(value)
    return _ENCODER.encode(value)


def is_canonical(text: str, value: Json) -> bool:
    """Whether a text is the canonical spelling of the value it was read to.

    Floats and nulls have a spelling here too: who asks must know that the value holds none.
    """
    return _ENCODER.encode(value) == text


def are_canonical(texts: Sequence[str], objects: Sequence[Mapping[str, Json]]) -> bool:
    """Whether each text is the canonical spelling of the object it was read to: all at once, for the encoder's sake.

    No text can make up for another: each was read to one object, and where an object begins and ends its
    spelling says by itself.
    """
    return len(texts) == len(objects) and _ENCODER.encode(objects) == f"[{','.join(texts)}]"


def _refuse_unspellable(value: object) -> None:
    if isinstance(value, str):
        _refuse_surrogates(value)
    elif isinstance(value, bool):
        return
    elif isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise ValueError(f"an integer beyond 2^53: {value}")
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise ValueError(f"a key that is no string: {key!r}")
            _refuse_surrogates(key)
            _refuse_unspellable(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_unspellable(item)
    else:
        raise ValueError(f"canonical JSON has no place for {type(value).__name__}")


def _refuse_surrogates(value: str) -> None:
    if value.isascii():
        return
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValueError("a lone surrogate has no UTF-8") from error
