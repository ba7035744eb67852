# SPDX-License-Identifier: MIT
"""Characters, offsets and units: bytes to exact text, code points to UTF-16, words to sentences."""

from annotator.text.boundaries import SEGMENTER_VERSION, Edge, Unit, boundaries, next_boundary, snapped, span_around
from annotator.text.decode import MAXIMUM_BYTES, DecodedText, How, as_article_text, decode
from annotator.text.guessing import guesses
from annotator.text.offsets import OffsetMap
from annotator.text.quotation import context, digest, quote, stands

__all__ = [
    "MAXIMUM_BYTES",
    "SEGMENTER_VERSION",
    "DecodedText",
    "Edge",
    "How",
    "OffsetMap",
    "Unit",
    "as_article_text",
    "boundaries",
    "context",
    "decode",
    "digest",
    "guesses",
    "next_boundary",
    "quote",
    "snapped",
    "span_around",
    "stands",
]
