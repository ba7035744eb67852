# SPDX-License-Identifier: MIT
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from agreement.gamma.continua_made import fixture
from agreement.made import document, projects
from hypothesis import given, settings

from annotator.agreement import DocumentCodings, Question, Result, Status
from annotator.agreement.gamma import alignment, dissimilarity, measuring
from annotator.agreement.gamma.candidates import Tuples, candidates
from annotator.agreement.gamma.continuum import Continuum
from annotator.agreement.gamma.dissimilarity import Dissimilarity, TooManyCandidates
from annotator.agreement.gamma.measuring import MEASURES, Cancelled, gamma_results
from annotator.agreement.question import GammaParameters

QUICK = GammaParameters(samples=5, precision=10)
BOTH = document({("A", "x"): [(0, 10), (50, 60)], ("B", "x"): [(2, 12)], ("B", "y"): [(48, 60)]}, name="both")
ALIKE = document({(coder, "y"): [(20, 30), (70, 95)] for coder in "AB"}, name="alike")


def question(*, coders: str = "AB", codes: str = "xy", gamma: GammaParameters = QUICK, seed: int = 1) -> Question:
    return Question(coders=tuple(coders), codes=tuple(codes), gamma=gamma, seed=seed)


def measured(documents: Sequence[DocumentCodings], asked: Question | None = None) -> dict[str, Result]:
    """The results by measure, those of gamma-k with their code."""
    found = gamma_results(documents, asked or question())
    return {result.measure if result.code is None else f"{result.measure} {result.code}": result for result in found}


def of_fixture(content: dict[str, Any]) -> tuple[DocumentCodings, Question]:
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for coder, start, end, code in content["input"]["units"]:
        spans.setdefault((coder, code), []).append((int(start), int(end)))
    coders = tuple(sorted({coder for coder, _ in spans}))
    given_document = DocumentCodings(document="d", length=100_000, finished=frozenset(coders), spans=spans)
    gamma = replace(QUICK, alpha=content["params"]["alpha"], beta=content["params"]["beta"])
    return given_document, Question(coders=coders, codes=tuple(sorted({code for _, code in spans})), gamma=gamma)


@pytest.mark.parametrize("name", ["gamma_pygamma_2by1000", "gamma_pygamma_AlexPaulSuzan", "gamma_many_coders_5_3"])
def test_fixtures_from_codings(name: str) -> None:
    content = fixture(name)
    given_document, asked = of_fixture(content)
    found = measured([given_document], asked)
    for expect in content["expect"]:
        if expect["measure"] in ("gamma_observed_disorder", "n_unitary_alignments"):
            value = expect.get("exact_float64", expect["value"])
            assert found[expect["measure"]].value == pytest.approx(value, rel=0, abs=1e-12)
    assert found["gamma"].n == len(content["input"]["units"])


def test_every_measure_and_what_stands_beside_it() -> None:
    found = measured([BOTH, ALIKE])
    assert list(found) == [*MEASURES, "gamma_k x", "gamma_k y"]
    gamma, observed, expected = (found[f"gamma{part}"] for part in ("", "_observed_disorder", "_expected_disorder"))
    assert gamma.value is not None
    assert observed.value is not None
    assert expected.value is not None
    assert gamma.value == pytest.approx(1 - observed.value / expected.value)
    assert (gamma.unit, gamma.coders, gamma.documents, gamma.n) == ("character", ("A", "B"), ("both", "alike"), 8)
    assert gamma.reason == ""
    settings_of = dict(gamma.settings)
    assert settings_of.pop("monte_carlo_error") > 0  # type: ignore[operator]  # a number
    assert "no publication" in str(settings_of.pop("several_documents"))
    assert settings_of == {
        "alpha": 1.0,
        "beta": 1.0,
        "empty": 1.0,
        "precision": 10,
        "sampler": "statistical, per coder",
        "seed": 1,
        "exact": True,
        "method": "best alignment of all coders",
        "best_alignment": "one, perhaps of several",
        "samples": 5,
    }
    assert json.loads(json.dumps([result.as_json() for result in found.values()]))
    assert "several_documents" not in measured([BOTH])["gamma"].settings


def test_disorders_are_means_over_documents() -> None:
    """The ratio of the sums, each document counting once."""
    one, two, both = (
        measured(documents)["gamma_observed_disorder"].value for documents in ([BOTH], [ALIKE], [BOTH, ALIKE])
    )
    assert one is not None
    assert two == 0
    assert both == pytest.approx(one / 2)


def test_the_cost_of_the_empty_element_scales_disorders_and_cancels_in_gamma() -> None:
    plain, doubled = measured([BOTH]), measured([BOTH], question(gamma=replace(QUICK, empty=2.0)))
    assert doubled["gamma"].value == plain["gamma"].value
    assert plain["gamma_observed_disorder"].value is not None
    assert doubled["gamma_observed_disorder"].value == 2 * plain["gamma_observed_disorder"].value


