# SPDX-License-Identifier: MIT
"""How figures of agreement are written on screen: three digits, no leading zero, words in place of none."""

from collections.abc import Iterable

from annotator.agreement.result import Interval, Result
from annotator.reports.agreement_table import value_in_words

NO_INTERVAL = {
    "not_asked": "No interval: no samples were drawn.",
    "no_interval_few_documents": "No interval: it needs two articles or more that are not near-identical.",
    "no_interval_unstable": "No interval: in more than one of twenty samples of articles alpha does not exist.",
    "no_interval_one_unit": "No interval: there is only one unit.",
}
_AIR = 0.03
MACHINE = " (machine-made)"


def value(result: Result) -> str:
    """Give a value (``.710``), or "undefined"."""
    return value_in_words(result)


def number(figure: float) -> str:
    """Give a figure with three digits and no leading zero (``.710``, ``-.052``); 1.000 for nothing less than 1."""
    shown = min(figure, 0.999) if figure < 1 else figure
    digits = f"{shown:.3f}"
    if digits == "-0.000":
        return ".000"
    return digits.replace("0.", ".", 1) if abs(shown) < 1 else digits


def percent(share: float) -> str:
    """Give a share in percent; what falls short of all is never written as all of it."""
    shown = min(100 * share, 99.9) if share < 1 else 100.0
    return f"{shown:.1f} %"


def interval(found: Interval) -> str:
    """Give both ends."""
    return f"{number(found.low)} to {number(found.high)}"


def probability(share: float) -> str:
    """Give a share of samples with two digits; the very small and the very great ones as bounds."""
    if share < 0.001:
        return "< .001"
    if share > 0.999:
        return "> .999"
    return f"{share:.3f}"[1:] if share < 0.01 or share > 0.99 else f"{share:.2f}"[1:]


def level(share: float) -> str:
    """Give an interval's level: ``95 %``."""
    return f"{100 * share:g} %"


def spread(fewest: int, most: int) -> str:
    """Give the fewest and the most, once where they are the same."""
    return f"{most:,}" if fewest == most else f"{fewest:,} to {most:,}"


def why_no_interval(result: Result) -> str:
    """Say why a value stands without an interval; empty where it has one."""
    if result.interval is not None or result.value is None:
        return ""
    status = str(result.settings.get("interval_status", "no_interval_one_unit"))
    return NO_INTERVAL.get(status, NO_INTERVAL["no_interval_one_unit"])


def short_name(name: str) -> str:
    """Give a coder's name for a narrow column: what a machine made carries a star."""
    return name.replace(MACHINE, "*") if name.endswith(MACHINE) else name


def axis_beginning(values: Iterable[float]) -> float:
    """Give where an axis for these values begins: 0, .2 or .4, whichever leaves them the most room."""
    least = min(values, default=0.0)
    return next((begin for begin in (0.4, 0.2) if least >= begin + _AIR), 0.0)
