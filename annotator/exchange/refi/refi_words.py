# SPDX-License-Identifier: MIT
"""The names, identities and short words that REFI-QDA files share: those that we write, and those that we read."""

import functools
import re
from datetime import UTC, datetime
from uuid import UUID, uuid5

from annotator import __version__
from annotator.domain.identifiers import is_uuid

PROJECT_SPACE = "urn:QDA-XML:project:1.0"
CODEBOOK_SPACE = "urn:QDA-XML:codebook:1.0"
PROGRAM = "Discourse Annotator"
ORIGIN = f"{PROGRAM} {__version__}"
PROJECT_MEMBER = "project.qde"
SOURCES_FOLDER = "sources"

LONGEST_SELECTION_NAME = 100
CUT = "…"
NO_TIME = "1970-01-01T00:00:00Z"
"""What is written where nobody knows when: other programs fail without a time. It is read as none."""

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def is_writable(text: str) -> bool:
    """Whether XML 1.0 can hold every character of a text."""
    return _UNWRITABLE.search(text) is None


def writable(text: str, *, instead: str = "\ufffd") -> str:
    """Give a text with what XML 1.0 cannot hold replaced."""
    return _UNWRITABLE.sub(instead, text)


def folded(text: str) -> str:
    """Give the words of a text with one space between them, without what XML cannot hold."""
    return " ".join(writable(text, instead="").split())


def selection_name(quote: str) -> str:
    """Make the name of a selection: its first 100 characters, folded, with … where something is cut off."""
    words = folded(quote)
    return words if len(words) <= LONGEST_SELECTION_NAME else words[:LONGEST_SELECTION_NAME] + CUT


def selection_id(document: str, start: int, end: int) -> str:
    """Give the identity of the selection of a span: the same in whatever project, and a proof of its place."""
    return str(uuid5(UUID(document), f"{start}:{end}"))


@functools.lru_cache(maxsize=10_000)
def identity(guid: str | None) -> str:
    """Give a GUID as we write UUIDs, from any case and with or without braces; the empty string where it is none."""
    plain = (guid or "").strip().strip("{}").casefold()
    return plain if is_uuid(plain) else ""


@functools.lru_cache(maxsize=10_000)
def utc_time(written: str | None) -> str:
    """Give a time of XML in UTC; one without a zone is taken to be UTC. The empty string where it is none."""
    value = (written or "").strip()
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return ""
    if value == NO_TIME or "T" not in value:
        return ""
    if value.endswith("Z"):
        return value
    try:
        moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except OverflowError:
        return ""
    return moment.isoformat().replace("+00:00", "Z")
