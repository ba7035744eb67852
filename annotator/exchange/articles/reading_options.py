# SPDX-License-Identifier: MIT
"""What the user may choose about how articles are taken from files: plain values that any reader understands."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum


class HtmlText(StrEnum):
    """Which text of a page is the article."""

    MAIN = "main"
    """What a reader came for: without menus, advertisements and footers."""
    WHOLE = "whole"
    """All that the page shows."""
    RAW = "raw"
    """The page as it is typed, with its markup."""


class Division(StrEnum):
    """What of a book is one article."""

    WHOLE = "whole"
    CHAPTERS = "chapters"


class Lines(StrEnum):
    """What becomes of the line ends that a page of PDF has within a paragraph."""

    KEPT = "kept"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """The choices, each with what holds where nobody chose. A reader looks at those of its own format only.

    ``encoding`` is for text, HTML and RTF and goes before what a file says of itself; ``guess`` lets one be guessed
    where a file says nothing. The three of PDF change what the pages show, so all of them are off at first.
    """

    encoding: str | None = None
    guess: bool = False
    html_text: HtmlText = HtmlText.MAIN
    division: Division = Division.WHOLE
    pdf_lines: Lines = Lines.KEPT
    pdf_running_heads_left_out: bool = False
    pdf_hyphens_joined: bool = False

    def as_plain(self) -> dict[str, str | bool | None]:
        """Give the choices as JSON can carry them."""
        return {name: str(value) if isinstance(value, StrEnum) else value for name, value in asdict(self).items()}

    @classmethod
    def from_plain(cls, plain: Mapping[str, object]) -> "ReadingOptions":
        """Take what :meth:`as_plain` gave; raises ValueError for a choice that there is not."""
        encoding = plain.get("encoding")
        return cls(
            encoding=encoding if isinstance(encoding, str) else None,
            guess=plain.get("guess") is True,
            html_text=HtmlText(str(plain.get("html_text", HtmlText.MAIN))),
            division=Division(str(plain.get("division", Division.WHOLE))),
            pdf_lines=Lines(str(plain.get("pdf_lines", Lines.KEPT))),
            pdf_running_heads_left_out=plain.get("pdf_running_heads_left_out") is True,
            pdf_hyphens_joined=plain.get("pdf_hyphens_joined") is True,
        )


DEFAULT_OPTIONS = ReadingOptions()
