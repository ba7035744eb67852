# SPDX-License-Identifier: MIT
"""One file per foreign format: bytes or paths to domain values and back."""

from annotator.exchange.comma_separated import Cell, write_table
from annotator.exchange.file_names import safe_file_name
from annotator.exchange.json_lines import AnnotationRow, read_annotations, write_annotations
from annotator.exchange.plain_text import IncomingText, read_plain_text

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