def test_same_seed_same_gamma_other_seed_another() -> None:
    assert measured([BOTH]) == measured([BOTH])
    assert measured([BOTH], question(seed=2))["gamma"].value != measured([BOTH])["gamma"].value


def test_the_order_of_coders_codes_and_documents_changes_no_figure(crowd: DocumentCodings) -> None:
    others = [replace(BOTH, document="z", finished=frozenset("ABC")), replace(ALIKE, finished=frozenset("ABC")), crowd]
    found = measured(others, question(coders="ABC", codes="xy"))
    turned = measured(others[::-1], question(coders="CAB", codes="yx"))
    for name, result in found.items():
        assert turned[name].value == result.value
        assert sorted(turned[name].documents) == sorted(result.documents)
    assert turned["gamma"].coders == ("C", "A", "B")
    assert turned["gamma"].documents == found["gamma"].documents[::-1]
    assert list(found) == list(measured(others, question(coders="CAB", codes="xy")))


def test_offsets_beyond_single_precision() -> None:
    """Documents are long, and the first annotation lies far in; disorder stays the same."""
    far = document(
        {key: [(start + 30_000_000, end + 30_000_000) for start, end in spans] for key, spans in BOTH.spans.items()},
        length=40_000_000,
    )
    one, two = measured([far]), measured([BOTH])
    assert one["gamma_observed_disorder"].value == two["gamma_observed_disorder"].value
    assert measured([far])["gamma"] == one["gamma"]


@pytest.mark.parametrize(
    ("documents", "asked", "status", "reason"),
    [
        ([], question(), Status.NO_SHARED_DOCUMENTS, "undefined (no shared articles: there is no article)"),
        (
            [replace(BOTH, finished=frozenset("A"))],
            question(),
            Status.NO_SHARED_DOCUMENTS,
            "undefined (no shared articles: the one article was not finished by both coders)",
        ),
        (
            [BOTH, ALIKE],
            question(coders="ABC"),
            Status.NO_SHARED_DOCUMENTS,
            "undefined (no shared articles: none of 2 articles was finished by all 3 coders)",
        ),
        (
            [BOTH],
            question(coders="A"),
            Status.NO_SHARED_DOCUMENTS,
            "undefined (no shared articles: agreement needs two coders)",
        ),
        (
            [replace(BOTH, codes_known={"A": frozenset("xy"), "B": frozenset("x")})],
            question(),
            Status.CODE_NOT_IN_REVISION,
            "undefined (code not in revision: in none of the one shared article did every code stand in the codebook "
            "when both coders finished)",
        ),
        (
            [document({})],
            question(),
            Status.NO_VARIATION,
            "undefined (no variation: nobody used any code in the one shared article)",
        ),
        (
            [document({("A", "x"): [(0, 5)]})],
            question(),
            Status.ONE_UNIT,
            "undefined (one unit: the one shared article holds only one annotation)",
        ),
    ],
)
def test_undefined_altogether(documents: list[DocumentCodings], asked: Question, status: Status, reason: str) -> None:
    found = measured(documents, asked)
    assert len(found) == len(MEASURES) + 2
    for result in found.values():
        assert (result.value, result.status, result.reason) == (None, status, reason)


def test_random_annotations_without_disorder() -> None:
    found = measured([document({(coder, "x"): [(0, 10)] for coder in "AB"})])
    assert found["gamma"].status is Status.NO_VARIATION
    assert found["gamma"].reason.startswith("undefined (no variation: random annotations")
    assert found["gamma_observed_disorder"].value == 0


def test_silent_coder_is_worse_than_chance() -> None:
    spans = [(start, start + 10) for start in range(0, 100, 25)]
    found = measured([document({("A", "x"): spans})], question(gamma=replace(QUICK, samples=100)))
    assert found["gamma"].value is not None
    assert found["gamma"].value < 0
    assert found["gamma_cat"].status is Status.NO_UNITS
    assert found["gamma_cat"].reason.startswith("undefined (no units: no two annotations")
    assert found["gamma_k y"].reason == "undefined (no variation: nobody used this code in the one shared article)"


def test_one_code_alone_shows_no_disagreement_on_codes() -> None:
    found = measured([document({("A", "x"): [(0, 10), (30, 50)], ("B", "x"): [(1, 12), (30, 45)]})])
    assert found["gamma"].value is not None
    assert found["gamma_cat"].status is Status.NO_VARIATION
    assert found["gamma_cat_observed_disorder"].value == 0


