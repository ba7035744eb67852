# SPDX-License-Identifier: MIT
"""From codes and annotations to what the text view draws."""

from annotator.domain import Annotation, Codebook
from annotator.ui import words
from annotator.ui.models.open_article import Entry, OpenArticle
from annotator.ui.text_view import CodeStyle, Mark, MarkKind
from annotator.ui.theme.current import Theme


def styles_for(codebook: Codebook, theme: Theme) -> list[CodeStyle]:
    """Give the look of every code, in the codebook's order; dots carry different initials where they can."""
    taken: set[str] = set()
    styles = []
    for order, code in enumerate(codebook.codes):
        name = words.short(code.short_name or code.name)
        initial = next(
            (letter.upper() for letter in name if letter.isalnum() and letter.upper() not in taken), name[:1]
        )
        taken.add(initial)
        styles.append(CodeStyle(code.id, name, initial, theme.code_colour(code), code.pattern, order))
    return styles


def mark_of(entry: Entry, article: OpenArticle) -> Mark:
    """Turn an annotation or region into what is drawn for it."""
    is_annotation = isinstance(entry, Annotation)
    return Mark(
        id=str(entry.id),
        span=entry.span,
        code=str(entry.code) if isinstance(entry, Annotation) else "",
        kind=MarkKind.ANNOTATION if is_annotation else MarkKind.REGION,
        own=article.is_own(entry),
        coder=words.coder_name(article.coder_of(entry)),
        asks_lead=isinstance(entry, Annotation) and entry.ask_lead,
        pending=str(entry.id) in article.pending,
    )
