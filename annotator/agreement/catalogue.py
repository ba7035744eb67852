# SPDX-License-Identifier: MIT
"""Every measure by name: what it is called, what it says in one line, where it comes from.

Nothing here needs numpy, so the verbs and the command line may import it at any time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

SUB_MEASURE = ":"
"""Stands between a measure's name and that of one of its several values."""


class Family(StrEnum):
    """Measures that are computed together."""

    PER_CODE = "per code"
    RANKED = "ranked values"
    SETS = "sets of codes"
    UNITIZING_2016 = "unitizing, 2016"
    UNITIZING_2004 = "unitizing, 2004"
    SPANS = "spans"
    SEMEVAL = "SemEval counts"
    GAMMA = "gamma"


@dataclass(frozen=True, slots=True)
class Measure:
    """``explanation`` is one line for people who do not live with coefficients."""

    name: str
    label: str
    family: Family
    explanation: str
    reference: str


_LAID = (
    ("percent", "Percent", Family.PER_CODE,
     "The share of coder pairs that agree, averaged over units; chance is not taken out.",
     "Fleiss 1971; Gwet 2014"),
    ("percent_items", "Percent (items)", Family.PER_CODE,
     "The same as percent, under the name used for matrices.", "Fleiss 1971; Gwet 2014"),
    ("percent_pairable", "Percent (pairable values)", Family.PER_CODE,
     "Krippendorff's observed agreement: as percent, each unit weighted by how many coders gave a value.",
     "Krippendorff 2011"),
    ("cohen_kappa", "Cohen's kappa", Family.PER_CODE,
     "Two coders; chance from each coder's own share of the code.", "Cohen 1960"),
    ("cohen_kappa_linear", "Weighted kappa (linear)", Family.RANKED,
     "Two coders, ranked values; a miss by two ranks counts twice as much as a miss by one.", "Cohen 1968"),
    ("cohen_kappa_quadratic", "Weighted kappa (quadratic)", Family.RANKED,
     "Two coders, ranked values; a miss by two ranks counts four times as much as a miss by one.", "Cohen 1968"),
    ("scott_pi", "Scott's pi", Family.PER_CODE,
     "Two coders; chance from the share of the code that both have together.", "Scott 1955"),
    ("fleiss_kappa", "Fleiss' kappa", Family.PER_CODE,
     "Any number of coders; chance from the mean share of the code.", "Fleiss 1971"),
    ("conger_kappa", "Conger's kappa", Family.PER_CODE,
     "Cohen's kappa for any number of coders: chance from each coder's own share.", "Conger 1980; Hubert 1977"),
    ("brennan_prediger", "Brennan-Prediger (S, Randolph)", Family.PER_CODE,
     "Chance is taken as equal for every value, however rare the code: high where codes are rare.",
     "Bennett et al. 1954; Brennan and Prediger 1981; Randolph 2005"),
    ("gwet_ac1", "Gwet's AC1", Family.PER_CODE,
     "Chance is small where the code is rare or general, so the figure is high there whatever coders do.",
     "Gwet 2008"),
    ("gwet_ac2_linear", "Gwet's AC2 (linear)", Family.RANKED,
     "AC1 for ranked values, near misses counting as partial agreement.", "Gwet 2014"),
    ("gwet_ac2_quadratic", "Gwet's AC2 (quadratic)", Family.RANKED,
     "AC1 for ranked values, near misses counting almost as agreement.", "Gwet 2014"),
    ("krippendorff_alpha_nominal", "Krippendorff's alpha", Family.PER_CODE,
     "Any number of coders, missing values allowed; 1 is full agreement, 0 what chance alone would give.",
     "Krippendorff 2011"),
    ("krippendorff_alpha_ordinal", "Krippendorff's alpha (ordinal)", Family.RANKED,
     "Alpha for ranked values; distance grows with how many values lie between two ranks.", "Krippendorff 2011"),
    ("krippendorff_alpha_interval", "Krippendorff's alpha (interval)", Family.RANKED,
     "Alpha for numbers; distance is the squared difference.", "Krippendorff 2011"),
    ("krippendorff_alpha_ratio", "Krippendorff's alpha (ratio)", Family.RANKED,
     "Alpha for amounts from zero on; distance is the squared relative difference.", "Krippendorff 2011"),
    ("positive_specific_agreement", "Positive agreement", Family.PER_CODE,
     "How far coders agree where the code is used at all; text that nobody coded does not enter.",
     "Dice 1945; Cicchetti and Feinstein 1990"),
    ("alpha_masi", "Alpha of code sets (MASI)", Family.SETS,
     "All codes at once: the value of a unit is the set of its codes, sets that share some are half apart.",
     "Passonneau 2006; Krippendorff 2011"),
    ("alpha_jaccard", "Alpha of code sets (Jaccard)", Family.SETS,
     "All codes at once; two sets are as far apart as the share of codes they do not have in common.",
     "Jaccard 1912; Krippendorff 2011"),
    ("alpha_set_nominal", "Alpha of code sets (equal or not)", Family.SETS,
     "All codes at once; only exactly equal sets agree.", "Krippendorff 2011"),
    ("set_percent", "Percent of equal code sets", Family.SETS,
     "The share of coder pairs that put exactly the same codes on a unit.", "Fleiss 1971"),
    ("u", "Unitizing alpha (2016)", Family.UNITIZING_2016,
     "Units and gaps, which code and where; needs codes that do not overlap.", "Krippendorff et al. 2016"),
    ("|u", "Unitizing alpha, coded or not (2016)", Family.UNITIZING_2016,
     "Whether a stretch is coded at all, whatever the code; needs codes that do not overlap.",
     "Krippendorff et al. 2016"),
    ("cu", "Unitizing alpha, codes only (2016)", Family.UNITIZING_2016,
     "Which code where two coders both coded; contested for three coders or more.", "Krippendorff et al. 2016"),
    ("cu_coverage", "Share of text behind cu (2016)", Family.UNITIZING_2016,
     "How much of the text two coders both coded, so that cu rests on it.", "Krippendorff et al. 2016"),
    ("(k)u", "Unitizing alpha of one code (2016)", Family.UNITIZING_2016,
     "One code against the others where two coders both coded; contested for three coders or more.",
     "Krippendorff et al. 2016"),
    ("u_alpha_2016", "Unitizing alpha per code (2016)", Family.UNITIZING_2016,
     "One code's units and gaps by themselves; codes may overlap each other.", "Krippendorff et al. 2016"),
    ("u_alpha_2004", "Unitizing alpha (2004)", Family.UNITIZING_2004,
     "The older definition, all codes: squared distances between the edges of overlapping units.",
     "Krippendorff 1995, 2004"),
    ("u_alpha_2004_code", "Unitizing alpha per code (2004)", Family.UNITIZING_2004,
     "The older definition for one code.", "Krippendorff 1995, 2004"),
    ("span_f1_exact_mean_pairwise", "Span F1, exact", Family.SPANS,
     "How many passages two coders marked with exactly the same start, end and code; mean over pairs.",
     "Hripcsak and Rothschild 2005"),
    ("span_f1_iou", "Span F1, by overlap", Family.SPANS,
     "How many passages of two coders can be matched one to one with enough overlap; mean over pairs.",
     "Hripcsak and Rothschild 2005"),
    ("semeval_strict", "SemEval strict", Family.SEMEVAL,
     "Counts, precision, recall and F1: boundaries and code must be right; the first coder is the reference.",
     "Segura-Bedmar et al. 2013"),
    ("semeval_exact", "SemEval exact", Family.SEMEVAL,
     "The same, boundaries must be right, whatever the code.", "Segura-Bedmar et al. 2013"),
    ("semeval_partial", "SemEval partial", Family.SEMEVAL,
     "The same, an overlap counts half.", "Segura-Bedmar et al. 2013"),
    ("semeval_ent_type", "SemEval type", Family.SEMEVAL,
     "The same, the code must be right where passages overlap.", "Segura-Bedmar et al. 2013"),
    ("gamma", "Gamma", Family.GAMMA,
     "Best alignment of whole passages, position and code together, against random codings; some seconds.",
     "Mathet, Widlöcher and Métivier 2015"),
    ("gamma_cat", "Gamma-cat", Family.GAMMA,
     "Only whether aligned passages carry the same code.", "Mathet 2017"),
    ("gamma_k", "Gamma-k", Family.GAMMA, "Gamma-cat for one code.", "Mathet 2017"),
)  # fmt: skip

