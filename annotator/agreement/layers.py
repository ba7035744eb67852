# SPDX-License-Identifier: MIT
"""Several codes cut at the same places: who covers which segment with which code.

Where codes are looked at together, the axis is cut at every start and end of any of them, so that
between two cuts each coder's codes stay the same.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Integers
from annotator.agreement.sweep import Placed


def common_cuts(layers: Iterable[Placed], *, bounds: Integers) -> Integers:
    """Give every start, end and document bound once, in order."""
    return np.unique(np.concatenate([bounds, *(layer.spans.ravel() for layer in layers)]))


def coverage(layer: Placed, *, coders: int, cuts: Integers) -> NDArray[np.bool_]:
    """Say, a row per coder, whether the coder's spans cover each segment; they may overlap."""
    size = len(cuts)
    opened = np.bincount(layer.coders * size + np.searchsorted(cuts, layer.spans[:, 0]), minlength=coders * size)
    closed = np.bincount(layer.coders * size + np.searchsorted(cuts, layer.spans[:, 1]), minlength=coders * size)
    depth = np.cumsum((opened - closed).reshape(coders, size), axis=1)
    return np.asarray(depth[:, :-1] > 0)


def homes_of(cuts: Integers, *, bounds: Integers) -> Integers:
    """Give the index of the document in which each segment lies."""
    return np.repeat(np.arange(len(bounds) - 1), np.diff(np.searchsorted(cuts, bounds)))


def added(values: NDArray[np.float64] | Integers, *, homes: Integers, documents: int) -> NDArray[np.float64]:
    """Add values up by document."""
    return np.asarray(np.bincount(homes, weights=values, minlength=documents), dtype=np.float64)
