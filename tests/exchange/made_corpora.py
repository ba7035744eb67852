# SPDX-License-Identifier: MIT
"""Corpora for the round trips: hard texts, spans in every relation to each other, several coders."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import strategies as st

from annotator.domain import (
    Annotation,
    AttributeDefinition,
    AttributeKind,
    Certainty,
    Code,
    Codebook,
    Coder,
    Completion,
    CompletionState,
    Document,
    Region,
    Span,
)
from annotator.domain.identifiers import AnnotationId, CodeId, CoderId, RegionId, derived_uuid, document_id
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.exchange.corpus import Corpus, CorpusRead
from annotator.text import context, digest

HARD = ("a", "b", "é", "e\u0301", "\u4e2d", "\u6587", "\U0001f600", "\U00020000", "\u00a0", "\u2028", "\u2029",
        "\u00ad", "\u200d", "\n", "\n\n", " ", "\t", "\ufeff", "«", "”", "<", "&", '"', "\x85", "\ufffd")  # fmt: skip
MORE_CONTROL = ("\x01", "\x0b", "\x0c", "\x1f", "\ufffe")

ATTRIBUTES = (
    AttributeDefinition("holder", "Holder", AttributeKind.TEXT),
    AttributeDefinition("tone", "Tone", AttributeKind.CHOICE, ("warm", "cold")),
)
CODES = (
    Code(CodeId(derived_uuid("test", "trust")), "Trust — claimed", "trust", "1", attributes=ATTRIBUTES, position=0),
    Code(CodeId(derived_uuid("test", "doubt")), "Doubt | \U0001f600", "doubt", "2", colour="#112233", position=1),
    Code(CodeId(derived_uuid("test", "zh")), "\u4fe1\u4efb", "\u4fe1\u4efb", attributes=ATTRIBUTES[:1], position=2),
)
CODERS = (
    Coder(CoderId(derived_uuid("test", "anna")), "Anna"),
    Coder(CoderId(derived_uuid("test", "anna 2")), "anna"),
    Coder(CoderId(derived_uuid("test", "li")), "\u674e \U0001f600", machine_made=True),
)


def texts(control: bool = False) -> st.SearchStrategy[str]:
    """Texts that show something."""
    alphabet = HARD + (MORE_CONTROL if control else ())
    return st.lists(st.sampled_from(alphabet), min_size=1, max_size=40).map(lambda parts: "x" + "".join(parts))


words = st.text(
    st.sampled_from(["a", "é", " ", "\u4e2d", "\U0001f600", "\n", "\t", "|", ";", "=", "\\", "\u2028"]), max_size=8
)


@st.composite
def corpora(draw: st.DrawFn, control: bool = False, rounds: bool = False) -> Corpus:
    """Draw a corpus whose annotations nest, cross, touch and repeat; quotes and contexts are right."""
    bodies = draw(st.lists(texts(control), min_size=1, max_size=3, unique=True))
    documents = tuple(
        Document(
            document_id(digest(body)),
            draw(st.sampled_from(["a.txt", "A.txt", "b c.txt", "con.txt", "\u4e2d.txt"])),
            digest(body),
            len(body),
            title=draw(words),
            date=draw(st.sampled_from(["", "2026", "2026-03-15"])),
            position=position,
            metadata=draw(st.sampled_from([{}, {"section": "world \u4e2d"}])),
        )
        for position, body in enumerate(bodies)
    )
    annotations, created = {}, {}
    for document, body in zip(documents, bodies, strict=True):
        drawn = draw(st.lists(_annotations(document, body, rounds), max_size=6))
        named = [
            replace(each, id=AnnotationId(derived_uuid("test", document.id, str(number))))
            for number, each in enumerate(drawn)
        ]
        annotations[document.id] = in_order(named)
        created.update({each.id: "2026-03-01T10:00:00Z" for each in named[::2]})
    return Corpus(
        name="Study \u4e2d",
        documents=documents,
        texts={document.id: body for document, body in zip(documents, bodies, strict=True)},
        codebook=Codebook(CODES),
        coders=CODERS,
        annotations={document: found for document, found in annotations.items() if found},
        created=created,
        fields=(MetadataField("section", "Section", MetadataKind.TEXT),),
        modified="2026-03-02T10:00:00Z",
        digest="d" * 64,
    )


@st.composite
def _annotations(draw: st.DrawFn, document: Document, body: str, rounds: bool) -> Annotation:
    start = draw(st.integers(0, len(body) - 1))
    end = draw(st.integers(start + 1, len(body)))
    code = draw(st.sampled_from(CODES))
    before, after = context(body, Span.of(start, end))
    attributes = {}
    if code.attribute("holder") and draw(st.booleans()):
        attributes["holder"] = draw(words.filter(bool))
    if code.attribute("tone") and draw(st.booleans()):
        attributes["tone"] = draw(st.sampled_from(["warm", "cold"]))
    return Annotation(
        id=AnnotationId(""),
        document=document.id,
        coder=draw(st.sampled_from(CODERS)).id,
        code=code.id,
        span=Span.of(start, end),
        quote=body[start:end],
        before=before,
        after=after,
        attributes=attributes,
        memo=draw(words),
        certainty=draw(st.sampled_from(Certainty)),
        ask_lead=draw(st.booleans()),
        round=draw(st.sampled_from(["main", "pilot"])) if rounds else "main",
        codebook_revision=Codebook(CODES).revision if rounds else "",
    )


def in_order(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Sort as a corpus has them."""
    order = {code.id: place for place, code in enumerate(CODES)}
    return tuple(sorted(annotations, key=lambda each: (each.span, order[each.code], each.coder, each.id)))


