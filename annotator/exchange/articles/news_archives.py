# SPDX-License-Identifier: MIT
"""A download of a news archive as its articles: split by a rule, checked against what the archive says of itself.

Nothing is believed silently. The archive counts its articles ("3 of 40") and their words; where the number differs,
where the length is off by more than a tenth, where there is no text or no date, the article says so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile

from annotator.domain.metadata import is_date
from annotator.domain.model import NO_ATTRIBUTES
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.news_archive_rules import ArchiveRule, group_of
from annotator.text.quotation import digest

LENGTH = "words_announced"
"""The field that keeps the length which the archive tells."""
_SLACK = 0.10
_SHORTEST_CHECKED = 20
_LONGEST_HEAD_LINE = 300
_MOST_HEAD_LINES, _MOST_COPYRIGHT_LINES = 15, 8
_COPYRIGHT = re.compile(r"\s*(copyright\b|©|\(c\)\s*\d{4}|all rights reserved)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArchiveArticle:
    """One article: its text (title, blank line, body), what was said of it, and what is wrong with it.

    ``number`` counts from 1 in the file; ``metadata`` has title, outlet, author and date under these names.
    """

    number: int
    text: str
    metadata: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SplitArchive:
    """The articles of one file by one rule. ``announced`` is how many it says it holds, None without a word.

    ``before`` is the number of characters above the first article (a cover page, a list of titles).
    """

    rule: str
    articles: tuple[ArchiveArticle, ...]
    announced: int | None = None
    before: int = 0

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the file as a whole."""
        if self.announced is None or self.announced == len(self.articles):
            return ()
        return (f"The archive says that it holds {self.announced:,} articles; {len(self.articles):,} were found.",)

    @property
    def to_look_at(self) -> tuple[ArchiveArticle, ...]:
        """Give what a person should see first: the first, the last, the shortest and every doubtful one."""
        if not self.articles:
            return ()
        shortest = min(self.articles, key=lambda article: len(article.text))
        chosen = {self.articles[0].number, self.articles[-1].number, shortest.number}
        return tuple(article for article in self.articles if article.problems or article.number in chosen)


def fitting_rule(text: str, rules: Sequence[ArchiveRule]) -> ArchiveRule | None:
    """Give the rule that finds articles in a text, or None where it is no archive: a rule's keywords must be there.

    Of several the one whose number of articles is the announced one, then the one with the fewest doubts, then the
    one with the most articles.
    """
    folded = "\n" + text.lower()
    if not any(word in folded for word in _least_words(tuple(rule.telling_words for rule in rules))):
        return None  # as with nearly every text: a few words are looked for, not each word of each rule
    found = [
        (split_archive(text, rule), place, rule)
        for place, rule in enumerate(rules)
        if any(word in folded for word in rule.telling_words)
    ]
    fitting = [each for each in found if _is_archive(each[0])]
    return min(fitting, key=_rank)[2] if fitting else None


@lru_cache(maxsize=16)
def _least_words(words_of_rules: tuple[frozenset[str], ...]) -> tuple[str, ...]:
    """Give words of which one stands in every text that holds a telling word of any rule."""
    words = frozenset[str]().union(*words_of_rules)
    return tuple(sorted(word for word in words if not any(other in word for other in words - {word})))


def _is_archive(split: SplitArchive) -> bool:
    """Whether most of what was found has a head: an ordinary text in which the words of a rule occur has none."""
    with_head = sum("date" in each.metadata and len(each.metadata) >= 3 for each in split.articles)
    return with_head > 0 and 2 * with_head >= len(split.articles)


def _rank(found: tuple[SplitArchive, int, ArchiveRule]) -> tuple[bool, float, int, int]:
    split, place, _ = found
    doubtful = sum(bool(each.problems) for each in split.articles) / len(split.articles)
    return bool(split.problems), doubtful, -len(split.articles), place


