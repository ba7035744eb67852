# SPDX-License-Identifier: MIT
"""A list of quotes as one HTML page that needs nothing else: no script, nothing loaded."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.exchange.documents.quotes import QuoteList
from annotator.resources import resource

if TYPE_CHECKING:
    from jinja2 import Template


def quotes_html(quotes: QuoteList) -> Iterator[str]:
    """Give the page piece by piece; every word is escaped by the template."""
    from markupsafe import Markup

    style = Markup(resource("reports/quotes.css").read_text(encoding="utf-8").rstrip())  # our own style sheet
    yield from _template().generate(page=quotes, style=style)


@lru_cache(maxsize=1)
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource("reports")),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template("quotes.html.j2")
