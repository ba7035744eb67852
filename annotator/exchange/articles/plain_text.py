# SPDX-License-Identifier: MIT
"""Plain text (Markdown too, which stays as it is typed) in: one file, one exact text."""

from dataclasses import dataclass
from pathlib import Path

from annotator.domain.errors import KnownError
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import DEFAULT_OPTIONS, ReadingOptions
from annotator.exchange.incoming_files import opened, shown_name
from annotator.text import MAXIMUM_BYTES, DecodedText, decode


@dataclass(frozen=True, slots=True)
class IncomingText:
    """The text of a file under the name that the file bears; not yet part of any project."""

    name: str
    decoded: DecodedText


def read_plain_text(path: Path, *, encoding: str | None = None) -> IncomingText:
    """Read one file; raises Refused or UsageError, one sentence each, with the file's name as the place."""
    name = shown_name(path)
    with opened(path, maximum_bytes=MAXIMUM_BYTES) as file:
        data = file.read(MAXIMUM_BYTES + 1)
    try:
        return IncomingText(name, decode(data, encoding=encoding))
    except KnownError as error:
        raise type(error)(error.sentence, where=name) from error


def read_text(data: bytes, *, name: str, options: ReadingOptions = DEFAULT_OPTIONS) -> tuple[IncomingArticle, ...]:
    """Read the bytes of one file, as the readers of other formats do."""
    return (IncomingArticle(name, decode(data, encoding=options.encoding, guess=options.guess)),)
