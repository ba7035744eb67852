# SPDX-License-Identifier: MIT
"""Positive specific agreement: how far coders agree where the code is used at all.

For two coders 2c / (a + b), with a, b and c the units coded by the first, the second, by both (Dice
1945; Cicchetti and Feinstein 1990, p_pos). For more, numerators and denominators are each added up
over the pairs of coders first. Units that nobody coded do not enter, so plain text cannot raise it.
From 0 to 1, without a unit; it does not exist where nobody used the code.
"""

from annotator.agreement.coefficient import Coefficient, Needs, quotient
from annotator.agreement.sums import Sums, Values


def positive_agreement_of_sums(sums: Sums) -> Values:
    """Positive specific agreement of one code, NaN where nobody used it."""
    return quotient(sums.coded_pairs, sums.possible_pairs, exists=sums.possible_pairs > 0)


POSITIVE_SPECIFIC_AGREEMENT = Coefficient("positive_specific_agreement", Needs.USE, positive_agreement_of_sums)
