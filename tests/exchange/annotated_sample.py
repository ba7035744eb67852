# SPDX-License-Identifier: MIT
"""One article whose passages nest, cross, touch and repeat, with words that are markup somewhere."""

from dataclasses import replace

from annotator.domain import Annotation, Certainty, Code, Codebook, Coder, Document, Span, document_id
from annotator.domain.codebook import AttributeDefinition, AttributeKind, Pattern
from annotator.exchange.corpus import Corpus
from annotator.text.quotation import digest

TEXT = (
    "Beijing <b>trusts</b> *Moscow* \U0001f600 & says so.\n\n"
    "  北京\u00a0信任 [x](y) `z`.\u2028A \x0b control, {{ 7*7 }}.\tEnd"
)
ANNA = Coder("01900000-0000-7000-8000-0000000000a1", "Anna <i>")
BEN = Coder("01900000-0000-7000-8000-0000000000b1", "Ben")
TRUST = Code(
    "01900000-0000-7000-8000-0000000000c1", "Trust & <faith>", "trust", definition="What *counts*", colour="#0A7D4F",
    attributes=(AttributeDefinition("holder", "Who trusts", AttributeKind.TEXT),),
)  # fmt: skip
DOUBT = Code(
    "01900000-0000-7000-8000-0000000000c2", "Doubt", "doubt", colour="#B3261E", pattern=Pattern.ZIGZAG, position=1
)
PLACES = ((0, 30, TRUST, ANNA), (8, 20, DOUBT, BEN), (15, 48, DOUBT, ANNA), (15, 48, DOUBT, BEN), (48, 60, TRUST, BEN))


def sample(places=PLACES, text=TEXT, **further):
    identity = document_id(digest(text))
    document = Document(
        identity, "one <two>.txt", digest(text), len(text), title="A *title* <x>", outlet="Times", date="2026"
    )
    annotations = tuple(
        Annotation(
            f"01900000-0000-7000-8000-{number:012x}", identity, coder.id, code.id, Span.of(start, end), text[start:end],
            attributes={"holder": "<China>"} if code is TRUST else {},
            memo="memo </span> *bold*\nsecond" if number == 1 else "",
            certainty=Certainty.LOW,
        )
        for number, (start, end, code, coder) in enumerate(places)
    )  # fmt: skip
    return replace(
        Corpus("sample", (document,), {identity: text}, Codebook((TRUST, DOUBT)), (ANNA, BEN), {identity: annotations}),
        **further,
    )
