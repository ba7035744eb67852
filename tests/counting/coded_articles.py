# SPDX-License-Identifier: MIT
"""Articles with random codings for the counting tests, and brute force over characters beside them."""

from hypothesis import strategies as st

from annotator.counting.articles import CodedArticle
from annotator.domain import Annotation, Document, Span

CODES = ("trust", "mistrust", "doubt")
CODERS = ("anna", "ben")
ROUNDS = ("main", "again")
LENGTH = 24
UNITS = ((0, 5), (5, 9), (11, 24))
"""Two units that touch, and a gap before the third: what lies in no unit touches none."""
DATES = ("", "2026", "2026-03", "2026-03-15", "2026-04-01", "2025-12-29", "never")


def annotation(number, document, coder, code, round_name, start, length, **further):
    return Annotation(
        f"{document}-{number:03}", document, coder, code, Span.of(start, min(start + length, LENGTH)), "words",
        round=round_name, **further,
    )  # fmt: skip


@st.composite
def coded_articles(draw, most=4):
    articles = []
    for number in range(draw(st.integers(0, most))):
        name = f"document {number}"
        made = draw(st.lists(st.tuples(
            st.sampled_from(CODERS), st.sampled_from(CODES), st.sampled_from(ROUNDS), st.integers(0, LENGTH - 1),
            st.integers(1, 9), st.sampled_from(("", "Ada", "Bo; Cy")), st.sampled_from(("", "China")),
        ), max_size=9))  # fmt: skip
        passages = [
            annotation(place, name, *rest, attributes={"speaker": speaker, "target": target})
            for place, (*rest, speaker, target) in enumerate(made)
        ]
        passages.sort(key=lambda each: (each.span.start, -each.span.end, each.id))
        finished = draw(st.dictionaries(
            st.tuples(st.sampled_from(CODERS), st.sampled_from(ROUNDS)),
            st.frozensets(st.sampled_from(CODES)), max_size=3,
        ))  # fmt: skip
        document = Document(
            name,
            name,
            "",
            LENGTH,
            outlet=draw(st.sampled_from(("", "Times", "Post"))),
            date=draw(st.sampled_from(DATES)),
        )
        excluded = draw(st.sampled_from(((), ((3, 6),), ((0, 2), (20, 24)))))
        units = tuple(each for each in UNITS if not set(range(*each)) <= covered(excluded))
        articles.append(CodedArticle(
            document=document, annotations=passages, excluded=excluded, units=units, finished=finished
        ))  # fmt: skip
    return articles


def covered(spans):
    """The characters in any of these spans, one by one."""
    return {place for start, end in spans for place in range(start, end)}


def places(annotation):
    return set(range(annotation.span.start, annotation.span.end))