def corpus_of(body: str, *spans: tuple[int, int], coder: int = 0, code: int = 0, memo: str = "") -> Corpus:
    """Make a corpus of one article, with an annotation for each span."""
    document = Document(document_id(digest(body)), "a.txt", digest(body), len(body))
    annotations = []
    for number, (start, end) in enumerate(spans):
        before, after = context(body, Span.of(start, end))
        identity = AnnotationId(derived_uuid("test", str(number)))
        annotations.append(
            Annotation(identity, document.id, CODERS[coder].id, CODES[code].id, Span.of(start, end), body[start:end],
                       before, after, memo=memo)
        )  # fmt: skip
    return Corpus("Study", (document,), {document.id: body}, Codebook(CODES), CODERS,
                  {document.id: in_order(annotations)} if annotations else {})  # fmt: skip


def with_regions(corpus: Corpus) -> Corpus:
    """Give the corpus an excluded region and two completions."""
    document = corpus.documents[0]
    body = corpus.texts[document.id]
    before, after = context(body, Span.of(0, 1))
    return replace(
        corpus,
        regions=(
            Region(RegionId(derived_uuid("test", "region")), document.id, CODERS[0].id, Span.of(0, 1), body[0],
                   before, after, memo="menu"),
        ),
        completions=(
            Completion(CODERS[0].id, document.id, state=CompletionState.FINISHED, codebook_revision="0" * 64,
                       codes=(CODES[0].id, CODES[1].id)),
            Completion(CODERS[1].id, document.id, "pilot", CompletionState.IN_PROGRESS, reason="tired"),
        ),
    )  # fmt: skip


def told(read: CorpusRead | Corpus) -> dict[str, tuple[object, ...]]:
    """Give each annotation as what it says: text, coder by name, code by short name, span, words."""
    corpus = read.corpus if isinstance(read, CorpusRead) else read
    names = {coder.id: coder.name for coder in corpus.coders}
    return {
        each.id: (
            corpus.texts[each.document],
            names[each.coder],
            each.coder,
            each.code,
            each.span,
            each.quote,
            dict(each.attributes),
            each.memo,
            each.certainty,
            each.ask_lead,
        )
        for found in corpus.annotations.values()
        for each in found
    }
