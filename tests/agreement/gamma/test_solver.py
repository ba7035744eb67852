# SPDX-License-Identifier: MIT
"""Choosing sets against all choices; with and without the rounds that need no solver."""

import random
import subprocess
import sys
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from annotator.agreement.gamma import solver
from annotator.agreement.gamma.solver import best_packing, settle, solved

Sets = list[tuple[frozenset[int], float]]

members = st.frozensets(st.integers(0, 7), min_size=1, max_size=4)
# Whole gains, so that much is tied.
problems = st.lists(st.tuples(members, st.integers(1, 9).map(float)), max_size=9)


def as_arrays(sets: Sets, *, width: int = 4) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    rows = [sorted(chosen) + [-1] * (width - len(chosen)) for chosen, _ in sets]
    return np.array(rows, dtype=np.int32).reshape(-1, width), np.array([gain for _, gain in sets])


def most(sets: Sets) -> float:
    best = 0.0
    for size in range(1, len(sets) + 1):
        for some in combinations(sets, size):
            union = frozenset[int]().union(*(chosen for chosen, _ in some))
            if len(union) == sum(len(chosen) for chosen, _ in some):
                best = max(best, sum(gain for _, gain in some))
    return best


def value(sets: Sets, chosen: list[int]) -> float:
    taken = [member for place in chosen for member in sets[place][0]]
    assert len(taken) == len(set(taken))
    return sum(sets[place][1] for place in chosen)


@settings(deadline=None, max_examples=300)
@given(sets=problems)
def test_best_packing(sets: Sets) -> None:
    rows, gains = as_arrays(sets)
    chosen = best_packing(rows, gains=gains).tolist()
    assert chosen == sorted(chosen)
    assert value(sets, chosen) == pytest.approx(most(sets))


@settings(deadline=None, max_examples=300)
@given(sets=problems)
def test_what_is_settled_is_part_of_a_best_packing(sets: Sets) -> None:
    rows, gains = as_arrays(sets)
    taken, left = settle(rows, gains=gains)
    rest = [sets[place] for place in left.tolist()]
    assert value(sets, taken.tolist()) + most(rest) == pytest.approx(most(sets))
    used = {member for place in taken.tolist() for member in sets[place][0]}
    assert not any(chosen & used for chosen, _ in rest)


def test_sets_apart_and_chains_need_no_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "solved", None)
    # 8 takes the 7 in its way out, which leaves the 6.
    sets: Sets = [
        (frozenset({0, 1}), 8.0),
        (frozenset({1, 2}), 3.0),
        (frozenset({2, 3}), 6.0),
        (frozenset({3, 4}), 4.0),
        (frozenset({6, 7}), 1.0),
    ]
    rows, gains = as_arrays(sets)
    assert best_packing(rows, gains=gains).tolist() == [0, 2, 4]


def test_halves_are_not_taken_for_an_answer() -> None:
    # Three sets, each two in each other's way: the linear program takes half of each.
    sets: Sets = [(frozenset({0, 1}), 1.0), (frozenset({1, 2}), 1.0), (frozenset({0, 2}), 1.0)]
    rows, gains = as_arrays(sets)
    values, _ = solver.optimum(rows, gains=gains, whole=False)
    assert values.tolist() == [0.5, 0.5, 0.5]
    assert len(solved(rows, gains=gains)) == 1


def test_whole_answers_among_many_sets() -> None:
    """Prices leave most sets out; what is left still holds a best packing."""
    generator = random.Random(2)
    halved = 0
    for _ in range(8):
        sets: Sets = [
            (frozenset(generator.sample(range(24), 3)), 1 + generator.random())
            for _ in range(generator.randint(60, 90))
        ]
        rows, gains = as_arrays(sets)
        values, _ = solver.optimum(rows, gains=gains, whole=False)
        halved += bool(np.any(np.abs(values - np.round(values)) > 1e-6))
        whole, _ = solver.optimum(rows, gains=gains, whole=True)
        assert value(sets, solved(rows, gains=gains).tolist()) == pytest.approx(float(gains @ whole), rel=0, abs=1e-9)
    assert halved >= 5


def test_a_near_best_packing_is_not_enough() -> None:
    """By default HiGHS stops within a ten-thousandth of the best whole answer."""
    sets: Sets = [(frozenset({a, b}), 1.0) for a, b in ((0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5))]
    sets[2] = (sets[2][0], 1.00001)
    rows, gains = as_arrays(sets)
    assert value(sets, solved(rows, gains=gains).tolist()) == pytest.approx(2.00001, rel=0, abs=1e-9)


def test_nothing_to_choose() -> None:
    rows, gains = as_arrays([])
    assert best_packing(rows, gains=gains).tolist() == []


def test_nothing_is_printed_and_no_solver_loaded_before_it_is_needed() -> None:
    code = """
import sys
import numpy as np
import annotator.agreement.gamma.measuring
from annotator.agreement.gamma.solver import solved
from annotator.agreement.measuring import measure
loaded = [name for name in sys.modules if name.partition(".")[0] in ("highspy", "scipy")]
rows = np.array([[0, 1], [1, 2], [0, 2]], dtype=np.int32)
chosen = solved(rows, gains=np.ones(3))
print(loaded, len(chosen), "highspy" in sys.modules)
"""
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (answer.stdout, answer.stderr) == ("[] 1 True\n", "")


def test_no_answer_is_an_error_and_not_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "OPTIONS", {"output_flag": False, "presolve": "off", "simplex_iteration_limit": 0})
    rows, gains = as_arrays([(frozenset({0, 1}), 1.0), (frozenset({1, 2}), 1.0), (frozenset({0, 2}), 1.0)])
    with pytest.raises(RuntimeError, match="HiGHS found no best alignment"):
        solved(rows, gains=gains)
