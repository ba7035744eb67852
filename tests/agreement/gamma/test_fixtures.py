# SPDX-License-Identifier: MIT
"""Every expectation of the gamma fixtures: disorders, pairs, replayed gammas; loosely what is random."""

from collections import Counter
from typing import Any

import numpy as np
import pytest
from agreement.gamma.continua_made import FIXTURES, fixture, of_fixture

from annotator.agreement.gamma.alignment import Alignment, align
from annotator.agreement.gamma.continuum import Continuum
from annotator.agreement.gamma.dissimilarity import Dissimilarity, categorical, positional
from annotator.agreement.gamma.gamma import family_of
from annotator.agreement.question import GammaParameters

EXPECTATIONS = [(name, expect["measure"]) for name in FIXTURES for expect in fixture(name)["expect"]]


def expected(content: dict[str, Any], measure: str) -> dict[str, Any]:
    (found,) = (expect for expect in content["expect"] if expect["measure"] == measure)
    return dict(found)


def named(measure: str) -> list[str]:
    return [name for name, each in EXPECTATIONS if each == measure]


def dissimilarity_of(content: dict[str, Any]) -> Dissimilarity:
    assert content["params"]["deltaEmpty"] == 1
    return Dissimilarity(alpha=content["params"]["alpha"], beta=content["params"]["beta"])


def best(content: dict[str, Any]) -> Alignment:
    return align(of_fixture(content["input"]), dissimilarity=dissimilarity_of(content))


def test_no_expectation_drops_out() -> None:
    assert Counter(measure for _, measure in EXPECTATIONS) == {
        "gamma_observed_disorder": 9,
        "gamma_replay": 4,
        "gamma_pair_dissimilarities": 4,
        "n_unitary_alignments": 5,
        "gamma_cat_observed_disorder": 2,
        "gamma_ranges_from_tests": 2,
    }


@pytest.mark.parametrize("name", named("gamma_observed_disorder"))
def test_observed_disorder(name: str) -> None:
    content = fixture(name)
    expect = expected(content, "gamma_observed_disorder")
    (found,) = best(content).disorders
    assert found == pytest.approx(expect["exact_float64"], rel=0, abs=1e-12)
    assert found == pytest.approx(expect["value"], rel=0, abs=expect["tol"])


@pytest.mark.parametrize("name", named("n_unitary_alignments"))
def test_number_of_unitary_alignments(name: str) -> None:
    content = fixture(name)
    assert best(content).number == expected(content, "n_unitary_alignments")["value"]


@pytest.mark.parametrize("name", named("gamma_replay"))
def test_replay(name: str) -> None:
    content = fixture(name)
    disorders = []
    for sampled in content["sampled_continua"]:
        (disorder,) = align(of_fixture(sampled), dissimilarity=dissimilarity_of(content)).disorders
        assert disorder == pytest.approx(sampled["exact_float64"], rel=0, abs=1e-12)
        assert disorder == pytest.approx(sampled["disorder"], rel=0, abs=1e-5)
        disorders.append(disorder)
    expect = expected(content, "gamma_replay")
    gamma = 1 - best(content).disorders[0] / np.mean(disorders)
    assert gamma == pytest.approx(expect["exact_float64"], rel=0, abs=1e-12)
    assert gamma == pytest.approx(expect["value"], rel=0, abs=expect["tol"])


@pytest.mark.parametrize("name", named("gamma_pair_dissimilarities"))
def test_pair_dissimilarities(name: str) -> None:
    content = fixture(name)
    units, expect = of_fixture(content["input"]), expected(content, "gamma_pair_dissimilarities")
    team = sorted({unit[0] for unit in content["input"]["units"]})
    for pair in expect["value"]:
        one = index_of(units, coder=team.index(pair["annotatorA"]), place=pair["unitIndexA"])
        two = index_of(units, coder=team.index(pair["annotatorB"]), place=pair["unitIndexB"])
        found = (
            float(positional(units, one, two)[0]),
            float(categorical(units, one, two)[0]),
            float(dissimilarity_of(content).combined(units, one, two)[0]),
        )
        assert found == pytest.approx(
            (pair["positional"], pair["categorical"], pair["combined"]), rel=1e-6, abs=expect["tol"]
        )


def index_of(units: Continuum, *, coder: int, place: int) -> np.ndarray:
    return np.flatnonzero(units.coders == coder)[place : place + 1]


@pytest.mark.parametrize("name", named("gamma_ranges_from_tests"))
def test_random_values_lie_near_the_ranges_of_another_program(name: str) -> None:
    # The ranges are of that program's samplers; one of them is not ours, and its gamma-cat has another term.
    content = fixture(name)
    given, ranges = content["params"], expected(content, "gamma_ranges_from_tests")["value"]
    units = of_fixture(content["input"])
    codes = sorted({unit[3] for unit in content["input"]["units"]})
    parameters = GammaParameters(alpha=given["alpha"], beta=given["beta"])
    family = family_of(units, codes=len(codes), parameters=parameters, seed=1, tick=lambda done: None)
    low, high = ranges["gamma"]
    slack = 0 if ranges["sampler"].startswith("statistical") else 0.05
    assert family.gamma.value is not None
    assert low - slack <= family.gamma.value <= high + slack
    for code in (code for code, value in ranges.get("gamma_k", {}).items() if value == 1):
        assert family.by_code[codes.index(code)].value == 1


def test_a_tie_is_seen_in_published_data() -> None:
    # Two units of one coder lie alike beside the same two of the others.
    content = fixture("gamma_pygamma_AlexPaulSuzan")
    units = of_fixture(content["input"])
    parameters = GammaParameters(alpha=3)
    assert family_of(units, codes=7, parameters=parameters, seed=1, tick=lambda done: None).tied
