# SPDX-License-Identifier: MIT
"""Choosing, among sets that gain something, those that together gain most without sharing a member.

Most choices need no solver: a set that gains at least as much as the best other sets at its members
together is always safe to take, because whatever a solution holds in its way (one set per member at
most) gains no more. Taking it removes its rivals, which may settle others. What is left goes to
HiGHS as a linear program

    maximise sum of gain_s x_s,   sum over the sets of a member of x_s <= 1,   0 <= x_s <= 1

whose solution is whole for two coders (an assignment) and often for more. If not, whole numbers are
asked for, at first among few sets only: those that by the program's prices can be worth it. Still
exact, as the prices bound what any set left out could bring.
"""

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.gamma.continuum import Booleans, Integers, Numbers

ROUND_WORTH = 50
"""A round that settles fewer than one in so many of the sets left is the last."""

MAGNIFIED = 10_000
"""HiGHS takes whole answers for equal that differ by less than about 1e-6: gains are shown larger to it."""
WHOLE = 1e-6
"""How far from a whole number a solution counts as whole."""


def best_packing(members: NDArray[np.int32], *, gains: Numbers) -> Integers:
    """Choose rows of ``members`` (-1 for none) whose gains, all above 0, add up to most; sorted indices."""
    settled, left = settle(members, gains=gains)
    if len(left):
        settled = np.append(settled, left[solved(members[left], gains=gains[left])])
    return np.sort(settled)


def settle(members: NDArray[np.int32], *, gains: Numbers) -> tuple[Integers, Integers]:
    """Take what is safe to take; the rows taken, and the rows still to choose from."""
    left = np.argsort(-gains, kind="stable")
    taken = [left[:0]]
    while len(left):
        safe = safe_rows(members[left], gains=gains[left])
        chosen = members[left[safe]]
        used = np.zeros(members.max() + 2, dtype=bool)
        used[chosen] = True
        used[-1] = False
        before = len(left)
        taken.append(left[safe])
        left = left[~used[members[left]].any(axis=1)]
        if (before - len(left)) * ROUND_WORTH <= before:
            break
    return np.concatenate(taken), left


def safe_rows(members: NDArray[np.int32], *, gains: Numbers) -> Booleans:
    """Say which rows, sorted by falling gain, gain no less than their best rivals at all members together."""
    rows, columns = np.nonzero(members >= 0)
    points = members[rows, columns]
    order = np.argsort(points, kind="stable")
    points, rows = points[order], rows[order]
    opens = np.flatnonzero(np.append(True, points[1:] != points[:-1]))
    sizes = np.diff(np.append(opens, len(points)))
    # The rows of one member are sorted by gain: the first is the rival of all others, the second its own.
    best = rows[opens]
    second = np.where(sizes > 1, gains[rows[np.minimum(opens + 1, len(rows) - 1)]], 0)
    rival = np.repeat(gains[best], sizes)
    rival[opens] = second
    against = np.bincount(rows, weights=rival, minlength=len(members))
    safe = gains >= against
    # Of equals in each other's way the first one is taken: it must be the first safe row at every member.
    candidates = np.where(safe[rows], rows, len(members))
    foremost = np.repeat(np.minimum.reduceat(candidates, opens), sizes)
    beaten = np.bincount(rows[safe[rows] & (foremost != rows)], minlength=len(members)) > 0
    return np.asarray(safe & ~beaten)


def solved(members: NDArray[np.int32], *, gains: Numbers) -> Integers:
    """Let HiGHS choose; the indices of the chosen rows."""
    values, prices = optimum(members, gains=gains, whole=False)
    if np.all(np.abs(values - np.round(values)) < WHOLE):
        return np.flatnonzero(values > 0.5)
    # What a set gains beyond its members' prices. By duality no solution gains more than all prices
    # and all these together, and none with a set that falls short by x gains more than that less x.
    beyond = gains - prices[members].sum(axis=1)
    most = float(prices.sum() + np.maximum(beyond, 0).sum())
    order = np.argsort(-beyond, kind="stable")
    size = int(np.count_nonzero(prices))
    while True:
        offered = np.sort(order[:size])
        values, _ = optimum(members[offered], gains=gains[offered], whole=True)
        chosen = offered[values > 0.5]
        needed = int(np.count_nonzero(beyond >= gains[chosen].sum() - most - WHOLE))
        if needed <= len(offered):
            return chosen
        size = min(needed, 3 * size)


def optimum(members: NDArray[np.int32], *, gains: Numbers, whole: bool) -> tuple[Numbers, Numbers]:
    """Solve the linear program, or with ``whole`` the integer one to the last digit.

    Gives how much of each set is taken, and a price for each member (one more at the end, for none,
    is 0): the least that its room is worth. Prices of an integer program mean nothing.
    """
    import highspy

    present = members >= 0
    points, places = np.unique(members[present], return_inverse=True)
    sets, size = len(members), len(points)
    sizes = present.sum(axis=1)
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # the package's own annotations leave this one out
    for option, value in OPTIONS.items():
        solver.setOptionValue(option, value)
    solver.passModel(
        sets,
        size,
        len(places),
        int(highspy.MatrixFormat.kColwise),
        int(highspy.ObjSense.kMaximize),
        0.0,
        gains * MAGNIFIED,
        np.zeros(sets),
        np.ones(sets),
        np.full(size, -np.inf),
        np.ones(size),
        np.cumsum(sizes) - sizes,
        places,
        np.ones(len(places)),
        np.full(sets, int(whole)),
    )
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"HiGHS found no best alignment: {solver.modelStatusToString(solver.getModelStatus())}")
    solution = solver.getSolution()
    prices = np.zeros(members.max() + 2)
    if not whole:
        prices[points] = np.maximum(solution.row_dual, 0) / MAGNIFIED
    return np.asarray(solution.col_value), prices


OPTIONS: dict[str, bool | float] = {
    "output_flag": False,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "dual_feasibility_tolerance": 1e-10,
}
"""Silent, and never content with less than the best."""