def split_archive(text: str, rule: ArchiveRule) -> SplitArchive:
    """Split a text (line ends are LF) by a rule; no articles where nothing in it is as the rule says."""
    lines = text.split("\n")
    if not any(rule.start_line.match(line) or rule.end_line.match(line) for line in lines):
        return SplitArchive(rule.name, ())
    chunks = list(_chunks(lines, rule))
    articles = tuple(_article(number, lines[start:end], rule) for number, (start, end) in enumerate(chunks, start=1))
    announced = next((_total(rule, line) for line in lines if _total(rule, line) is not None), None)
    before = sum(len(line) + 1 for line in lines[: chunks[0][0]]) if chunks else 0
    return SplitArchive(rule.name, articles, announced, before)


def _total(rule: ArchiveRule, line: str) -> int | None:
    found = rule.start_line.match(line)
    digits = re.sub(r"\D", "", group_of(found, "total")) if found else ""
    return int(digits) if digits else None


def _chunks(lines: Sequence[str], rule: ArchiveRule) -> Iterator[tuple[int, int]]:
    """Give where the articles lie, as half-open ranges of lines."""
    starts = [place for place, line in enumerate(lines) if rule.start_line.match(line)]
    ends = [place for place, line in enumerate(lines) if rule.end_line.match(line)]
    if starts:
        for place, following in zip(starts, [*starts[1:], len(lines)], strict=True):
            end = next((each for each in ends if place < each < following), following)
            # A line that is a field of the article (a tag) is part of it; one that only counts is not.
            yield (place if rule.field_line.match(lines[place]) else place + 1), end
    else:
        start = 0
        for end in ends:
            if any(line.strip() for line in lines[start:end]):
                yield start, end
            start = end + 1


@dataclass(slots=True)
class _Reading:
    """One article while its lines are read."""

    head: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)


def _article(number: int, lines: Sequence[str], rule: ArchiveRule) -> ArchiveArticle:
    reading = _tagged(lines, rule) if rule.tags else _headed(lines, rule)
    metadata = {name: " ".join(value.split()) for name, value in reading.said.items() if value.strip()}
    _take_date(metadata, rule)
    announced = _words_in(metadata.pop("length", ""), rule)
    if announced is not None:
        metadata[LENGTH] = str(announced)
    if "author" in metadata:
        metadata["author"] = re.sub(r"^by\s+", "", metadata["author"], flags=re.IGNORECASE)
    body = _paragraphs(reading.body, joins=rule.joins_lines)
    title = metadata.get("title", "")
    text = "\n\n".join(part for part in (title, body) if part)
    return ArchiveArticle(number, text, metadata, tuple(_problems(metadata, body, announced)))


def _problems(metadata: Mapping[str, str], body: str, announced: int | None) -> Iterator[str]:
    if not body:
        yield "No text was found under its head."
    if "title" not in metadata:
        yield "No title was found."
    if "date" not in metadata:
        yield "No date was found."
    count = len(body.split())
    if body and announced and announced >= _SHORTEST_CHECKED and abs(count - announced) > _SLACK * announced:
        yield f"The archive says {announced:,} words; the text found has {count:,}."


def _tagged(lines: Sequence[str], rule: ArchiveRule) -> _Reading:
    """Read an article whose parts bear tags: each tag rules until the next one."""
    reading, fields = _Reading(), rule.fields
    bodies, current = {each.casefold() for each in rule.bodies}, ""
    for line in lines:
        found = rule.field_line.match(line)
        current = found["keyword"].strip() if found else current
        value = found["value"] if found else line
        if current.casefold() in bodies:
            reading.body += ["", value] if found else [value]
        elif value.strip() and current in fields:
            name = fields[current]
            reading.said[name] = f"{reading.said[name]} {value.strip()}" if name in reading.said else value.strip()
    return reading


