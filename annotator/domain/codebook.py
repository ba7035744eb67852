# SPDX-License-Identifier: MIT
"""Codes, their categories and attributes, and the codebook as a whole."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from annotator.domain.canonical import Json, canonical_json
from annotator.domain.identifiers import CodeId


class Pattern(StrEnum):
    """How the lane of a code is drawn, so that colour is never the only signal."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    DOUBLE = "double"
    LONG_DASH = "long_dash"
    LADDER = "ladder"
    ZIGZAG = "zigzag"
    THICK_THIN = "thick_thin"
    HOLLOW = "hollow"
    DASH_DOT = "dash_dot"


class AttributeKind(StrEnum):
    """What an attribute of a code may hold."""

    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class AttributeDefinition:
    """One attribute of a code: its name in files, its label on screen, what it may hold.

    ``choices`` binds for CHOICE; for TEXT it is a vocabulary that is offered but not imposed.
    """

    name: str
    label: str
    kind: AttributeKind
    choices: tuple[str, ...] = ()

    def accepts(self, value: str) -> bool:
        """Whether a value may be stored; the empty string means "not set" and always may."""
        if value == "" or self.kind is AttributeKind.TEXT:
            return True
        if self.kind is AttributeKind.CHOICE:
            return value in self.choices
        if self.kind is AttributeKind.YES_NO:
            return value in ("yes", "no")
        return is_number(value)


def is_number(value: str) -> bool:
    """Whether a text is a number as every statistics program reads it: digits, a point, at most an exponent.

    What Python alone reads (infinity, NaN, digits parted by ``_``) is none.
    """
    return _NUMBER.match(value) is not None


_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?\Z", re.ASCII)
_NO_CODE = CodeId("")


@dataclass(frozen=True, slots=True)
class Code:
    """One code of the codebook.

    ``short_name`` is the word in files (unique after case folding); ``shortcut`` is the key that
    applies the code (1-9 or a letter, or empty); colours are ``#RRGGBB`` for light and dark pages.
    A retired code is hidden from the palette but still drawn, counted and exported. ``counts_as`` is
    the code that a mapped one counts as, else empty; it is no part of the codebook's own state.
    """

    id: CodeId
    name: str
    short_name: str
    shortcut: str = ""
    definition: str = ""
    counts: str = ""
    does_not: str = ""
    examples: tuple[str, ...] = ()
    colour: str = "#5C6672"
    colour_dark: str = "#9AA6B4"
    pattern: Pattern = Pattern.SOLID
    category: str = ""
    attributes: tuple[AttributeDefinition, ...] = ()
    position: int = 0
    retired: bool = False
    counts_as: CodeId = _NO_CODE

    @property
    def is_offered(self) -> bool:
        """Whether the code may be applied: it is neither retired nor mapped to another."""
        return not self.retired and not self.counts_as

    def attribute(self, name: str) -> AttributeDefinition | None:
        """Give the attribute of this name, or None."""
        return next((attribute for attribute in self.attributes if attribute.name == name), None)


@dataclass(frozen=True, slots=True)
class Codebook:
    """All codes of a project, in the order in which they are shown."""

    codes: tuple[Code, ...] = field(default=())

    def by_id(self, code: CodeId) -> Code | None:
        """Give the code with this identity, or None."""
        return next((each for each in self.codes if each.id == code), None)

    def find(self, word: str) -> Code | None:
        """Find a code by id, short name or name, in that order, ignoring case; None where there is none."""
        folded = word.casefold()
        by_id = (code for code in self.codes if code.id == folded)
        by_short_name = (code for code in self.codes if code.short_name.casefold() == folded)
        by_name = (code for code in self.codes if code.name.casefold() == folded)
        return next(chain(by_id, by_short_name, by_name), None)

    @property
    def active(self) -> tuple[Code, ...]:
        """The codes that may be applied."""
        return tuple(code for code in self.codes if code.is_offered)

    @property
    def revision(self) -> str:
        """SHA-256 of the canonical state of all codes: equal codebooks have equal revisions."""
        state: list[Json] = [code_as_json(code) for code in sorted(self.codes, key=lambda code: code.id)]
        import hashlib  # OpenSSL comes with it: not before it is needed

        return hashlib.sha256(canonical_json(state).encode()).hexdigest()


def code_as_json(code: Code) -> dict[str, Json]:
    """Give every field that a code has of its own, as values that canonical JSON can hold."""
    return {
        "id": code.id,
        "name": code.name,
        "short_name": code.short_name,
        "shortcut": code.shortcut,
        "definition": code.definition,
        "counts": code.counts,
        "does_not": code.does_not,
        "examples": list(code.examples),
        "colour": code.colour,
        "colour_dark": code.colour_dark,
        "pattern": code.pattern.value,
        "category": code.category,
        "attributes": [attribute_as_json(attribute) for attribute in code.attributes],
        "position": code.position,
        "retired": code.retired,
    }


def attribute_as_json(attribute: AttributeDefinition) -> Json:
    """Give one attribute's definition as values that canonical JSON can hold."""
    return {
        "name": attribute.name,
        "label": attribute.label,
        "kind": attribute.kind.value,
        "choices": list(attribute.choices),
    }


def code_from_json(value: Mapping[str, Json]) -> Code:
    """Build a code from what :func:`code_as_json` gives; raises KeyError, TypeError or ValueError where it is off."""
    attributes, examples = value["attributes"], value["examples"]
    if not isinstance(attributes, list) or not isinstance(examples, list):
        raise TypeError("attributes and examples are lists")
    position, retired = value["position"], value["retired"]
    if not isinstance(position, int) or not isinstance(retired, bool):
        raise TypeError("position is a whole number, retired is true or false")
    words = {name: str(value[name]) for name in _TEXT_FIELDS}
    return Code(
        id=CodeId(str(value["id"])),
        examples=tuple(str(example) for example in examples),
        pattern=Pattern(str(value["pattern"])),
        attributes=tuple(_attribute_from_json(attribute) for attribute in attributes),
        position=position,
        retired=retired,
        counts_as=_NO_CODE,
        **words,
    )


_TEXT_FIELDS = (
    "name", "short_name", "shortcut", "definition", "counts", "does_not", "colour", "colour_dark", "category",
)  # fmt: skip


def _attribute_from_json(value: Json) -> AttributeDefinition:
    if not isinstance(value, dict):
        raise TypeError("an attribute is an object")
    choices = value["choices"]
    if not isinstance(choices, list):
        raise TypeError("choices are a list")
    return AttributeDefinition(
        name=str(value["name"]),
        label=str(value["label"]),
        kind=AttributeKind(str(value["kind"])),
        choices=tuple(str(choice) for choice in choices),
    )
