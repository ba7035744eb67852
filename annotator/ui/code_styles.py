# SPDX-License-Identifier: MIT
"""From codes and annotations to what the text view draws."""

from collections.abc import Sequence
from string import ascii_uppercase, digits

from annotator.domain import Annotation, Code, Codebook
from annotator.ui import words
from annotator.ui.models.open_article import Entry, OpenArticle
from annotator.ui.shortcuts import EXCLUDED_KEY
from annotator.ui.text_view import CodeStyle, Mark, MarkKind
from annotator.ui.theme.current import Theme

_SIGNS = f"{ascii_uppercase}{digits}"


def styles_for(codebook: Codebook, theme: Theme) -> list[CodeStyle]:
    """Give the look of every code, in the codebook's order. No two dots carry the same sign while signs last."""
    return styles_of(codebook.codes, theme)


def styles_of(codes: Sequence[Code], theme: Theme) -> list[CodeStyle]:
    """Give the look of these codes, in their order."""
    taken = {EXCLUDED_KEY}
    styles = []
    for order, code in enumerate(codes):
        name = words.short(code.short_name or code.name)
        signs = (sign.upper() for sign in (*name, *code.shortcut, *_SIGNS) if sign.isalnum())
        initial = next((sign for sign in signs if sign not in taken), name[:1])
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
