# SPDX-License-Identifier: MIT
"""Codebooks for round trips: texts as people type them, with no white space around them."""

from hypothesis import strategies as st

from annotator.domain import AttributeDefinition, AttributeKind, Code, Codebook, CodeId, Pattern
from annotator.domain.identifiers import derived_uuid

_LETTERS = st.sampled_from(
    ["a", "B", "é", "北", "😀", " ", "#", "\\", "-", ":", "*", '"', "'", ",", ";", "=", "<", "&"]
)
lines = st.text(_LETTERS, min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
texts = st.lists(st.text(_LETTERS, max_size=8), max_size=4).map(lambda parts: "\n".join(parts).strip())
words = st.sampled_from(["speaker", "tone", "北京", "x_1"])
attributes = st.builds(
    AttributeDefinition,
    words,
    lines,
    st.sampled_from(AttributeKind),
    st.lists(lines, max_size=3).map(tuple),
)


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    """Draw a codebook of up to four codes."""
    return Codebook(tuple(draw(_codes(number)) for number in range(draw(st.integers(1, 4)))))


def _codes(number: int) -> st.SearchStrategy[Code]:
    return st.builds(
        Code,
        id=st.just(CodeId(derived_uuid("test", "code", str(number)))),
        name=lines,
        short_name=st.just(f"code_{number}"),
        shortcut=st.sampled_from(["", str(number + 1)]),
        definition=texts,
        counts=texts,
        does_not=texts,
        examples=st.lists(texts.filter(bool), max_size=3).map(tuple),
        colour=st.sampled_from(["#123ABC", "#5C6672"]),
        colour_dark=st.sampled_from(["#DDEEFF", "#9AA6B4"]),
        pattern=st.sampled_from(Pattern),
        category=st.one_of(st.just(""), lines),
        attributes=st.lists(attributes, max_size=2).map(tuple),
        position=st.just(number),
        retired=st.booleans(),
    )
