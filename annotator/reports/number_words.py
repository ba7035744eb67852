# SPDX-License-Identifier: MIT
"""Numbers as a report writes them: ``.710``, ``93.0 %``, ``142,806``; full agreement alone is ``1.000``."""

from annotator.agreement.result import Interval


def coefficient(value: float) -> str:
    """Write a coefficient with three digits and no leading zero; what falls short of 1 is at most ``.999``."""
    shown = min(value, 0.999) if value < 1 else value
    digits = f"{shown:.3f}".replace("0.", ".", 1) if abs(shown) < 1 else f"{shown:.3f}"
    return ".000" if digits == "-.000" else digits


def percent(share: float) -> str:
    """Write a share as a percentage with one decimal; only all is ``100.0 %``, only nothing ``0.0 %``."""
    shown = 100 * share
    if 0 < share < 1:
        shown = min(max(shown, 0.1), 99.9)
    return f"{shown:.1f} %"


def probability(share: float) -> str:
    """Write a share of resamples with three digits; what they cannot show is ``< .001`` or ``> .999``."""
    if share < 0.0005:
        return "< .001"
    if share > 0.9995:
        return "> .999"
    return coefficient(share)


def count(number: int, noun: str = "", *, many: str = "") -> str:
    """Write a whole number with thousands separators, and with its noun where one is given."""
    if not noun:
        return f"{number:,}"
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def interval(found: Interval) -> str:
    """Write the two ends of an interval: ``[.628, .779]``."""
    return f"[{coefficient(found.low)}, {coefficient(found.high)}]"


def level(share: float) -> str:
    """Write an interval's level: ``95 %``, ``99.5 %``."""
    return f"{100 * share:g} %"


def listed(words: tuple[str, ...] | list[str]) -> str:
    """Join words as a sentence does: ``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
