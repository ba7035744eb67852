# SPDX-License-Identifier: MIT
"""Any measures by name, each family computed once and only where one of its measures is asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from annotator.agreement.bootstrap import Drawing
from annotator.agreement.catalogue import NAMES, Family, families_of, is_asked
from annotator.agreement.data import DocumentCodings
from annotator.agreement.measuring import results
from annotator.agreement.other_intervals import with_gwet, with_krippendorff
from annotator.agreement.question import Question
from annotator.agreement.result import Result
from annotator.agreement.swept import sweep

Progress = Callable[[float], None]


class IntervalMethod(StrEnum):
    """How intervals are found: by drawing documents, by Krippendorff's bootstrap, from Gwet's standard error."""

    DOCUMENTS = "documents"
    KRIPPENDORFF = "krippendorff"
    GWET = "gwet"
    NONE = "none"


RANKED: Mapping[str, tuple[str, Mapping[str, object]]] = MappingProxyType({
    "cohen_kappa_linear": ("cohen_kappa", {"weights": "linear"}),
    "cohen_kappa_quadratic": ("cohen_kappa", {"weights": "quadratic"}),
    "gwet_ac2_linear": ("gwet_ac1", {"weights": "linear"}),
    "gwet_ac2_quadratic": ("gwet_ac1", {"weights": "quadratic"}),
    "krippendorff_alpha_ordinal": ("krippendorff_alpha_nominal", {"metric": "ordinal"}),
    "krippendorff_alpha_interval": ("krippendorff_alpha_nominal", {"metric": "interval"}),
    "krippendorff_alpha_ratio": ("krippendorff_alpha_nominal", {"metric": "ratio"}),
    "percent_items": ("percent", {}),
})  # fmt: skip
"""What a code, which is there or not, makes of coefficients of ranked values: two values have one distance."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The codings, the question, and how the asker hears of progress; ``progress`` may raise to cancel."""

    documents: Sequence[DocumentCodings]
    question: Question
    names: Sequence[str]
    method: IntervalMethod
    progress: Progress


def measured(
    documents: Sequence[DocumentCodings],
    question: Question,
    *,
    names: Sequence[str] = NAMES,
    method: IntervalMethod = IntervalMethod.DOCUMENTS,
    progress: Progress = lambda _: None,
) -> list[Result]:
    """Give every result of the named measures, family by family in the order of the catalogue.

    ``progress`` is told the share that is done. ValueError for positions outside their document, and
    for documents without bounds where the unit needs them.
    """
    families = families_of(names)
    found: list[Result] = []
    reached = 0.0
    for place, family in enumerate(families):

        def told(share: float, *, done: int = place) -> None:
            # A family that finds it needs more samples than it thought does not go back.
            nonlocal reached
            reached = max(reached, (done + share) / len(families))
            progress(reached)

        told(0.0)
        found += _OF_FAMILY[family](Asking(documents, question, names, method, told))
    progress(1.0)
    return [result for result in found if is_asked(result.measure, names=names)]


def _per_code(asking: Asking) -> list[Result]:
    """Coefficients of single codes; percent under its other name where that is asked for."""
    own = results_of_codes(asking, names=asking.names)
    renamed = _renamed(asking, ("percent_items",)) if "percent_items" in asking.names else []
    return own + renamed


def _ranked(asking: Asking) -> list[Result]:
    return _renamed(asking, [name for name in RANKED if name in asking.names and name != "percent_items"])


def _renamed(asking: Asking, names: Sequence[str]) -> list[Result]:
    found = []
    for name in names:
        source, settings = RANKED[name]
        note = f"a code is there or not, so this is {source}" if settings else ""
        for result in results_of_codes(asking, names=(source,)):
            reason = (
                "; ".join(part for part in (result.reason, note) if part) if result.value is not None else result.reason
            )
            found.append(replace(result, measure=name, reason=reason, settings={**result.settings, **settings}))
    return found


def results_of_codes(asking: Asking, *, names: Sequence[str]) -> list[Result]:
    """Sweep, and put on the intervals that were asked for."""
    question = asking.question
    swept = sweep(
        asking.documents, coders=question.coders, codes=question.codes, unit=question.unit, rule=question.rule
    )
    found = results(swept, measures=names, drawing=_drawing(asking))
    if asking.method is IntervalMethod.KRIPPENDORFF:
        return with_krippendorff(found, swept, question)
    return with_gwet(found, swept, question) if asking.method is IntervalMethod.GWET else found


def _drawing(asking: Asking) -> Drawing | None:
    """Give how documents are drawn for intervals, where that is asked for."""
    return Drawing.of(asking.question) if asking.method is IntervalMethod.DOCUMENTS else None


def _sets(asking: Asking) -> list[Result]:
    from annotator.agreement.set_results import set_results

    return set_results(asking.documents, asking.question, drawing=_drawing(asking))


def _unitizing_2016(asking: Asking) -> list[Result]:
    from annotator.agreement.unitizing_2016_results import unitizing_2016_results

    return unitizing_2016_results(asking.documents, asking.question, drawing=_drawing(asking))


def _unitizing_2004(asking: Asking) -> list[Result]:
    from annotator.agreement.unitizing_2004_results import unitizing_2004_results

    return unitizing_2004_results(asking.documents, asking.question, drawing=_drawing(asking))


def _spans(asking: Asking) -> list[Result]:
    from annotator.agreement.span_f1 import span_f1_results

    return span_f1_results(asking.documents, asking.question, drawing=_drawing(asking))


def _semeval(asking: Asking) -> list[Result]:
    from annotator.agreement.semeval import semeval_results

    return semeval_results(asking.documents, asking.question)


def _gamma(asking: Asking) -> list[Result]:
    from annotator.agreement.gamma.measuring import gamma_results

    return gamma_results(asking.documents, asking.question, progress=asking.progress)


_OF_FAMILY: Mapping[Family, Callable[[Asking], list[Result]]] = MappingProxyType({
    Family.PER_CODE: _per_code,
    Family.RANKED: _ranked,
    Family.SETS: _sets,
    Family.UNITIZING_2016: _unitizing_2016,
    Family.UNITIZING_2004: _unitizing_2004,
    Family.SPANS: _spans,
    Family.SEMEVAL: _semeval,
    Family.GAMMA: _gamma,
})  # fmt: skip
