# SPDX-License-Identifier: MIT
"""What a code must be to stand in a codebook, field by field, and what to propose for a new one. Reads no file."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from annotator.domain import AttributeDefinition, AttributeKind, Code, Codebook, CodeId
from annotator.domain.codebook import code_as_json
from annotator.domain.fields import LONGEST_NAME, LONGEST_TEXT, fault
from annotator.domain.short_names import LONGEST_SHORT_NAME, RESERVED, is_short_name, proposed_word

_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", *ascii_lowercase)


@dataclass(frozen=True, slots=True)
class CodeFault:
    """What keeps a code out of the codebook: the field of :class:`Code` and a sentence that says what to do."""

    field: str
    sentence: str


def code_faults(codebook: Codebook, *, code: Code) -> tuple[CodeFault, ...]:
    """Give everything that is wrong with a code beside the others of a codebook.

    One fault per field at most, in the order of the fields. The code of the same identity in the
    codebook is the one that this would replace.
    """
    others = [each for each in codebook.codes if each.id != code.id]
    found: dict[str, CodeFault] = {}
    for each in (*_own_faults(code), *_clashes(others, code)):
        found.setdefault(each.field, each)
    return tuple(found[field] for field in code_as_json(code) if field in found)


def proposed_short_name(name: str, *, codebook: Codebook, code: CodeId) -> str:
    """Make a word for files of a name: lower case, underscores for what is no letter or digit, not taken.

    Empty where the name holds no letter.
    """
    taken = {each.short_name.casefold() for each in codebook.codes if each.id != code}
    return proposed_word(name, taken=taken)


def free_keys(codebook: Codebook, *, code: CodeId) -> tuple[str, ...]:
    """Give the digits, then the letters, that apply no other code in use."""
    taken = {each.shortcut.casefold() for each in codebook.active if each.id != code}
    return tuple(key for key in _KEYS if key not in taken)


def _own_faults(code: Code) -> Iterator[CodeFault]:
    if not code.name.strip():
        yield CodeFault("name", "A code needs a name.")
    if not is_short_name(code.short_name) or code.short_name.casefold() in RESERVED:
        yield CodeFault(
            "short_name",
            "A short name is one word of letters, digits and underscores that begins with a letter; "
            f"“{code.short_name[:LONGEST_SHORT_NAME]}” is not.",
        )
    if code.shortcut and code.shortcut.casefold() not in _KEYS:
        yield CodeFault("shortcut", "A key is a digit from 1 to 9 or a letter from A to Z.")
    yield from _attribute_faults(code)
    for name, value in code_as_json(code).items():
        if name != "id" and fault("code", name, value):
            yield CodeFault(name, _cannot_be_kept(name))


_LONGEST = {"name": LONGEST_NAME, "short_name": LONGEST_NAME, "category": LONGEST_NAME}


def _cannot_be_kept(field: str) -> str:
    if field.startswith("colour"):
        return "A colour is # and six digits or letters from A to F, like #8A6A00."
    longest = _LONGEST.get(field, LONGEST_TEXT)
    return f"This code's {field.replace('_', ' ')} cannot be kept: it is too long (over {longest:,})."


def _clashes(others: list[Code], code: Code) -> Iterator[CodeFault]:
    for each in others:
        if each.short_name.casefold() == code.short_name.casefold():
            yield CodeFault("short_name", f"The short name “{code.short_name}” is taken by “{each.name}”.")
        if each.name.casefold() == code.name.casefold():
            yield CodeFault("name", f"There is already a code “{each.name}”.")
        in_use = code.shortcut and code.is_offered and each.is_offered
        if in_use and each.shortcut.casefold() == code.shortcut.casefold():
            yield CodeFault("shortcut", f"The key {code.shortcut.upper()} is taken by “{each.name}”.")


def _attribute_faults(code: Code) -> Iterator[CodeFault]:
    names: set[str] = set()
    for number, each in enumerate(code.attributes, start=1):
        wrong = _attribute_fault(each, taken=names)
        if wrong:
            yield CodeFault("attributes", f"Attribute {number}: {wrong}")
        names.add(each.name.casefold())


def _attribute_fault(definition: AttributeDefinition, *, taken: set[str]) -> str:
    if not is_short_name(definition.name):
        return "its name in files is one word of letters, digits and underscores that begins with a letter."
    if definition.name.casefold() in taken:
        return f"the name “{definition.name}” stands there twice."
    if definition.kind is AttributeKind.CHOICE and not definition.choices:
        return "a closed list needs its choices, one a line."
    return ""
