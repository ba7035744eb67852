# SPDX-License-Identifier: MIT
"""One file per foreign format, by what the files hold: bytes or paths to domain values and back."""

from annotator.exchange.articles.plain_text import IncomingText, read_plain_text
from annotator.exchange.codings.json_lines import AnnotationRow, read_annotations, write_annotations
from annotator.exchange.comma_separated import Cell, write_table
from annotator.exchange.file_names import safe_file_name

__all__ = [
    "AnnotationRow",
    "Cell",
    "IncomingText",
    "read_annotations",
    "read_plain_text",
    "safe_file_name",
    "write_annotations",
    "write_table",
]
