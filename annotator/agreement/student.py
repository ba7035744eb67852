# SPDX-License-Identifier: MIT
"""Quantiles of Student's t distribution for whole degrees of freedom.

With theta = arctan(t / sqrt(v)) and c = cos(theta), the probability A that |T| <= t is a finite sum
(Abramowitz and Stegun 1964, 26.7.3 and 26.7.4):

    v = 1:     A = 2 theta / pi
    v odd:     A = (2/pi) {theta + sin(theta) [c + (2/3) c^3 + (2 4)/(3 5) c^5 + ...]}, up to c^(v-2)
    v even:    A = sin(theta) [1 + (1/2) c^2 + (1 3)/(2 4) c^4 + ...], up to c^(v-2)

A rises and bends down, so Newton's steps from below reach the quantile without passing it; the normal
quantile lies below. Above MANY degrees of freedom the expansion about the normal quantile (26.7.5) is
exact to ten digits and more. Quantiles are without a unit.
"""

import math
from statistics import NormalDist

MANY = 500
_STEPS = 200


def student_quantile(level: float, *, freedom: int) -> float:
    """Give t so that |T| <= t with probability ``level``; ValueError outside 0 < level < 1 and freedom >= 1."""
    if not 0 < level < 1 or freedom < 1:
        raise ValueError(f"no quantile of Student's t at {level} with {freedom} degrees of freedom")
    normal = NormalDist().inv_cdf((1 + level) / 2)
    if freedom > MANY:
        return expanded(normal, freedom=freedom)
    t = normal
    for _ in range(_STEPS):
        step = (level - probability_within(t, freedom=freedom)) / (2 * density(t, freedom=freedom))
        t += step
        if step <= 1e-14 * t:
            break
    return t


def probability_within(t: float, *, freedom: int) -> float:
    """Give the probability that |T| <= t, for t >= 0."""
    theta = math.atan(t / math.sqrt(freedom))
    sine, cosine = math.sin(theta), math.cos(theta)
    odd = freedom % 2
    term, total = (cosine, 0.0) if odd else (1.0, 0.0)
    for place in range(1 + odd, freedom, 2):
        total += term
        term *= cosine * cosine * place / (place + 1)
    return 2 / math.pi * (theta + sine * total) if odd else sine * total


def density(t: float, *, freedom: int) -> float:
    """Give the density of T at t."""
    scale = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2) - math.log(freedom * math.pi) / 2
    return math.exp(scale - (freedom + 1) / 2 * math.log1p(t * t / freedom))


def expanded(x: float, *, freedom: int) -> float:
    """Give the quantile of many degrees of freedom from the normal quantile x, with four terms."""
    terms = (
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return x + math.fsum(term / freedom ** (power + 1) for power, term in enumerate(terms))
