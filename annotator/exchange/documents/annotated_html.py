# SPDX-License-Identifier: MIT
"""An annotated article as one HTML page that needs nothing else: no script, nothing loaded, for reading and printing.

Every word goes through the escaping of the template or of markupsafe.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.domain import Code
from annotator.domain.codebook import Pattern
from annotator.exchange.corpus import OFFSET_UNIT
from annotator.exchange.documents.annotated_article import AnnotatedArticle, Note, Stretch
from annotator.resources import resource

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_LINES = {
    Pattern.SOLID: "solid", Pattern.DASHED: "dashed", Pattern.DOTTED: "dotted", Pattern.DOUBLE: "double",
    Pattern.LONG_DASH: "dashed", Pattern.LADDER: "ridge", Pattern.ZIGZAG: "groove", Pattern.THICK_THIN: "inset",
    Pattern.HOLLOW: "double", Pattern.DASH_DOT: "dotted",
}  # fmt: skip
_WIDTHS = {Pattern.LONG_DASH: 2, Pattern.HOLLOW: 4, Pattern.DASH_DOT: 2, Pattern.LADDER: 5, Pattern.ZIGZAG: 4}
_LANES = 4
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_TINT = "26"
"""How strongly the ground of a passage is coloured, of 255, in hexadecimal digits."""


def annotated_html(article: AnnotatedArticle) -> str:
    """Give the page; the same article gives the same page."""
    from markupsafe import Markup

    places = {each.code.id: place for place, each in enumerate(article.codes, start=1)}

    def place(note: Note) -> int:
        return places.get(note.annotation.code, 0)

    def marked(stretch: Stretch) -> Markup:
        words = Markup.escape(stretch.text)
        for note in sorted(stretch.notes, key=lambda note: note.lane):
            lane = min(note.lane, _LANES)
            words = Markup('<span class="m c{} l{}">{}</span>').format(place(note), lane, words)
        return words

    style = Markup(_style())  # our own style sheet
    return _template().render(article=article, style=style, unit=OFFSET_UNIT, rule=_rule, place=place, marked=marked)


def _rule(code: Code) -> "Markup":
    """Give the look of a code: a line of its pattern and a faint ground."""
    from markupsafe import Markup

    colour = code.colour if _COLOUR.match(code.colour) else "#5C6672"
    line, width = _LINES[code.pattern], _WIDTHS.get(code.pattern, 3)
    return Markup("border-bottom: {}px {} {}; background: {}{};").format(width, line, colour, colour, _TINT)


@lru_cache(maxsize=1)
def _style() -> str:
    return resource("reports/annotated_article.css").read_text(encoding="utf-8").rstrip()


@lru_cache(maxsize=1)
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource("reports")),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template("annotated_article.html.j2")
