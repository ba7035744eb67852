# SPDX-License-Identifier: MIT
"""What may be said of an article, and in which words it is refused: pure functions over the fields of a project."""

from collections.abc import Sequence

from annotator.domain.fields import LONGEST_ADDRESS, LONGEST_METADATA_NAME, LONGEST_NAME, LONGEST_TEXT, METADATA_PREFIX
from annotator.domain.metadata import BUILT_IN, MetadataField, MetadataKind, is_date
from annotator.operations.passages import is_unstorable

IDENTIFYING = ("article_id", "article")
"""The headings by which a table of values names its articles: no field of a project bears one of them."""

_LONGEST: dict[str, int] = {"title": LONGEST_TEXT, "url": LONGEST_ADDRESS} | dict.fromkeys(
    ("outlet", "author", "date"), LONGEST_NAME
)
_LONGEST_SHOWN = 60


def field_fault(others: Sequence[MetadataField], field: MetadataField) -> str:
    """Say in one sentence what is wrong with a field, or give the empty string; ``others`` are all but it."""
    name = field.name
    if not name or name != " ".join(name.split()) or len(name) > LONGEST_METADATA_NAME or is_unstorable(name):
        return f"A field has a name of 1 to {LONGEST_METADATA_NAME} characters, without spaces at its ends."
    if len(field.label) > LONGEST_NAME or is_unstorable(field.label):
        return f"A label has at most {LONGEST_NAME} characters."
    for word in dict.fromkeys(filter(None, (name, field.label))):
        if known := built_in_called(word):
            return f"Every article has the field “{BUILT_IN[known]}” already; choose another name."
        if word.casefold() in IDENTIFYING:
            return f"In tables “{word}” names the article itself; choose another name."
        other = next((each for each in others if word.casefold() in _words(each)), None)
        if other is not None:
            return f"There is already a field called “{other.heading}”; choose another name."
    return _choices_fault(field)


def _choices_fault(field: MetadataField) -> str:
    if len(set(field.choices)) < len(field.choices) or any(
        not each or each != each.strip() or len(each) > LONGEST_TEXT or is_unstorable(each) for each in field.choices
    ):
        return f"The choices of “{field.heading}” must be different words, none of them empty."
    if field.kind is MetadataKind.CHOICE and not field.choices:
        return f"“{field.heading}” is a choice, so name what can be chosen."
    if field.choices and field.kind not in (MetadataKind.CHOICE, MetadataKind.TEXT):
        return f"“{field.heading}” is a {field.kind.value}, so it has no choices."
    return ""


def built_in_called(word: str) -> str:
    """Give the name of the field of every article that is called this, by name or label; "" where none is."""
    folded = word.casefold()
    return next((name for name, label in BUILT_IN.items() if folded in (name, label.casefold())), "")


def field_called(fields: Sequence[MetadataField], word: str) -> str:
    """Give the name of the field of this name or label, whatever the case: of every article, or the project's own."""
    folded = word.casefold()
    named = next((each.name for each in fields if each.name.casefold() == folded), "")
    labelled = next((each.name for each in fields if each.label.casefold() == folded), "")
    return named or built_in_called(word) or labelled


def value_fault(fields: Sequence[MetadataField], name: str, value: str) -> str:
    """Say what is wrong with a value for a field, as the middle of a sentence; "" where it may be stored.

    ``name`` is one that :func:`field_called` gave.
    """
    own = next((each for each in fields if each.name == name), None)
    heading = BUILT_IN[name] if own is None else own.heading
    longest = _LONGEST[name] if own is None else LONGEST_TEXT
    if len(value) > longest:
        return f"“{heading}” takes at most {longest:,} characters and was given {len(value):,}"
    if is_unstorable(value):
        return f"“{heading}” was given a NUL or half of a character, which cannot be stored"
    if own is None:
        is_right = name != "date" or value == "" or is_date(value)
        return "" if is_right else _refused(heading, value, _EXPECTED[MetadataKind.DATE])
    if own.accepts(value):
        return ""
    expected = f"one of {_listed(own.choices)}" if own.kind is MetadataKind.CHOICE else _EXPECTED[own.kind]
    return _refused(heading, value, expected)


_EXPECTED = {
    MetadataKind.DATE: "a date such as 2026, 2026-03 or 2026-03-15",
    MetadataKind.NUMBER: "a number with a point as its decimal mark, such as 12 or 0.5",
}


def _refused(heading: str, value: str, expected: str) -> str:
    return f"“{heading}” takes {expected}, not “{shortened(value)}”"


def tidied(value: str) -> str:
    """Give a value as it is kept: LF for every line end, no white space at its ends, as tables bring it back."""
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


def shortened(value: str) -> str:
    """Give a value for a sentence: on one line, and cut where it is long."""
    words = " ".join(value.split())
    return words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…"


def register_of(name: str) -> str:
    """Give the field of the journal that holds a value: ``name`` is built in, or that of a field of the project."""
    return name if name in BUILT_IN else METADATA_PREFIX + name


def _words(field: MetadataField) -> set[str]:
    return {field.name.casefold(), field.label.casefold()} - {""}


def _listed(choices: Sequence[str], *, most: int = 8) -> str:
    several = ", ".join(shortened(each) for each in choices[:most])
    return f"{several} and {len(choices) - most} more" if len(choices) > most else several