def _headed(lines: Sequence[str], rule: ArchiveRule) -> _Reading:
    """Read an article with a head of lines, fields with a colon, its text, and perhaps more fields below."""
    reading = _Reading()
    begin = _body_begins(lines, rule)
    head = [
        line
        for line in _fields_taken(lines[:begin], rule, reading.said)
        if line.strip() and not rule.body_line.match(line) and not _COPYRIGHT.match(line)
    ]
    reading.head = [line.strip() for line in _edition_taken(head, rule, reading.said)]
    end = _body_ends(lines, begin, rule)
    reading.body = list(lines[begin:end])
    for _ in _fields_taken(lines[end:], rule, reading.said):
        pass
    _take_head(reading, rule)
    return reading


def _edition_taken(head: list[str], rule: ArchiveRule, said: dict[str, str]) -> list[str]:
    """Take the edition, centred below the date where the title that follows is not; gives the lines that are left."""
    dated = next((place for place, line in enumerate(head) if len(line) < 100 and _date_in(line, rule)), len(head))
    below = head[dated + 1 :]
    centred = list(takewhile(lambda line: line[0].isspace(), below))
    if rule.title_first or not centred or len(centred) == len(below):
        return head
    said.setdefault("edition", " ".join(line.strip() for line in centred))
    return head[: dated + 1] + below[len(centred) :]


def _fields_taken(lines: Iterable[str], rule: ArchiveRule, said: dict[str, str]) -> Iterator[str]:
    """Take the fields from lines, with the lines on which their values go on, and give the lines that are left."""
    current = ""
    for line in lines:
        found = rule.field_line.match(line)
        if found:
            keyword = " ".join(found["keyword"].split()).casefold()
            current = next((name for word, name in rule.fields.items() if word.casefold() == keyword), "")
            if current:
                said.setdefault(current, found["value"].strip())
            continue
        if not line.strip():
            current = ""
        if current and said[current] and rule.joins_lines:
            said[current] += " " + line.strip()
        else:
            yield line


def _body_begins(lines: Sequence[str], rule: ArchiveRule) -> int:
    """Give the line at which the text begins: after a line that says so, else after the fields of the head."""
    told = next((place for place, line in enumerate(lines) if rule.body_line.match(line)), None)
    if told is not None:
        return told + 1
    if not rule.fields:
        return _after_copyright(lines, rule)
    first = next((place for place, line in enumerate(lines) if rule.field_line.match(line)), None)
    if first is None:
        return _after_date(lines, rule)
    for place in range(first + 1, len(lines)):
        # A line below a field goes on with its value; below a blank line it is text.
        if lines[place].strip() and not rule.field_line.match(lines[place]) and not lines[place - 1].strip():
            return place
        if _is_foot(lines[place], rule):
            return place
    return len(lines)


def _after_copyright(lines: Sequence[str], rule: ArchiveRule) -> int:
    """Where the head has no fields: after its line of copyright, which stands soon below the length."""
    counted = next((place for place, line in enumerate(lines) if rule.word_line.fullmatch(line.strip())), None)
    if counted is None:
        return _after_date(lines, rule)
    below = range(counted, min(len(lines), counted + _MOST_HEAD_LINES))
    return 1 + max((place for place in below if _COPYRIGHT.match(lines[place])), default=counted)


def _after_date(lines: Sequence[str], rule: ArchiveRule) -> int:
    """Where there is no field at all: after the block with the date, and after the title where that follows."""
    dated = next((place for place, line in enumerate(lines[:20]) if _date_in(line, rule)), -1)
    blocks = 1 if rule.title_first else 2
    place = dated + 1
    while place < len(lines) and blocks:
        place += 1
        if place < len(lines) and not lines[place].strip() and lines[place - 1].strip():
            blocks -= 1
    return place if dated >= 0 else min(1, len(lines))


def _body_ends(lines: Sequence[str], begin: int, rule: ArchiveRule) -> int:
    """Give the line before which the text ends: the first foot, else the copyright at the end."""
    foot = next((place for place in range(begin, len(lines)) if _is_foot(lines[place], rule)), None)
    if foot is not None:
        return foot
    tail = range(max(begin, len(lines) - _MOST_COPYRIGHT_LINES), len(lines))
    return next((place for place in tail if _COPYRIGHT.match(lines[place])), len(lines))


