# SPDX-License-Identifier: MIT
"""An article as a file gives it: an exact text and what is known of it; not yet part of any project."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.domain.model import NO_ATTRIBUTES
from annotator.text import DecodedText


@dataclass(frozen=True, slots=True)
class IncomingArticle:
    """One article. ``name`` is the name of its file, within a container with its path there ("a/b.txt").

    ``decoded`` holds the text with LF as line ends and the SHA-256 of the bytes it was made of.
    ``metadata`` has title, outlet, author, date and url under these names and further fields under
    their own, only what is set. ``notes`` are sentences for the preview ("3 comments were left out").
    """

    name: str
    decoded: DecodedText
    metadata: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    notes: tuple[str, ...] = ()
