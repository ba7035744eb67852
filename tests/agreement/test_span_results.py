# SPDX-License-Identifier: MIT
import pytest
from agreement.made import document

from annotator.agreement import DocumentCodings, Question, Status
from annotator.agreement.span_results import SpanGroup


def group(documents: list[DocumentCodings], *, codes: tuple[str, ...] = ("trust", "mistrust")) -> SpanGroup:
    return SpanGroup.of(documents, Question(coders=("A", "B", "C"), codes=codes))


def test_only_what_two_of_the_chosen_finished_is_compared() -> None:
    found = group(
        [document({}, name="d1", finished="AB"), document({}, name="d2", finished="AX"), document({}, name="d3")]
    )
    assert [each.document for each in found.documents] == ["d1", "d3"]
    assert found.continua.coders == ("A", "B")
    assert found.offered == 3


def test_a_document_counts_for_all_codes_together_where_it_counts_for_any() -> None:
    known = {"A": frozenset({"trust"}), "B": frozenset({"trust", "mistrust"})}
    found = group([document({}, codes_known=known)])
    assert found.counting("trust").tolist() == [True]
    assert found.counting("mistrust").tolist() == [False]
    assert found.counting(None).tolist() == [True]


def test_characters_are_counted_without_excluded_ones() -> None:
    result = group([document({}, length=100, excluded=[(0, 40)])]).undefined("any", code="trust", settings={})
    assert (result.n, result.unit, result.documents) == (60, "character", ("d1",))


@pytest.mark.parametrize(
    ("documents", "code", "status", "reason"),
    [
        ([], None, Status.NO_SHARED_DOCUMENTS, "undefined (no shared articles: there is no article)"),
        (
            [document({})],
            "trust",
            Status.NO_VARIATION,
            "undefined (no variation: nobody used this code in the one shared article)",
        ),
        (
            [document({})],
            None,
            Status.NO_VARIATION,
            "undefined (no variation: nobody used any of the codes in the one shared article)",
        ),
        (
            [document({}, codes_known={"A": frozenset(), "B": frozenset({"trust"})})],
            None,
            Status.CODE_NOT_IN_REVISION,
            "undefined (code not in revision: no code stood in the codebook of two coders of the one shared article)",
        ),
    ],
)
def test_what_is_missing_is_said(
    documents: list[DocumentCodings], code: str | None, status: Status, reason: str
) -> None:
    result = group(documents).undefined("any", code=code, settings={})
    assert (result.status, result.reason, result.value) == (status, reason, None)


def test_a_caller_may_say_it_in_other_words() -> None:
    result = group([document({})]).without(
        "any", code=None, status=Status.NO_UNITS, what="no units: silence", settings={"a": 1}
    )
    assert (result.reason, result.code, dict(result.settings)) == ("undefined (no units: silence)", None, {"a": 1})


@pytest.mark.parametrize(
    ("coders", "codes", "number"), [("AA", ("trust",), 1), ("AB", ("trust", "trust"), 1), ("AB", (), 2)]
)
def test_what_is_given_twice_is_refused(coders: str, codes: tuple[str, ...], number: int) -> None:
    with pytest.raises(ValueError, match="is given twice"):
        SpanGroup.of([document({})] * number, Question(coders=tuple(coders), codes=codes))
