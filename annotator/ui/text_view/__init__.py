# SPDX-License-Identifier: MIT
"""The reading and coding surface: a read-only text whose marks are data, drawn as lanes below the lines."""

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
