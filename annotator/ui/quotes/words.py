# SPDX-License-Identifier: MIT
"""How passages, their groups and their number are said on screen and on the clipboard."""

from annotator.operations.retrieval import QuoteContext, QuoteOrder, RetrievedPassage
from annotator.ui import words

ORDERS = (
    (QuoteOrder.ARTICLE, "Article"), (QuoteOrder.DATE, "Date"), (QuoteOrder.CODE, "Code"), (QuoteOrder.CODER, "Coder"),
)  # fmt: skip
SHORT, SENTENCE, PARAGRAPH, NO_CONTEXT = "short", "sentence", "paragraph", "none"
CONTEXTS = (
    (NO_CONTEXT, "Without context"), (SHORT, "Short context"), (SENTENCE, "Whole sentence"),
    (PARAGRAPH, "Whole paragraph"),
)  # fmt: skip
_CONTEXTS = {
    NO_CONTEXT: QuoteContext(0), SHORT: QuoteContext(80), SENTENCE: QuoteContext(unit=SENTENCE),
    PARAGRAPH: QuoteContext(unit=PARAGRAPH),
}  # fmt: skip


def context_of(name: str) -> QuoteContext:
    """Give the context that a segment stands for."""
    return _CONTEXTS.get(name, _CONTEXTS[SHORT])


def group_of(passage: RetrievedPassage, order: QuoteOrder) -> str:
    """Give what tells the groups of an order apart."""
    if order is QuoteOrder.DATE:
        return passage.document.date
    if order is QuoteOrder.CODE:
        return str(passage.annotation.code)
    return str(passage.annotation.coder if order is QuoteOrder.CODER else passage.document.id)


def group_words(passage: RetrievedPassage, order: QuoteOrder) -> str:
    """Name a group."""
    if order is QuoteOrder.DATE:
        return words.sentence(words.written_date(passage.document.date))
    if order is QuoteOrder.CODE:
        return passage.code.name
    return words.coder_name(passage.coder) if order is QuoteOrder.CODER else passage.document.heading


def source_words(passage: RetrievedPassage) -> str:
    """Say outlet and date."""
    return words.source(passage.document.outlet, passage.document.date)


def described_parts(passage: RetrievedPassage) -> list[str]:
    """Say what is set, one attribute after the other, certainty last."""
    annotation = passage.annotation
    said = [f"{name}: {value}" for name, value in annotation.attributes.items()]
    if annotation.certainty:
        said.append(f"certainty: {annotation.certainty.value}")
    return said


def described(passage: RetrievedPassage) -> str:
    """Say what is set in one line."""
    return ", ".join(described_parts(passage))


def copied(passage: RetrievedPassage) -> str:
    """Give the quote with all that is needed to find it again, for the clipboard."""
    place = f"characters {passage.start + 1:,} to {passage.end:,}"
    author = f"{passage.document.author}, " if passage.document.author else ""
    source = f"{author}{passage.document.heading}. {source_words(passage)}, {place}"
    return f"“{passage.quote}”\n({source}. Coded as {passage.code.name} by {words.coder_name(passage.coder)}.)\n"


def spoken(passage: RetrievedPassage) -> str:
    """Say a passage for a screen reader."""
    said = [passage.code.name, f"“{words.short_quote(passage.quote, longest=200)}”", passage.document.heading,
            source_words(passage), words.coder_name(passage.coder), described(passage)]  # fmt: skip
    if passage.annotation.memo:
        said.append(f"Memo: {words.short_quote(passage.annotation.memo)}")
    return ". ".join(part for part in said if part)


def number_words(number: int, *, articles: int, total: int | None, is_whole: bool) -> str:
    """Say how many passages there are; ``total`` is without filters, None where that is the same or not known yet."""
    where = f" in {words.counted(articles, 'article')}" if number else ""
    if not is_whole:
        return f"{number:,} passages so far"
    if total is None:
        return words.counted(number, "passage") + where
    return f"{number:,} of {words.counted(total, 'passage')}{where}"