def test_articles_left_out_are_told() -> None:
    early = replace(BOTH, document="early", codes_known={"A": frozenset("x"), "B": frozenset("xy")})
    documents = [
        BOTH,
        replace(BOTH, document="begun", finished=frozenset("A")),
        early,
        document({}, name="empty"),
    ]
    found = measured(documents)
    assert found["gamma"].documents == ("both", "empty")
    assert found["gamma"].reason == (
        "left out: one article not finished by both coders, "
        "one article finished before every code stood in the codebook, one article without any annotation"
    )
    assert found["gamma"].value == measured([BOTH])["gamma"].value


@pytest.fixture
def crowd() -> DocumentCodings:
    spans = {(coder, "x"): [(start, start + 9) for start in range(place, 60, 20)] for place, coder in enumerate("ABC")}
    return document(spans | {("C", "y"): [(90, 99)]}, finished="ABC")


def only_of_pairs(units: Continuum, *, dissimilarity: Dissimilarity) -> Tuples:
    if units.team > 2:
        raise TooManyCandidates
    return candidates(units, dissimilarity=dissimilarity)


def test_too_many_candidates_give_the_mean_of_pairs(crowd: DocumentCodings, monkeypatch: pytest.MonkeyPatch) -> None:
    exact = measured([crowd], question(coders="ABC"))
    pairs = [measured([crowd], question(coders=pair)) for pair in ("AB", "AC", "BC")]
    monkeypatch.setattr(alignment, "candidates", only_of_pairs)
    found = measured([crowd], question(coders="ABC"))
    assert list(found) == list(exact)
    gamma = found["gamma"]
    values = [pair["gamma"].value for pair in pairs]
    assert gamma.value == pytest.approx(sum(value for value in values if value is not None) / 3)
    assert gamma.settings["exact"] is False
    assert gamma.settings["method"] == "mean of pairwise gammas"
    assert (gamma.settings["pairs"], gamma.settings["pairs_with_value"]) == (3, 3)
    assert (gamma.coders, gamma.n) == (("A", "B", "C"), exact["gamma"].n)
    assert found["n_unitary_alignments"].status is Status.TOO_LARGE
    # Nobody else uses C's other code, and not near enough: no pair has a value to take the mean of.
    assert {pair["gamma_cat"].status for pair in pairs} == {found["gamma_cat"].status} == {Status.NO_VARIATION}


def test_too_large_even_for_pairs(crowd: DocumentCodings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dissimilarity, "MOST_PAIRS", 3)
    for result in measured([crowd], question(coders="ABC")).values():
        assert result.status is Status.TOO_LARGE
        assert result.reason.startswith("undefined (too large")


def test_progress_rises_and_cancel_stops_at_once(crowd: DocumentCodings) -> None:
    told: list[float] = []
    gamma_results([crowd], question(coders="ABC", gamma=GammaParameters(precision=0.05)), progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
    answers = iter([False, False, True])
    asked: list[float] = []
    with pytest.raises(Cancelled):
        gamma_results([crowd], question(coders="ABC"), progress=asked.append, cancelled=lambda: next(answers))
    assert len(asked) == 2


def test_progress_goes_through_all_pairs(crowd: DocumentCodings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "candidates", only_of_pairs)
    told: list[float] = []
    gamma_results([crowd], question(coders="ABC"), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"alpha": -1.0},
        {"beta": float("nan")},
        {"empty": 0.0},
        {"precision": 0.0},
        {"samples": 1},
        {"alpha": float("inf")},
    ],
)
def test_parameters_that_mean_nothing(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="gamma needs"):
        gamma_results([BOTH], question(gamma=replace(QUICK, **wrong)))


@pytest.mark.parametrize(
    ("documents", "asked"),
    [
        ([BOTH, BOTH], question()),
        ([BOTH], question(coders="ABA")),
        ([BOTH], question(codes="xyx")),
        ([document({("A", "x"): [(0, 1000)]})], question()),
    ],
)
def test_hostile_input(documents: list[DocumentCodings], asked: Question) -> None:
    with pytest.raises(ValueError, match=r"twice|not a span"):
        gamma_results(documents, asked)


@settings(deadline=None, max_examples=40)
@given(documents=projects())
def test_whatever_the_project_there_is_a_value_or_a_reason(documents: list[DocumentCodings]) -> None:
    asked = Question(coders=("A", "B", "C"), codes=("trust", "mistrust"), gamma=QUICK)
    found = gamma_results(documents, asked)
    assert [result.measure for result in found] == [*MEASURES, "gamma_k", "gamma_k"]
    for result in found:
        assert result.value is not None or result.reason.startswith("undefined (")
        if result.measure in ("gamma", "gamma_cat", "gamma_k") and result.value is not None:
            assert result.value <= 1
    assert measuring.gamma_results(documents, asked) == found
