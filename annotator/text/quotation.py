# SPDX-License-Identifier: MIT
"""Quote, context and hash: what proves that a span stands where it says."""

import hashlib

from annotator.domain.model import CONTEXT_LENGTH
from annotator.domain.span import Span


def quote(text: str, span: Span) -> str:
    """Give the words of a span; raises ValueError where it reaches beyond the text."""
    if span.end > len(text):
        raise ValueError(f"[{span.start}, {span.end}) reaches beyond a text of length {len(text)}")
    return text[span.start : span.end]


def context(text: str, span: Span) -> tuple[str, str]:
    """Give up to CONTEXT_LENGTH code points before and after a span; may begin or end inside a grapheme."""
    return text[max(0, span.start - CONTEXT_LENGTH) : span.start], text[span.end : span.end + CONTEXT_LENGTH]


def stands(text: str, span: Span, quoted: str) -> bool:
    """Whether these very words, code point for code point, stand at the span."""
    return span.end <= len(text) and text[span.start : span.end] == quoted


def digest(text: str) -> str:
    """Give the SHA-256 of the UTF-8 of a text: its identity; raises UnicodeEncodeError for a lone surrogate."""
    return hashlib.sha256(text.encode()).hexdigest()
