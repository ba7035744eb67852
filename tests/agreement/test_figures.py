# SPDX-License-Identifier: MIT
import pytest
from agreement.made import document

from annotator.agreement import DocumentCodings, Question
from annotator.agreement.figures import ALPHA, DEFAULT, Figures, figures

ASKED = Question(coders=("A", "B", "C"), codes=("trust", "mistrust"), resamples=200)


def documents() -> list[DocumentCodings]:
    shift = {"A": 0, "B": 2, "C": 5}
    return [
        document(
            {(coder, "trust"): [(place + by, place + by + 20)] for coder, by in shift.items()},
            name=f"d{place}",
            finished="ABC",
        )
        for place in range(6)
    ]


def found() -> Figures:
    return figures(documents(), ASKED, batches={"week 1": ["d0", "d1", "d2"], "week 2": ["d3", "d4", "d5"]})


def test_everyone_together_has_intervals() -> None:
    rows = {(result.code, result.measure): result for result in found().results}
    assert {(code, measure) for code in ASKED.codes for measure in DEFAULT[:3]} <= rows.keys()
    assert rows["trust", ALPHA].interval is not None
    assert rows["mistrust", ALPHA].value is None
    assert rows["mistrust", ALPHA].interval is None


def test_pairs_rest_documents_and_batches_are_the_same_figures_over_less() -> None:
    shown = found()
    pairs = {result.coders: result.value for result in shown.pairs if (result.code, result.measure) == ("trust", ALPHA)}
    assert list(pairs) == [("A", "B"), ("A", "C"), ("B", "C")]
    [rest] = [each for each in shown.rest if (each.code, each.measure, each.coders[0]) == ("trust", ALPHA, "B")]
    assert rest.value == pytest.approx((pairs["A", "B"] + pairs["B", "C"]) / 2)
    assert rest.coders == ("B", "A", "C")
    assert {result.documents for result in shown.by_document if result.code == "trust"} == {
        (f"d{place}",) for place in range(6)
    }
    assert [batch.label for batch in shown.batches] == ["week 1", "week 2"]
    assert shown.batches[1].documents == ("d3", "d4", "d5")


def test_what_lies_behind_is_of_the_same_question() -> None:
    shown = found()
    [exact] = [each for each in shown.spans if (each.code, each.measure) == ("trust", "span_f1_exact_mean_pairwise")]
    assert exact.value == 0.0
    assert shown.differences.by_code["trust"].passages.boundary == 6
    assert shown.confusions.overall().cell("trust", "trust")[0] > 0
    assert shown.offsets is not None
    assert {(offset.start, offset.end) for offset in shown.offsets} == {(2, 2), (5, 5), (3, 3)}
    needed = {need.code: need for need in shown.needed}
    assert needed["trust"].have == 6 * 300
    assert needed["trust"].needed[0.8] > needed["trust"].needed[0.667] > 0
    assert needed["mistrust"].needed == {}


def test_cancelling_ends_it() -> None:
    class Cancelled(Exception):
        pass

    def cancel(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        figures(documents(), ASKED, batches={}, progress=cancel)


def test_no_document_is_no_fault() -> None:
    shown = figures([], ASKED, batches={})
    assert {result.value for result in shown.results} == {None}
    assert shown.by_document == ()