MEASURES: tuple[Measure, ...] = tuple(Measure(*each) for each in _LAID)
"""All measures in the order in which they are listed."""

NAMES: tuple[str, ...] = tuple(measure.name for measure in MEASURES)
_BY_NAME = {measure.name: measure for measure in MEASURES}
_INSIDE = {"n_unitary_alignments": "gamma", "gamma_observed_disorder": "gamma", "gamma_expected_disorder": "gamma",
           "gamma_cat_observed_disorder": "gamma_cat", "gamma_cat_expected_disorder": "gamma_cat"}  # fmt: skip
"""Values that come along with a measure under names of their own."""


def head_of(name: str) -> str:
    """Give the measure that a sub-measure belongs to; a measure's own name for itself."""
    head = name.partition(SUB_MEASURE)[0]
    return _INSIDE.get(head, head)


def measure_named(name: str) -> Measure | None:
    """Find a measure, by its name or by that of one of its values; None where there is none."""
    return _BY_NAME.get(head_of(name))


def families_of(names: Iterable[str]) -> tuple[Family, ...]:
    """Give the families that have to be computed for these names, in the order of the list."""
    asked = {measure.family for name in names if (measure := measure_named(name)) is not None}
    return tuple(family for family in Family if family in asked)


def is_asked(measure: str, *, names: Sequence[str]) -> bool:
    """Say whether a result's measure is among the names: itself, or as a value of one of them."""
    return measure in names or head_of(measure) in names
