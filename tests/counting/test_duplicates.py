# SPDX-License-Identifier: MIT
"""Which annotations count, against a naive reading of the policy: compare every pair."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.counting.duplicates import Duplicates, duplicates, duplicates_in_words, scope_of
from annotator.domain import Annotation, AnnotationId, CodeId, CoderId, Document, DocumentId, Span

DATES = ("", "2026", "2026-03", "2026-03-01", "2026-03-02", "2025-12-29", "2026-01-04", "2026-02-30")


@dataclass(frozen=True)
class Study:
    documents: tuple[Document, ...]
    annotations: dict[str, list[Annotation]]

    def left_out(self, policy: Duplicates, attributes: tuple[str, ...] = ()) -> frozenset[str]:
        return duplicates(
            self.documents,
            annotations_of=lambda document: self.annotations[document],
            policy=policy,
            attributes=attributes,
        )


@st.composite
def studies(draw: st.DrawFn) -> Study:
    documents, annotations, number = [], {}, 0
    for place in range(draw(st.integers(0, 5))):
        group = draw(st.sampled_from(["", "g"]))
        document = Document(
            DocumentId(f"d{place}"), "", "", 99, date=draw(st.sampled_from(DATES)), position=place,
            duplicate_group=group,
        )  # fmt: skip
        found = []
        for _ in range(draw(st.integers(0, 5))):
            number += 1
            found.append(
                Annotation(
                    AnnotationId(f"a{number}"), document.id, CoderId(draw(st.sampled_from("xy"))),
                    CodeId(draw(st.sampled_from("tm"))), Span.of(draw(st.integers(0, 50)), 60), "",
                    attributes=draw(st.sampled_from([{}, {"speaker": "A"}, {"speaker": "B", "holder": "c"}])),
                    round=draw(st.sampled_from(["main", "training"])),
                )
            )  # fmt: skip
        documents.append(document)
        annotations[document.id] = sorted(found, key=lambda each: each.span.start)
    return Study(tuple(documents), annotations)


def same_scope(one: Document, other: Document, policy: Duplicates) -> bool:  # noqa: PLR0911  # one rule, one line
    """The policy in plain words, without a key."""
    if one.id == other.id or policy is Duplicates.STUDY:
        return True
    if policy is Duplicates.GROUP:
        return bool(one.duplicate_group) and one.duplicate_group == other.duplicate_group
    first, second = one.date, other.date
    if policy is Duplicates.YEAR:
        return first[:4] == second[:4] != ""
    if policy is Duplicates.MONTH:
        return min(len(first), len(second)) >= 7 and first[:7] == second[:7]
    if min(len(first), len(second)) < 10 or policy is Duplicates.DOCUMENT:
        return False
    if policy is Duplicates.DAY:
        return first == second
    if "2026-02-30" in (first, second):
        return False
    weeks = [date.fromisoformat(each).isocalendar()[:2] for each in (first, second)]
    return weeks[0] == weeks[1]


@given(studies(), st.sampled_from(list(Duplicates)), st.sampled_from([(), ("speaker",), ("speaker", "holder")]))
def test_an_annotation_counts_unless_an_earlier_one_agrees_with_it(
    study: Study, policy: Duplicates, attributes: tuple[str, ...]
) -> None:
    in_time = sorted(study.documents, key=lambda each: (each.date == "", each.date, each.position))
    ordered = [(document, each) for document in in_time for each in study.annotations[document.id]]
    expected = set()
    for place, (document, each) in enumerate(ordered):
        for earlier_document, earlier in ordered[:place]:
            alike = (earlier.coder, earlier.code, earlier.round) == (each.coder, each.code, each.round) and all(
                earlier.attributes.get(name, "") == each.attributes.get(name, "") for name in attributes
            )
            if policy is not Duplicates.ALL and alike and same_scope(earlier_document, document, policy):
                expected.add(each.id)
    assert study.left_out(policy, attributes) == expected


@given(studies(), st.sampled_from(list(Duplicates)))
def test_the_wider_the_scope_the_more_is_left_out(study: Study, policy: Duplicates) -> None:
    assert study.left_out(Duplicates.ALL) == frozenset()
    assert len(study.left_out(policy)) <= len(study.left_out(Duplicates.STUDY))


@pytest.mark.parametrize(
    ("policy", "scope"),
    [
        (Duplicates.DAY, "2026-01-04"),
        (Duplicates.WEEK, "2026-W01"),
        (Duplicates.MONTH, "2026-01"),
        (Duplicates.YEAR, "2026"),
        (Duplicates.DOCUMENT, "d"),
        (Duplicates.GROUP, "d"),
        (Duplicates.STUDY, ""),
    ],
)
def test_scopes(policy: Duplicates, scope: str) -> None:
    document = Document(DocumentId("d"), "", "", 1, date="2026-01-04")
    assert scope_of(document, policy=policy) == scope
    if policy in (Duplicates.DAY, Duplicates.WEEK):
        assert scope_of(replace(document, date="2026-01"), policy=policy) == "d"


def test_the_policy_in_words() -> None:
    assert duplicates_in_words(Duplicates.ALL) == "Every annotation counts."
    assert duplicates_in_words(Duplicates.DAY, attributes=("speaker",)) == (
        "Of annotations that agree in coder, round, code, speaker, one counts on each day. The earliest stays. "
        "An article whose date does not tell the day stands for itself."
    )
