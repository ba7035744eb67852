# SPDX-License-Identifier: MIT
"""An annotated article as Markdown: passages between numbered brackets, a footnote for each annotation.

``⟦¹ ... ⟧[^1]``: the raised number after a bracket says which one it opens, so that passages may cross.
"""

import re

from annotator.exchange.corpus import OFFSET_UNIT
from annotator.exchange.documents.annotated_article import AnnotatedArticle, Note, Stretch
from annotator.exchange.documents.markdown_words import escaped, plain

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LINES = re.compile("\n+")


def annotated_markdown(article: AnnotatedArticle) -> str:
    """Give the page: heading, source, legend, text, which text it is, footnotes.

    Every character that could be taken for markup is escaped; a single line end becomes a hard one.
    """
    parts = [f"# {plain(article.heading)}\n"]
    if article.source:
        parts.append(f"{plain(' · '.join(article.source))}\n")
    parts.append(_legend(article))
    parts.append(_text(article) + "\n")
    length, sha256 = article.document.length, article.document.text_sha256
    parts.append(f"---\n\n{length} characters, text SHA-256 {sha256}, offsets in {OFFSET_UNIT}\n")
    parts += [_footnote(note) for note in article.notes]
    return "\n".join(part for part in parts if part)


def _legend(article: AnnotatedArticle) -> str:
    if not article.codes:
        return ""
    rows = [f"| {plain(each.name)} | {each.number} | {plain(each.definition)} |" for each in article.codes]
    return "\n".join(("| Code | Passages | Definition |", "|---|---:|---|", *rows, ""))


def _text(article: AnnotatedArticle) -> str:
    return _hard_lines("".join(map(_stretch, article.stretches)))


def _stretch(stretch: Stretch) -> str:
    opened = "".join(f"⟦{str(note.number).translate(_RAISED)}" for note in stretch.begins)
    closed = "".join(f"⟧[^{note.number}]" for note in stretch.ends)
    return f"{opened}{escaped(stretch.text)}{closed}"


def _footnote(note: Note) -> str:
    words = "; ".join(plain(each) for each in note.details)
    memo = f" — {plain(note.memo)}" if note.memo else ""
    return f"[^{note.number}]: **{plain(note.code)}** ({plain(note.coder)}){': ' + words if words else ''}{memo}\n"


def _hard_lines(text: str) -> str:
    """Keep line ends: one is a hard break, two or more part paragraphs."""
    parted = _LINES.sub(lambda found: "\\\n" if len(found[0]) == 1 else "\n\n", text)
    return "\n".join(line if line.strip() else "" for line in _unindented(parted).split("\n"))


def _unindented(text: str) -> str:
    """Keep white space at the beginning of a line from making it code."""
    return re.sub("^[ \t]+", lambda found: "\u00a0" * len(found[0]), text, flags=re.MULTILINE)
