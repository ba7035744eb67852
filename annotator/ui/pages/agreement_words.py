# SPDX-License-Identifier: MIT
"""What a row of the table of agreement says, in sentences for people who do not live with coefficients."""

from annotator.operations import AgreementAnswer
from annotator.reports.agreement_table import value_in_words
from annotator.ui import words
from annotator.ui.models.agreement import ALPHA, PERCENT, AgreementLine

NO_CONCLUSIONS, RELIABLE = 0.667, 0.800


def in_words(line: AgreementLine, answer: AgreementAnswer) -> str:
    """Say percent, alpha and what is conventionally made of it; an undefined alpha with its reason."""
    alpha, percent = line.results.get(ALPHA), line.results.get(PERCENT)
    coders, articles = words.counted(len(answer.coders), "coder"), words.counted(len(answer.shared), "article")
    said = f"{coders}, {articles}."
    if percent is not None and percent.value is not None:
        said += f" They agree on {100 * percent.value:.1f} % of {percent.n:,} {answer.unit}s."
    if alpha is None or alpha.value is None:
        return f"{said} Alpha is {line.undefined}."
    return f"{said} Corrected for chance, alpha is {value_in_words(alpha)}: {verdict(alpha.value)}."


def verdict(alpha: float) -> str:
    """Say what is conventionally made of an alpha."""
    if alpha < 0:
        return "the coders agree less than chance would have it, so look for a misunderstanding"
    if alpha < NO_CONCLUSIONS:
        return "below .667, where usually no conclusions are drawn from a code"
    if alpha < RELIABLE:
        return "between .667 and .800, where conclusions are usually called tentative"
    return ".800 or more, which is usually called reliable"