def _is_foot(line: str, rule: ArchiveRule) -> bool:
    """Whether a line is, or begins with, a keyword that stands only below the text."""
    found = rule.field_line.match(line)
    word = found["keyword"] if found else line if len(line) < _LONGEST_HEAD_LINE else ""
    return " ".join(word.split()).casefold() in rule.foot_words


def _take_head(reading: _Reading, rule: ArchiveRule) -> None:
    """Find title, source and date among the lines above the fields."""
    head = [line for line in reading.head if len(line) <= _LONGEST_HEAD_LINE] or reading.head
    counted = next((line for line in head if _words_in(line, rule) is not None and rule.word_line.fullmatch(line)), "")
    if counted:
        reading.said.setdefault("length", counted)
    byline = next((line for line in head if re.match(r"by\s+\S", line, re.IGNORECASE) and line is not head[0]), "")
    if byline and counted:
        reading.said.setdefault("author", byline)
        head = [line for line in head if line is not byline]
    dated = next((place for place, line in enumerate(head) if len(line) < 100 and _date_in(line, rule)), None)
    if dated is not None:
        reading.said.setdefault("date", head[dated])
    before = head[:dated] if dated is not None else head
    after = [line for line in head[dated + 1 :] if line is not counted] if dated is not None else []
    if counted in before:  # title, by, length, date, source: the head of a plain download
        before = [line for line in before if line is not counted]
        titles, sources = before, after[:1]
    elif rule.title_first:
        titles, sources = (before[:-1], before[-1:]) if len(before) > 1 else (before, [])
        if after:
            reading.said.setdefault("edition", " ".join(after))
    else:
        titles, sources = after if dated is not None else before[1:], before[:1]
    if titles:
        reading.said.setdefault("title", " ".join(titles))
    if sources:
        reading.said.setdefault("outlet", sources[0])


def _take_date(metadata: dict[str, str], rule: ArchiveRule) -> None:
    """Turn the date as it is printed into ISO 8601; what cannot be read is kept beside it under its own name."""
    printed = metadata.pop("date", "")
    found = _date_in(printed, rule)
    if found:
        metadata["date"] = found
    elif printed:
        metadata["date_printed"] = printed


def _date_in(line: str, rule: ArchiveRule) -> str:
    for shape in rule.date_shapes:
        found = shape.search(line)
        if found is None:
            continue
        parts = found.groupdict()
        month = rule.month_number(parts["month"]) if parts.get("month") else None
        day = int(parts["day"]) if parts.get("day") else None
        if month is None:
            return parts["year"]
        whole = f"{parts['year']}-{month:02}-{day or 0:02}"
        return whole if is_date(whole) else whole[: len("2026-03")]
    return ""


def _words_in(text: str, rule: ArchiveRule) -> int | None:
    found = rule.word_line.search(text)
    digits = re.sub(r"\D", "", group_of(found, "count")) if found else ""
    return int(digits) if digits else None


def _paragraphs(lines: Sequence[str], *, joins: bool) -> str:
    """Give the text of a body: paragraphs parted by a blank line, blank lines at both ends left out."""
    if not joins:
        text = "\n".join(line.rstrip() for line in lines)
        return re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(each) for each in paragraphs if each)


def articles_of_archive(article: IncomingArticle, split: SplitArchive) -> tuple[IncomingArticle, ...]:
    """Give the articles of a download that was read as one text, named after it; one without any text is left out.

    Each is of its own stretch of the file: the hash of what it was made of is that of its text.
    """
    return tuple(
        IncomingArticle(
            f"{article.name}/{each.number}",
            replace(article.decoded, body=each.text, raw_sha256=digest(each.text)),
            each.metadata,
            (*article.notes, *each.problems),
        )
        for each in split.articles
        if each.text.strip()
    )
