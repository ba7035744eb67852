# SPDX-License-Identifier: MIT
"""The reading and coding surface: a read-only text whose marks are data, drawn as lanes below the lines.

Importing it loads none of its files: the start page draws lanes, and needs no more than their patterns.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.text.boundaries import Edge, Unit
    from annotator.ui.text_view.keys import COMBINATIONS
    from annotator.ui.text_view.margin import Margin
    from annotator.ui.text_view.marks import CodeStyle, Mark, MarkKind
    from annotator.ui.text_view.minimap import Minimap
    from annotator.ui.text_view.page import ReadingPage
    from annotator.ui.text_view.swatch import paint_swatch
    from annotator.ui.text_view.view import ArticleView

__all__ = [
    "COMBINATIONS",
    "ArticleView",
    "CodeStyle",
    "Edge",
    "Margin",
    "Mark",
    "MarkKind",
    "Minimap",
    "ReadingPage",
    "Unit",
    "paint_swatch",
]

_FILE_BY_NAME = {
    "COMBINATIONS": "ui.text_view.keys",
    "ArticleView": "ui.text_view.view",
    "CodeStyle": "ui.text_view.marks",
    "Edge": "text.boundaries",
    "Margin": "ui.text_view.margin",
    "Mark": "ui.text_view.marks",
    "MarkKind": "ui.text_view.marks",
    "Minimap": "ui.text_view.minimap",
    "ReadingPage": "ui.text_view.page",
    "Unit": "text.boundaries",
    "paint_swatch": "ui.text_view.swatch",
}

if not TYPE_CHECKING:  # a type checker shall go by the imports above and refuse every other name

    def __getattr__(name: str) -> object:
        """Load the file of a name when it is first asked for."""
        file = _FILE_BY_NAME.get(name)
        if file is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"annotator.{file}"), name)
        globals()[name] = value
        return value
