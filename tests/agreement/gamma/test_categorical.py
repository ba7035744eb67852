# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.gamma.continua_made import Unit, continuum, crowds
from agreement.gamma.naive import best_cuts, categorical
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.gamma.alignment import Alignment, align
from annotator.agreement.gamma.categorical import code_sums, disorders_of
from annotator.agreement.gamma.dissimilarity import Dissimilarity

EVEN = Dissimilarity(alpha=1, beta=1)


def test_by_hand() -> None:
    # The first pair lies alike and differs; the second is off by (2 / 20)^2 and agrees; B's last stands alone.
    units = continuum(
        [
            ("A", 0.0, 10.0, "x"),
            ("B", 0.0, 10.0, "y"),
            ("A", 20.0, 30.0, "x"),
            ("B", 21.0, 31.0, "x"),
            ("B", 90.0, 95.0, "y"),
        ]
    )
    found = disorders_of(code_sums(align(units, dissimilarity=EVEN), kinds=3)).tolist()
    assert found[:2] == pytest.approx([1 / 1.99, 1])
    assert np.isnan(found[2])
    assert found[3] == pytest.approx(1 / 1.99)


@settings(deadline=None, max_examples=100)
@given(data=st.data(), size=st.sampled_from([(2, 9), (3, 8), (4, 6)]))
def test_over_one_of_the_best_alignments(data: st.DataObject, size: tuple[int, int]) -> None:
    coders, most = size
    drawn: list[Unit] = data.draw(crowds(coders=coders, most=most))
    units = continuum(drawn, coders="ABCD"[:coders])
    alignment = align(units, dissimilarity=EVEN)
    codes = sorted({unit[3] for unit in drawn})
    (cut,) = (cut for cut in best_cuts(drawn, coders=coders)[1] if same(cut, drawn=drawn, alignment=alignment))
    found = disorders_of(code_sums(alignment, kinds=len(codes))).tolist()
    for code, value in zip([*codes, None], found, strict=True):
        expected = categorical(cut, code=code)
        if expected is None:
            assert np.isnan(value)
        else:
            assert value == pytest.approx(float(expected))


def same(cut: tuple[tuple[Unit, ...], ...], *, drawn: list[Unit], alignment: Alignment) -> bool:
    ordered = sorted(drawn)
    ours = {frozenset(ordered[place] for place in row if place >= 0) for row in alignment.together.tolist()}
    return {frozenset(unitary) for unitary in cut if len(unitary) > 1} == ours
