# SPDX-License-Identifier: MIT
"""Rules by which a download of a news archive falls into articles: keywords and shapes of lines, as data to edit.

A rule is one JSON object, its file in UTF-8:

* ``name``: how it is called; ``about``: a sentence for whoever chooses it.
* ``starts``: lines that begin an article, such as ``"{number} of {total} DOCUMENTS"``; the line counts itself to the
  article only where it is one of ``fields``.
* ``ends``: lines that end one, such as ``"End of Document"`` or ``"Document {id}"``. One of both lists must be there.
* ``order``: in which order title, source and date stand above the fields; ``"title"`` or ``"source"`` comes first.
* ``fields``: what a keyword at the beginning of a line gives, ``{"BYLINE": "author"}``. With ``"tags": true`` the
  keywords stand without a colon, alone or before a tab or two blanks (two-letter tags).
* ``bodies``: lines or tags after which the text of the article begins; without one it begins after the last field
  of ``fields`` before it. ``feet``: keywords that stand only below the text.
* ``words``: ``"{count} words"``, the shapes in which the length is told.
* ``dates`` and ``months``: ``"{month} {day}, {year}"``; twelve months by name, spellings parted by "|".
* ``joins_lines``: whether a line end within a paragraph is only where the line was full.

Shapes are words with places in braces; white space between them is any; capitals make no difference. Nobody can write
a shape that takes for ever: it is no regular expression.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from annotator.domain.errors import Refused
from annotator.domain.model import NO_ATTRIBUTES
from annotator.exchange.incoming_files import opened, shown_name
from annotator.exchange.json_objects import Fault, parsed_object

MAXIMUM_BYTES = 200_000
_LONGEST_SHAPE = 200
_MOST_SHAPES = 200

_PLACES = {
    "number": r"(?P<number>\d{1,6})",
    "total": r"(?P<total>[\d.,]{1,9})",
    "count": r"(?P<count>\d{1,3}(?:[.,\u00a0\u202f ]\d{3})*|\d{1,7})",
    "day": r"(?P<day>\d{1,2})",
    "year": r"(?P<year>\d{4})",
    "id": r"(?P<id>\S{1,80})",
    "any": r".{0,300}?",
}
_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class ArchiveRule:
    """One rule; see the module for what each part means. ``months`` are twelve, each with its spellings."""

    name: str
    about: str = ""
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    title_first: bool = True
    fields: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    tags: bool = False
    bodies: tuple[str, ...] = ()
    feet: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    months: tuple[tuple[str, ...], ...] = ()
    joins_lines: bool = False

    @cached_property
    def telling_words(self) -> frozenset[str]:
        """Words in small letters of which one stands in every text that the rule may fit; a tag with its line end."""
        shapes = [_PLACE.split(shape)[0::2] for shape in (*self.starts, *self.ends)]
        longest = [max(parts, key=len).strip().lower() for parts in shapes]
        return frozenset("\n" + word if self.tags else max(word.split(), key=len, default="") for word in longest)

    @cached_property
    def start_line(self) -> re.Pattern[str]:
        """A line that begins an article."""
        return _any_of(self.starts)

    @cached_property
    def end_line(self) -> re.Pattern[str]:
        """A line that ends an article."""
        return _any_of(self.ends)

    @cached_property
    def word_line(self) -> re.Pattern[str]:
        """A line, or the value of a field, that tells the length in words."""
        return _any_of(self.words, whole=False)

    @cached_property
    def date_shapes(self) -> tuple[re.Pattern[str], ...]:
        """The shapes of a date, each with year, month and perhaps day."""
        names = sorted((name for month in self.months for name in month), key=len, reverse=True)
        month = f"(?P<month>{'|'.join(map(re.escape, names))})\\.?" if names else r"(?P<month>\d{1,2})"
        return tuple(
            re.compile(rf"(?<!\w){_expression(shape, {'month': month})}(?!\w)", re.IGNORECASE) for shape in self.dates
        )

    @cached_property
    def field_line(self) -> re.Pattern[str]:
        """A line that begins with a keyword of the fields or of the feet; groups ``keyword`` and ``value``."""
        # Among tags the text itself has one.
        words = sorted({*self.fields, *self.feet, *(self.bodies if self.tags else ())}, key=len, reverse=True)
        keywords = "|".join(_words(word) for word in words) or r"(?!)"
        if self.tags:
            return re.compile(rf"\s{{0,8}}(?P<keyword>{keywords})(?:\s*\|\s*|\t\s*|\s{{2,}}|\s*$)(?P<value>.*)")
        return re.compile(rf"\s*(?P<keyword>{keywords})\s*[:\uff1a]\s*(?P<value>.*)", re.IGNORECASE)

    @cached_property
    def foot_words(self) -> frozenset[str]:
        """The keywords that stand only below the text, folded."""
        return frozenset(" ".join(each.split()).casefold() for each in self.feet)

    @cached_property
    def body_line(self) -> re.Pattern[str]:
        """A line after which the text begins."""
        return _any_of(self.bodies)

    def month_number(self, name: str) -> int | None:
        """Give the number of a month, 1 to 12, by a spelling of it or by its digits; None where it is none."""
        folded = name.casefold()
        for number, spellings in enumerate(self.months, start=1):
            if folded in (spelling.casefold() for spelling in spellings):
                return number
        return int(name) if name.isdigit() and 1 <= int(name) <= 12 else None


def read_archive_rule(path: Path) -> ArchiveRule:
    """Read a rule from a file; raises Refused (one sentence, with the file's name) where it is none."""
    with opened(path, maximum_bytes=MAXIMUM_BYTES) as file:
        return parsed_archive_rule(file.read(MAXIMUM_BYTES + 1), name=shown_name(path))


def parsed_archive_rule(data: bytes, *, name: str) -> ArchiveRule:
    """Read a rule from the bytes of its file; raises Refused as :func:`read_archive_rule` does."""
    try:
        return _rule(parsed_object(data.removeprefix(b"\xef\xbb\xbf"), what="The rule"))
    except Fault as fault:
        raise Refused(f"{fault}; the rule is not used, and nothing was taken: correct its file.", where=name) from fault


_KEYS = frozenset({
    "name", "about", "starts", "ends", "order", "fields", "tags", "bodies", "feet", "words", "dates", "months",
    "joins_lines",
})  # fmt: skip


def _rule(value: Mapping[str, object]) -> ArchiveRule:
    unknown = sorted(value.keys() - _KEYS)
    if unknown:
        raise Fault(f"The rule has a part {unknown[0][:40]!a} that no rule has")
    if value.get("order", "title") not in ("title", "source"):
        raise Fault('The part "order" must be "title" or "source"')
    rule = ArchiveRule(
        name=_text(value.get("name", ""), "name"),
        about=_text(value.get("about", ""), "about"),
        starts=_shapes(value, "starts"),
        ends=_shapes(value, "ends"),
        title_first=value.get("order", "title") == "title",
        fields=_fields(value.get("fields", {})),
        tags=_flag(value.get("tags", False), "tags"),
        bodies=_shapes(value, "bodies"),
        feet=_shapes(value, "feet"),
        words=_shapes(value, "words", needs="count"),
        dates=_shapes(value, "dates", needs="year"),
        months=_months(value.get("months", [])),
        joins_lines=_flag(value.get("joins_lines", False), "joins_lines"),
    )
    if not rule.name.strip():
        raise Fault("The rule has no name")
    if not rule.starts and not rule.ends:
        raise Fault("The rule says neither how an article starts nor how it ends")
    return rule


def _text(value: object, part: str) -> str:
    if not isinstance(value, str):
        raise Fault(f'The part "{part}" must be text')
    return value


def _flag(value: object, part: str) -> bool:
    if not isinstance(value, bool):
        raise Fault(f'The part "{part}" must be true or false')
    return value


def _shapes(value: Mapping[str, object], part: str, *, needs: str = "") -> tuple[str, ...]:
    found = value.get(part, [])
    if not isinstance(found, list) or len(found) > _MOST_SHAPES:
        raise Fault(f'The part "{part}" must be a list of at most {_MOST_SHAPES} shapes')
    for shape in found:
        if not isinstance(shape, str) or not shape.strip() or len(shape) > _LONGEST_SHAPE:
            raise Fault(f'Each shape of "{part}" must be text of at most {_LONGEST_SHAPE} characters')
        places = _PLACE.findall(shape)
        strange = [place for place in places if place not in _PLACES and place != "month"]
        if strange or len(set(places)) < len(places):
            raise Fault(f'The shape {shape[:60]!a} of "{part}" has a place that is unknown or stands twice')
        if needs and needs not in places:
            raise Fault(f'The shape {shape[:60]!a} of "{part}" lacks {{{needs}}}')
    return tuple(found)


def _fields(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(each, str) and each.strip() for each in value.values()):
        raise Fault('The part "fields" must say for each keyword what it gives')
    if any(not keyword.strip() for keyword in value):
        raise Fault('A keyword of "fields" is empty')
    return dict(value)


def _months(value: object) -> tuple[tuple[str, ...], ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value) or len(value) not in (0, 12):
        raise Fault('The part "months" must list the names of twelve months, or none')
    months = tuple(tuple(filter(None, (name.strip() for name in each.split("|")))) for each in value)
    if not all(months):
        raise Fault('A month of "months" has no name')
    return months


def _any_of(shapes: tuple[str, ...], *, whole: bool = True) -> re.Pattern[str]:
    """Make one expression of several shapes; without any it matches nothing. Places may stand once in each."""
    if not shapes:
        return re.compile(r"(?!)")
    found = [re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{number}>", _expression(shape)) for number, shape in enumerate(shapes)]
    joined = "|".join(f"(?:{each})" for each in found)
    return re.compile(rf"\s*(?:{joined})\s*\Z" if whole else rf"(?:{joined})", re.IGNORECASE)


def _expression(shape: str, places: Mapping[str, str] | None = None) -> str:
    known = _PLACES | dict(places or {})
    parts = _PLACE.split(shape)
    return "".join(known[part] if place % 2 else _words(part) for place, part in enumerate(parts))


def _words(text: str) -> str:
    """Match these words with any white space where there is some."""
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", text))


def group_of(found: re.Match[str], place: str) -> str:
    """Give what stood at a place of whichever shape matched, or the empty string."""
    return next((value for name, value in found.groupdict().items() if value and name.rpartition("_")[0] == place), "")
