# SPDX-License-Identifier: MIT
"""Continua for the tests of gamma: from fixtures, by hand, at random."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import strategies

from annotator.agreement.gamma.continuum import Continuum

FOLDER = Path(__file__).parent.parent / "fixtures"

Unit = tuple[str, float, float, str]
"""Coder, start, end, code."""


def fixture(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return content


FIXTURES = sorted(path.stem for path in FOLDER.glob("gamma_*.json"))


def continuum(*documents: Sequence[Unit], coders: Sequence[str] = ()) -> Continuum:
    """Sort the units of some documents; the team is everyone named."""
    everything = [unit for units in documents for unit in units]
    team = sorted({unit[0] for unit in everything} | set(coders))
    kinds = sorted({unit[3] for unit in everything})
    rows = sorted(
        (home, team.index(coder), start, end, kinds.index(code))
        for home, units in enumerate(documents)
        for coder, start, end, code in units
    )
    table = np.array(rows, dtype=np.float64).reshape(-1, 5)
    return Continuum(
        homes=table[:, 0].astype(np.int64),
        coders=table[:, 1].astype(np.int64),
        starts=table[:, 2],
        ends=table[:, 3],
        kinds=table[:, 4].astype(np.int64),
        documents=len(documents),
        team=len(team),
    )


def of_fixture(content: dict[str, Any]) -> Continuum:
    return continuum([tuple(unit) for unit in content["units"]])


@strategies.composite
def crowds(draw: strategies.DrawFn, *, coders: int, most: int, length: int = 30) -> list[Unit]:
    """At least one and at most so many units of so many coders, close together so that much competes."""
    unit = strategies.tuples(
        strategies.sampled_from("ABCDEFGH"[:coders]),
        strategies.integers(0, length),
        strategies.integers(1, 12),
        strategies.sampled_from("xyz"),
    )
    drawn = draw(strategies.lists(unit, min_size=1, max_size=most, unique=True))
    return [(coder, float(start), float(start + extent), code) for coder, start, extent, code in drawn]
