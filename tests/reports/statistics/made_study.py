# SPDX-License-Identifier: MIT
"""Small studies drawn at random, and the same study as bare lists for the oracles."""

from dataclasses import dataclass

from hypothesis import strategies as st

from annotator.domain import (
    Annotation,
    AnnotationId,
    Code,
    Codebook,
    CodeId,
    Coder,
    CoderId,
    Completion,
    CompletionState,
    Document,
    DocumentId,
    Region,
    RegionId,
    RegionState,
    Span,
)
from annotator.reports.statistics.study import Mark, Study

LENGTH = 30
UNITS = [(0, 7), (8, 15), (15, 22), (23, 30)]
CODERS = (Coder(CoderId("p1"), "Anna"), Coder(CoderId("p2"), "Ben"), Coder(CoderId("p3"), "Zoë", machine_made=True))
CODEBOOK = Codebook((
    Code(CodeId("c1"), "evidence of trust", "trust", position=0, category="attitude"),
    Code(CodeId("c2"), "expert quote", "expert_quote", position=1),
))  # fmt: skip
ROUNDS = ("main", "training")
CODE_IDS = tuple(code.id for code in CODEBOOK.codes)


@dataclass(frozen=True)
class Made:
    """A study, and what it was made of."""

    study: Study
    annotations: tuple[Annotation, ...]
    excluded: dict[str, set[int]]

    def completion(self, coder: str, document: str, name: str) -> Completion | None:
        return self.study.states.get((CoderId(coder), DocumentId(document), name))

    def silence_counts(self, coder: str, document: str, name: str, code: str) -> bool:
        known = self.completion(coder, document, name)
        return known is not None and known.state is CompletionState.FINISHED and code in known.codes

    def covered(self, coder: str, document: str, name: str, code: str) -> set[int]:
        """The characters that are coded and not excluded."""
        found: set[int] = set()
        for each in self.annotations:
            if (each.coder, each.document, each.round, each.code) == (coder, document, name, code):
                found |= set(range(each.span.start, each.span.end))
        return found - self.excluded[document]


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, LENGTH - 1))
    return Span.of(start, draw(st.integers(start + 1, LENGTH)))


def study_of(documents, *, annotations=(), **more) -> Study:
    """Make a study of plain values."""
    left_out = more.get("left_out", frozenset())

    def annotations_of(document: DocumentId) -> list[Annotation]:
        return [each for each in annotations if each.document == document]

    def marks_of(document: DocumentId) -> list[Mark]:
        return [
            Mark(each.coder, each.code, each.round, each.span.start, each.span.end, each.id not in left_out)
            for each in annotations_of(document)
        ]

    return Study(
        codebook=CODEBOOK, codes=CODEBOOK.codes, coders=CODERS, people={each.id: each for each in CODERS},
        rounds=ROUNDS, documents=documents, annotations_of=annotations_of, marks_of=marks_of,
        created_of=lambda _: {}, text_of=lambda _: "x" * LENGTH, units_of=lambda _: UNITS,
        sentences_of=lambda _: UNITS, **more,
    )  # fmt: skip


def document_at(place: int) -> Document:
    return Document(DocumentId(f"d{place}"), f"d{place}.txt", str(place) * 64, LENGTH, position=place)


def plain_study() -> Study:
    """One article, finished by everybody, with nothing in it."""
    document = document_at(0)
    states = {
        (coder.id, document.id, "main"): Completion(
            coder.id, document.id, "main", CompletionState.FINISHED, codes=CODE_IDS
        )
        for coder in CODERS
    }
    return study_of((document,), states=states)


@st.composite
def regions_of(draw: st.DrawFn, document: Document) -> list[Region]:
    states = st.sampled_from([RegionState.ACCEPTED, RegionState.PROPOSED])
    return [
        Region(RegionId(f"r{document.id}{number}"), document.id, CODERS[0].id, span, "", state=draw(states))
        for number, span in enumerate(draw(st.lists(spans(), max_size=2)))
    ]


@st.composite
def states_of(draw: st.DrawFn, document: Document) -> dict[tuple[CoderId, DocumentId, str], Completion]:
    found = {}
    for coder in CODERS:
        for name in ROUNDS:
            state = draw(st.sampled_from([None, *CompletionState, CompletionState.FINISHED]))
            if state is not None:
                codes = draw(st.sampled_from([CODE_IDS, CODE_IDS[:1]]))
                key = coder.id, document.id, name
                found[key] = Completion(*key, state, codes=codes)
    return found


@st.composite
def made_studies(draw: st.DrawFn, rule: str = "touched") -> Made:
    documents = tuple(map(document_at, range(draw(st.integers(1, 2)))))
    regions = {document.id: draw(regions_of(document)) for document in documents}
    states = {key: each for document in documents for key, each in draw(states_of(document)).items()}
    excluded = {
        document: {
            place
            for each in found
            if each.state is RegionState.ACCEPTED
            for place in range(each.span.start, each.span.end)
        }
        for document, found in regions.items()
    }
    annotations = []
    for number in range(draw(st.integers(0, 8))):
        document, span = draw(st.sampled_from(documents)), draw(spans())
        if set(range(span.start, span.end)) <= excluded[document.id]:
            continue  # these are left out before a study is made
        coder, code, name = (draw(st.sampled_from(each)) for each in (CODERS, CODE_IDS, ROUNDS))
        annotations.append(Annotation(AnnotationId(f"a{number}"), document.id, coder.id, code, span, "", round=name))
    left_out = frozenset(each.id for each in annotations if draw(st.integers(0, 4)) == 0)
    study = study_of(documents, annotations=annotations, states=states, regions=regions, left_out=left_out, rule=rule)
    return Made(study, tuple(annotations), excluded)


def records(table):
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows()]
